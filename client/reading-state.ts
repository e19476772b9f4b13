import type { Filters } from '../server/types.ts';

/** What the address says of how the graph is read. */
export interface ReadingState {
  /** The one or two speakers whose worlds are compared; "none" is the article itself. They are the filter on speakers, too. */
  told: string[];
  /** The panel as the reader wants it; null is as usual: beside the graph where there is room, else with a selection. */
  panel: 'open' | 'closed' | null;
}

const TELLERS = 2;

/** Reads `told` and `panel`; who tells is the filter on speakers. */
export function parseReading(query: URLSearchParams, filters: Filters): ReadingState {
  const told = [...new Set(query.getAll('told').filter(Boolean))].slice(0, TELLERS);
  if (told.length > 0) {
    filters.include.speaker = told;
    delete filters.exclude.speaker;
  }
  const panel = query.get('panel');
  return { told, panel: panel === 'closed' || panel === 'open' ? panel : null };
}

/** Writes `told`, which says the filter on speakers as well, and `panel`. */
export function writeReading({ told, panel }: ReadingState, query: URLSearchParams): void {
  if (told.length > 0) query.delete('speaker');
  for (const speaker of told) query.append('told', speaker);
  if (panel) query.set('panel', panel);
}

/** Who still tells under the filters: a filter on other speakers ends the comparison, a narrower one narrows it. */
export function keepTold(told: string[], { include, exclude }: Filters): string[] {
  const speakers = include.speaker ?? [];
  const kept = told.filter((speaker) => speakers.includes(speaker));
  return kept.length === speakers.length && !exclude.speaker ? kept : [];
}

/** The filters under which only these speakers tell; all where there are none. */
export function withTold(filters: Filters, told: string[]): Filters {
  const include = { ...filters.include };
  const exclude = { ...filters.exclude };
  delete include.speaker;
  delete exclude.speaker;
  if (told.length > 0) include.speaker = told;
  return { ...filters, include, exclude };
}
