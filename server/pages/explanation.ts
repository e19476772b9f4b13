import type { ExplainPage, Explanation } from '../types.ts';

/** Longer texts belong to /api/extract: the page draws every word. */
const LONGEST = 2000;

/** The content of /explain for the text of its address. */
export async function describeExplanation(
  text: string,
  explain: (text: string) => Promise<Explanation>,
): Promise<ExplainPage> {
  if (text.trim() === '') return { text, explanation: null, problem: null };
  if (text.length > LONGEST)
    return { text, explanation: null, problem: `Give at most ${LONGEST} characters; this text has ${text.length}.` };
  return { text, explanation: await explain(text), problem: null };
}
