import { describe, expect, it } from 'vitest';
import { type Direction, listTowards, nextOf } from '../../client/directions.ts';

const places = [
  { id: 'near right', x: 10, y: 4 },
  { id: 'far right', x: 40, y: -12 },
  { id: 'below', x: 3, y: 20 },
  { id: 'far below', x: -30, y: 60 },
  { id: 'left', x: -25, y: -24 },
  { id: 'above', x: 5, y: -8 },
];

describe('the way of the arrow keys', () => {
  it.each<[Direction, string[]]>([
    ['right', ['near right', 'far right']],
    ['down', ['below', 'far below']],
    ['left', ['left']],
    ['up', ['above']],
  ])('%s leads to %j', (direction, expected) => {
    expect(listTowards({ x: 0, y: 0 }, direction, places).map(({ id }) => id)).toEqual(expected);
  });

  it('gives every place to one direction', () => {
    const all = (['right', 'down', 'left', 'up'] as const).flatMap((side) => listTowards({ x: 1, y: 1 }, side, places));
    expect(all.map(({ id }) => id).sort()).toEqual(places.map(({ id }) => id).sort());
  });

  it.each<[string | undefined, 1 | -1, string | undefined]>([
    [undefined, 1, 'a'],
    [undefined, -1, 'c'],
    ['a', 1, 'b'],
    ['c', 1, 'a'],
    ['a', -1, 'c'],
    ['gone', 1, 'a'],
  ])('after %s by %i comes %s', (last, by, expected) => {
    expect(nextOf(['a', 'b', 'c'], last, by)).toBe(expected);
  });

  it('leads nowhere in an empty list', () => {
    expect(nextOf([], 'a')).toBeUndefined();
  });
});
