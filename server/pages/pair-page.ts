import { sortNewestFirst, viewStatement } from '../graph/evidence.ts';
import { describeNode, type GraphIndex } from '../graph/graph-index.ts';
import { describeEdge, groupRelations } from '../graph/relations.ts';
import { CLASSES } from '../graph/vocabulary.ts';
import type { EdgeData, NodeData, RelationClass, RelationType, StatementView } from '../types.ts';
import { type PageSelection, selectForPage } from './page-selection.ts';
import type { SaidSentence } from './sentences.ts';
import { drawTimeline } from './timeline.ts';

export interface PairPage {
  a: NodeData;
  b: NodeData;
  selection: PageSelection;
  articles: number;
  /** First and last day, each null where nothing is dated. */
  days: { first: string | null; last: string | null; undated: number };
  /** The change over time as SVG; null with one day. */
  timeline: string | null;
  /** The same in words: statements and days of each class. */
  classes: { id: RelationClass; count: number; first: string | null; last: string | null }[];
  relations: { edge: EdgeData; sentence: SaidSentence }[];
  /** Oldest first, undated last. */
  statements: { view: StatementView; day: string | null }[];
}

const earliest = (days: (string | null)[]): string[] => days.flatMap((day) => day ?? []).sort();

/** Everything stated between two actors, in both directions; both have to exist. */
export function describePairPage(
  index: GraphIndex,
  types: ReadonlyMap<string, RelationType>,
  [a, b]: [string, string],
  query: URLSearchParams,
): PairPage {
  const selection = selectForPage(
    index,
    types,
    query,
    ({ statement: { source, target } }) => (source === a && target === b) || (source === b && target === a),
  );
  const { subjects } = selection;
  // newest first turned round would put the undated ones first
  const dated = sortNewestFirst(subjects.filter(({ day }) => day !== null));
  const inTime = [...dated.sort((x, y) => (x.day as string).localeCompare(y.day as string))].concat(
    sortNewestFirst(subjects.filter(({ day }) => day === null)),
  );
  const statements = inTime.map((subject) => ({ view: viewStatement(index, subject), day: subject.day }));
  const sentenceOf = ({ source, label, target }: StatementView) => `${source.name} ${label} ${target.name}`;
  const days = earliest(subjects.map(({ day }) => day));
  return {
    a: describeNode(index, a, 0).data,
    b: describeNode(index, b, 0).data,
    selection,
    articles: new Set(subjects.map(({ statement }) => statement.article)).size,
    days: { first: days[0] ?? null, last: days.at(-1) ?? null, undated: subjects.length - days.length },
    timeline: drawTimeline(
      statements.map(({ view, day }) => ({
        id: view.id,
        day,
        class: view.class,
        modality: view.modality,
        title: sentenceOf(view),
      })),
    ),
    classes: CLASSES.flatMap(({ id }) => {
      const own = subjects.filter(({ type }) => type.class === id);
      const ownDays = earliest(own.map(({ day }) => day));
      return own.length === 0
        ? []
        : [{ id, count: own.length, first: ownDays[0] ?? null, last: ownDays.at(-1) ?? null }];
    }),
    relations: groupRelations(subjects)
      .map((relation) => {
        const edge = describeEdge(relation, 0, index.nameOf);
        const named = (actor: string) => [{ id: actor, name: index.nameOf(actor) }];
        return { edge, sentence: { ...edge, sources: named(edge.source), targets: named(edge.target), speaker: null } };
      })
      .sort((x, y) => y.edge.count - x.edge.count || (x.edge.id < y.edge.id ? -1 : 1)),
    statements,
  };
}
