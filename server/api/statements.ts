import { badRequest, type FieldError } from '../errors.ts';
import { sortNewestFirst, viewStatement } from '../graph/evidence.ts';
import type { Subject } from '../graph/filter.ts';
import type { GraphIndex } from '../graph/graph-index.ts';
import { selectStatements } from '../graph/selection.ts';
import type { Filters, StatementsBody } from '../types.ts';
import { readCount } from './query.ts';

export const STATEMENT_PARAMETERS = ['source', 'target', 'cursor', 'limit'];

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 500;

/** Whether a statement's ends are those asked for; the ends of a symmetric relation may stand in either order. */
function matchesEnds({ statement, type }: Subject, source: string | null, target: string | null): boolean {
  const matches = (from: string, to: string) => (source ?? from) === from && (target ?? to) === to;
  return matches(statement.source, statement.target) || (type.symmetric && matches(statement.target, statement.source));
}

/** Position after the statement that a cursor names (its id). */
function findStart(subjects: Subject[], cursor: string | null, errors: FieldError[]): number {
  if (cursor === null) return 0;
  const at = subjects.findIndex(({ statement }) => statement.id === cursor);
  if (at < 0) errors.push({ field: 'cursor', detail: `"${cursor}" is not a cursor of this list. Start without one.` });
  return at + 1;
}

/** The evidence under filters, newest first, a page at a time; throws a 400 which names every wrong field. */
export function listStatements(
  index: GraphIndex,
  filters: Filters,
  params: URLSearchParams,
  errors: FieldError[],
): StatementsBody {
  const [source, target] = [params.get('source'), params.get('target')];
  for (const [field, id] of Object.entries({ source, target }))
    if (id !== null && !index.actors.has(id))
      errors.push({ field, detail: `There is no actor "${id}". The nodes of /api/graph carry the ids.` });
  const limit = readCount(params, 'limit', { fallback: DEFAULT_LIMIT, max: MAX_LIMIT }, errors);
  const { selected } = selectStatements(index.subjects, filters);
  const found = sortNewestFirst(selected.filter((subject) => matchesEnds(subject, source, target)));
  const start = findStart(found, params.get('cursor'), errors);
  if (errors.length > 0) throw badRequest(errors);
  const page = found.slice(start, start + limit);
  return {
    statements: page.map((subject) => viewStatement(index, subject)),
    total: found.length,
    next: start + limit < found.length ? (page.at(-1)?.statement.id ?? null) : null,
  };
}
