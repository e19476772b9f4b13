import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UndoStack } from '../../client/undo-stack.ts';

describe('steps that can be undone', () => {
  it('go back and forth as in a text editor', () => {
    // The model is a list of versions with a place in it; a new one cuts off what was undone.
    const actions = fc.array(fc.oneof(fc.constant('undo'), fc.constant('redo'), fc.nat({ max: 99 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(actions, (list) => {
        const steps = new UndoStack();
        let value = -1;
        let versions = [-1];
        let at = 0;
        for (const action of list) {
          if (action === 'undo') {
            expect(steps.undo()).toBe(at > 0);
            at = Math.max(0, at - 1);
          } else if (action === 'redo') {
            expect(steps.redo()).toBe(at < versions.length - 1);
            at = Math.min(versions.length - 1, at + 1);
          } else {
            const [before, after] = [value, action as number];
            value = after;
            steps.note({
              undo: () => {
                value = before;
              },
              redo: () => {
                value = after;
              },
            });
            versions = [...versions.slice(0, at + 1), after];
            at += 1;
          }
          expect(value).toBe(versions[at]);
          expect([steps.canUndo, steps.canRedo]).toEqual([at > 0, at < versions.length - 1]);
        }
      }),
    );
  });
});
