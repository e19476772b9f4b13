/** What counts as the text of an article, whatever file it comes from. */
import { InputError } from '../errors.ts';

/** Longer texts are no articles, and would hold a thread for minutes. */
export const LONGEST_TEXT = 200_000;

const LONGEST_TITLE = 500;

export const formatCount = (number: number): string => number.toLocaleString('en');

/** Control characters other than tab, line feed, form feed, carriage return and next line: none of them is text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to find
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f\u0080-\u0084\u0086-\u009f]/g;

/** Half of a character: cannot be written as UTF-8. */
const LONE_SURROGATE = /\p{Cs}/gu;

export interface CleanText {
  text: string;
  /** How many characters were no text. */
  replaced: number;
}

/** Control characters become spaces and lone surrogates U+FFFD: nothing moves, so that offsets stay right. */
export function cleanText(text: string): CleanText {
  let replaced = 0;
  const visible = text.replace(CONTROL, () => {
    replaced += 1;
    return ' ';
  });
  const wellFormed = visible.replace(LONE_SURROGATE, () => {
    replaced += 1;
    return '\ufffd';
  });
  return { text: wellFormed, replaced };
}

/** Refuses a text that is none, or longer than an article. */
export function checkText(text: string): void {
  if (text.trim() === '') throw new InputError('empty', 'There is no text in it.');
  if (text.length > LONGEST_TEXT)
    throw new InputError(
      'too-long',
      `Articles can have ${formatCount(LONGEST_TEXT)} characters; this one has ${formatCount(text.length)}. Split it.`,
    );
}

/** One line without superfluous space; null where nothing is left. */
export function toLine(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  return cleanText(value).text.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE).replace(LONE_SURROGATE, '') || null;
}

/** The first line that has words, for texts that do not tell their title. */
export const firstLine = (text: string): string => toLine(/\S.*/.exec(text)?.[0]?.slice(0, 200)) ?? '';

/** A web address, or null: what is no http or https address is not followed, hence not kept. */
export function toAddress(value: unknown): string | null {
  const line = toLine(value);
  if (line === null || !URL.canParse(line)) return null;
  const { protocol, href } = new URL(line);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}
