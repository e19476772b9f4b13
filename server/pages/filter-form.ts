import { writeFilters } from '../graph/query.ts';
import type { FacetValue, FilterForm, Filters, GraphBody, ListKey, RelationType } from '../types.ts';
import { translate } from './messages.ts';

type Groups = FilterForm['groups'];

/** Values that a group shows unless the address asks for all, `values=KEY`. */
const VALUES = 25;

/** Address of the page under filters, with the rest of its parameters. */
export type LinkTo = (filters: Filters) => string;

function excluded(filters: Filters, key: ListKey, value: string): string[] {
  const before = filters.exclude[key] ?? [];
  return before.includes(value) ? before.filter((other) => other !== value) : [...before, value];
}

/** The filters with other lists for one key; an empty list says nothing. */
function withLists(filters: Filters, key: ListKey, include: string[], exclude: string[]): Filters {
  const changed: Filters = { ...filters, include: { ...filters.include }, exclude: { ...filters.exclude } };
  for (const [side, values] of [['include', include] as const, ['exclude', exclude] as const])
    if (values.length > 0) changed[side][key] = values;
    else delete changed[side][key];
  return changed;
}

/** The first of a long list of values, and those that the filters name. */
function cutValues(facet: FacetValue[], { include, exclude }: Filters, key: ListKey): FacetValue[] {
  const named = new Set([...(include[key] ?? []), ...(exclude[key] ?? [])]);
  return facet.filter(({ value }, at) => at < VALUES || named.has(value));
}

/** A group of one key: every value can be asked for by its box, left alone or left out by its links. */
function describeGroup(
  { filters, linkTo, open }: { filters: Filters; linkTo: LinkTo; open: string[] },
  { key, legend, unit }: { key: ListKey; legend: string; unit: 'count' | 'relations' | 'actors' },
  facet: FacetValue[],
): Groups[number] {
  const { include, exclude } = filters;
  const shown = open.includes(key) ? facet : cutValues(facet, filters, key);
  const values = shown.map((entry) => {
    const { value } = entry;
    const isExcluded = exclude[key]?.includes(value) ?? false;
    const isIncluded = include[key]?.includes(value) ?? false;
    const choice: Groups[number]['values'][number]['choice'] = isExcluded ? 'exclude' : isIncluded ? 'include' : null;
    // "only" of a type is not narrowed by a choice of classes, as in the panel with scripts.
    const bare = key === 'type' ? withLists(filters, 'class', [], []) : filters;
    return {
      value,
      label: entry.label,
      count: entry[unit],
      choice,
      only: linkTo(withLists(bare, key, [value], [])),
      without: linkTo(withLists(filters, key, include[key] ?? [], excluded(filters, key, value))),
    };
  });
  const address = linkTo(filters);
  const all = `${address}${address.includes('?') ? '&' : '?'}values=${key}`;
  return { key, legend, values, more: shown.length < facet.length ? { count: facet.length, href: all } : null };
}

/** Parameters that the form does not ask for: exclusions, classes, a single article. */
function listKept(filters: Filters, asked: Set<ListKey>, rest: URLSearchParams): FilterForm['kept'] {
  const { include, exclude } = filters;
  const lists = writeFilters({
    include: Object.fromEntries(Object.entries(include).filter(([key]) => !asked.has(key as ListKey))),
    exclude,
  });
  return [...lists, ...rest];
}

/**
 * The filters as one form; `rest` are the parameters of the page that a new choice keeps, `open` the keys whose values
 * are all wanted.
 */
export function describeForm(
  graph: Omit<GraphBody, 'phrases'>,
  filters: Filters,
  types: ReadonlyMap<string, RelationType>,
  { linkTo, rest, open }: { linkTo: LinkTo; rest: URLSearchParams; open: string[] },
): FilterForm {
  const { facets } = graph;
  const context = { filters, linkTo, open };
  const rename = (facet: FacetValue[], label: (value: string) => string | undefined) =>
    facet.map((entry) => ({ ...entry, label: label(entry.value) ?? entry.label }));
  const ofClass = (id: string) => facets.type.filter(({ value }) => types.get(value)?.class === id);
  const groups: Groups = [
    ...facets.class.map((entry) =>
      describeGroup(context, { key: 'type', legend: entry.label, unit: 'relations' }, ofClass(entry.value)),
    ),
    describeGroup(context, { key: 'class', legend: translate('filter.class'), unit: 'relations' }, facets.class),
    describeGroup(
      context,
      { key: 'modality', legend: translate('filter.modality'), unit: 'relations' },
      facets.modality,
    ),
    describeGroup(
      context,
      { key: 'speaker', legend: translate('filter.speaker'), unit: 'count' },
      rename(facets.speaker, (value) => (value === 'none' ? translate('speaker.articleItself') : undefined)),
    ),
    describeGroup(
      context,
      { key: 'kind', legend: translate('filter.kind'), unit: 'actors' },
      rename(facets.kind, (value) => translate(`kind.${value}.plural`)),
    ),
    describeGroup(context, { key: 'article', legend: translate('filter.article'), unit: 'relations' }, facets.article),
    describeGroup(
      context,
      { key: 'status', legend: translate('filter.status'), unit: 'relations' },
      rename(facets.status, (value) => translate(`status.${value}`)),
    ),
  ].filter(({ key, values }) => values.length > (key === 'article' ? 1 : 0));
  const asked = new Set(groups.map(({ key }) => key));
  const largest = graph.sizes.at(-1)?.size ?? 1;
  return { groups, largest, kept: listKept(filters, asked, rest) };
}
