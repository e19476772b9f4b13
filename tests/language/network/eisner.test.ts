import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTree } from '../../../server/language/network/eisner.ts';

const at = (values: ArrayLike<number>, index: number): number => values[index] as number;

/** Whether heads (1-based, 0 the root) are a tree with one root and no crossing arcs. */
function isProjectiveTree(heads: number[]): boolean {
  if (heads.filter((head) => head === 0).length !== 1) return false;
  const above = (word: number): number[] => {
    const path: number[] = [];
    for (let each = word; each !== 0 && path.length <= heads.length; each = at(heads, each - 1)) path.push(each);
    return path;
  };
  return heads.every((head, index) => {
    const word = index + 1;
    if (above(word).length > heads.length) return false;
    if (head === 0) return true;
    const [from, to] = [Math.min(word, head), Math.max(word, head)];
    for (let between = from + 1; between < to; between++) if (!above(between).includes(head)) return false;
    return true;
  });
}

function rate(heads: number[], scores: Float32Array, roots: Float32Array): number {
  return heads.reduce(
    (total, head, word) => total + (head === 0 ? at(roots, word) : at(scores, word * heads.length + head - 1)),
    0,
  );
}

/** Best score of all trees, found by trying every choice of heads. */
function tryAll(scores: Float32Array, roots: Float32Array): number {
  const length = roots.length;
  let best = Number.NEGATIVE_INFINITY;
  const heads = new Array<number>(length).fill(0);
  const choose = (word: number): void => {
    if (word === length) {
      if (isProjectiveTree(heads)) best = Math.max(best, rate(heads, scores, roots));
      return;
    }
    for (let head = 0; head <= length; head++) {
      if (head === word + 1) continue;
      heads[word] = head;
      choose(word + 1);
    }
  };
  choose(0);
  return best;
}

const problem = (most: number) =>
  fc.integer({ min: 1, max: most }).chain((length) => {
    const numbers = (count: number) =>
      fc
        .array(fc.integer({ min: -20, max: 20 }), { minLength: count, maxLength: count })
        .map((list) => Float32Array.from(list));
    return fc.record({ scores: numbers(length * length), roots: numbers(length) });
  });

describe('findTree', () => {
  test('finds the best of all projective trees with one root', () => {
    fc.assert(
      fc.property(problem(5), ({ scores, roots }) => {
        const heads = findTree(scores, roots.length, roots, roots.length);
        expect(isProjectiveTree(heads)).toBe(true);
        expect(rate(heads, scores, roots)).toBe(tryAll(scores, roots));
      }),
    );
  });

  test('makes projective trees of long sentences', () => {
    fc.assert(
      fc.property(problem(40), ({ scores, roots }) =>
        isProjectiveTree(findTree(scores, roots.length, roots, roots.length)),
      ),
    );
  });
});
