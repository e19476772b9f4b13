import type { Placement, Point } from '../../types.ts';
import { placeByForce } from './force.ts';
import { type Frame, findCentre, growFrame, narrowFrame, wideFrame } from './frame.ts';
import { polish } from './polish.ts';
import { rotateToFrame } from './rotation.ts';
import { type LayoutEdge, type LayoutNode, sortEdges, sortNodes } from './scene.ts';
import { separateNodes } from './separation.ts';

export type { LayoutEdge, LayoutNode } from './scene.ts';

export interface LayoutOptions {
  /** Places of actors drawn before, which are kept exactly. */
  fixed?: ReadonlyMap<string, Placement>;
  seed?: number;
}

/** Above this many actors, or edges, single labels no longer decide whether a drawing can be read. */
const POLISH_NODES = 60;
const POLISH_EDGES = 1200;
const SEEDS = 4;
const MOVES = 16000;
/** Without labels there is less to mend. */
const MOVES_UNLABELLED = 8000;
const FEWEST_MOVES = 1500;
/** Comparisons of two edges that one run of the polish may make; some seconds at most. */
const COMPARISONS = 20_000_000;

/**
 * Places all actors on the wide and the narrow frame. Up to 60 actors the drawing is polished label by label; with
 * `fixed` places only the other actors are placed. The same graph gives the same drawing, in whatever order it comes.
 */
export function layoutGraph(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  options: LayoutOptions = {},
): Map<string, Placement> {
  const { fixed = new Map<string, Placement>(), seed = 1 } = options;
  const sorted = sortNodes(nodes);
  const usable = sortEdges(sorted, edges);
  const kept = sorted.filter((node) => fixed.has(node.id));
  const wideKept = new Map(kept.map((node): [string, Point] => [node.id, (fixed.get(node.id) as Placement).wide]));
  const narrowKept = new Map(kept.map((node): [string, Point] => [node.id, (fixed.get(node.id) as Placement).narrow]));
  const wide = layoutFrame(sorted, usable, wideFrame, wideKept, seed);
  const narrow =
    sorted.length > POLISH_NODES && kept.length === 0
      ? shrink(wide)
      : layoutFrame(sorted, usable, narrowFrame, narrowKept, seed);
  return new Map(
    sorted.map(
      ({ id }) => [id, { wide: wide.get(id) as Point, narrow: narrow.get(id) as Point }] as [string, Placement],
    ),
  );
}

function layoutFrame(
  nodes: LayoutNode[],
  edges: LayoutEdge[],
  base: Frame,
  fixed: Map<string, Point>,
  seed: number,
): Map<string, Point> {
  if (nodes.length === 0 || fixed.size === nodes.length) return fixed;
  const frame = growFrame(base, nodes.length, edges.length);
  const isSmall = nodes.length <= POLISH_NODES && edges.length <= POLISH_EDGES;
  const rough = placeByForce(nodes, edges, frame, { fixed, seed });
  if (!isSmall) return round(rough, fixed);
  const start = fixed.size === 0 ? rotateToFrame(nodes, edges, frame, rough) : rough;
  const movable = new Set(nodes.map((node) => node.id).filter((id) => !fixed.has(id)));
  const limit = frame.labels ? MOVES : MOVES_UNLABELLED;
  let best = start;
  let lowest = Infinity;
  for (let run = 0; run < SEEDS; run += 1) {
    const moves = Math.min(limit, countMoves(nodes.length, edges.length, movable.size));
    const result = polish(nodes, edges, frame, start, { seed: seed * 1000 + run, moves, movable });
    if (result.cost >= lowest) continue;
    lowest = result.cost;
    best = result.positions;
  }
  const positions = new Map([...best, ...fixed]);
  separateNodes(nodes, positions, frame.scale, fixed);
  return round(positions, fixed);
}

/** Fewer moves for graphs with many edges, where each one is dear, and for few nodes, which soon find their place. */
function countMoves(nodes: number, edges: number, movable: number): number {
  const comparisons = Math.max(1, ((2 * edges) / nodes) * edges);
  const affordable = Math.max(FEWEST_MOVES, Math.floor(COMPARISONS / comparisons));
  return Math.min(affordable, FEWEST_MOVES * movable);
}

/** The narrow drawing of a large graph: the wide one about the other centre, smaller by as much as its nodes are. */
function shrink(wide: ReadonlyMap<string, Point>): Map<string, Point> {
  const from = findCentre(wideFrame.inner);
  const to = findCentre(narrowFrame.inner);
  const { scale } = narrowFrame;
  return round(
    new Map(
      [...wide].map(([id, { x, y }]) => [id, { x: to.x + (x - from.x) * scale, y: to.y + (y - from.y) * scale }]),
    ),
    new Map(),
  );
}

/** Tenths of a px: nobody sees less, and stored places stay short. Fixed places stay what they were. */
function round(positions: ReadonlyMap<string, Point>, fixed: ReadonlyMap<string, Point>): Map<string, Point> {
  const tenth = (value: number) => Math.round(value * 10) / 10;
  return new Map([...positions].map(([id, { x, y }]) => [id, fixed.get(id) ?? { x: tenth(x), y: tenth(y) }]));
}
