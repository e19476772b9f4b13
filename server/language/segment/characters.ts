/** U+0085 (next line) is white space in Unicode, and a line's end to `blocks.ts`, but no `\s` in JavaScript. */
const WHITE = /[\s\u0085]/;
const LETTER = /^[\p{L}\p{M}]/u;
const WORD = /^[\p{L}\p{M}\p{N}]/u;
const CAPITAL = /^[\p{Lu}\p{Lt}]/u;
const SMALL = /^\p{Ll}/u;
const DIGIT = /^\p{Nd}/u;

/** The code point at an offset; '' outside the text. */
export function pointAt(text: string, index: number): string {
  const code = index < 0 ? undefined : text.codePointAt(index);
  return code === undefined ? '' : String.fromCodePoint(code);
}

export const isWhite = (char: string | undefined): boolean => char !== undefined && WHITE.test(char);
export const isLetter = (char: string): boolean => LETTER.test(char);
export const isWordChar = (char: string): boolean => WORD.test(char);
export const isCapital = (word: string): boolean => CAPITAL.test(word);
export const isSmall = (word: string): boolean => SMALL.test(word);
export const isDigit = (char: string): boolean => DIGIT.test(char);
export const isApostrophe = (char: string | undefined): boolean => char === "'" || char === '’' || char === 'ʼ';

/** End of the match of a sticky expression at an offset, or -1. */
export function matchEnd(expression: RegExp, text: string, index: number): number {
  expression.lastIndex = index;
  return expression.test(text) ? expression.lastIndex : -1;
}

/** First offset at or after `index` that is not white space. */
export function skipWhite(text: string, index: number, end: number): number {
  let at = index;
  while (at < end && isWhite(text[at])) at += 1;
  return at;
}
