import type { Span } from '../../types.ts';
import { findBlocks } from './blocks.ts';
import { matchDateline } from './datelines.ts';
import { findSentences } from './sentences.ts';
import { findWords } from './words.ts';

export { findQuotations } from './quotations.ts';

/** A sentence, dateline or heading without outer white space; the form of a word is `text.slice(start, end)`. */
export interface Segment extends Span {
  kind: 'sentence' | 'dateline' | 'heading';
  words: Span[];
}

/** Longest heading, in words. */
const HEADING = 25;
const FINISHED = /[.!?…:;][\])}"'”’»*_]*$/u;

function makeSegment(kind: Segment['kind'], words: Span[]): Segment {
  return { kind, words, start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
}

function segmentBlock(text: string, block: Span, alone: boolean): Segment[] {
  const dateline = matchDateline(text, block);
  const body = { start: Math.max(block.start, dateline), end: block.end };
  const words = findWords(text, body.start, body.end);
  const segments = findSentences(text, body, words).map(([from, to]) => makeSegment('sentence', words.slice(from, to)));
  if (dateline > 0) return [makeSegment('dateline', findWords(text, block.start, dateline)), ...segments];
  const [only] = segments;
  if (!alone && only !== undefined && segments.length === 1 && only.words.length <= HEADING)
    if (!FINISHED.test(text.slice(Math.max(only.start, only.end - 6), only.end))) only.kind = 'heading';
  return segments;
}

/**
 * Cuts English text into sentences and their tokens, as they come in wire copy: paragraphs between blank lines, wrapped or
 * not, headings without a full stop, items of lists, datelines set apart. Offsets are UTF-16 code units; the tokens cover
 * every character that is not white space exactly once. Linear in the text's length.
 */
export function segmentText(text: string): Segment[] {
  const blocks = findBlocks(text);
  return blocks.flatMap((block) => segmentBlock(text, block, blocks.length === 1));
}
