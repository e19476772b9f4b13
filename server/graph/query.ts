import type { FieldError } from '../errors.ts';
import type { Filters, ListKey } from '../types.ts';
import { LIST_KEYS } from './filter.ts';
import type { GraphIndex } from './graph-index.ts';
import { CLASSES, KINDS, MODALITIES, NO_SPEAKER, STATUSES } from './vocabulary.ts';

/** For each key that lists values, those that exist, and those worth naming to someone who gave another. */
export type KnownValues = Record<ListKey, { has: (value: string) => boolean; named: string[] }>;

const NAMED_AT_MOST = 40;
const QUOTED_AT_MOST = 5;
const QUOTED_LENGTH = 60;

function knowList(ids: string[]): KnownValues[ListKey] {
  const set = new Set(ids);
  return { has: (value) => set.has(value), named: ids };
}

/** The values a filter may have on the present graph; every actor may be asked for as a speaker. */
export function listKnownValues(index: GraphIndex, types: Iterable<string>): KnownValues {
  const speakers = new Set(index.source.statements.flatMap(({ speaker }) => speaker ?? []));
  return {
    type: knowList([...types]),
    class: knowList(CLASSES.map(({ id }) => id)),
    kind: knowList(KINDS.map(({ id }) => id)),
    modality: knowList(MODALITIES.map(({ id }) => id)),
    status: knowList(STATUSES.map(({ id }) => id)),
    article: knowList(index.source.articles.map(({ id }) => id)),
    speaker: {
      has: (value) => value === NO_SPEAKER || index.actors.has(value),
      named: [NO_SPEAKER, ...[...speakers].sort()],
    },
  };
}

const LIST_PARAMETERS = LIST_KEYS.flatMap((key) => [key, `not-${key}`]);
/** Parameters of callers that list values too. */
const REPEATABLE: readonly string[] = [...LIST_PARAMETERS, 'with', 'expand', 'hidden', 'told'];
const FILTER_PARAMETERS: readonly string[] = [...LIST_PARAMETERS, 'from', 'to', 'q', 'min'];

function nameSome(values: string[]): string {
  const rest = values.length - NAMED_AT_MOST;
  return values.slice(0, NAMED_AT_MOST).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** What was given, cut to a length that an error may repeat. */
export function quoteSome(values: string[]): string {
  const quoted = values
    .slice(0, QUOTED_AT_MOST)
    .map((value) => `"${value.length > QUOTED_LENGTH ? `${value.slice(0, QUOTED_LENGTH)}…` : value}"`);
  return quoted.join(', ') + (values.length > QUOTED_AT_MOST ? ' …' : '');
}

/** A calendar day that exists: 2018-02-30 does not. */
const isDay = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value;

export interface ParsedQuery {
  /** The filters that could be read. */
  filters: Filters;
  /** What could not, each with its parameter and the mend. */
  errors: QueryError[];
}

/** A field's error with the words that were given, quoted: a page names these alone. */
export interface QueryError extends FieldError {
  given: string;
}

/** The query part of an address as it was sent, whatever stands before it. */
export function readQuery(url: string): URLSearchParams {
  const at = url.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : url.slice(at));
}

function readLists(params: URLSearchParams, known: KnownValues, { filters, errors }: ParsedQuery): void {
  for (const key of LIST_KEYS)
    for (const [side, name] of [['include', key] as const, ['exclude', `not-${key}`] as const]) {
      const values = [...new Set(params.getAll(name))];
      const good = values.filter((value) => known[key].has(value));
      const bad = values.filter((value) => !good.includes(value));
      if (bad.length > 0) {
        const given = quoteSome(bad);
        errors.push({
          field: name,
          given,
          detail: `There is no ${key} ${given}. Known: ${nameSome(known[key].named)}.`,
        });
      }
      if (good.length > 0) filters[side][key] = good;
    }
}

/**
 * Reads the filters of an address. Keys of lists repeat (`type=a&type=b`); `extras` names further parameters that the
 * caller reads itself. Nothing is thrown: the API turns errors into a 400, a page says what it ignored.
 */
export function parseFilters(params: URLSearchParams, known: KnownValues, extras: readonly string[] = []): ParsedQuery {
  const parsed: ParsedQuery = { filters: { include: {}, exclude: {} }, errors: [] };
  const allowed = [...FILTER_PARAMETERS, ...extras];
  const unknown = [...new Set(params.keys())].filter((name) => !allowed.includes(name));
  for (const name of unknown.slice(0, QUOTED_AT_MOST)) {
    const detail = `There is no parameter ${quoteSome([name])}. Known: ${allowed.join(', ')}.`;
    parsed.errors.push({ field: name.slice(0, QUOTED_LENGTH), given: '', detail });
  }
  for (const name of allowed)
    if (!REPEATABLE.includes(name) && params.getAll(name).length > 1)
      parsed.errors.push({ field: name, given: '', detail: 'It stands more than once; give it once.' });
  readLists(params, known, parsed);
  for (const name of ['from', 'to'] as const) {
    const value = params.get(name);
    if (!value) continue;
    if (isDay(value)) parsed.filters[name] = value;
    else {
      const given = quoteSome([value]);
      parsed.errors.push({ field: name, given, detail: `${given} is no day. Write it as 2018-02-19.` });
    }
  }
  const { from, to } = parsed.filters;
  if (from && to && from > to) {
    const detail = `It is after to (${to}); give the earlier day as from.`;
    parsed.errors.push({ field: 'from', given: quoteSome([from]), detail });
  }
  const q = params.get('q')?.trim();
  if (q) parsed.filters.q = q;
  const min = params.get('min');
  if (min && /^[1-9]\d{0,5}$/.test(min)) {
    if (min !== '1') parsed.filters.min = Number(min);
  } else if (min) {
    const given = quoteSome([min]);
    parsed.errors.push({
      field: 'min',
      given,
      detail: `${given} is no number of sentences. Write a whole number from 1 on.`,
    });
  }
  return parsed;
}

/** Filters as an address writes them, in a fixed order. */
export function writeFilters({ include, exclude, from, to, q, min }: Filters): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of LIST_KEYS) {
    for (const value of include[key] ?? []) params.append(key, value);
    for (const value of exclude[key] ?? []) params.append(`not-${key}`, value);
  }
  for (const [name, value] of Object.entries({ from, to, q, min })) if (value) params.append(name, String(value));
  return params;
}
