import type { Actor, Filters, ListKey, RelationType, Statement } from '../types.ts';
import { NO_SPEAKER } from './vocabulary.ts';

/** What a filter looks at: a statement with its actors and its type. */
export interface Subject {
  statement: Statement;
  source: Actor;
  target: Actor;
  type: RelationType;
  /** Day of the act, else of publication. */
  day: string | null;
}

/** Values of a statement under a key. Those of `kind` are two, one for each end. */
export const VALUES: Record<ListKey, (subject: Subject) => string[]> = {
  type: ({ type }) => [type.id],
  class: ({ type }) => [type.class],
  kind: ({ source, target }) => (source.kind === target.kind ? [source.kind] : [source.kind, target.kind]),
  modality: ({ statement }) => [statement.modality],
  speaker: ({ statement }) => [statement.speaker ?? NO_SPEAKER],
  article: ({ statement }) => [statement.article],
  status: ({ statement }) => [statement.status],
};

export const LIST_KEYS = Object.keys(VALUES) as ListKey[];

/** What a filter has a word on: a key that lists values, the days, the words or the size of the relation. */
export type Facet = ListKey | 'days' | 'q' | 'min';

type Test = (subject: Subject) => boolean;

/** Every value must be among the included ones (for `kind`: both ends are of the listed kinds) and none excluded. */
function testList(key: ListKey, { include, exclude }: Filters): Test | undefined {
  const wanted = include[key];
  const unwanted = exclude[key] ?? [];
  // Rejected statements are shown only to who asks for them.
  const isDefault = key === 'status' && wanted === undefined;
  if (!wanted && unwanted.length === 0 && !isDefault) return undefined;
  return (subject) =>
    VALUES[key](subject).every(
      (value) => (wanted?.includes(value) ?? !(isDefault && value === 'rejected')) && !unwanted.includes(value),
    );
}

function testDays({ from, to }: Filters): Test | undefined {
  if (!from && !to) return undefined;
  return ({ day }) => day !== null && (!from || day >= from) && (!to || day <= to);
}

/** Lower case without diacritics, so that "erdogan" finds "Erdoğan". */
export const foldCase = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Each word of q must stand in a name or alias of an end, in the relation's label or in the sentence. */
function testWords({ q }: Filters): Test | undefined {
  const words = foldCase(q ?? '')
    .split(/\s+/)
    .filter(Boolean);
  if (words.length === 0) return undefined;
  return ({ statement, source, target, type }) => {
    const names = [source, target].flatMap(({ name, aliases }) => [name, ...aliases]);
    const text = foldCase([...names, type.label, statement.evidence.text].join('\n'));
    return words.every((word) => text.includes(word));
  };
}

/** For each facet that judges single statements and has something to say, its test. */
export function listTests(filters: Filters): { facet: Facet; test: Test }[] {
  const tests: { facet: Facet; test: Test | undefined }[] = [
    ...LIST_KEYS.map((key) => ({ facet: key, test: testList(key, filters) })),
    { facet: 'days', test: testDays(filters) },
    { facet: 'q', test: testWords(filters) },
  ];
  return tests.flatMap(({ facet, test }) => (test ? [{ facet, test }] : []));
}
