import express, { type Router } from 'express';
import { badRequest } from '../errors.ts';
import { buildGraph } from '../graph/build-graph.ts';
import type { GraphIndex } from '../graph/graph-index.ts';
import { listKnownValues, parseFilters, readQuery } from '../graph/query.ts';
import { readScope } from '../graph/scope.ts';
import { listColumns, readSort, sortRows } from '../graph/table.ts';
import type { RelationsBody, RelationType } from '../types.ts';
import { readCount } from './query.ts';

const PARAMETERS = ['sort', 'limit', 'focus', 'depth'];
const DEFAULT_LIMIT = 200;
const MAX_LIMIT = 100_000;

/** GET /api/relations: the table, relations with their ends in the order asked for. */
export function createRelationRoutes({
  types,
  readIndex,
}: {
  types: ReadonlyMap<string, RelationType>;
  readIndex: () => Promise<GraphIndex>;
}): Router {
  const router = express.Router();
  router.get('/api/relations', async (request, response) => {
    const params = readQuery(request.originalUrl);
    const index = await readIndex();
    const { filters, errors } = parseFilters(params, listKnownValues(index, types.keys()), PARAMETERS);
    const limit = readCount(params, 'limit', { fallback: DEFAULT_LIMIT, max: MAX_LIMIT }, errors);
    const sort = readSort(params, errors);
    const scope = readScope(index, types, params, errors);
    if (errors.length > 0) throw badRequest(errors);
    const rows = sortRows(buildGraph(index, filters, scope).body, sort);
    const body: RelationsBody = { rows: rows.slice(0, limit), total: rows.length, columns: listColumns(sort) };
    response.json(body);
  });
  return router;
}
