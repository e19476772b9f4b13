import type { Point } from '../server/types.ts';

export type Direction = 'right' | 'down' | 'left' | 'up';

/** The side of `from` on which a point lies, on a screen whose y grows downwards: each takes a quarter of the circle. */
function directionTo(from: Point, to: Point): Direction {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 'right' : 'left';
  return dy >= 0 ? 'down' : 'up';
}

/** The places on one side, nearest first. */
export function listTowards<Place extends Point>(from: Point, direction: Direction, places: Place[]): Place[] {
  const distance = ({ x, y }: Point) => Math.hypot(x - from.x, y - from.y);
  return places.filter((place) => directionTo(from, place) === direction).sort((a, b) => distance(a) - distance(b));
}

/** What follows `last` in a list, going round; the first where there is no last. */
export function nextOf<Item>(list: Item[], last: Item | undefined, by: 1 | -1 = 1): Item | undefined {
  const at = last === undefined ? -1 : list.indexOf(last);
  if (at < 0) return by > 0 ? list[0] : list.at(-1);
  return list[(at + by + list.length) % list.length];
}
