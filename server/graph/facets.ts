import type { FacetValue, ListKey } from '../types.ts';
import { type Subject, VALUES } from './filter.ts';
import { countSpeakers, groupRelations, nameRelation } from './relations.ts';
import { CLASSES, KINDS, MODALITIES, STATUSES } from './vocabulary.ts';

/** Values a facet shows even at zero, so that rows keep their place; a speaker or article is listed once it occurs. */
type Choice = { value: string; label: string };

export interface FacetContext {
  /** All statements, without any filter. */
  everything: Subject[];
  nameOf: (actor: string) => string;
  titleOf: (article: string) => string;
}

const choose = (list: { id: string; label: string }[]): Choice[] => list.map(({ id, label }) => ({ value: id, label }));

/** Types that occur at all, strongest in number first within their class, so that the order hangs on no filter. */
function chooseTypes(everything: Subject[]): Choice[] {
  const types = new Map(everything.map(({ type }) => [type.id, type]));
  const relations = new Map<string, Set<string>>();
  for (const { statement, type } of everything) {
    const edges = relations.get(type.id) ?? new Set();
    relations.set(type.id, edges.add(nameRelation(statement.source, type, statement.target)));
  }
  const classRank = new Map<string, number>(CLASSES.map(({ id }, index) => [id, index]));
  const size = (id: string) => relations.get(id)?.size ?? 0;
  return [...types.values()]
    .sort(
      (a, b) =>
        (classRank.get(a.class) ?? 0) - (classRank.get(b.class) ?? 0) ||
        size(b.id) - size(a.id) ||
        a.label.localeCompare(b.label, 'en'),
    )
    .map(({ id, label }) => ({ value: id, label }));
}

function chooseArticles({ everything, titleOf }: FacetContext): Choice[] {
  const ids = [...new Set(everything.map(({ statement }) => statement.article))];
  return ids.map((value) => ({ value, label: titleOf(value) }));
}

const CHOICES: Record<ListKey, (context: FacetContext) => Choice[]> = {
  type: ({ everything }) => chooseTypes(everything),
  class: () => choose(CLASSES),
  kind: () => choose(KINDS),
  modality: () => choose(MODALITIES),
  speaker: ({ everything, nameOf }) => countSpeakers(everything, nameOf),
  article: chooseArticles,
  status: () => choose(STATUSES),
};

/** Statements per day, earliest first. */
export function countDays(subjects: Subject[]): { day: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { day } of subjects) if (day !== null) counts.set(day, (counts.get(day) ?? 0) + 1);
  return [...counts].map(([day, count]) => ({ day, count })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** How many relations have exactly so many statements, the fewest first. */
export function countSizes(subjects: Subject[]): { size: number; relations: number }[] {
  const counts = new Map<number, number>();
  for (const { subjects: members } of groupRelations(subjects))
    counts.set(members.length, (counts.get(members.length) ?? 0) + 1);
  return [...counts].map(([size, relations]) => ({ size, relations })).sort((a, b) => a.size - b.size);
}

/** Counts of statements and of relations for each value of a key, among the statements given. */
export function countFacet(key: ListKey, subjects: Subject[], context: FacetContext): FacetValue[] {
  const counts = new Map<string, { count: number; relations: Set<string>; actors: Set<string> }>();
  for (const subject of subjects) {
    const relation = nameRelation(subject.statement.source, subject.type, subject.statement.target);
    for (const value of VALUES[key](subject)) {
      const entry = counts.get(value) ?? { count: 0, relations: new Set(), actors: new Set() };
      entry.count += 1;
      entry.relations.add(relation);
      for (const { id, kind } of [subject.source, subject.target])
        if (key !== 'kind' || kind === value) entry.actors.add(id);
      counts.set(value, entry);
    }
  }
  return CHOICES[key](context).map(({ value, label }) => ({
    value,
    label,
    count: counts.get(value)?.count ?? 0,
    relations: counts.get(value)?.relations.size ?? 0,
    actors: counts.get(value)?.actors.size ?? 0,
  }));
}
