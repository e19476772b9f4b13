import type { NewArticle, NewStatement } from '../../server/store/index.ts';
import type { Actor, ActorKind } from '../../server/types.ts';

export const SYMMETRIC = new Set(['talks-with']);

const KINDS: ActorKind[] = ['country', 'person', 'organisation', 'group'];

const ACTORS: Actor[] = ['ann', 'bob', 'cyd', 'dee', 'eve'].map((id, at) => ({
  id,
  name: `${id.toUpperCase()} Land`,
  kind: KINDS[at % KINDS.length] as ActorKind,
  aliases: [`Old ${id}`],
}));

type Line = [source: string, type: string, target: string, speaker: string | null];

const LINES: Line[][] = [
  [
    ['ann', 'supports', 'bob', null],
    ['bob', 'talks-with', 'ann', 'cyd'],
  ],
  [
    ['ann', 'supports', 'bob', 'ann'],
    ['cyd', 'sanctions', 'dee', null],
    ['dee', 'talks-with', 'ann', 'dee'],
  ],
  [
    ['eve', 'supports', 'bob', null],
    ['eve', 'supports', 'dee', 'bob'],
  ],
  [['cyd', 'talks-with', 'dee', null]],
];

/** Four articles that share actors, one statement a sentence. */
export const NEWS: NewArticle[] = LINES.map((lines, number) => {
  let text = '';
  const mentions: NewArticle['mentions'] = [];
  const statements = lines.map(([source, type, target, speaker]): NewStatement => {
    const start = text.length;
    const words = `${source} ${type} ${target}.`;
    text += `${words} `;
    const at = start + source.length + 1;
    mentions.push({ actor: source, start, end: start + source.length });
    mentions.push({ actor: target, start: at + type.length + 1, end: start + words.length - 1 });
    return {
      source,
      type,
      target,
      modality: 'asserted',
      speaker,
      evidence: { start, end: start + words.length },
      cue: { start: at, end: at + type.length },
      frame: null,
      status: 'extracted',
      date: number === 1 ? '2019-03-02' : null,
    };
  });
  const ids = new Set(lines.flatMap(([source, , target, speaker]) => [source, target, speaker ?? source]));
  return {
    article: {
      id: `news-${number}`,
      title: `News ${number}`,
      text,
      url: null,
      publisher: 'Paper',
      published: `2020-05-0${number + 1}`,
      publishedNote: number === 0 ? 'Inferred.' : null,
    },
    actors: ACTORS.filter(({ id }) => ids.has(id)),
    mentions,
    statements,
    provenance: 'test',
  };
});
