import type { Filters } from '../types.ts';
import { type Facet, LIST_KEYS, listTests, type Subject } from './filter.ts';
import { nameRelation } from './relations.ts';

const FACETS: Facet[] = [...LIST_KEYS, 'days', 'q', 'min'];

export interface Selection {
  /** Statements that pass every filter. */
  selected: Subject[];
  /** For each facet the statements that pass all filters but its own: what its counts are made of. */
  facetOf: Record<Facet, Subject[]>;
}

/** The statements whose relation has at least `min` of them. */
function keepLarge(subjects: Subject[], min: number): Subject[] {
  const sizes = new Map<string, number>();
  const named = subjects.map((subject) => {
    const relation = nameRelation(subject.statement.source, subject.type, subject.statement.target);
    sizes.set(relation, (sizes.get(relation) ?? 0) + 1);
    return { subject, relation };
  });
  return named.filter(({ relation }) => (sizes.get(relation) ?? 0) >= min).map(({ subject }) => subject);
}

/**
 * Selects statements. One pass: a statement that fails just one filter still counts for that one's facet. The size of
 * relations is judged last, among the statements that the others leave.
 */
export function selectStatements(subjects: Subject[], filters: Filters): Selection {
  const tests = listTests(filters);
  const passed: Subject[] = [];
  const spared = new Map<Facet, Subject[]>(tests.map(({ facet }) => [facet, []]));
  for (const subject of subjects) {
    const failed = tests.filter(({ test }) => !test(subject));
    if (failed.length === 0) {
      passed.push(subject);
      for (const list of spared.values()) list.push(subject);
    } else if (failed.length === 1 && failed[0]) spared.get(failed[0].facet)?.push(subject);
  }
  const { min = 1 } = filters;
  const keep = (list: Subject[]) => (min > 1 ? keepLarge(list, min) : list);
  const selected = keep(passed);
  const facetOf = Object.fromEntries(
    FACETS.map((facet) => {
      const list = spared.get(facet);
      return [facet, facet === 'min' ? passed : list ? keep(list) : selected];
    }),
  ) as Selection['facetOf'];
  return { selected, facetOf };
}
