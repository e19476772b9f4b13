/** Letters without accents and capitals, as readers type them. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether two words are the same but for one letter wrong, missing, too many, or swapped with its neighbour. */
export function isOneSlipApart(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** Words shorter than this are matched letter by letter: one slip makes a short word another word. */
const FORGIVEN_FROM = 4;

/** Whether a word begins with the letters typed, with one slip in them forgiven. */
function beginsLike(word: string, typed: string): boolean {
  if (word.startsWith(typed)) return true;
  if (typed.length < FORGIVEN_FROM) return false;
  return [-1, 0, 1].some((more) => isOneSlipApart(word.slice(0, typed.length + more), typed));
}

/** Whether each of the words typed begins a word of the text; with `forgiving`, with one slip a word. */
export function matchesWords(text: string, typed: string, forgiving: boolean): boolean {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  const wanted = fold(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return (
    wanted.length > 0 &&
    wanted.every((want) => words.some((word) => (forgiving ? beginsLike(word, want) : word.startsWith(want))))
  );
}
