/** Eisner's algorithm: the best projective tree in O(n³), exactly one word of it hanging on the root. */

const SIDES = 2;
const LEFT = 0;
const RIGHT = 1;

/**
 * Heads (1-based, 0 for the root) of the tree with the highest sum of scores.
 * `scores[d * stride + h]` rates word h as the head of word d (both from 0), `rootScores[d]` word d as the root.
 */
export function findTree(scores: Float32Array, stride: number, rootScores: Float32Array, length: number): number[] {
  // A span from s to t with its head at t (LEFT) or at s (RIGHT): `open` still lacks dependents of the other end.
  const size = length * length * SIDES;
  const open = new Float32Array(size);
  const whole = new Float32Array(size);
  const openSplit = new Int16Array(size);
  const wholeSplit = new Int16Array(size);
  const at = (s: number, t: number, side: number): number => (s * length + t) * SIDES + side;

  for (let width = 1; width < length; width++) {
    for (let s = 0; s + width < length; s++) {
      const t = s + width;
      let best = Number.NEGATIVE_INFINITY;
      let split = s;
      for (let k = s; k < t; k++) {
        const value = (whole[at(s, k, RIGHT)] as number) + (whole[at(k + 1, t, LEFT)] as number);
        if (value > best) {
          best = value;
          split = k;
        }
      }
      const left = at(s, t, LEFT);
      const right = left + RIGHT;
      open[left] = best + (scores[s * stride + t] as number);
      open[right] = best + (scores[t * stride + s] as number);
      openSplit[left] = split;
      openSplit[right] = split;

      best = Number.NEGATIVE_INFINITY;
      for (let k = s; k < t; k++) {
        const value = (whole[at(s, k, LEFT)] as number) + (open[at(k, t, LEFT)] as number);
        if (value > best) {
          best = value;
          split = k;
        }
      }
      whole[left] = best;
      wholeSplit[left] = split;

      best = Number.NEGATIVE_INFINITY;
      for (let k = s + 1; k <= t; k++) {
        const value = (open[at(s, k, RIGHT)] as number) + (whole[at(k, t, RIGHT)] as number);
        if (value > best) {
          best = value;
          split = k;
        }
      }
      whole[right] = best;
      wholeSplit[right] = split;
    }
  }

  let root = 0;
  let best = Number.NEGATIVE_INFINITY;
  for (let word = 0; word < length; word++) {
    const value =
      (whole[at(0, word, LEFT)] as number) +
      (whole[at(word, length - 1, RIGHT)] as number) +
      (rootScores[word] as number);
    if (value > best) {
      best = value;
      root = word;
    }
  }
  return readHeads();

  function readHeads(): number[] {
    const heads = new Array<number>(length).fill(0);
    // Spans still to be taken apart: s, t, side, and 1 for an open one.
    const todo = [0, root, LEFT, 0, root, length - 1, RIGHT, 0];
    while (todo.length > 0) {
      const isOpen = todo.pop() === 1;
      const side = todo.pop() as number;
      const t = todo.pop() as number;
      const s = todo.pop() as number;
      if (s === t) continue;
      if (isOpen) {
        const k = openSplit[at(s, t, side)] as number;
        if (side === LEFT) heads[s] = t + 1;
        else heads[t] = s + 1;
        todo.push(s, k, RIGHT, 0, k + 1, t, LEFT, 0);
      } else {
        const k = wholeSplit[at(s, t, side)] as number;
        if (side === LEFT) todo.push(s, k, LEFT, 0, k, t, LEFT, 1);
        else todo.push(s, k, RIGHT, 1, k, t, RIGHT, 0);
      }
    }
    return heads;
  }
}
