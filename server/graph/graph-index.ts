import type { Actor, GraphSource, NodeData, Placement, RelationType } from '../types.ts';
import { fanOut } from './bundles.ts';
import type { Subject } from './filter.ts';
import { groupRelations, type Relation } from './relations.ts';

/** What every view of one state of the store shares; made once a state. */
export interface GraphIndex {
  source: GraphSource;
  /** All statements with actors and type looked up, rejected ones too. */
  subjects: Subject[];
  /** Relations of the statements that are not rejected, without any filter. */
  relations: Relation[];
  /** Relation id → offset of its curve; the whole graph decides, so that filtering moves no line. */
  bends: Map<string, number>;
  /** Actor id → number of relations without any filter. */
  degrees: Map<string, number>;
  actors: Map<string, Actor>;
  nameOf: (actor: string) => string;
  titleOf: (article: string) => string;
}

const UNPLACED: Placement = { wide: { x: 0, y: 0 }, narrow: { x: 0, y: 0 } };

/** Relations each actor stands in. */
export function countDegrees(relations: Relation[]): Map<string, number> {
  const degrees = new Map<string, number>();
  for (const { source, target } of relations)
    for (const actor of [source, target]) degrees.set(actor, (degrees.get(actor) ?? 0) + 1);
  return degrees;
}

export function indexGraph(source: GraphSource, types: ReadonlyMap<string, RelationType>): GraphIndex {
  const actors = new Map(source.actors.map((actor) => [actor.id, actor]));
  const articles = new Map(source.articles.map((article) => [article.id, article]));
  const subjects = source.statements.flatMap((statement) => {
    const [from, to, type] = [actors.get(statement.source), actors.get(statement.target), types.get(statement.type)];
    if (!from || !to || !type) return [];
    const day = statement.date ?? articles.get(statement.article)?.published ?? null;
    return [{ statement, source: from, target: to, type, day }];
  });
  const relations = groupRelations(subjects.filter(({ statement }) => statement.status !== 'rejected'));
  return {
    source,
    subjects,
    relations,
    bends: fanOut(relations),
    degrees: countDegrees(relations),
    actors,
    nameOf: (id) => actors.get(id)?.name ?? id,
    titleOf: (id) => articles.get(id)?.title ?? id,
  };
}

/** First letters of the first two words with a capital: "Central Asian states" → CA, "Khawaja Asif" → KA. */
function abbreviate(name: string): string {
  const words = name.split(/[\s-]+/).filter((word) => /^\p{Lu}/u.test(word));
  const letters = (words.length > 0 ? words : [name]).slice(0, 2).map((word) => [...word][0] ?? '');
  return letters.join('').toUpperCase();
}

/** The data and place of a node; `degree` counts its relations among those selected. */
export function describeNode(
  index: GraphIndex,
  id: string,
  degree: number,
): { data: NodeData; position: Placement['wide'] } {
  const actor = index.actors.get(id);
  const { wide, narrow } = index.source.placements.get(id) ?? UNPLACED;
  const kind = actor?.kind ?? 'group';
  return {
    data: {
      id,
      label: index.nameOf(id),
      kind,
      degree,
      total: index.degrees.get(id) ?? 0,
      country: kind === 'country' ? id : (actor?.country ?? null),
      initials: abbreviate(index.nameOf(id)),
      narrow,
    },
    position: wide,
  };
}
