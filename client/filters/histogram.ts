/** A stretch of days that one bar of the histogram counts. */
export interface Bin {
  first: string;
  last: string;
  count: number;
}

type Unit = 'day' | 'week' | 'month' | 'year';

const DAY_MS = 86_400_000;
/** The coarsest unit is the one whose limit, in days, the span of the data reaches. */
const UNITS: { unit: Unit; upTo: number }[] = [
  { unit: 'day', upTo: 62 },
  { unit: 'week', upTo: 400 },
  { unit: 'month', upTo: 3660 },
  { unit: 'year', upTo: Number.POSITIVE_INFINITY },
];

const toTime = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const toDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The first day of the unit that a day lies in; weeks begin on Monday. */
function startOf(unit: Unit, time: number): number {
  const date = new Date(time);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === 'day') return time;
  if (unit === 'week') return time - ((date.getUTCDay() + 6) % 7) * DAY_MS;
  return unit === 'month' ? Date.UTC(year, month, 1) : Date.UTC(year, 0, 1);
}

/** The first day of the unit after the one that begins on a day. */
function nextOf(unit: Unit, time: number): number {
  const date = new Date(time);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (unit === 'day') return time + DAY_MS;
  if (unit === 'week') return time + 7 * DAY_MS;
  return unit === 'month' ? Date.UTC(year, month + 1, 1) : Date.UTC(year + 1, 0, 1);
}

/** How fine the bars are for days from `first` to `last`. */
function chooseUnit(first: string, last: string): Unit {
  const span = (toTime(last) - toTime(first)) / DAY_MS + 1;
  return UNITS.find(({ upTo }) => span <= upTo)?.unit ?? 'year';
}

/** Bars from the first to the last of `days` without gaps, whole months where a bar is a day; each with the counts of `counted` that fall into it. */
export function binDays(days: string[], counted: { day: string; count: number }[]): Bin[] {
  const sorted = [...days].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const unit = chooseUnit(first, last);
  const counts = new Map<number, number>();
  for (const { day, count } of counted) {
    const start = startOf(unit, toTime(day));
    counts.set(start, (counts.get(start) ?? 0) + count);
  }
  const bins: Bin[] = [];
  // Single days stand in whole months, so that the axis has round ends.
  const frame = unit === 'day' ? 'month' : unit;
  const end = nextOf(frame, startOf(frame, toTime(last)));
  for (let start = startOf(frame, toTime(first)); start < end; start = nextOf(unit, start))
    bins.push({ first: toDay(start), last: toDay(nextOf(unit, start) - DAY_MS), count: counts.get(start) ?? 0 });
  return bins;
}

/** The bars that a range of days covers, as positions; a side without a bound reaches the end. */
export function coverBins(bins: Bin[], { from, to }: { from?: string; to?: string }): { start: number; end: number } {
  const start = from ? bins.findIndex(({ last }) => last >= from) : 0;
  const end = to ? bins.findLastIndex(({ first }) => first <= to) : bins.length - 1;
  return { start: start < 0 ? bins.length - 1 : start, end: Math.max(0, end) };
}

/** The days that a stretch of bars stands for; an end of the whole is no bound. */
export function daysOf(bins: Bin[], start: number, end: number): { from?: string; to?: string } {
  const [first, last] = [bins[start], bins[end]];
  return {
    ...(start > 0 && first && { from: first.first }),
    ...(end < bins.length - 1 && last && { to: last.last }),
  };
}
