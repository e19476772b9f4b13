import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stackNotes } from '../../client/note-stack.ts';

describe('notes in the margin', () => {
  it('stand at the height of their words and give way downwards', () => {
    const note = (wanted: number, height = 20) => ({ wanted, height });
    expect(stackNotes([note(0), note(100), note(105), note(110), note(300)], 10)).toEqual([0, 100, 130, 160, 300]);
    expect(stackNotes([], 10)).toEqual([]);
  });

  it('never overlap, and never stand above their words', () => {
    const notes = fc.array(fc.record({ wanted: fc.nat(500), height: fc.integer({ min: 1, max: 80 }) }));
    fc.assert(
      fc.property(notes, fc.nat(20), (list, gap) => {
        const tops = stackNotes(list, gap);
        for (const [at, top] of tops.entries()) {
          expect(top).toBeGreaterThanOrEqual(list[at]?.wanted ?? 0);
          if (at > 0) expect(top).toBeGreaterThanOrEqual((tops[at - 1] ?? 0) + (list[at - 1]?.height ?? 0) + gap);
        }
      }),
    );
  });
});
