import type { Subject } from '../graph/filter.ts';
import type { GraphIndex } from '../graph/graph-index.ts';
import { listKnownValues, parseFilters } from '../graph/query.ts';
import { selectStatements } from '../graph/selection.ts';
import type { RelationType } from '../types.ts';

/** What the pages of actors and pairs show: the statements under the filters of their address. */
export interface PageSelection {
  subjects: Subject[];
  /** Statements there would be without filters, where there are filters. */
  unfiltered: number | null;
  /** What the address asked for that does not exist, in words. */
  ignored: string[];
}

/** Reads the filters of a page's address and selects among the statements that it is about. */
export function selectForPage(
  index: GraphIndex,
  types: ReadonlyMap<string, RelationType>,
  query: URLSearchParams,
  isAbout: (subject: Subject) => boolean,
): PageSelection {
  const { filters, errors } = parseFilters(query, listKnownValues(index, types.keys()));
  const about = index.subjects.filter(isAbout);
  const { selected } = selectStatements(about, filters);
  const all = selectStatements(about, { include: {}, exclude: {} }).selected.length;
  return {
    subjects: selected,
    unfiltered: selected.length === all ? null : all,
    ignored: errors.map(({ field, given }) => `${field} ${given}`.trim()),
  };
}
