import type { Box } from './frame.ts';

/** A rectangle turned about its centre: (ux, uy) is the unit vector along its width. */
export interface Rectangle {
  x: number;
  y: number;
  ux: number;
  uy: number;
  halfWidth: number;
  halfHeight: number;
}

/** How deep two turned rectangles lie in one another, in px: the shortest way apart, 0 if they are apart. */
export function overlapRectangles(a: Rectangle, b: Rectangle): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const cos = Math.abs(a.ux * b.ux + a.uy * b.uy);
  const sin = Math.abs(a.ux * b.uy - a.uy * b.ux);
  const alongA = a.halfWidth + b.halfWidth * cos + b.halfHeight * sin - Math.abs(dx * a.ux + dy * a.uy);
  if (alongA <= 0) return 0;
  const acrossA = a.halfHeight + b.halfWidth * sin + b.halfHeight * cos - Math.abs(dy * a.ux - dx * a.uy);
  if (acrossA <= 0) return 0;
  const alongB = b.halfWidth + a.halfWidth * cos + a.halfHeight * sin - Math.abs(dx * b.ux + dy * b.uy);
  if (alongB <= 0) return 0;
  const acrossB = b.halfHeight + a.halfWidth * sin + a.halfHeight * cos - Math.abs(dy * b.ux - dx * b.uy);
  if (acrossB <= 0) return 0;
  return Math.min(alongA, acrossA, alongB, acrossB);
}

/** How deep a circle lies in a turned rectangle, in px, 0 if they are apart. */
export function overlapCircle(box: Rectangle, x: number, y: number, radius: number): number {
  const dx = x - box.x;
  const dy = y - box.y;
  const beyondX = Math.max(0, Math.abs(dx * box.ux + dy * box.uy) - box.halfWidth);
  const beyondY = Math.max(0, Math.abs(dy * box.ux - dx * box.uy) - box.halfHeight);
  if (beyondX > radius || beyondY > radius) return 0;
  return Math.max(0, radius - Math.hypot(beyondX, beyondY));
}

/**
 * Whether a curve, cut into `segments` straight pieces (points x, y in turn, from `offset` on), passes through a turned
 * rectangle. Each piece is clipped at the four sides (Liang and Barsky).
 */
export function crossesRectangle(box: Rectangle, points: Float64Array, offset: number, segments: number): boolean {
  const { x, y, ux, uy, halfWidth, halfHeight } = box;
  let dx = (points[offset] as number) - x;
  let dy = (points[offset + 1] as number) - y;
  let u = dx * ux + dy * uy;
  let v = dy * ux - dx * uy;
  for (let i = 1; i <= segments; i += 1) {
    dx = (points[offset + 2 * i] as number) - x;
    dy = (points[offset + 2 * i + 1] as number) - y;
    const nextU = dx * ux + dy * uy;
    const nextV = dy * ux - dx * uy;
    const apart =
      (u > halfWidth && nextU > halfWidth) ||
      (u < -halfWidth && nextU < -halfWidth) ||
      (v > halfHeight && nextV > halfHeight) ||
      (v < -halfHeight && nextV < -halfHeight);
    if (!apart && clips(u, v, nextU - u, nextV - v, halfWidth, halfHeight)) return true;
    u = nextU;
    v = nextV;
  }
  return false;
}

/** Whether the piece from (u, v) by (du, dv) meets the box of the half sizes around the origin. */
function clips(u: number, v: number, du: number, dv: number, halfWidth: number, halfHeight: number): boolean {
  let enter = 0;
  let leave = 1;
  if (Math.abs(du) > 1e-9) {
    const near = (-halfWidth - u) / du;
    const far = (halfWidth - u) / du;
    enter = Math.max(enter, Math.min(near, far));
    leave = Math.min(leave, Math.max(near, far));
  } else if (Math.abs(u) > halfWidth) return false;
  if (Math.abs(dv) > 1e-9) {
    const near = (-halfHeight - v) / dv;
    const far = (halfHeight - v) / dv;
    enter = Math.max(enter, Math.min(near, far));
    leave = Math.min(leave, Math.max(near, far));
  } else if (Math.abs(v) > halfHeight) return false;
  return enter <= leave;
}

/** Distance in px of a point from a curve cut into straight pieces. */
export function measureDistance(x: number, y: number, points: Float64Array, offset: number, segments: number): number {
  let best = Infinity;
  let fromX = points[offset] as number;
  let fromY = points[offset + 1] as number;
  for (let i = 1; i <= segments; i += 1) {
    const toX = points[offset + 2 * i] as number;
    const toY = points[offset + 2 * i + 1] as number;
    const dx = toX - fromX;
    const dy = toY - fromY;
    const squared = dx * dx + dy * dy;
    const t = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - fromX) * dx + (y - fromY) * dy) / squared));
    const awayX = fromX + t * dx - x;
    const awayY = fromY + t * dy - y;
    best = Math.min(best, awayX * awayX + awayY * awayY);
    fromX = toX;
    fromY = toY;
  }
  return Math.sqrt(best);
}

/** A rectangle to be set before it is used. */
export function emptyRectangle(): Rectangle {
  return { x: 0, y: 0, ux: 1, uy: 0, halfWidth: 0, halfHeight: 0 };
}

/** Makes a rectangle of a box. */
export function setBox(rectangle: Rectangle, box: Box): void {
  rectangle.x = (box.left + box.right) / 2;
  rectangle.y = (box.top + box.bottom) / 2;
  rectangle.ux = 1;
  rectangle.uy = 0;
  rectangle.halfWidth = (box.right - box.left) / 2;
  rectangle.halfHeight = (box.bottom - box.top) / 2;
}

/** How far a turned rectangle stands out of the canvas, in px. */
export function measureOutside(rectangle: Rectangle, canvas: Box): number {
  const along = Math.abs(rectangle.ux);
  const across = Math.abs(rectangle.uy);
  const reachX = rectangle.halfWidth * along + rectangle.halfHeight * across;
  const reachY = rectangle.halfWidth * across + rectangle.halfHeight * along;
  return Math.max(
    0,
    canvas.left - (rectangle.x - reachX),
    rectangle.x + reachX - canvas.right,
    canvas.top - (rectangle.y - reachY),
    rectangle.y + reachY - canvas.bottom,
  );
}
