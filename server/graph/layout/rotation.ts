import type { Point } from '../../types.ts';
import { measureCost } from './cost.ts';
import { type Frame, findCentre } from './frame.ts';
import { buildScene, type LayoutEdge, type LayoutNode } from './scene.ts';

const ROTATIONS = 72;

/**
 * Turns a drawing in steps of five degrees, mirrored and not, stretches each to the frame and returns the cheapest.
 * Nodes and edges must be sorted.
 */
export function rotateToFrame(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  frame: Frame,
  positions: ReadonlyMap<string, Point>,
): Map<string, Point> {
  let best = stretchToFrame(positions, frame);
  let lowest = Infinity;
  for (let step = 0; step < 2 * ROTATIONS; step += 1) {
    const angle = (2 * Math.PI * (step % ROTATIONS)) / ROTATIONS;
    const mirror = step < ROTATIONS ? 1 : -1;
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    const turned = new Map<string, Point>();
    for (const [id, { x, y }] of positions) turned.set(id, { x: mirror * (x * cos - y * sin), y: x * sin + y * cos });
    const candidate = stretchToFrame(turned, frame);
    const { total } = measureCost(buildScene(nodes, edges, frame, candidate));
    if (total < lowest) {
      lowest = total;
      best = candidate;
    }
  }
  return best;
}

/** Stretches the drawing to the inner box of the frame in both directions; what has no extent goes to its middle. */
function stretchToFrame(positions: ReadonlyMap<string, Point>, frame: Frame): Map<string, Point> {
  const places = [...positions.values()];
  const left = Math.min(...places.map((place) => place.x));
  const right = Math.max(...places.map((place) => place.x));
  const top = Math.min(...places.map((place) => place.y));
  const bottom = Math.max(...places.map((place) => place.y));
  const { inner } = frame;
  const centre = findCentre(inner);
  const factorX = right - left > 1 ? (inner.right - inner.left) / (right - left) : 0;
  const factorY = bottom - top > 1 ? (inner.bottom - inner.top) / (bottom - top) : 0;
  return new Map(
    [...positions].map(([id, { x, y }]) => [
      id,
      { x: centre.x + (x - (left + right) / 2) * factorX, y: centre.y + (y - (top + bottom) / 2) * factorY },
    ]),
  );
}
