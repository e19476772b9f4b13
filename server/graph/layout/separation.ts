import type { Point } from '../../types.ts';
import { type LayoutNode, measureRadius } from './scene.ts';

/** Free space between the circles of two nodes, in px of the wide frame. */
const GAP = 10;
const PASSES = 60;
const GOLDEN_ANGLE = 2.399963;

/** Nodes by the square of the plane that they lie in, so that only neighbours are compared. */
class Grid {
  private readonly squares = new Map<string, string[]>();
  private readonly size: number;

  constructor(size: number) {
    this.size = size;
  }

  add(id: string, place: Point): void {
    const key = this.findKey(Math.floor(place.x / this.size), Math.floor(place.y / this.size));
    const square = this.squares.get(key);
    if (square) square.push(id);
    else this.squares.set(key, [id]);
  }

  findNear(place: Point): string[] {
    const column = Math.floor(place.x / this.size);
    const row = Math.floor(place.y / this.size);
    const near: string[] = [];
    for (let i = column - 1; i <= column + 1; i += 1) {
      for (let j = row - 1; j <= row + 1; j += 1) near.push(...(this.squares.get(this.findKey(i, j)) ?? []));
    }
    return near;
  }

  private findKey(column: number, row: number): string {
    return `${column},${row}`;
  }
}

/**
 * Moves nodes apart, in place, until no two circles overlap. First neighbours push each other; what still overlaps then
 * goes to the nearest free place on a spiral around it. Fixed nodes do not move.
 */
export function separateNodes(
  nodes: readonly LayoutNode[],
  positions: Map<string, Point>,
  scale: number,
  fixed: ReadonlyMap<string, Point>,
): void {
  const radii = new Map(nodes.map((node) => [node.id, measureRadius(node) * scale]));
  const gap = GAP * scale;
  const size = 2 * Math.max(1, ...radii.values()) + gap;
  const place = (id: string) => positions.get(id) as Point;
  const radius = (id: string) => radii.get(id) as number;

  for (let pass = 0; pass < PASSES; pass += 1) {
    const grid = new Grid(size);
    for (const node of nodes) grid.add(node.id, place(node.id));
    let moved = false;
    for (const { id } of nodes) {
      for (const other of grid.findNear(place(id))) {
        if (other <= id || (fixed.has(id) && fixed.has(other))) continue;
        const one = place(id);
        const two = place(other);
        const dx = two.x - one.x;
        const dy = two.y - one.y;
        const distance = Math.hypot(dx, dy);
        const lacking = radius(id) + radius(other) + gap - distance;
        if (lacking <= 0) continue;
        moved = true;
        const ux = distance > 0.01 ? dx / distance : 1;
        const uy = distance > 0.01 ? dy / distance : 0;
        const share = fixed.has(id) ? 0 : fixed.has(other) ? 1 : 0.5;
        positions.set(id, { x: one.x - ux * lacking * share, y: one.y - uy * lacking * share });
        positions.set(other, { x: two.x + ux * lacking * (1 - share), y: two.y + uy * lacking * (1 - share) });
      }
    }
    if (!moved) break;
  }

  const settled = new Grid(size);
  for (const { id } of nodes) if (fixed.has(id)) settled.add(id, place(id));
  for (const { id } of nodes) {
    if (fixed.has(id)) continue;
    const start = place(id);
    let here = start;
    for (let step = 1; !isFree(here); step += 1) {
      const reach = 6 * scale * Math.sqrt(step);
      here = { x: start.x + reach * Math.cos(step * GOLDEN_ANGLE), y: start.y + reach * Math.sin(step * GOLDEN_ANGLE) };
    }
    positions.set(id, here);
    settled.add(id, here);

    function isFree(at: Point): boolean {
      return settled.findNear(at).every((other) => {
        const there = place(other);
        return Math.hypot(there.x - at.x, there.y - at.y) >= radius(id) + radius(other) + gap / 2;
      });
    }
  }
}
