import type { Relation } from './relations.ts';

/** Actor id → the actors it shares a relation with, whichever way that points. */
export type Links = ReadonlyMap<string, ReadonlySet<string>>;

/** Who is linked to whom by relations. */
export function linkActors(relations: Relation[]): Links {
  const links = new Map<string, Set<string>>();
  const add = (from: string, to: string) => {
    const known = links.get(from);
    if (known) known.add(to);
    else links.set(from, new Set([to]));
  };
  for (const { source, target } of relations) {
    add(source, target);
    add(target, source);
  }
  return links;
}

/** Steps from an actor to every actor within `depth`; breadth first, one pass a frontier, and no further than `until`. */
export function countDistances(links: Links, from: string, depth: number, until?: string): Map<string, number> {
  const distances = new Map([[from, 0]]);
  let frontier = [from];
  for (let step = 1; step <= depth && frontier.length > 0; step += 1) {
    const next: string[] = [];
    for (const actor of frontier)
      for (const neighbour of links.get(actor) ?? [])
        if (!distances.has(neighbour)) {
          distances.set(neighbour, step);
          next.push(neighbour);
        }
    if (until !== undefined && distances.has(until)) break;
    frontier = next;
  }
  return distances;
}
