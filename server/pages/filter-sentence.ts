import { dropFacets } from '../graph/blame.ts';
import type { GraphIndex } from '../graph/graph-index.ts';
import { writeFilters } from '../graph/query.ts';
import { NO_SPEAKER } from '../graph/vocabulary.ts';
import type { FilterPhrase, Filters, ListKey, RelationType } from '../types.ts';
import { formatDay, formatDays, joinWords, translate } from './messages.ts';

/** The name of a value as a sentence says it: "conflict", "Ayaz Wazir". */
export type NameValue = (key: ListKey, value: string) => string;

/** Names of values on the present graph. */
export function nameValues(index: GraphIndex, types: ReadonlyMap<string, RelationType>): NameValue {
  const names: Record<ListKey, (value: string) => string> = {
    type: (value) => types.get(value)?.label ?? value,
    class: (value) => translate(`sentence.value.${value}`),
    kind: (value) => translate(`sentence.value.${value}`),
    modality: (value) => translate(`modality.${value}`),
    status: (value) => translate(`status.${value}`),
    speaker: (value) => (value === NO_SPEAKER ? translate('speaker.article') : index.nameOf(value)),
    article: (value) => translate('sentence.quoted', { title: index.titleOf(value) }),
  };
  return (key, value) => names[key](value);
}

/** A class is said before its types: "cooperation, not supports". */
const ORDER: ListKey[] = ['class', 'type', 'kind', 'modality', 'speaker', 'article', 'status'];

type Side = 'include' | 'exclude';

/** Longer lists name the first and count the rest. */
const NAMED_AT_MOST = 4;

function nameSome(names: string[], type: 'conjunction' | 'disjunction'): string {
  if (names.length <= NAMED_AT_MOST) return joinWords(names, type);
  const named = names.slice(0, NAMED_AT_MOST - 1);
  return joinWords([...named, translate('sentence.others', { count: names.length - named.length })], type);
}

function describeList(filters: Filters, side: Side, key: ListKey, nameValue: NameValue): FilterPhrase[] {
  const values = filters[side][key];
  if (!values) return [];
  const rest = { ...filters, [side]: { ...filters[side] } };
  delete rest[side][key];
  const parameter = side === 'include' ? key : `not-${key}`;
  const names = values.map((value) => nameValue(key, value));
  // Both ends are of the listed kinds: "among countries and people".
  const type = key === 'kind' && side === 'include' ? 'conjunction' : 'disjunction';
  const words = translate(`sentence.${parameter}`, { values: nameSome(names, type) });
  return [{ key: parameter, words, without: writeFilters(rest).toString() }];
}

function sayDays({ from, to }: Filters): string | null {
  if (from && to)
    return from === to
      ? translate('sentence.on', { day: formatDay(from, 'long') })
      : translate('sentence.between', { days: formatDays(from, to, 'long') });
  if (from) return translate('sentence.since', { day: formatDay(from, 'long') });
  return to ? translate('sentence.until', { day: formatDay(to, 'long') }) : null;
}

/**
 * The filters as one sentence in parts, each of which can be dropped: "conflict", "asserted or planned", "according to
 * Ayaz Wazir", "since 1 March 2018". Page and API say the same words.
 */
export function describeFilters(filters: Filters, nameValue: NameValue): FilterPhrase[] {
  const lists = ORDER.flatMap((key) => [
    ...describeList(filters, 'include', key, nameValue),
    ...describeList(filters, 'exclude', key, nameValue),
  ]);
  const { q, min } = filters;
  const others = [
    { key: 'from', facet: 'days' as const, words: sayDays(filters) },
    { key: 'min', facet: 'min' as const, words: min ? translate('sentence.min', { count: min }) : null },
    { key: 'q', facet: 'q' as const, words: q ? translate('sentence.q', { words: q }) : null },
  ].flatMap(({ key, facet, words }) =>
    words === null ? [] : [{ key, words, without: writeFilters(dropFacets(filters, [facet])).toString() }],
  );
  return [...lists, ...others];
}
