import { buildGraph } from '../graph/build-graph.ts';
import { refArticle, sortNewestFirst, viewStatement } from '../graph/evidence.ts';
import type { GraphIndex } from '../graph/graph-index.ts';
import { listKnownValues, parseFilters, type QueryError, writeFilters } from '../graph/query.ts';
import { readScope, SCOPE_PARAMETERS } from '../graph/scope.ts';
import { listColumns, readSort, sortRows } from '../graph/table.ts';
import { describeVocabulary } from '../graph/vocabulary.ts';
import type { ExplorerPage, Filters, RelationType } from '../types.ts';
import { describeForm } from './filter-form.ts';
import { describeFilters, nameValues } from './filter-sentence.ts';

/** Parameters of the page alone; the client reads them. */
const PAGE_PARAMETERS = [
  'view',
  'edge',
  'actor',
  'sort',
  'rows',
  'values',
  'hide',
  'lonely',
  ...SCOPE_PARAMETERS,
  'path',
  'hidden',
  'panel',
];
/** Those that a new choice of filters drops: a selection, and how far the table was read. */
const PASSING_PARAMETERS = ['edge', 'actor', 'rows'];
/** Rows that the table begins with, and that each "more" adds. */
const ROWS = 100;
/** Sentences that a row shows of its relation; the page of its pair has all. */
const SENTENCES = 5;

/** The parameter `rows`: a whole number, or what the table begins with. */
function readRows(query: URLSearchParams, errors: QueryError[]): number {
  const value = query.get('rows');
  if (!value) return ROWS;
  if (/^[1-9]\d{0,5}$/.test(value)) return Math.max(ROWS, Number(value));
  errors.push({ field: 'rows', given: `"${value.slice(0, 60)}"`, detail: 'Write a whole number.' });
  return ROWS;
}

/** An address of the page from its parameters, ids with their colons as they are. */
function toAddress(params: URLSearchParams): string {
  const text = params.toString().replaceAll('%3A', ':');
  return text ? `/?${text}` : '/';
}

/** An address in which those who tell (`told`) are the filter on speakers: without scripts their relations are listed. */
function readTold(address: URLSearchParams): URLSearchParams {
  if (!address.has('told')) return address;
  const query = new URLSearchParams();
  for (const [key, value] of address) {
    if (key === 'told') query.append('speaker', value);
    else if (key !== 'speaker' && key !== 'not-speaker') query.append(key, value);
  }
  return query;
}

/** The explorer's content for an address; what the address gets wrong is left out and named in `ignored`. */
export function exploreGraph(
  index: GraphIndex,
  relationTypes: ReadonlyMap<string, RelationType>,
  address: URLSearchParams,
): ExplorerPage {
  const query = readTold(address);
  const known = listKnownValues(index, relationTypes.keys());
  const { filters, errors } = parseFilters(query, known, PAGE_PARAMETERS);
  const { focus, depth } = readScope(index, relationTypes, query, errors);
  const sort = readSort(query, errors);
  const limit = readRows(query, errors);
  const graph = buildGraph(index, filters, { ...(focus && { focus }), ...(depth && { depth }) });
  const rows = sortRows(graph.body, sort);

  const rest = new URLSearchParams(
    [...query].filter(([name]) => PAGE_PARAMETERS.includes(name) && !PASSING_PARAMETERS.includes(name)),
  );
  const withRest = (search: URLSearchParams) => toAddress(new URLSearchParams([...search, ...rest]));
  const linkTo = (changed: Filters) => withRest(writeFilters(changed));
  const tableWith = (name: string, value: string): string => {
    const params = new URLSearchParams([...writeFilters(filters), ...rest]);
    params.set('view', 'table');
    params.set(name, value);
    return toAddress(params);
  };
  const phrases = describeFilters(filters, nameValues(index, relationTypes));
  const { blame } = graph.body;
  const exported = writeFilters(filters).toString();
  return {
    graph: { ...graph.body, phrases },
    filters,
    vocabulary: describeVocabulary(relationTypes.values()),
    rows: rows.slice(0, limit).map((row) => ({
      ...row,
      statements: sortNewestFirst(graph.evidence.get(row.edge.id) ?? [])
        .slice(0, SENTENCES)
        .map((subject) => viewStatement(index, subject)),
    })),
    columns: listColumns(sort).map((column) => ({ ...column, href: tableWith('sort', column.next) })),
    more: rows.length > limit ? tableWith('rows', String(limit + ROWS)) : null,
    form: describeForm(graph.body, filters, relationTypes, { linkTo, rest, open: query.getAll('values') }),
    sentence: phrases.map(({ words, without }) => ({ words, href: withRest(new URLSearchParams(without)) })),
    reset: withRest(new URLSearchParams()),
    blame: blame && { ...blame, href: withRest(new URLSearchParams(blame.without)) },
    articles: index.source.articles.map(({ id }) => refArticle(index.source.articles, id)),
    ignored: errors.map(({ field, given }) => `${field} ${given}`.trim()),
    view: query.get('view') === 'table' ? 'table' : 'graph',
    exportUrl: `/api/export/json${exported && `?${exported}`}`,
  };
}
