import type { Tree } from '../language/tree.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** Milliseconds. */
const DAY = 86_400_000;

const iso = (date: Date): string => date.toISOString().slice(0, 10);

/** A day written as "February 20", "20 February 2018", "Feb. 20": its month and day, and the year if it is there. */
function readMonthDay(tree: Tree, at: number): { month: number; day: number; year: number | null } | null {
  const form = tree.form(at).replace(/\.$/, '');
  const month = MONTHS.findIndex((name) => form.length >= 3 && name.startsWith(form));
  if (month < 0) return null;
  const numberAt = (position: number): number =>
    position >= 1 && position <= tree.length ? Number(tree.form(position)) : Number.NaN;
  const after = numberAt(at + 1);
  const before = numberAt(at - 1);
  const day = after >= 1 && after <= 31 ? after : before >= 1 && before <= 31 ? before : null;
  if (day === null) return null;
  const year = [at + 1, at + 2, at + 3].map(numberAt).find((value) => value >= 1900 && value < 2100) ?? null;
  return { month, day, year };
}

/**
 * The day (YYYY-MM-DD) on which the verb at `at` puts its act, or null: an absolute date in its clause, or a weekday, "today" or
 * "yesterday" against the day of publication. A weekday is the last one before that day, after a future verb the next.
 */
export function findDate(tree: Tree, at: number, published: string | null): string | null {
  const phrases = [at, ...(tree.is(at, 'obj', 'xcomp') ? [tree.head(at)] : [])].flatMap((word) =>
    word > 0 ? tree.children(word, 'obl', 'nmod', 'advmod') : [],
  );
  const base = published ? new Date(`${published}T00:00:00Z`) : null;
  for (const phrase of phrases) {
    const [first, last] = tree.range(phrase);
    for (let word = first; word <= last; word++) {
      const dated = readMonthDay(tree, word);
      if (dated) {
        const year = dated.year ?? base?.getUTCFullYear() ?? null;
        if (year === null) return null;
        const date = new Date(Date.UTC(year, dated.month, dated.day));
        // "in November" read in February was last year's, unless it is still to come
        if (dated.year === null && base && date.getTime() - base.getTime() > 270 * DAY) date.setUTCFullYear(year - 1);
        return iso(date);
      }
      if (!base) continue;
      const form = tree.form(word);
      const ago = ['today', 'yesterday'].indexOf(form);
      if (ago >= 0) return iso(new Date(base.getTime() - ago * DAY));
      if (form === 'tomorrow') return iso(new Date(base.getTime() + DAY));
      const weekday = WEEKDAYS.indexOf(form);
      if (weekday < 0) continue;
      const future = tree.children(at, 'aux').some((aux) => ['will', "'ll"].includes(tree.form(aux)));
      const back = (base.getUTCDay() - weekday + 7) % 7;
      return iso(new Date(base.getTime() - (future ? back - 7 * Number(back > 0) : back) * DAY));
    }
  }
  return null;
}
