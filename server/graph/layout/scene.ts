import type { ActorKind, Point } from '../../types.ts';
import type { Frame } from './frame.ts';
import { measureName, measureText } from './text-width.ts';

export interface LayoutNode {
  id: string;
  kind: ActorKind;
  label: string;
  /** Number of edges at the node, which its drawn size hangs on. */
  degree: number;
}

export interface LayoutEdge {
  source: string;
  target: string;
  /** As drawn, with any mark and count. */
  label: string;
  /**
   * Offset in px of the curve's middle from the straight line, to the left (as seen on the screen) of the direction
   * from the end with the smaller id to the other.
   */
  bend: number;
}

/** Segments that a curve is cut into. */
export const SEGMENTS = 6;
/** Numbers of one curve in `points`. */
export const STRIDE = 2 * (SEGMENTS + 1);
const NAME_LIMIT = 110;
const NAME_MARGIN = 5;
const LABEL_SIZE = 13;
const LABEL_PADDING = 1.5;
/** Half the height of an edge's label with its padding. */
export const LABEL_HALF = 8;
/** Curves end this far off the node. */
const END_GAP = 4;

/** A graph in typed arrays. Nodes, lines (edges) and pairs (of connected nodes) are numbered in a fixed order. */
export interface Scene {
  frame: Frame;
  ids: string[];
  x: Float64Array;
  y: Float64Array;
  radius: Float64Array;
  /** The name is a box centred below its node: half its width, and its height. */
  nameHalf: Float64Array;
  nameHeight: Float64Array;
  lineCount: number;
  /** Ends of a line: `from` has the smaller id. */
  from: Int32Array;
  to: Int32Array;
  bend: Float64Array;
  /** Half the width of a line's label. */
  labelHalf: Float64Array;
  linePair: Int32Array;
  /** Label of a line: its middle and its direction. */
  labelX: Float64Array;
  labelY: Float64Array;
  alongX: Float64Array;
  alongY: Float64Array;
  /** Points of the curves, x and y in turn, and the boxes around them. */
  points: Float64Array;
  left: Float64Array;
  top: Float64Array;
  right: Float64Array;
  bottom: Float64Array;
  pairFrom: Int32Array;
  pairTo: Int32Array;
  /** Lines of a pair. */
  pairLines: Int32Array;
  /** The widest bend of a pair's lines. */
  pairBend: Float64Array;
  /** Lines and pairs at a node. */
  linesAt: number[][];
  pairsAt: number[][];
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Radius in px of a node at zoom 1 on the wide frame. */
export function measureRadius(node: LayoutNode): number {
  const root = Math.sqrt(node.degree);
  return (node.kind === 'country' ? 30 + 5.2 * root : 28 + 3.4 * root) / 2;
}

export function sortNodes(nodes: readonly LayoutNode[]): LayoutNode[] {
  return [...nodes].sort((a, b) => compareText(a.id, b.id));
}

/** Edges in an order which does not hang on the one they came in; without loops and without edges to unknown nodes. */
export function sortEdges(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): LayoutEdge[] {
  const known = new Set(nodes.map((node) => node.id));
  const key = (edge: LayoutEdge) =>
    edge.source < edge.target ? [edge.source, edge.target] : [edge.target, edge.source];
  return edges
    .filter((edge) => edge.source !== edge.target && known.has(edge.source) && known.has(edge.target))
    .map((edge) => ({ edge, ends: key(edge) as [string, string] }))
    .sort(
      (a, b) =>
        compareText(a.ends[0], b.ends[0]) ||
        compareText(a.ends[1], b.ends[1]) ||
        a.edge.bend - b.edge.bend ||
        compareText(a.edge.label, b.edge.label),
    )
    .map(({ edge }) => edge);
}

/** Builds the scene of sorted nodes and edges (`sortNodes`, `sortEdges`) at the positions given. */
export function buildScene(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  frame: Frame,
  positions: ReadonlyMap<string, Point>,
): Scene {
  const n = nodes.length;
  const m = edges.length;
  const index = new Map(nodes.map((node, i) => [node.id, i]));
  const names = nodes.map((node) => measureName(node.label, frame.nameSize, NAME_LIMIT));
  const pairs = new Map<number, number>();
  const pairEnds: { from: number; to: number; lines: number; bend: number }[] = [];
  const scene: Scene = {
    frame,
    ids: nodes.map((node) => node.id),
    x: Float64Array.from(nodes, (node) => positions.get(node.id)?.x ?? 0),
    y: Float64Array.from(nodes, (node) => positions.get(node.id)?.y ?? 0),
    radius: Float64Array.from(nodes, (node) => measureRadius(node) * frame.scale),
    nameHalf: Float64Array.from(names, (name) => name.width / 2 + 1),
    nameHeight: Float64Array.from(names, (name) => name.lines * (frame.nameSize + 2)),
    lineCount: m,
    from: new Int32Array(m),
    to: new Int32Array(m),
    bend: Float64Array.from(edges, (edge) => edge.bend * frame.scale),
    labelHalf: Float64Array.from(edges, (edge) => measureText(edge.label, LABEL_SIZE, 'regular') / 2 + LABEL_PADDING),
    linePair: new Int32Array(m),
    labelX: new Float64Array(m),
    labelY: new Float64Array(m),
    alongX: new Float64Array(m),
    alongY: new Float64Array(m),
    points: new Float64Array(m * STRIDE),
    left: new Float64Array(m),
    top: new Float64Array(m),
    right: new Float64Array(m),
    bottom: new Float64Array(m),
    pairFrom: new Int32Array(0),
    pairTo: new Int32Array(0),
    pairLines: new Int32Array(0),
    pairBend: new Float64Array(0),
    linesAt: nodes.map(() => []),
    pairsAt: nodes.map(() => []),
  };
  edges.forEach((edge, line) => {
    const ends = [index.get(edge.source) ?? 0, index.get(edge.target) ?? 0];
    const from = Math.min(...ends);
    const to = Math.max(...ends);
    scene.from[line] = from;
    scene.to[line] = to;
    let pair = pairs.get(from * n + to);
    if (pair === undefined) {
      pair = pairEnds.length;
      pairs.set(from * n + to, pair);
      pairEnds.push({ from, to, lines: 0, bend: 0 });
      scene.pairsAt[from]?.push(pair);
      scene.pairsAt[to]?.push(pair);
    }
    const ofPair = pairEnds[pair] as { lines: number; bend: number };
    ofPair.lines += 1;
    ofPair.bend = Math.max(ofPair.bend, Math.abs(scene.bend[line] as number));
    scene.linePair[line] = pair;
    scene.linesAt[from]?.push(line);
    scene.linesAt[to]?.push(line);
  });
  scene.pairFrom = Int32Array.from(pairEnds, (pair) => pair.from);
  scene.pairTo = Int32Array.from(pairEnds, (pair) => pair.to);
  scene.pairLines = Int32Array.from(pairEnds, (pair) => pair.lines);
  scene.pairBend = Float64Array.from(pairEnds, (pair) => pair.bend);
  for (let line = 0; line < m; line += 1) traceLine(scene, line);
  return scene;
}

/** Distance of the top of a node's name from the node's centre. */
export function nameTop(scene: Scene, node: number): number {
  return (scene.radius[node] as number) + NAME_MARGIN * (scene.frame.scale < 1 ? 0.8 : 1);
}

/**
 * Computes the curve and the label of a line from the places of its ends: a quadratic Bézier curve whose control point
 * lies twice the bend beside the middle of the straight line, and whose ends lie just off the nodes.
 */
export function traceLine(scene: Scene, line: number): void {
  const { points } = scene;
  const from = scene.from[line] as number;
  const to = scene.to[line] as number;
  const fromX = scene.x[from] as number;
  const fromY = scene.y[from] as number;
  const toX = scene.x[to] as number;
  const toY = scene.y[to] as number;
  const length = Math.max(1, Math.hypot(toX - fromX, toY - fromY));
  const bend = scene.bend[line] as number;
  const controlX = (fromX + toX) / 2 + (2 * bend * (toY - fromY)) / length;
  const controlY = (fromY + toY) / 2 - (2 * bend * (toX - fromX)) / length;
  // Both ends are equally far from the control point, but the nodes differ in size.
  const reach = Math.max(1, Math.hypot(controlX - fromX, controlY - fromY));
  const shareFrom = Math.min(0.9, ((scene.radius[from] as number) + END_GAP) / reach);
  const shareTo = Math.min(0.9, ((scene.radius[to] as number) + END_GAP) / reach);
  const startX = fromX + (controlX - fromX) * shareFrom;
  const startY = fromY + (controlY - fromY) * shareFrom;
  const endX = toX + (controlX - toX) * shareTo;
  const endY = toY + (controlY - toY) * shareTo;
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let i = 0; i <= SEGMENTS; i += 1) {
    const t = i / SEGMENTS;
    const a = (1 - t) * (1 - t);
    const b = 2 * t * (1 - t);
    const c = t * t;
    const x = a * startX + b * controlX + c * endX;
    const y = a * startY + b * controlY + c * endY;
    points[line * STRIDE + 2 * i] = x;
    points[line * STRIDE + 2 * i + 1] = y;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  scene.left[line] = left;
  scene.right[line] = right;
  scene.top[line] = top;
  scene.bottom[line] = bottom;
  scene.labelX[line] = (startX + 2 * controlX + endX) / 4;
  scene.labelY[line] = (startY + 2 * controlY + endY) / 4;
  const chord = Math.hypot(endX - startX, endY - startY);
  scene.alongX[line] = chord > 0.001 ? (endX - startX) / chord : 1;
  scene.alongY[line] = chord > 0.001 ? (endY - startY) / chord : 0;
}

/** Places of all nodes of a scene, rounded to tenths of a px: nobody sees less, and stored positions stay short. */
export function readPositions(scene: Scene): Map<string, Point> {
  return new Map(
    scene.ids.map((id, i) => [
      id,
      { x: Math.round((scene.x[i] as number) * 10) / 10, y: Math.round((scene.y[i] as number) * 10) / 10 },
    ]),
  );
}
