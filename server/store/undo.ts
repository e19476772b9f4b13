import { conflict } from '../errors.ts';
import type { Change } from '../types.ts';
import { findLastPrune, findLastTouch, type StoredChange } from './changes.ts';
import type { Edit, Journal, LiveTable, Row } from './journal.ts';
import { listActors, nameItem } from './touches.ts';

/** What is thrown where a row is not as the change left it; names the row. */
class Standing {
  readonly item: string;
  constructor(item: string) {
    this.item = item;
  }
}

/** 409 with the change that has to be undone first. */
export function refuseUndo(blocker: Change | undefined): Error {
  if (!blocker) return conflict('What it changed is no longer as it left it, so it cannot be undone.');
  const { id, kind, at } = blocker;
  const words = `A later change stands in the way: ${kind} of ${at} (${id}). Undo that one first.`;
  return conflict(words, [{ field: 'change', detail: id }]);
}

/** Brings back an actor that was pruned, as it last was. */
async function ensureActor(journal: Journal, id: string): Promise<void> {
  if (await journal.get('actor', { id })) return;
  const item = nameItem('actor', { id });
  const prune = await findLastPrune(journal.trx, item);
  const rows = prune?.edits.filter(({ pruned, before }) => pruned === id && before) ?? [];
  if (rows.length === 0 || (await journal.get('actor_merge', { actor: id }))) throw new Standing(item);
  for (const { table, before } of rows.toReversed()) if (before) await journal.insert(table, before, id);
}

/** Makes sure that what a row names is there; sentences can be told by their ids. */
async function ensureNamed(journal: Journal, table: LiveTable, row: Row): Promise<void> {
  if (!['statement', 'mention', 'article_actor'].includes(table)) return;
  for (const actor of listActors(table, row)) await ensureActor(journal, actor);
  const article = row.article as string | undefined;
  if (article === undefined) return;
  if (!(await journal.get('article', { id: article }))) throw new Standing(nameItem('article', { id: article }));
  const [, start, end] = /:(\d+)-(\d+)$/.exec(String(row.sentence)) ?? [];
  if (table === 'statement')
    await journal.insert('sentence', { id: row.sentence as string, article, start: Number(start), end: Number(end) });
}

/** Tables whose rows may have been made anew meanwhile, by an import or a layout: those then stay. */
const SHARED: LiveTable[] = ['alias', 'placement'];

async function turnRound(journal: Journal, { table, key, before, after }: Edit): Promise<void> {
  const item = nameItem(table, key);
  const row = await journal.get(table, key);
  if (before && after) {
    if (!row || Object.keys(after).some((column) => row[column] !== after[column])) throw new Standing(item);
    await ensureNamed(journal, table, before);
    await journal.update(table, key, before);
  } else if (before) {
    if (row && !SHARED.includes(table)) throw new Standing(item);
    if (table === 'alias' || table === 'placement')
      if (!(await journal.get('actor', { id: key.actor as string })))
        throw new Standing(nameItem('actor', { id: key.actor as string }));
    await ensureNamed(journal, table, before);
    await journal.insert(table, before);
  } else {
    if (!row && !SHARED.includes(table)) throw new Standing(item);
    await journal.remove(table, key);
  }
}

/**
 * Turns the edits of a change round, the last first. Sentences and pruned actors come back with what names them, and
 * actors that a change made go when nothing names them any more: neither is turned round by itself.
 */
export async function undoEdits(journal: Journal, change: StoredChange): Promise<void> {
  try {
    for (const edit of change.edits.toReversed()) {
      const isShared = edit.table === 'sentence' || (edit.table === 'actor' && edit.before === null);
      if (!isShared && edit.pruned === undefined) await turnRound(journal, edit);
    }
  } catch (error) {
    if (error instanceof Standing) throw refuseUndo(await findLastTouch(journal.trx, error.item, change.id));
    throw error;
  }
}
