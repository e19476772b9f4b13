import type { EdgeData, GraphBody, GraphNode, NodeData, PathsBody, Point } from '../server/types.ts';
import { parseExpansion } from './canvas-state.ts';
import { findWithin } from './neighbourhood.ts';
import type { ViewState } from './state.ts';

/** Up to here a graph opens as a whole; a larger one with its best-connected actors. */
const WHOLE_AT_MOST = 150;
const BEST = 60;

export interface DrawnNode {
  data: NodeData;
  /** Where the server has laid it out on wide screens; the place on narrow ones is among its data. */
  place: Point;
  /** Drawn, but without a relation under the filters. */
  faded: boolean;
}

/** What the canvas shows of a graph. */
export interface Drawing {
  nodes: DrawnNode[];
  edges: EdgeData[];
  /** Ids of what is on the chains between two actors; the rest stands back. Null where no chains are shown. */
  chains: Set<string> | null;
  /** Actors that the filters leave, drawn or not. */
  matched: number;
  /** Whether the drawing is the whole graph, in the frame that it was laid out for. */
  whole: boolean;
  /** Names the part that is drawn: another one is brought into view, a change within it moves nothing. */
  scene: string;
}

export interface DrawingInput {
  base: GraphBody;
  graph: GraphBody;
  state: ViewState;
  paths: PathsBody | null;
  /** Actors that stay as they are without a relation under the filters. */
  kept: ReadonlySet<string>;
}

/** The actors that a graph opens with: all of a small one, the best-connected of a larger one. */
function selectOpening(graph: GraphBody, count: number, degreeOf: (node: NodeData) => number): string[] {
  const nodes = graph.elements.nodes.map(({ data }) => data);
  if (count <= WHOLE_AT_MOST) return nodes.map(({ id }) => id);
  return nodes
    .sort((a, b) => degreeOf(b) - degreeOf(a) || (a.id < b.id ? -1 : 1))
    .slice(0, BEST)
    .map(({ id }) => id);
}

/** The other ends of an actor's relations, of all types or of one. */
function listNeighbours(edges: EdgeData[], expansion: string): string[] {
  const { actor, type } = parseExpansion(expansion);
  const ends = edges
    .filter((edge) => (edge.source === actor || edge.target === actor) && (type === null || edge.type === type))
    .flatMap(({ source, target }) => [source, target]);
  return [actor, ...ends];
}

/** Ends of a relation, which its id names. */
function endsOf(edge: string | null): string[] {
  const [source, , target] = edge?.split(':') ?? [];
  return source && target ? [source, target] : [];
}

function selectActors({ base, graph, state, paths }: DrawingInput): Set<string> {
  const edges = graph.elements.edges.map(({ data }) => data);
  const asked = [state.actor ?? [], endsOf(state.edge), paths?.chains.flatMap(({ actors }) => actors) ?? []].flat();
  const expanded = state.expand.flatMap((expansion) => listNeighbours(edges, expansion));
  const hidden = new Set(state.hidden);
  const ids = state.focus
    ? [...findWithin(edges, state.focus, state.depth, hidden).keys()]
    : [
        ...selectOpening(base, base.all.nodes, ({ total }) => total),
        ...selectOpening(graph, graph.total.nodes, ({ degree }) => degree),
      ];
  return new Set([...ids, ...asked, ...expanded].filter((id) => !hidden.has(id)));
}

/**
 * Decides what of a graph is drawn: what it opens with, or the neighbourhood in focus; besides that what the reader has
 * selected, expanded or connected by chains; but nothing that the reader has hidden.
 */
export function selectDrawing(input: DrawingInput): Drawing {
  const { base, graph, state, paths, kept } = input;
  const known = new Map<string, GraphNode>();
  for (const { elements } of [base, ...(paths ? [paths] : []), graph])
    for (const node of elements.nodes) known.set(node.data.id, node);
  const matching = new Set(graph.elements.nodes.map(({ data }) => data.id));
  const actors = selectActors(input);
  const nodes = [...actors].flatMap((id): DrawnNode[] => {
    const node = known.get(id);
    if (!node) return [];
    const matches = matching.has(id) || kept.has(id);
    if (!matches && (state.hide || state.focus) && id !== state.focus) return [];
    return [{ data: node.data, place: node.position, faded: !matches }];
  });
  const drawn = new Set(nodes.map(({ data }) => data.id));
  const relations = new Map(graph.elements.edges.map(({ data }) => [data.id, data]));
  for (const { data } of paths?.elements.edges ?? []) relations.set(data.id, data);
  const edges = [...relations.values()].filter(({ source, target }) => drawn.has(source) && drawn.has(target));
  return {
    nodes,
    edges,
    chains: paths && new Set(paths.chains.flatMap((chain) => [...chain.actors, ...chain.steps.flat()])),
    matched: graph.total.nodes,
    whole: !state.focus && !paths && base.all.nodes <= WHOLE_AT_MOST,
    scene: JSON.stringify([state.focus && [state.focus, state.depth], paths && state.path]),
  };
}
