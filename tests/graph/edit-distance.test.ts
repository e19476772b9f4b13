import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureDistance } from '../../server/graph/edit-distance.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });

describe('the distance of two words', () => {
  it.each([
    ['iran', 'iran', 0],
    ['iran', 'iraq', 1],
    ['lavrov', 'lavorv', 1],
    ['lavrov', 'lvrov', 1],
    ['lavrov', 'lavrovv', 1],
    ['lavrov', 'larvo', 2],
    ['', 'ab', 2],
    ['abc', 'xyz', 3],
  ])('%s and %s: %i', (a, b, distance) => {
    expect(measureDistance(a, b, 5)).toBe(distance);
  });

  it('is one more than asked for when it is more, and the same both ways', () => {
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, most) => {
        const whole = measureDistance(a, b, 20);
        expect(measureDistance(b, a, 20)).toBe(whole);
        expect(measureDistance(a, b, most)).toBe(Math.min(whole, most + 1));
      }),
    );
  });
});
