import type { Quotation, Span } from '../../types.ts';
import { findBlocks } from './blocks.ts';
import { isApostrophe, isDigit, isSmall, isWhite, isWordChar, pointAt } from './characters.ts';
import { elisions } from './vocabulary.ts';

type Role = 'open' | 'close' | 'both' | 'maybe' | 'none';

interface Mark {
  at: number;
  /** Marks of one kind close one another. */
  kind: 'double' | 'single' | 'guillemet';
  role: Role;
  width: number;
}

export interface QuoteMatch {
  quotations: Quotation[];
  /** Offsets of opening marks of which no closing one is found. */
  unclosed: number[];
}

const MARK = /["“”„«»‘’'ʼ]|``/gu;
const DECADE = /^\p{Nd}{2}s/u;
const FIRST_WORD = /^\p{L}+/u;

function isOutside(char: string, side: 'before' | 'after'): boolean {
  if (char === '' || isWhite(char)) return true;
  return side === 'before' ? /[([{—–\-/“‘"'«:]/u.test(char) : /[)\]}—–\-/.,;:!?…”’"'»]/u.test(char);
}

/** What a straight or curly apostrophe may be, by its neighbours: part of a word, opening or closing mark. */
function singleRole(text: string, at: number, before: string, after: string): Role {
  const inWord = isWordChar(before) && isWordChar(after);
  if (inWord) return 'none';
  const char = text.charAt(at);
  if (isWordChar(after) || /["“([]/u.test(after)) {
    const rest = text.slice(at + 1, at + 12);
    const elided = DECADE.test(rest) || elisions.has(FIRST_WORD.exec(rest)?.[0].toLowerCase() ?? '');
    return char === "'" && isOutside(before, 'before') && !elided ? 'open' : 'none';
  }
  if (before === '' || isWhite(before)) return 'none';
  const possessive = /[sSzZxX]/u.test(before) && isWhite(after) && isSmall(pointAt(text, at + 2));
  return possessive ? 'maybe' : 'close';
}

function doubleRole(before: string, after: string): Role {
  const opens = isOutside(before, 'before') && after !== '' && !isWhite(after);
  const closes = before !== '' && !isWhite(before) && isOutside(after, 'after');
  if (opens !== closes) return opens ? 'open' : 'close';
  return 'both';
}

function readMark(text: string, at: number, char: string, block: Span): Mark {
  const before = at > block.start ? text.charAt(at - 1) : '';
  const after = at + char.length < block.end ? text.charAt(at + char.length) : '';
  const mark = (kind: Mark['kind'], role: Role): Mark => ({ at, kind, role, width: char.length });
  if (char === '“' || char === '„' || char === '``') return mark('double', 'open');
  if (char === '”') return mark('double', 'close');
  if (char === '«' || char === '»') return mark('guillemet', char === '«' ? 'open' : 'close');
  if (char === '‘') return mark('single', isWordChar(before) && isWordChar(after) ? 'none' : 'open');
  if (isApostrophe(char)) return mark('single', singleRole(text, at, before, after));
  return mark(
    'double',
    isDigit(before) && isDigit(text.charAt(at - 2)) && isWhite(after) ? 'both' : doubleRole(before, after),
  );
}

/** Decides the apostrophes after an s: "‘the states’ aid’" closes at the last, "‘the states’ and" at the first. */
function settle(marks: Mark[]): void {
  let laterClose = false;
  for (const mark of marks.toReversed()) {
    if (mark.kind === 'double') laterClose = false;
    if (mark.kind !== 'single') continue;
    if (mark.role === 'maybe') mark.role = laterClose ? 'none' : 'close';
    if (mark.role === 'close') laterClose = true;
    if (mark.role === 'open') laterClose = false;
  }
}

/** Pairs the quotation marks within one paragraph, in the order of their openings; quotations within others too. */
export function matchQuotes(text: string, block: Span): QuoteMatch {
  const marks: Mark[] = [];
  for (const match of text.slice(block.start, block.end).matchAll(MARK))
    marks.push(readMark(text, block.start + match.index, match[0], block));
  settle(marks);
  const open: Mark[] = [];
  const unclosed: number[] = [];
  const quotations: Quotation[] = [];
  const isOpen = { double: 0, single: 0, guillemet: 0 };
  const pop = (): Mark | undefined => {
    const mark = open.pop();
    if (mark !== undefined) isOpen[mark.kind] -= 1;
    return mark;
  };
  for (const mark of marks) {
    const { at, kind, width } = mark;
    const within = isOpen[kind] > 0;
    const role = mark.role === 'both' ? (within ? 'close' : 'open') : mark.role;
    if (role === 'open' && !(within && kind === 'single')) {
      // A second opening of the same kind: the first was never closed.
      while (isOpen[kind] > 0) unclosed.push(pop()?.at ?? at);
      open.push(mark);
      isOpen[kind] += 1;
    }
    if (role !== 'close' || !within) continue;
    let opening = pop();
    while (opening !== undefined && opening.kind !== kind) opening = pop();
    if (opening === undefined) continue;
    quotations.push({ start: opening.at, end: at + width, inner: { start: opening.at + opening.width, end: at } });
  }
  for (const mark of open) if (mark.kind !== 'single') unclosed.push(mark.at);
  quotations.sort((one, other) => one.start - other.start);
  return { quotations, unclosed };
}

function isOpening(text: string, at: number): boolean {
  return /["“„«]/u.test(text.charAt(at));
}

/**
 * Every stretch between quotation marks, in the order of the openings; one within another is listed too. A quotation
 * that goes on over paragraphs, each of which opens it anew, gives one for each paragraph. Linear in the text's length.
 */
export function findQuotations(text: string): Quotation[] {
  const blocks = findBlocks(text);
  return blocks.flatMap((block, index) => {
    const { quotations, unclosed } = matchQuotes(text, block);
    const last = unclosed.at(-1);
    const next = blocks[index + 1];
    const goesOn = last === block.start || (next !== undefined && isOpening(text, next.start));
    if (last === undefined || !goesOn || !isOpening(text, last)) return quotations;
    const whole = { start: last, end: block.end, inner: { start: last + 1, end: block.end } };
    return [...quotations, whole].sort((one, other) => one.start - other.start);
  });
}
