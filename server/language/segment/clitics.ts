const NEGATION = /n['’]t$/iu;
const CLITIC = /['’](?:s|re|ve|ll|d|m)$/iu;
/** No word has more clitics, nor a longer one. */
const MOST = 3;
const TAIL = 8;
const DECADE = /^\d*0['’]s$/u;
/** Words written as one that are two or three: where they part. */
const FUSED = new Map<string, number[]>([
  ['cannot', [3]],
  ['gonna', [3]],
  ['gotta', [3]],
  ['wanna', [3]],
  ['gimme', [3]],
  ['lemme', [3]],
  ['dunno', [2, 3]],
  ["y'all", [2]],
  ['y’all', [2]],
]);

/**
 * Offsets at which a word without white space parts into a host and its clitics, as in UD English:
 * "don't" at 2, "shouldn't've" at 6 and 9, "cannot" at 3. In ascending order; empty for an undivided word.
 */
export function findClitics(word: string): number[] {
  const fused = FUSED.get(word.toLowerCase());
  if (fused !== undefined) return fused;
  const cuts: number[] = [];
  let end = word.length;
  while (cuts.length < MOST) {
    // Only the tail is looked at: the cost does not grow with the word.
    const from = Math.max(0, end - TAIL);
    const tail = word.slice(from, end);
    const found = DECADE.test(tail) ? null : (NEGATION.exec(tail) ?? CLITIC.exec(tail));
    if (found === null || from + found.index === 0) break;
    end = from + found.index;
    cuts.unshift(end);
  }
  return cuts;
}
