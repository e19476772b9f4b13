import { readFileSync } from 'node:fs';
import path from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { PROJECT_ROOT } from '../config.ts';

export type MessageValues = Record<string, string | number | Date | ((chunks: string[]) => string)>;

const LOCALE = 'en-GB';
const texts = JSON.parse(readFileSync(path.join(PROJECT_ROOT, 'data/messages.json'), 'utf8')) as Record<string, string>;
const formats = new Map<string, IntlMessageFormat>();

/** Tags that messages use for emphasis; a page without scripts shows the words plain. */
const plainTags = { b: (chunks: string[]) => chunks.join('') };

/** The words of a message with its values put in; an unknown key is a mistake of the program and throws. */
export function translate(key: string, values: MessageValues = {}): string {
  let format = formats.get(key);
  if (!format) {
    const text = texts[key];
    if (text === undefined) throw new Error(`data/messages.json has no message "${key}"`);
    format = new IntlMessageFormat(text, LOCALE);
    formats.set(key, format);
  }
  return String(format.format({ ...plainTags, ...values }));
}

type DayStyle = 'short' | 'long';

const toDate = (day: string): Date => new Date(`${day}T00:00:00Z`);
const dayFormat = (month: DayStyle): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' });

/** An ISO day as "19 Feb 2018", or "19 February 2018". */
export function formatDay(day: string, style: DayStyle = 'short'): string {
  return dayFormat(style).format(toDate(day));
}

/** Two ISO days as "19–20 Feb 2018". */
export function formatDays(first: string, last: string, style: DayStyle = 'short'): string {
  return dayFormat(style).formatRange(toDate(first), toDate(last));
}

/** A number as "1,234". */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(LOCALE).format(value);
}

/** "A, B and C", or "A, B or C". */
export function joinWords(words: string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  return new Intl.ListFormat(LOCALE, { type }).format(words);
}
