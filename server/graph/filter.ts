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

export interface Selection {
  /** Subjects that pass every filter. */
  selected: Subject[];
  /** For each key that lists values: subjects that pass all filters but that key's own, for its counts. */
  facetOf: Record<ListKey, Subject[]>;
}

/** Selects statements. One pass: a subject that fails just one key still counts for that key's facet. */
export function selectStatements(subjects: Subject[], filters: Filters): Selection {
  const lists = LIST_KEYS.map((key) => ({ key, test: testList(key, filters) }));
  const others = [testDays(filters), testWords(filters)].filter((test) => test !== undefined);
  const selected: Subject[] = [];
  const facetOf = Object.fromEntries(LIST_KEYS.map((key) => [key, [] as Subject[]])) as Selection['facetOf'];
  for (const subject of subjects) {
    if (!others.every((test) => test(subject))) continue;
    const failed = lists.filter(({ test }) => test && !test(subject));
    if (failed.length === 0) selected.push(subject);
    if (failed.length === 0) for (const key of LIST_KEYS) facetOf[key].push(subject);
    else if (failed.length === 1 && failed[0]) facetOf[failed[0].key].push(subject);
  }
  return { selected, facetOf };
}
