import type { Point } from '../server/types.ts';

const STEPS = 20;
const EDGE_MARGIN = 8;
const ZOOM_MOST = 1.6;
/** Room around actors outside of the frame, for their names. */
const NODE_MARGIN = 24;

interface Size {
  w: number;
  h: number;
}

interface Box {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

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

/**
 * Zoom and pan that show a frame from the origin, and actors that lie outside of it, in the middle of a room of the
 * screen, as large as it allows up to 1.6.
 */
export function fitFrame(frame: Size, nodes: Box, room: Size): { zoom: number; pan: Point } {
  const x1 = Math.min(0, nodes.x1 - NODE_MARGIN);
  const y1 = Math.min(0, nodes.y1 - NODE_MARGIN);
  const x2 = Math.max(frame.w, nodes.x2 + NODE_MARGIN);
  const y2 = Math.max(frame.h, nodes.y2 + NODE_MARGIN);
  const zoom = Math.min(ZOOM_MOST, room.w / (x2 - x1), room.h / (y2 - y1));
  return { zoom, pan: { x: (room.w - zoom * (x1 + x2)) / 2, y: (room.h - zoom * (y1 + y2)) / 2 } };
}

/** Zoom and pan that show a box in the middle of a room of the screen less its margins, as large as it allows up to 1.6. */
export function fitBox(
  { x1, y1, x2, y2 }: Box,
  room: Size,
  margin: { x: number; top: number; bottom: number },
): { zoom: number; pan: Point } {
  const free = { w: Math.max(1, room.w - 2 * margin.x), h: Math.max(1, room.h - margin.top - margin.bottom) };
  const zoom = Math.min(ZOOM_MOST, free.w / Math.max(1, x2 - x1), free.h / Math.max(1, y2 - y1));
  return {
    zoom,
    pan: {
      x: margin.x + (free.w - zoom * (x1 + x2)) / 2,
      y: margin.top + (free.h - zoom * (y1 + y2)) / 2,
    },
  };
}
