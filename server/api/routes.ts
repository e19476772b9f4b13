import express, { type Router } from 'express';
import { badRequest, notFound } from '../errors.ts';
import { exportJson } from '../export/json.ts';
import { buildGraph } from '../graph/build-graph.ts';
import type { GraphIndex } from '../graph/graph-index.ts';
import { listKnownValues, parseFilters, readQuery } from '../graph/query.ts';
import { readScope, SCOPE_PARAMETERS } from '../graph/scope.ts';
import { describeVocabulary } from '../graph/vocabulary.ts';
import type { FilterPhrase, Filters, GraphBody, RelationType } from '../types.ts';
import { createActorRoutes } from './actors.ts';
import { readCount } from './query.ts';
import { createRelationRoutes } from './relations.ts';
import { listStatements, STATEMENT_PARAMETERS } from './statements.ts';

export interface ApiDeps {
  /** The filters in words, one phrase for each that can be dropped. */
  describeFilters: (index: GraphIndex, filters: Filters) => FilterPhrase[];
  relationTypes: ReadonlyMap<string, RelationType>;
  /** The graph of the store as it is now. */
  readIndex: () => Promise<GraphIndex>;
  /** Resolves when the database answers. */
  ping: () => Promise<void>;
}

/** Actors of GET /api/graph unless `limit` says otherwise: what a browser still draws smoothly. */
const DEFAULT_LIMIT = 500;
const MAX_LIMIT = 5000;

/** Routes of the JSON API. */
export function createApi({ relationTypes, readIndex, ping, describeFilters }: ApiDeps): Router {
  const router = express.Router();

  const readFilters = (index: GraphIndex, params: URLSearchParams, extras: string[] = []) =>
    parseFilters(params, listKnownValues(index, relationTypes.keys()), extras);

  router.use('/api', (_request, response, next) => {
    response.set('Cache-Control', 'no-cache');
    next();
  });

  router.get('/api/graph', async (request, response) => {
    const params = readQuery(request.originalUrl);
    const index = await readIndex();
    const { filters, errors } = readFilters(index, params, ['limit', ...SCOPE_PARAMETERS]);
    const limit = readCount(params, 'limit', { fallback: DEFAULT_LIMIT, max: MAX_LIMIT }, errors);
    const scope = readScope(index, relationTypes, params, errors);
    if (errors.length > 0) throw badRequest(errors);
    const { body } = buildGraph(index, filters, { ...scope, limit });
    response.json({ ...body, phrases: describeFilters(index, filters) } satisfies GraphBody);
  });

  router.use(createActorRoutes({ types: relationTypes, readIndex }));
  router.use(createRelationRoutes({ types: relationTypes, readIndex }));

  router.get('/api/statements', async (request, response) => {
    const params = readQuery(request.originalUrl);
    const index = await readIndex();
    const { filters, errors } = readFilters(index, params, STATEMENT_PARAMETERS);
    response.json(listStatements(index, filters, params, errors));
  });

  router.get('/api/vocabulary', (request, response) => {
    const [name] = readQuery(request.originalUrl).keys();
    if (name !== undefined) throw badRequest([{ field: name, detail: 'The vocabulary takes no parameters.' }]);
    response.json(describeVocabulary(relationTypes.values()));
  });

  router.get('/api/export/:format', async (request, response) => {
    if (request.params.format !== 'json')
      throw notFound(`There is no export format "${request.params.format}". Known: json.`);
    const index = await readIndex();
    const { filters, errors } = readFilters(index, readQuery(request.originalUrl));
    if (errors.length > 0) throw badRequest(errors);
    response.attachment('entente.json').json(exportJson(index, buildGraph(index, filters), filters));
  });

  router.get('/healthz', async (_request, response) => {
    await ping();
    response.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });

  router.use('/api', (request) => {
    throw notFound(`There is no ${request.method} ${request.baseUrl}${request.path}.`);
  });

  return router;
}
