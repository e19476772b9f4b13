import { isCapital, isDigit, isLetter, isWhite, matchEnd, pointAt, skipWhite } from './characters.ts';
import { findAbbreviation, starters } from './vocabulary.ts';

const DOTTED = /[\p{L}\p{M}./-]{2,20}/uy;
/** U.S. p.m. U.S (the last stop may be missing). */
const ACRONYM = /(?:\p{L}\.){2,12}(?:\p{L}(?![\p{L}\p{M}\p{N}]))?|\p{L}\.\p{L}(?![\p{L}\p{M}\p{N}'’.])/uy;
const WORD = /[\p{L}\p{M}]+/uy;
const INITIAL = /^\p{Lu}\.$/u;

/** The word that begins at an offset, lower-case: what stands after white space decides what a full stop is. */
function wordAt(text: string, index: number): string {
  const end = matchEnd(WORD, text, index);
  return end < 0 ? '' : text.slice(index, end).toLowerCase();
}

/** "F." in "John F. Kennedy", but not in "vitamin F. The": a name goes on after it, or initials stand before it. */
function isInitial(text: string, index: number, previous: string): boolean {
  if (!isCapital(text.charAt(index)) || text.charAt(index + 1) !== '.') return false;
  const next = skipWhite(text, index + 2, text.length);
  if (INITIAL.test(previous)) return !isLetter(pointAt(text, index + 2));
  const follower = pointAt(text, next);
  if (!isCapital(follower)) return false;
  if (text.charAt(index) === 'I' && !isCapital(previous)) return false;
  return pointAt(text, next + follower.length) === '.' || !starters.has(wordAt(text, next));
}

function isNumbered(text: string, index: number): boolean {
  const next = skipWhite(text, index, text.length);
  return isDigit(pointAt(text, next)) || text.charAt(next) === '#';
}

/** End of the abbreviation that begins at `index`, with its full stop, or -1. `previous` is the token before. */
export function matchAbbreviation(text: string, index: number, previous: string): number {
  const dotted = matchEnd(DOTTED, text, index);
  if (dotted < 0) return -1;
  for (let end = dotted; end > index + 1; end -= 1) {
    if (text.charAt(end - 1) !== '.') continue;
    if (isLetter(pointAt(text, end)) && !isWhite(text[end])) continue;
    const found = findAbbreviation(text.slice(index, end));
    if (found === undefined || (found.after !== null && found.after !== previous)) continue;
    if (found.ends !== 'number' || isNumbered(text, end)) return end;
  }
  const acronym = matchEnd(ACRONYM, text, index);
  if (acronym > 0) return acronym;
  return isInitial(text, index, previous) ? index + 2 : -1;
}
