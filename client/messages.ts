import { IntlMessageFormat } from 'intl-messageformat';
import { html, type TemplateResult } from 'lit-html';
import texts from '../data/messages.json';

export type MessageKey = keyof typeof texts;
export type MessageValues = Record<string, string | number>;

const LOCALE = 'en-GB';
const formats = new Map<MessageKey, IntlMessageFormat>();

function formatOf(key: MessageKey): IntlMessageFormat {
  let format = formats.get(key);
  if (!format) {
    format = new IntlMessageFormat(texts[key], LOCALE);
    formats.set(key, format);
  }
  return format;
}

/** The words of a message, plain. */
export function translate(key: MessageKey, values: MessageValues = {}): string {
  return String(formatOf(key).format<string>({ b: (chunks) => chunks.join(''), ...values }));
}

/** The words of a message with its `<b>` parts in bold. */
export function translateRich(key: MessageKey, values: MessageValues = {}): TemplateResult {
  const parts = formatOf(key).format<TemplateResult>({ b: (chunks) => html`<b>${chunks.join('')}</b>`, ...values });
  return html`${parts}`;
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
export function formatDays(first: string, last: string): string {
  return dayFormat('short').formatRange(toDate(first), toDate(last));
}

/** A number as "1,234". */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat(LOCALE).format(value);
}

/** "A, B and C". */
export function joinNames(names: string[]): string {
  return new Intl.ListFormat(LOCALE, { type: 'conjunction' }).format(names);
}
