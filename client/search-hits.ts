import type { ActorRef, ActorsBody, EdgeData, GraphBody, NodeData } from '../server/types.ts';
import { indexNodes, listEdges } from './explorer.ts';
import { matchesWords } from './words.ts';

export interface EdgeHit {
  edge: EdgeData;
  source: NodeData;
  target: NodeData;
}

export type Hit = { kind: 'actor'; actor: ActorsBody['actors'][number] } | ({ kind: 'edge' } & EdgeHit);

/** What the search shows for some words. */
export interface Hits {
  list: Hit[];
  /** Hits beyond those shown. */
  more: number;
  /** Names that come nearest where nothing is found. */
  nearest: ActorRef[];
}

export const ACTORS_SHOWN = 6;
const EDGES_SHOWN = 6;

/** Relations whose sentence holds the words, those with most sentences first; a slip is forgiven where nothing else fits. */
export function findEdges(graph: GraphBody, typed: string): EdgeHit[] {
  const nodes = indexNodes(graph);
  const all = listEdges(graph).flatMap((edge) => {
    const [source, target] = [nodes.get(edge.source), nodes.get(edge.target)];
    return source && target ? [{ edge, source, target }] : [];
  });
  const matching = (forgiving: boolean) =>
    all.filter(({ edge, source, target }) =>
      matchesWords(`${source.label} ${edge.label} ${target.label}`, typed, forgiving),
    );
  const exact = matching(false);
  return exact.length > 0 ? exact : matching(true);
}

/** Actors and relations together, actors first. */
export function joinHits({ actors, more, nearest }: ActorsBody, edges: EdgeHit[]): Hits {
  const shown = edges.slice(0, EDGES_SHOWN);
  return {
    list: [
      ...actors.map((actor): Hit => ({ kind: 'actor', actor })),
      ...shown.map((hit): Hit => ({ kind: 'edge', ...hit })),
    ],
    more: more + edges.length - shown.length,
    nearest,
  };
}
