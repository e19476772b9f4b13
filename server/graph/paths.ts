import type { Filters, PathsBody } from '../types.ts';
import { refActor } from './actor-search.ts';
import { countDegrees, describeNode, type GraphIndex } from './graph-index.ts';
import { countDistances, type Links, linkActors } from './links.ts';
import { describeEdge, groupRelations, type Relation } from './relations.ts';
import { selectStatements } from './selection.ts';

/** Chains that are handed out; of a dense graph there may be thousands, which nobody reads. */
const CHAINS_AT_MOST = 50;

/** Number of shortest chains to each actor on the way: the sum over those one step nearer to the start. */
function countChains(links: Links, distances: Map<string, number>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [actor, distance] of distances) {
    const before = [...(links.get(actor) ?? [])].filter((id) => distances.get(id) === distance - 1);
    counts.set(actor, distance === 0 ? 1 : before.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0));
  }
  return counts;
}

/** Up to `limit` shortest chains that end at `to`, better-connected actors first. */
function listChains(
  links: Links,
  distances: Map<string, number>,
  to: string,
  degrees: Map<string, number>,
  limit: number,
): string[][] {
  const chains: string[][] = [];
  const extend = (tail: string[]): void => {
    const [first = to] = tail;
    const distance = distances.get(first) ?? 0;
    if (distance === 0) chains.push(tail);
    else
      for (const before of [...(links.get(first) ?? [])]
        .filter((id) => distances.get(id) === distance - 1)
        .sort((a, b) => (degrees.get(b) ?? 0) - (degrees.get(a) ?? 0) || (a < b ? -1 : 1)))
        if (chains.length < limit) extend([before, ...tail]);
  };
  extend([to]);
  return chains;
}

const pairKey = (a: string, b: string): string => JSON.stringify(a < b ? [a, b] : [b, a]);

function groupByPair(relations: Relation[]): Map<string, Relation[]> {
  const pairs = new Map<string, Relation[]>();
  for (const relation of relations) {
    const key = pairKey(relation.source, relation.target);
    pairs.set(key, [...(pairs.get(key) ?? []), relation]);
  }
  return pairs;
}

/** The shortest chains of relations between two actors under filters, of at most `max` relations. */
export function findPaths(
  index: GraphIndex,
  filters: Filters,
  { from, to, max }: { from: string; to: string; max: number },
): PathsBody {
  const relations = groupRelations(selectStatements(index.subjects, filters).selected);
  const links = linkActors(relations);
  const degrees = countDegrees(relations);
  const distances = countDistances(links, from, max, to);
  const length = distances.get(to) ?? null;
  const chains = length === null ? [] : listChains(links, distances, to, degrees, CHAINS_AT_MOST);
  const pairs = groupByPair(relations);
  const used = new Map<string, Relation>();
  const steps = chains.map((actors) =>
    actors.slice(1).map((actor, at) => {
      const between = pairs.get(pairKey(actors[at] as string, actor)) ?? [];
      for (const relation of between) used.set(relation.id, relation);
      return between.map(({ id }) => id);
    }),
  );
  return {
    from: refActor(index, from),
    to: refActor(index, to),
    length,
    total: length === null ? 0 : (countChains(links, distances).get(to) ?? 0),
    limit: CHAINS_AT_MOST,
    chains: chains.map((actors, at) => ({ actors, steps: steps[at] ?? [] })),
    elements: {
      nodes: [...new Set(chains.flat())].sort().map((id) => describeNode(index, id, degrees.get(id) ?? 0)),
      edges: [...used.values()].map((relation) => ({
        data: describeEdge(relation, index.bends.get(relation.id) ?? 0, index.nameOf),
      })),
    },
  };
}
