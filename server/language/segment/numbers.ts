import { isDigit, matchEnd, pointAt } from './characters.ts';
import { units } from './vocabulary.ts';

const DIGITS = /\p{Nd}+/uy;
const LETTERS = /[\p{L}\p{M}]+/uy;
const REST = /[\p{L}\p{M}\p{N}_]+/uy;
/** 2018-02-20, 1-800-555-0199, 555-0199: a date or a telephone number and no range. */
const HYPHENED = /(?:\d{1,4}(?:-\d{1,4}){2,4}|\d{3}-\d{4})(?![\p{L}\p{N}-])/uy;
const DECADE = /0['’]s(?![\p{L}\p{N}])/uy;
const DOTTED_UNIT = /[ap]\.m\.?/iuy;

/** End of the number at `index`: 1,200 5.5% 10:30 9/11 15th 1990s 80's; "5pm" and "1.2bn" end before their unit. */
export function matchNumber(text: string, index: number): number {
  const hyphened = matchEnd(HYPHENED, text, index);
  if (hyphened > 0) return hyphened;
  let end = matchEnd(DIGITS, text, index);
  while ('.,:/'.includes(text.charAt(end)) && end < text.length && isDigit(pointAt(text, end + 1)))
    end = matchEnd(DIGITS, text, end + 1);
  const decade = matchEnd(DECADE, text, end - 1);
  if (decade > 0) return decade;
  if (matchEnd(DOTTED_UNIT, text, end) > 0) return end;
  const letters = matchEnd(LETTERS, text, end);
  const rest = matchEnd(REST, text, end);
  if (rest < 0) return end;
  return letters === rest && units.has(text.slice(end, rest).toLowerCase()) ? end : rest;
}
