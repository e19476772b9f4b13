import type { Span } from '../../types.ts';
import { isSmall, isWhite, matchEnd, pointAt, skipWhite } from './characters.ts';
import { openEnded } from './vocabulary.ts';

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;
/** A bullet, a number or a letter in brackets before an item of a list, or the mark of a heading. */
const BULLET = /(?:[•●▪◦‣·*–—-]|\(?\p{Nd}{1,3}[.)]|\([a-z]\)|#{1,6}|>)\s/uy;
const FIRST_WORD = /\S+/uy;
const LETTER = /\p{L}/u;
const ENDED = /[.!?…:;][\])}"'”’»*]*$/u;

/** The letters at a line's end, looked at from there. */
function lastWord(line: string): string {
  let start = line.length;
  while (start > 0 && LETTER.test(line[start - 1] as string)) start--;
  return line.slice(start);
}

/** Lines without outer white space; an empty one keeps its place. */
function findLines(text: string): Span[] {
  const lines: Span[] = [];
  const add = (from: number, to: number): void => {
    const start = skipWhite(text, from, to);
    let end = to;
    while (end > start && isWhite(text[end - 1])) end -= 1;
    lines.push({ start, end });
  };
  let from = 0;
  for (const match of text.matchAll(LINE_END)) {
    add(from, match.index);
    from = match.index + match[0].length;
  }
  add(from, text.length);
  return lines;
}

/**
 * Whether a line was broken by hand before the next one. A line that was wrapped had no room left for the next word;
 * one that had room, is not finished and meets a capital is a headline or an item of its own.
 */
function isBroken(text: string, line: Span, next: Span, width: number): boolean {
  if (matchEnd(BULLET, text, next.start) > 0) return true;
  if (isSmall(pointAt(text, next.start))) return false;
  const words = matchEnd(FIRST_WORD, text, next.start) - next.start;
  if (line.end - line.start + 1 + words > width) return false;
  const tail = text.slice(Math.max(line.start, line.end - 20), line.end);
  if (tail.endsWith(',')) return false;
  return ENDED.test(tail) || !openEnded.has(lastWord(tail));
}

/** Paragraphs, headings and list items: blank lines part them, as do bullets and lines broken by hand. */
export function findBlocks(text: string): Span[] {
  const blocks: Span[] = [];
  let group: Span[] = [];
  const flush = (): void => {
    const width = group.reduce((most, { start, end }) => Math.max(most, end - start), 0);
    for (const [index, line] of group.entries()) {
      const before = group[index - 1];
      const last = blocks.at(-1);
      if (before === undefined || last === undefined || isBroken(text, before, line, width)) blocks.push({ ...line });
      else last.end = line.end;
    }
    group = [];
  };
  for (const line of findLines(text)) {
    if (line.end > line.start) group.push(line);
    else flush();
  }
  flush();
  return blocks;
}
