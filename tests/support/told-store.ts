import type { Store } from '../../server/store/index.ts';
import type { NewStatement } from '../../server/store/ingest.ts';
import type { Actor, Article, Modality } from '../../server/types.ts';

/** Actors of a little graph that changes over time and that two speakers tell in different ways. */
const actors: Actor[] = [
  { id: 'north-union', name: 'North Union', kind: 'organisation', aliases: ['NU'] },
  { id: 'south-union', name: 'South Union', kind: 'organisation', aliases: [] },
  { id: 'east-union', name: 'East Union', kind: 'organisation', aliases: [] },
  { id: 'west-union', name: 'West Union', kind: 'organisation', aliases: [] },
  { id: 'ann-reader', name: 'Ann Reader', kind: 'person', aliases: [] },
  { id: 'bob-writer', name: 'Bob Writer', kind: 'person', aliases: [] },
];

type Line = [day: string, speaker: string | null, source: string, type: string, target: string, modality: Modality];

const lines: Line[] = [
  ['2020-01-10', 'ann-reader', 'north-union', 'supports', 'south-union', 'asserted'],
  ['2020-02-10', 'bob-writer', 'north-union', 'supports', 'south-union', 'asserted'],
  ['2020-02-20', 'ann-reader', 'north-union', 'visits', 'south-union', 'planned'],
  ['2020-05-01', 'bob-writer', 'north-union', 'suspends-aid-to', 'south-union', 'asserted'],
  ['2020-06-01', null, 'south-union', 'threatens', 'north-union', 'negated'],
  ['2020-06-02', 'ann-reader', 'east-union', 'supports', 'west-union', 'asserted'],
  ['2020-06-02', 'bob-writer', 'east-union', 'attacks', 'west-union', 'asserted'],
  ['2020-06-03', 'ann-reader', 'west-union', 'sanctions', 'south-union', 'asserted'],
  ['2020-06-03', 'bob-writer', 'west-union', 'sanctions', 'south-union', 'negated'],
  ['2020-06-04', 'ann-reader', 'east-union', 'visits', 'north-union', 'asserted'],
  ['2020-06-04', 'bob-writer', 'west-union', 'visits', 'north-union', 'asserted'],
];

/** Fills a store with one article a line, and says where its actors are drawn. */
export async function fillToldStore(store: Store): Promise<void> {
  for (const [at, [published, speaker, source, type, target, modality]] of lines.entries()) {
    const cue = `${source} ${type} ${target}`;
    const text = `It was said on day ${at + 1} that ${cue}, and no more.`;
    const start = text.indexOf(cue);
    const article: Article = {
      id: `day-${at + 1}`,
      title: `Day ${at + 1}`,
      text,
      url: null,
      publisher: null,
      published,
      publishedNote: null,
    };
    const statement: NewStatement = {
      source,
      type,
      target,
      modality,
      speaker,
      evidence: { start: 0, end: text.length },
      cue: { start, end: start + cue.length },
      frame: null,
      status: 'confirmed',
      date: null,
    };
    const ids = new Set([source, target, speaker]);
    await store.addArticle({
      article,
      actors: actors.filter(({ id }) => ids.has(id)),
      statements: [statement],
      provenance: 'test',
    });
  }
  const corners = [
    [150, 200],
    [600, 200],
    [150, 650],
    [600, 650],
  ];
  await store.savePlacements(
    new Map(
      corners.map(([x = 0, y = 0], at) => [actors[at]?.id ?? '', { wide: { x, y }, narrow: { x: x / 2, y: y / 2.2 } }]),
    ),
  );
}
