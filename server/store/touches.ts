import type { Edit, LiveTable, Row } from './journal.ts';

/** A part of a row that a change concerns: a column, or one of the words below. */
export interface Touch {
  item: string;
  part: string;
}

/** The row as such: it was made or taken away. */
export const WHOLE = '*';
/** The row went because nothing named it any more; it comes back as soon as something does. */
export const PRUNED = 'pruned';
/** The row came back in that way. */
const REVIVED = 'revived';
/** The row has to be there, whatever it says. */
const PRESENCE = 'presence';

/** Columns of rows that name a row of another table. */
const REFERENCES: Partial<Record<LiveTable, Record<string, LiveTable>>> = {
  statement: { source: 'actor', target: 'actor', speaker: 'actor', article: 'article' },
  mention: { actor: 'actor', article: 'article' },
  article_actor: { actor: 'actor', article: 'article' },
  alias: { actor: 'actor' },
  actor_merge: { kept: 'actor' },
};

export const nameItem = (table: LiveTable, key: Row): string => `${table} ${JSON.stringify(Object.values(key))}`;

/** Ids of the actors that a row, or some of its columns, names. */
export function listActors(table: LiveTable, row: Row): string[] {
  const columns = REFERENCES[table] ?? {};
  return Object.keys(row).flatMap((column) =>
    columns[column] === 'actor' && row[column] ? [String(row[column])] : [],
  );
}

function touchOne({ table, key, before, after, pruned }: Edit): Touch[] {
  const item = nameItem(table, key);
  const columns = REFERENCES[table] ?? {};
  const named = [before, after].flatMap((row) =>
    Object.entries(row ?? {}).flatMap(([column, value]) => {
      const to = columns[column];
      return to && value !== null ? [{ item: nameItem(to, { id: value }), part: PRESENCE }] : [];
    }),
  );
  if (pruned !== undefined) return [{ item, part: after ? REVIVED : PRUNED }];
  if (before && after) return [...Object.keys(after).map((part) => ({ item, part })), ...named];
  return [{ item, part: WHOLE }, ...named];
}

/** Everything that edits touch, once each. */
export function listTouches(edits: Edit[]): Touch[] {
  const all = edits.flatMap(touchOne).map((touch): [string, Touch] => [`${touch.part} ${touch.item}`, touch]);
  return [...new Map(all).values()];
}

/** Whether two changes that touch these parts of one row depend on each other's order. */
export function doOverlap(a: string, b: string): boolean {
  if ([a, b].some((part) => part === PRUNED || part === REVIVED)) return false;
  if (a === WHOLE || b === WHOLE) return true;
  return a === b && a !== PRESENCE;
}
