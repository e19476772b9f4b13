import type { Blame, Filters } from '../types.ts';
import { type Facet, LIST_KEYS, type Subject } from './filter.ts';
import { writeFilters } from './query.ts';
import { groupRelations } from './relations.ts';
import { selectStatements } from './selection.ts';

/** Facets that a reader switches as one: a class is its types. */
const SWITCHES: { key: Blame['key']; facets: Facet[] }[] = [
  { key: 'type', facets: ['type', 'class'] },
  ...LIST_KEYS.flatMap((key) => (key === 'type' || key === 'class' ? [] : [{ key, facets: [key] }])),
  { key: 'days', facets: ['days'] },
  { key: 'q', facets: ['q'] },
  { key: 'min', facets: ['min'] },
];

/** The filters without any word on some facets. */
export function dropFacets(filters: Filters, facets: Facet[]): Filters {
  const rest: Filters = { ...filters, include: { ...filters.include }, exclude: { ...filters.exclude } };
  for (const facet of facets) {
    if (facet === 'days') {
      delete rest.from;
      delete rest.to;
    } else if (facet === 'q' || facet === 'min') delete rest[facet];
    else {
      delete rest.include[facet];
      delete rest.exclude[facet];
    }
  }
  return rest;
}

/** The one filter whose removal brings back most relations; null when none alone brings back any. */
export function findBlame(subjects: Subject[], filters: Filters): Blame | null {
  const whole = writeFilters(filters).toString();
  const candidates = SWITCHES.flatMap(({ key, facets }) => {
    const rest = dropFacets(filters, facets);
    const without = writeFilters(rest).toString();
    if (without === whole) return [];
    return [{ key, without, relations: groupRelations(selectStatements(subjects, rest).selected).length }];
  });
  const [best] = candidates.sort((a, b) => b.relations - a.relations);
  return best && best.relations > 0 ? best : null;
}
