import type { Span } from '../../types.ts';
import { matchAbbreviation } from './abbreviations.ts';
import { isApostrophe, isDigit, isLetter, isWhite, isWordChar, matchEnd, pointAt } from './characters.ts';
import { findClitics } from './clitics.ts';
import { findLinkSigns, type LinkSigns, matchLink } from './links.ts';
import { matchNumber } from './numbers.ts';
import { currencies, elisions, keptPrefixes, keptSuffixes } from './vocabulary.ts';

const RUN = /[\p{L}\p{M}\p{N}_\u00AD\u200B-\u200F\u2060]+/uy;
/** AT&T, R&D; w/o and s/he, the only words that a slash does not part. */
const JOINED = /(?:\p{Lu}{1,4}&\p{Lu}{1,3}|w\/o|w\/(?=\s|$)|s\/he)(?![\p{L}\p{N}])/uy;
/** US$, A$; "Rs" before digits. */
const CURRENCY = new RegExp(`(?:${[...currencies].join('|')})\\$|(?:Rs|PKR|INR|USD|EUR|GBP)(?=\\d)`, 'uy');
const DECADE = /['’]\p{Nd}0s(?![\p{L}\p{N}])|’\p{Nd}{2}(?![\p{L}\p{N}])/uy;
const TAG = /[#@](?=\p{L})[\p{L}\p{M}\p{N}_]+/uy;
/** +44, .5 */
const SIGNED = /\+\p{Nd}+|\.\p{Nd}+/uy;
/** A clitic whose host is no plain word: "U.S.'s", "9/11's". */
const CLITIC = /['’](?:s|re|ve|ll|d|m)(?![\p{L}\p{M}\p{N}])/iuy;
const FACE = /(?:[:;=][-^]?[()DPp/|]{1,3})(?=\s|$)/uy;
const PICTURE =
  /(?:\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F|\u200D\p{Extended_Pictographic}){0,12})[\p{M}\u200B-\u200F]*/uy;
/** Runs of one mark are one token, and "?!". */
const MARKS = /(?:…[.…]*|\.{2,}|[!?]+|-{2,}|–+|—+|=+|\*+|~+|#+|\++|\|+|<+|>+|''|``)[\p{M}\u200B-\u200F]*/uy;
const PLAIN = ',"()[]{}“”';
const SINGLE = /[^\s][\p{M}\u200B-\u200F]*/uy;

/** End of a run of letters and digits with its inner apostrophes and the hyphens that UD English keeps. */
function matchRun(text: string, index: number): number {
  let part = index;
  let end = matchEnd(RUN, text, index);
  for (;;) {
    const mark = text.charAt(end);
    const next = pointAt(text, end + 1);
    const apostrophe = isApostrophe(mark) && isLetter(next);
    const hyphen = mark === '-' && isWordChar(next);
    if (!apostrophe && !hyphen) return end;
    const nextEnd = matchEnd(RUN, text, end + 1);
    if (hyphen) {
      const kept = keptPrefixes.has(text.slice(part, end).toLowerCase());
      if (!kept && !keptSuffixes.has(text.slice(end + 1, nextEnd).toLowerCase())) return end;
      part = end + 1;
    }
    end = nextEnd;
  }
}

function matchElision(text: string, index: number): number {
  if (!isApostrophe(text[index])) return -1;
  const decade = matchEnd(DECADE, text, index);
  if (decade > 0) return decade;
  const end = matchEnd(RUN, text, index + 1);
  if (end < 0) return -1;
  const word = text.slice(index + 1, end).toLowerCase();
  if (!elisions.has(word)) return -1;
  if (word === 'n') return isApostrophe(text[end]) ? end + 1 : -1;
  return end;
}

function first(...ends: number[]): number {
  return ends.find((end) => end > 0) ?? -1;
}

/** Ends of the tokens of a word that begins at `index`; the last of them is where the scan goes on. */
function matchWord(text: string, index: number, signs: LinkSigns, previous: string): number[] {
  const link = matchLink(text, index, signs);
  if (link > 0) return [link];
  const char = pointAt(text, index);
  if (isDigit(char)) return [matchNumber(text, index)];
  const whole = isLetter(char)
    ? first(matchAbbreviation(text, index, previous), matchEnd(JOINED, text, index), matchEnd(CURRENCY, text, index))
    : -1;
  if (whole > 0) return [whole];
  const end = matchRun(text, index);
  return [...findClitics(text.slice(index, end)).map((cut) => index + cut), end];
}

function matchMark(text: string, index: number, glued: boolean): number {
  // The commonest marks are never part of anything longer, unless a combining character follows.
  if (PLAIN.includes(text.charAt(index)) && !(text.charCodeAt(index + 1) > 0x7f)) return index + 1;
  const fresh = !glued || !isWordChar(text.charAt(index - 1));
  return first(
    glued ? matchEnd(CLITIC, text, index) : -1,
    fresh ? first(matchEnd(FACE, text, index), matchElision(text, index)) : -1,
    fresh ? first(matchEnd(SIGNED, text, index), matchEnd(TAG, text, index)) : -1,
    matchEnd(PICTURE, text, index),
    matchEnd(MARKS, text, index),
    matchEnd(SINGLE, text, index),
  );
}

/**
 * The tokens of a stretch of text as UD English (EWT, GUM) cuts them: clitics, most hyphened words, currency, units and
 * marks apart; abbreviations, numbers, links and emoji whole. They cover every character that is not white space once.
 */
export function findWords(text: string, start: number, end: number): Span[] {
  const part = text.slice(start, end);
  const words: Span[] = [];
  let signs: LinkSigns = { at: false, dot: false };
  let chunkEnd = 0;
  let at = 0;
  while (at < part.length) {
    if (isWhite(part[at])) {
      at += 1;
      continue;
    }
    if (at >= chunkEnd) {
      chunkEnd = at;
      while (chunkEnd < part.length && !isWhite(part[chunkEnd])) chunkEnd += 1;
      signs = findLinkSigns(part.slice(at, chunkEnd));
    }
    const last = words.at(-1);
    const glued = last !== undefined && last.end === start + at;
    const previous = last === undefined ? '' : text.slice(last.start, last.end);
    const run = matchEnd(RUN, part, at);
    const ends = run > 0 ? matchWord(part, at, signs, previous) : [matchMark(part, at, glued)];
    for (const next of ends) {
      words.push({ start: start + at, end: start + next });
      at = next;
    }
  }
  return words;
}
