import type { FieldError } from '../errors.ts';
import { countDegrees, type GraphIndex } from './graph-index.ts';
import { countDistances, linkActors } from './links.ts';
import { quoteSome } from './query.ts';
import type { Relation } from './relations.ts';

/** Which actors of a filtered graph are handed out. */
export interface GraphScope {
  /** The best-connected ones, of the neighbourhood where there is a focus. */
  limit?: number;
  /** The actor in the middle of a neighbourhood of `depth` steps. */
  focus?: string;
  depth?: number;
  /** Actors handed out whatever the limit. */
  with?: string[];
  /** Actors handed out with their neighbours, all of them or those by relations of a type. */
  expand?: { actor: string; type: string | null }[];
}

export const SCOPE_PARAMETERS = ['focus', 'depth', 'with', 'expand'];
const DEPTHS = ['1', '2', '3'];
/** Stands between an actor and a type; no id holds it. */
const JOINT = '~';

/** Reads the scope of an address; what it gets wrong is added to the errors and left out. */
export function readScope(
  index: GraphIndex,
  types: ReadonlyMap<string, unknown>,
  params: URLSearchParams,
  errors: (FieldError & { given: string })[],
): GraphScope {
  const scope: GraphScope = {};
  const isActor = (field: string, id: string): boolean => {
    if (index.actors.has(id)) return true;
    const given = quoteSome([id]);
    errors.push({ field, given, detail: `There is no actor ${given}. GET /api/actors finds the ids of names.` });
    return false;
  };
  const [focus, depth] = [params.get('focus'), params.get('depth')];
  if (focus && isActor('focus', focus)) scope.focus = focus;
  if (depth && DEPTHS.includes(depth)) scope.depth = Number(depth);
  else if (depth) {
    const detail = 'Write 1, 2 or 3, the steps from the actor in focus.';
    errors.push({ field: 'depth', given: quoteSome([depth]), detail });
  }
  scope.with = params.getAll('with').filter((id) => isActor('with', id));
  scope.expand = params.getAll('expand').flatMap((value) => {
    const [actor = '', type = null] = value.split(JOINT);
    if (!isActor('expand', actor)) return [];
    if (type === null || types.has(type)) return [{ actor, type }];
    const given = quoteSome([type]);
    errors.push({ field: 'expand', given, detail: `There is no type ${given}. Write ACTOR or ACTOR~TYPE.` });
    return [];
  });
  return scope;
}

function addAsked(kept: Set<string>, relations: Relation[], { with: more = [], expand = [] }: GraphScope): void {
  for (const id of more) kept.add(id);
  for (const { actor, type } of expand) {
    kept.add(actor);
    for (const relation of relations)
      if ((relation.source === actor || relation.target === actor) && (type === null || relation.type.id === type))
        kept.add(relation.source).add(relation.target);
  }
}

/**
 * The relations in scope: those among the actors of the neighbourhood (all without a focus), of which the nearest and
 * then the best-connected `limit` are kept, the id deciding between equals, and among those asked for by name besides.
 */
export function selectScope(
  relations: Relation[],
  scope: GraphScope,
): { relations: Relation[]; neighbourhood: Relation[] | null } {
  const { focus, depth = 1, limit = Number.POSITIVE_INFINITY } = scope;
  const degrees = countDegrees(relations);
  const distances = focus ? countDistances(linkActors(relations), focus, depth) : new Map<string, number>();
  const among = (ids: { has: (id: string) => boolean }) =>
    relations.filter(({ source, target }) => ids.has(source) && ids.has(target));
  const near = (id: string) => distances.get(id) ?? 0;
  const candidates = [...degrees].filter(([id]) => !focus || distances.has(id));
  if (!focus && candidates.length <= limit) return { relations, neighbourhood: null };
  const kept = new Set(
    candidates
      .sort(([a, m], [b, n]) => near(a) - near(b) || n - m || (a < b ? -1 : 1))
      .slice(0, limit)
      .map(([id]) => id),
  );
  addAsked(kept, relations, scope);
  return { relations: among(kept), neighbourhood: focus ? among(distances) : null };
}
