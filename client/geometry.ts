import type { Point } from '../server/types.ts';

const STEPS = 20;
const EDGE_MARGIN = 8;

/** Least distance in px from a point to the quadratic curve from `a` by the control point `c` to `b`. */
export function distanceToCurve(point: Point, a: Point, c: Point, b: Point): number {
  let least = Number.POSITIVE_INFINITY;
  for (let step = 0; step <= STEPS; step += 1) {
    const t = step / STEPS;
    const u = 1 - t;
    const x = u * u * a.x + 2 * u * t * c.x + t * t * b.x;
    const y = u * u * a.y + 2 * u * t * c.y + t * t * b.y;
    least = Math.min(least, Math.hypot(x - point.x, y - point.y));
  }
  return least;
}

/** How far to move the span from `low` to `high` so that it stands between the margins of `room`; its start wins. */
export function shiftInto(low: number, high: number, room: number): number {
  if (low < EDGE_MARGIN) return EDGE_MARGIN - low;
  if (high > room - EDGE_MARGIN) return Math.max(EDGE_MARGIN - low, room - EDGE_MARGIN - high);
  return 0;
}
