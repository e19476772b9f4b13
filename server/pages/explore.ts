import { buildGraph } from '../graph/build-graph.ts';
import { refArticle, sortNewestFirst, viewStatement } from '../graph/evidence.ts';
import { describeNode, type GraphIndex } from '../graph/graph-index.ts';
import { listKnownValues, parseFilters, writeFilters } from '../graph/query.ts';
import { readScope, SCOPE_PARAMETERS } from '../graph/scope.ts';
import { describeVocabulary } from '../graph/vocabulary.ts';
import type { ExplorerPage, RelationType } from '../types.ts';

/** Parameters of the page alone; the client reads them. */
const PAGE_PARAMETERS = [
  'view',
  'edge',
  'actor',
  'sort',
  'rows',
  'hide',
  'lonely',
  ...SCOPE_PARAMETERS,
  'path',
  'hidden',
  'panel',
];
/** Relations that the page draws and lists at most; the search and the API reach the rest. */
const ACTOR_LIMIT = 500;

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
  const scope = readScope(index, relationTypes, query, errors);
  const { body, evidence } = buildGraph(index, filters, { ...scope, limit: ACTOR_LIMIT });
  const degrees = new Map(body.elements.nodes.map(({ data }) => [data.id, data.degree]));
  const node = (id: string) => describeNode(index, id, degrees.get(id) ?? 0).data;
  const exported = writeFilters(filters).toString();
  return {
    graph: body,
    filters,
    vocabulary: describeVocabulary(relationTypes.values()),
    rows: body.elements.edges
      .map(({ data }) => ({
        edge: data,
        source: node(data.source),
        target: node(data.target),
        statements: sortNewestFirst(evidence.get(data.id) ?? []).map((subject) => viewStatement(index, subject)),
      }))
      .sort((a, b) => b.edge.count - a.edge.count),
    articles: index.source.articles.map(({ id }) => refArticle(index.source.articles, id)),
    ignored: errors.map(({ field, given }) => `${field} ${given}`.trim()),
    view: query.get('view') === 'table' ? 'table' : 'graph',
    exportUrl: `/api/export/json${exported && `?${exported}`}`,
  };
}
