import type { Filters, ListKey } from '../server/types.ts';
import { type CanvasState, parseCanvas, writeCanvas } from './canvas-state.ts';
import { parseReading, type ReadingState, writeReading } from './reading-state.ts';

/** All that the address of the page says; the same address shows the same view. */
export interface ViewState extends CanvasState, ReadingState {
  filters: Filters;
  /** Selected relation, `SOURCE:type:TARGET`. */
  edge: string | null;
  /** Selected actor. */
  actor: string | null;
  view: 'graph' | 'table';
  /** Order of the table; null is its own, most sentences first. */
  sort: Sort | null;
  /** Rows of the table at most; the reader asks for more. */
  rows: number;
  /** What is filtered out is hidden instead of faded. */
  hide: boolean;
  /** Actors that the filters leave without a relation stay as they are. */
  lonely: boolean;
}

export interface Sort {
  column: SortColumn;
  descending: boolean;
}

/** Columns that the table can be sorted by, as `sort=COLUMN` or `sort=-COLUMN` names them. */
export const SORT_COLUMNS = ['from', 'relation', 'to', 'modality', 'speaker', 'wording', 'date', 'sentences'] as const;
type SortColumn = (typeof SORT_COLUMNS)[number];

/** Rows that the table begins with, and that each "more" adds. */
export const ROWS = 100;

export const LIST_KEYS: ListKey[] = ['type', 'class', 'kind', 'modality', 'speaker', 'article', 'status'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A sort as an address names it. */
export function writeSort({ column, descending }: Sort): string {
  return descending ? `-${column}` : column;
}

/** Reads "date" or "-date"; null for what is no column. */
export function parseSort(value: string | null): Sort | null {
  const descending = value?.startsWith('-') ?? false;
  const column = SORT_COLUMNS.find((name) => name === value?.slice(descending ? 1 : 0));
  return column ? { column, descending } : null;
}

/** A whole number of an address from `least` on; anything else is the least. */
function parseCount(value: string | null, least: number): number {
  return value && /^[1-9]\d{0,5}$/.test(value) ? Math.max(least, Number(value)) : least;
}

/** The view that the query part of an address asks for; what it does not know is left out. */
export function parseState(search: string): ViewState {
  const query = new URLSearchParams(search);
  const filters: Filters = { include: {}, exclude: {} };
  for (const key of LIST_KEYS) {
    const included = query.getAll(key).filter(Boolean);
    const excluded = query.getAll(`not-${key}`).filter(Boolean);
    if (included.length > 0) filters.include[key] = included;
    if (excluded.length > 0) filters.exclude[key] = excluded;
  }
  for (const key of ['from', 'to'] as const) {
    const day = query.get(key);
    if (day && DAY.test(day)) filters[key] = day;
  }
  const q = query.get('q')?.trim();
  if (q) filters.q = q;
  const min = parseCount(query.get('min'), 1);
  if (min > 1) filters.min = min;
  return {
    filters,
    edge: query.get('edge'),
    actor: query.get('edge') ? null : query.get('actor'),
    view: query.get('view') === 'table' ? 'table' : 'graph',
    sort: parseSort(query.get('sort')),
    rows: parseCount(query.get('rows'), ROWS),
    hide: query.get('hide') === '1',
    lonely: query.get('lonely') === '1',
    ...parseCanvas(query),
    ...parseReading(query, filters),
  };
}

/** Filters as the parameters of the API and of the page. */
export function filterQuery(filters: Filters): URLSearchParams {
  const query = new URLSearchParams();
  for (const key of LIST_KEYS) {
    for (const value of filters.include[key] ?? []) query.append(key, value);
    for (const value of filters.exclude[key] ?? []) query.append(`not-${key}`, value);
  }
  if (filters.from) query.set('from', filters.from);
  if (filters.to) query.set('to', filters.to);
  if (filters.q) query.set('q', filters.q);
  if (filters.min) query.set('min', String(filters.min));
  return query;
}

/** The address of a view, from the path on. */
export function stateUrl(state: ViewState): string {
  const query = filterQuery(state.filters);
  if (state.view === 'table') query.set('view', 'table');
  if (state.edge) query.set('edge', state.edge);
  else if (state.actor) query.set('actor', state.actor);
  if (state.sort) query.set('sort', writeSort(state.sort));
  if (state.rows > ROWS) query.set('rows', String(state.rows));
  if (state.hide) query.set('hide', '1');
  if (state.lonely) query.set('lonely', '1');
  writeCanvas(state, query);
  writeReading(state, query);
  // Ids hold colons, which need no escape in a query and read better without one.
  const text = query.toString().replaceAll('%3A', ':').replaceAll('%7E', '~');
  return text ? `/?${text}` : '/';
}

/** Whether anything is filtered at all. */
export function hasFilters(filters: Filters): boolean {
  return filterQuery(filters).toString() !== '';
}

/** Whether the filters say something about a key. */
export function isFiltered(filters: Filters, key: ListKey): boolean {
  return Boolean(filters.include[key] ?? filters.exclude[key]);
}

/** Values that pass only when they are asked for: rejected statements are shown to nobody else. */
const DEFAULT_OFF: Partial<Record<ListKey, string[]>> = { status: ['rejected'] };

/** Whether a value passes the filters of its key. */
export function isOn(filters: Filters, key: ListKey, value: string): boolean {
  const included = filters.include[key];
  const passes = included ? included.includes(value) : !DEFAULT_OFF[key]?.includes(value);
  return passes && !filters.exclude[key]?.includes(value);
}

/** Keys of a filter that have one value. */
const PLAIN_KEYS = ['from', 'to', 'q', 'min'] as const;
type PlainKey = (typeof PLAIN_KEYS)[number];
const isPlainKey = (key: string): key is PlainKey => (PLAIN_KEYS as readonly string[]).includes(key);

/** The filters without any word on the given keys. */
export function withoutKeys(filters: Filters, ...keys: (ListKey | PlainKey)[]): Filters {
  const result: Filters = { ...filters, include: { ...filters.include }, exclude: { ...filters.exclude } };
  for (const key of keys) {
    if (isPlainKey(key)) delete result[key];
    else {
      delete result.include[key];
      delete result.exclude[key];
    }
  }
  return result;
}

/**
 * The filters under which exactly the values `on` of all values of a key pass, said in the shorter way: nothing when
 * all are on, exclusion when few are off, inclusion otherwise.
 */
export function withOn(filters: Filters, key: ListKey, all: string[], on: Set<string>): Filters {
  const result = withoutKeys(filters, key);
  const kept = all.filter((value) => on.has(value));
  const off = DEFAULT_OFF[key] ?? [];
  const dropped = all.filter((value) => !on.has(value) && !off.includes(value));
  const unusual = kept.some((value) => off.includes(value));
  if (dropped.length === 0 && !unusual) return result;
  // Nothing on cannot be said by inclusion: an empty list would be no filter; what is usually off must be asked for.
  if (unusual) result.include[key] = kept;
  else if (kept.length === 0 || (kept.length > 1 && dropped.length <= kept.length)) result.exclude[key] = dropped;
  else result.include[key] = kept;
  return result;
}

/** The same for relation types, where a class that is off as a whole is said as such. */
export function withTypesOn(filters: Filters, types: { id: string; class: string }[], on: Set<string>): Filters {
  const bare = withoutKeys(filters, 'type', 'class');
  const classes = [...new Set(types.map((type) => type.class))];
  const live = new Set(types.filter((type) => on.has(type.id)).map((type) => type.class));
  const kept = types.filter((type) => on.has(type.id)).map((type) => type.id);
  const dropped = types.filter((type) => live.has(type.class) && !on.has(type.id)).map((type) => type.id);
  const byClass = withOn(bare, 'class', classes, live);
  // One type alone is said as a type, even if it is all of its class for now: "only this" means the type.
  if (kept.length !== 1 && dropped.length === 0) return byClass;
  const said = filterQuery(byClass).size - filterQuery(bare).size + dropped.length;
  if (kept.length === 1 || kept.length < said) bare.include.type = kept;
  else return { ...byClass, exclude: { ...byClass.exclude, type: dropped } };
  return bare;
}
