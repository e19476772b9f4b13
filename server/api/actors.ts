import express, { type Router } from 'express';
import { badRequest, notFound } from '../errors.ts';
import { searchActors } from '../graph/actor-search.ts';
import type { GraphIndex } from '../graph/graph-index.ts';
import { describeActor } from '../graph/neighbours.ts';
import { findPaths } from '../graph/paths.ts';
import { listKnownValues, parseFilters, readQuery } from '../graph/query.ts';
import type { Filters } from '../types.ts';
import { readCount, refuseUnknown } from './query.ts';

export interface ActorDeps {
  types: ReadonlyMap<string, unknown>;
  /** The graph of the store as it is now. */
  readIndex: () => Promise<GraphIndex>;
}

const HITS = { fallback: 10, max: 100 };
const STEPS = { fallback: 4, max: 6 };
/** In /api/paths `from` and `to` are actors, so the days of the filter have names of their own. */
const DAYS = { since: 'from', until: 'to' } as const;

/** Routes that find actors, tell of one, and of the ways between two. */
export function createActorRoutes({ types, readIndex }: ActorDeps): Router {
  const router = express.Router();

  const readFilters = (index: GraphIndex, params: URLSearchParams, extras: string[] = []) =>
    parseFilters(params, listKnownValues(index, types.keys()), extras);

  router.get('/api/actors', async (request, response) => {
    const params = readQuery(request.originalUrl);
    const errors = refuseUnknown(params, ['q', 'limit']);
    const limit = readCount(params, 'limit', HITS, errors);
    if (errors.length > 0) throw badRequest(errors);
    response.json(searchActors(await readIndex(), params.get('q') ?? '', limit));
  });

  router.get('/api/actors/:id', async (request, response) => {
    const index = await readIndex();
    const { id } = request.params;
    if (!index.actors.has(id)) throw notFound(`There is no actor "${id}". GET /api/actors finds the ids of names.`);
    const { filters, errors } = readFilters(index, readQuery(request.originalUrl));
    if (errors.length > 0) throw badRequest(errors);
    response.json(describeActor(index, filters, id));
  });

  router.get('/api/paths', async (request, response) => {
    const params = readQuery(request.originalUrl);
    const index = await readIndex();
    const [from, to] = [params.get('from') ?? '', params.get('to') ?? ''];
    const { filters, errors } = readPathFilters(index, params);
    for (const [field, id] of Object.entries({ from, to }))
      if (!index.actors.has(id))
        errors.push({
          field,
          detail: id
            ? `There is no actor "${id.slice(0, 60)}". GET /api/actors finds the ids of names.`
            : 'Name the actor at this end by its id.',
        });
    if (from && from === to) errors.push({ field: 'to', detail: 'It is the same actor as from; give another.' });
    const max = readCount(params, 'max', STEPS, errors);
    if (errors.length > 0) throw badRequest(errors);
    response.json(findPaths(index, filters, { from, to, max }));
  });

  function readPathFilters(index: GraphIndex, params: URLSearchParams) {
    const rest = new URLSearchParams();
    for (const [name, value] of params)
      if (name !== 'from' && name !== 'to')
        rest.append(Object.hasOwn(DAYS, name) ? DAYS[name as 'since'] : name, value);
    const parsed: { filters: Filters; errors: { field: string; detail: string }[] } = readFilters(index, rest, ['max']);
    const names: Record<string, string> = { from: 'since', to: 'until' };
    const errors = parsed.errors.map(({ field, detail }) => ({ field: names[field] ?? field, detail }));
    for (const name of ['from', 'to'])
      if (params.getAll(name).length > 1)
        errors.push({ field: name, detail: 'It stands more than once; give it once.' });
    return { filters: parsed.filters, errors };
  }

  return router;
}
