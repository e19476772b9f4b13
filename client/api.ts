import type {
  ActorBody,
  ActorsBody,
  Filters,
  GraphBody,
  PathsBody,
  Problem,
  RelationsBody,
  StatementsBody,
  StatementView,
  VocabularyBody,
} from '../server/types.ts';
import { filterQuery, type ViewState, withoutKeys, writeSort } from './state.ts';

/** As many as the API hands out at once. */
const STATEMENTS_A_PAGE = 500;

async function fetchJson<Body>(path: string, signal?: AbortSignal): Promise<Body> {
  const response = await fetch(path, { headers: { accept: 'application/json' }, ...(signal ? { signal } : {}) });
  const body: unknown = await response.json();
  if (!response.ok) throw new Error((body as Problem).detail ?? response.statusText);
  return body as Body;
}

/** Names and values that an address repeats. */
type Parameters = [name: string, value: string][];

function addressOf(path: string, query: URLSearchParams): string {
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** The graph under filters, with facets; `scope` asks for more actors of a large graph than its best-connected ones. */
export function fetchGraph(filters?: Filters, signal?: AbortSignal, scope: Parameters = []): Promise<GraphBody> {
  const query = filters ? filterQuery(filters) : new URLSearchParams();
  for (const [name, value] of scope) query.append(name, value);
  return fetchJson(addressOf('/api/graph', query), signal);
}

/** An actor with all its neighbours under the filters, by type of relation. */
export function fetchActor(id: string, filters: Filters): Promise<ActorBody> {
  return fetchJson(addressOf(`/api/actors/${encodeURIComponent(id)}`, filterQuery(filters)));
}

/** The shortest chains of relations between two actors under the filters. */
export function fetchPaths(
  { from, to }: { from: string; to: string },
  filters: Filters,
  signal?: AbortSignal,
): Promise<PathsBody> {
  const { from: since, to: until, ...rest } = filters;
  const query = filterQuery(rest);
  // Here `from` and `to` are the actors, so the days have other names.
  if (since) query.set('since', since);
  if (until) query.set('until', until);
  query.set('from', from);
  query.set('to', to);
  return fetchJson(addressOf('/api/paths', query), signal);
}

/** Actors whose names or aliases begin like the words; the best first. */
export function fetchActors(words: string, limit: number, signal?: AbortSignal): Promise<ActorsBody> {
  return fetchJson(`/api/actors?${new URLSearchParams({ q: words, limit: String(limit) })}`, signal);
}

/** Relation types, classes, kinds and modalities with their words. */
export function fetchVocabulary(): Promise<VocabularyBody> {
  return fetchJson('/api/vocabulary');
}

async function fetchAllStatements(query: URLSearchParams, signal?: AbortSignal): Promise<StatementView[]> {
  const statements: StatementView[] = [];
  query.set('limit', String(STATEMENTS_A_PAGE));
  for (;;) {
    const body: StatementsBody = await fetchJson(`/api/statements?${query}`, signal);
    statements.push(...body.statements);
    if (!body.next) return statements;
    query.set('cursor', body.next);
  }
}

interface EdgeKey {
  source: string;
  type: string;
  target: string;
}

/** All sentences that join two actors under the filters, in either direction, newest first. */
export async function fetchEvidence(
  a: string,
  b: string,
  filters: Filters,
  signal?: AbortSignal,
): Promise<StatementView[]> {
  const query = (source: string, target: string) => {
    const ends = filterQuery(filters);
    ends.set('source', source);
    ends.set('target', target);
    return ends;
  };
  const [there, back] = await Promise.all([
    fetchAllStatements(query(a, b), signal),
    fetchAllStatements(query(b, a), signal),
  ]);
  // A mutual relation is found from both ends.
  return [...new Map([...there, ...back].map((statement) => [statement.id, statement])).values()];
}

/** The newest sentence behind one relation under the filters. */
export async function fetchFirstStatement(edge: EdgeKey, filters: Filters): Promise<StatementView | undefined> {
  const query = filterQuery(withoutKeys(filters, 'type', 'class'));
  query.set('source', edge.source);
  query.set('target', edge.target);
  query.set('type', edge.type);
  query.set('limit', '1');
  const body: StatementsBody = await fetchJson(`/api/statements?${query}`);
  return body.statements[0];
}

/** What of a view the table is made of: filters, order, so many rows at most, and the neighbourhood in focus. */
export function tableQuery({ filters, sort, rows, focus, depth }: ViewState): URLSearchParams {
  const query = filterQuery(filters);
  if (sort) query.set('sort', writeSort(sort));
  query.set('limit', String(rows));
  if (focus) {
    query.set('focus', focus);
    query.set('depth', String(depth));
  }
  return query;
}

/** The rows of the table of a view. */
export function fetchTable(state: ViewState, signal?: AbortSignal): Promise<RelationsBody> {
  return fetchJson(`/api/relations?${tableQuery(state)}`, signal);
}

/** Address of the export, of the filtered graph or of all. */
export function exportUrl(filters?: Filters): string {
  const query = filters ? filterQuery(filters).toString() : '';
  return query ? `/api/export/json?${query}` : '/api/export/json';
}
