/**
 * Very long sentences are parsed in pieces, so that their cost grows with their length and not with its cube. The text of
 * such a "sentence" is mostly a list: it is cut where a list or a clause ends.
 */

/** Longest run of words parsed as one; the sentences of the training have at most as many. */
export const LONGEST_PIECE = 120;
/** No piece is shorter than this for the sake of a better place. */
const SHORTEST_PIECE = 50;

const STRONG = new Set([';', '.', '!', '?', '•', '·', '*']);
const MIDDLE = new Set([':', '—', '–', '--', '-']);
const CONJUNCTIONS = new Set(['and', 'but', 'or', 'nor', 'while', 'whereas', 'although', 'because', 'which', 'who']);

/** Numbers of words of the pieces a sentence falls into; one number where it is short enough. */
export function cutSentence(words: readonly string[]): number[] {
  const lengths: number[] = [];
  let start = 0;
  while (words.length - start > LONGEST_PIECE) {
    const end = findCut(words, start);
    lengths.push(end - start);
    start = end;
  }
  lengths.push(words.length - start);
  return lengths;
}

/** Best place before which a new piece may start; of equal ones the last. */
function findCut(words: readonly string[], start: number): number {
  const last = Math.min(start + LONGEST_PIECE, words.length - 1);
  let cut = last;
  let best = 0;
  for (let place = start + SHORTEST_PIECE; place <= last; place++) {
    const value = rateCut(words[place - 1] as string, words[place] as string);
    if (value >= best) {
      best = value;
      cut = place;
    }
  }
  return cut;
}

function rateCut(before: string, after: string): number {
  const joins = CONJUNCTIONS.has(after.toLowerCase());
  if (STRONG.has(before)) return 5;
  if (MIDDLE.has(before)) return 4;
  if (before === ',') return joins ? 3 : 2;
  return joins ? 1 : 0;
}
