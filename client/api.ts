import type { Filters, GraphBody, Problem, StatementsBody, StatementView, VocabularyBody } from '../server/types.ts';
import { filterQuery, withoutKeys } from './state.ts';

const PAGES_AT_MOST = 20;

async function fetchJson<Body>(path: string, signal?: AbortSignal): Promise<Body> {
  const response = await fetch(path, { headers: { accept: 'application/json' }, ...(signal ? { signal } : {}) });
  const body: unknown = await response.json();
  if (!response.ok) throw new Error((body as Problem).detail ?? response.statusText);
  return body as Body;
}

/** The graph under filters, with facets; without filters the base graph. */
export function fetchGraph(filters?: Filters, signal?: AbortSignal): Promise<GraphBody> {
  const query = filters ? filterQuery(filters).toString() : '';
  return fetchJson(query ? `/api/graph?${query}` : '/api/graph', signal);
}

/** Relation types, classes, kinds and modalities with their words. */
export function fetchVocabulary(): Promise<VocabularyBody> {
  return fetchJson('/api/vocabulary');
}

async function fetchAllStatements(query: URLSearchParams, signal?: AbortSignal): Promise<StatementView[]> {
  const statements: StatementView[] = [];
  for (let page = 0; page < PAGES_AT_MOST; page += 1) {
    const body: StatementsBody = await fetchJson(`/api/statements?${query}`, signal);
    statements.push(...body.statements);
    if (!body.next) break;
    query.set('cursor', body.next);
  }
  return statements;
}

interface EdgeKey {
  source: string;
  type: string;
  target: string;
}

function evidenceQuery(edge: EdgeKey, filters: Filters): URLSearchParams {
  const query = filterQuery(withoutKeys(filters, 'type', 'class'));
  query.set('source', edge.source);
  query.set('target', edge.target);
  query.set('type', edge.type);
  return query;
}

/** The sentences behind one relation under the filters, newest first. */
export function fetchEvidence(edge: EdgeKey, filters: Filters, signal?: AbortSignal): Promise<StatementView[]> {
  return fetchAllStatements(evidenceQuery(edge, filters), signal);
}

/** The newest sentence behind one relation under the filters. */
export async function fetchFirstStatement(edge: EdgeKey, filters: Filters): Promise<StatementView | undefined> {
  const query = evidenceQuery(edge, filters);
  query.set('limit', '1');
  const body: StatementsBody = await fetchJson(`/api/statements?${query}`);
  return body.statements[0];
}

/** All sentences under the filters: the table prints one wording a relation. */
export function fetchStatements(filters: Filters, signal?: AbortSignal): Promise<StatementView[]> {
  return fetchAllStatements(filterQuery(filters), signal);
}

/** Address of the export, of the filtered graph or of all. */
export function exportUrl(filters?: Filters): string {
  const query = filters ? filterQuery(filters).toString() : '';
  return query ? `/api/export/json?${query}` : '/api/export/json';
}
