import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceToCurve, shiftInto } from '../../client/geometry.ts';

const px = fc.integer({ min: -1000, max: 1000 });
const point = fc.record({ x: px, y: px });

describe('the distance to a curve', () => {
  it('is that to a line where the curve is straight', () => {
    const [a, c, b] = [
      { x: 0, y: 0 },
      { x: 50, y: 0 },
      { x: 100, y: 0 },
    ];
    expect(distanceToCurve({ x: 50, y: 30 }, a, c, b)).toBeCloseTo(30);
    expect(distanceToCurve({ x: 103, y: 4 }, a, c, b)).toBeCloseTo(5);
  });

  it('is measured to the curve, not to its control point', () => {
    // The middle of the curve lies half-way to the control point.
    expect(distanceToCurve({ x: 50, y: 40 }, { x: 0, y: 0 }, { x: 50, y: 80 }, { x: 100, y: 0 })).toBeCloseTo(0);
  });

  it('is the same from either end and never more than that to an end', () => {
    fc.assert(
      fc.property(point, point, point, point, (at, a, c, b) => {
        const distance = distanceToCurve(at, a, c, b);
        expect(distanceToCurve(at, b, c, a)).toBeCloseTo(distance, 6);
        expect(distance).toBeLessThanOrEqual(Math.hypot(at.x - a.x, at.y - a.y) + 1e-9);
      }),
    );
  });
});

describe('the shift into a room', () => {
  it('leaves alone what stands inside', () => {
    expect(shiftInto(20, 80, 100)).toBe(0);
  });

  it('brings a span that fits between the margins, and keeps the start of one that does not', () => {
    fc.assert(
      fc.property(px, fc.integer({ min: 1, max: 500 }), fc.integer({ min: 20, max: 1000 }), (low, length, room) => {
        const by = shiftInto(low, low + length, room);
        expect(low + by).toBeGreaterThanOrEqual(8);
        if (length <= room - 16) expect(low + length + by).toBeLessThanOrEqual(room - 8);
      }),
    );
  });
});
