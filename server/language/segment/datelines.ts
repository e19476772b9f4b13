import type { Span } from '../../types.ts';
import { isCapital, isDigit, matchEnd, pointAt, skipWhite } from './characters.ts';
import { months, notPlaces } from './vocabulary.ts';

/** Longest dateline, in characters. */
const REACH = 160;
const OPENING = /[*_]{0,2}(?:\([^()\n]{1,40}\)\s?)?/uy;
/** ISLAMABAD, NEW YORK, ST. PETERSBURG, GAZA/JERUSALEM. */
const CAPITALS =
  /\p{Lu}(?:[\p{Lu}\p{M}.'’]|-(?=\p{Lu})){2,24}(?:[ /]\p{Lu}(?:[\p{Lu}\p{M}.'’]|-(?=\p{Lu})){1,24}){0,4}(?!\p{L})/uy;
/** Islamabad, New York. */
const NAME = /\p{Lu}(?:[\p{L}\p{M}.'’]|-(?=\p{L})){1,24}(?: \p{Lu}(?:[\p{L}\p{M}.'’]|-(?=\p{L})){1,24}){0,3}/uy;
/** What may follow the place: a state or country, a date, an agency. */
const PIECE =
  /[*_]{0,2}(?:\s(?=\p{Lu}\p{Ll}{2,8}\.?\s\d)[\p{L}\p{N}. ]{4,20}|,\s?[\p{L}\p{M}\p{N}.'’ ]{2,30}|\s?\([^()\n]{2,40}\)|\s?\/[\p{L}\p{N} -]{2,30}\/)/uy;
const SEPARATOR = /[*_]{0,2}(?:\s?[—–]{1,2}\s?|\s?-{2,3}\s?|\s-\s?|-\s|\s?:\s|:)[*_]{0,2}/uy;
/** "(AFP) China spoke": an agency that no dash follows. */
const AGENCY = /\((?:\p{Lu}{2,6}|Reuters|Xinhua|Interfax|Bloomberg|Sputnik)\)(?=\s\p{Lu})/uy;
const DASH = /\s(?:[—–-]|--)\s/u;
const DATE = new RegExp(`(?:${[...months].join('|')})\\.?\\s?\\d|\\d\\s?(?:${[...months].join('|')})`, 'u');
const SMALL = /\p{Ll}/u;
/** A finished sentence, which no headline in capitals is. */
const FINISHED = /[.!?…:]["'”’»)*]*$/u;

/** End of the place, pieces and separator; -1 if they are not those of a dateline. */
function matchParts(text: string, start: number, place: number, capitals: boolean): number {
  let at = place;
  let pieces = '';
  for (let count = 0; count < 4; count += 1) {
    const end = matchEnd(PIECE, text, at);
    if (end < 0) break;
    pieces += text.slice(at, end);
    at = end;
  }
  const separator = matchEnd(SEPARATOR, text, at);
  if (separator < 0) return -1;
  const dated = DATE.test(pieces) || DATE.test(text.slice(start, place));
  const agency = /[(/]/u.test(pieces);
  const colon = text.slice(at, separator).includes(':');
  if (capitals) return colon && pieces !== '' && !dated && !agency ? -1 : separator;
  if (colon) return -1;
  // "Moscow - Russia spoke", but not "Moscow – like Tehran – spoke", where a second dash closes what the first opened.
  const bare = pieces === '' && DASH.test(text.slice(at, separator)) && !DASH.test(text.slice(separator));
  return dated || agency || bare ? separator : -1;
}

/**
 * End of the dateline with which a block begins ("ISLAMABAD, Feb 18 (AFP) -", "KYIV, Ukraine —", "BEIJING:",
 * "Moscow (Reuters) —", "(Reuters) -"), its dash or colon included; -1 if it has none.
 */
export function matchDateline(text: string, block: Span): number {
  const part = text.slice(block.start, Math.min(block.end, block.start + REACH));
  const agency = matchEnd(AGENCY, part, 0);
  if (agency > 0) return block.start + agency;
  if (!FINISHED.test(text.slice(Math.max(block.start, block.end - 6), block.end)) && part.length < 70) return -1;
  const opening = Math.max(0, matchEnd(OPENING, part, 0));
  const agencyAlone = part.slice(0, opening).includes('(');
  const capitals = matchEnd(CAPITALS, part, opening);
  const label = part.slice(opening, Math.max(opening, capitals)).split(/[ /]/u);
  let end = -1;
  if (capitals > 0 && !label.some((word) => notPlaces.has(word))) end = matchParts(part, opening, capitals, true);
  if (end < 0 && matchEnd(NAME, part, opening) > 0)
    end = matchParts(part, opening, matchEnd(NAME, part, opening), false);
  if (end < 0 && agencyAlone) end = matchEnd(SEPARATOR, part, part.slice(0, opening).trimEnd().length);
  if (end < 0) return -1;
  const follower = pointAt(part, skipWhite(part, end, part.length));
  if (!isCapital(follower) && !isDigit(follower) && !/["'“‘«]/u.test(follower)) return -1;
  if (!SMALL.test(part.slice(end))) return -1;
  return block.start + part.slice(0, end).trimEnd().length;
}
