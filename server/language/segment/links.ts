import { matchEnd } from './characters.ts';
import { domains } from './vocabulary.ts';

// Every quantifier inside a group is bounded, so that a long run of dots or letters costs a constant for each character.
const ADDRESS = /(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"“”«»]+/iuy;
const EMAIL = /(?:mailto:)?[\p{L}\p{N}_.+%-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/iuy;
const DOMAIN = new RegExp(
  `[\\p{L}\\p{N}_-]{2,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,4}\\.(?:${[...domains].join('|')})(?![\\p{L}\\p{N}_'’])(?:/[^\\s<>"“”«»]*)?`,
  'uy',
);
const TRAILING = /[.,;:!?'’)\]}]/;

/** Drops what closes the sentence around a link; a bracket that the link itself opens stays. */
function trim(text: string, start: number, end: number): number {
  let last = end;
  const open = text.slice(start, end).includes('(');
  while (last > start && TRAILING.test(text.charAt(last - 1)) && !(open && text.charAt(last - 1) === ')')) last -= 1;
  return last;
}

/** What a stretch between white space holds, looked up once for all of its words. */
export interface LinkSigns {
  at: boolean;
  dot: boolean;
}

export const findLinkSigns = (chunk: string): LinkSigns => ({ at: chunk.includes('@'), dot: chunk.includes('.') });

/** End of the URL, e-mail address or host name that begins at `index`, or -1. */
export function matchLink(text: string, index: number, { at, dot }: LinkSigns): number {
  const address = dot ? matchEnd(ADDRESS, text, index) : -1;
  if (address > 0) return trim(text, index, address);
  const email = at ? matchEnd(EMAIL, text, index) : -1;
  if (email > 0) return email;
  const domain = dot ? matchEnd(DOMAIN, text, index) : -1;
  return domain > 0 ? trim(text, index, domain) : -1;
}
