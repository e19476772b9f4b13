import type { Transaction } from 'kysely';
import { notFound } from '../errors.ts';
import type { Change, ChangeKind, ChangeSubject, ChangesBody } from '../types.ts';
import type { Edit } from './journal.ts';
import type { Tables } from './schema.ts';
import { doOverlap, listTouches, nameItem, PRUNED, WHOLE } from './touches.ts';

/** A change with the edits of rows that undoing it turns round. */
export interface StoredChange extends Change {
  article: string | null;
  /** The change at the beginning of a chain of undoing and redoing. */
  root: string;
  edits: Edit[];
}

type ChangeRow = Tables['change'];

export function parseChange({ undone_by, payload, ...row }: ChangeRow): StoredChange {
  const { subject, edits } = JSON.parse(payload) as { subject: ChangeSubject; edits: Edit[] };
  return { ...row, undoneBy: undone_by, subject, edits };
}

/** What is handed out of a change: all but the rows. */
export function showChange({ id, at, kind, subject, undoes, undoneBy }: StoredChange): Change {
  return { id, at, kind, subject, undoes, undoneBy };
}

const writePayload = ({ subject, edits }: Pick<StoredChange, 'subject' | 'edits'>) =>
  JSON.stringify({ subject, edits });

/**
 * Takes the right to write before anything is read: of two processes that both read first, one could not write any
 * more. The statement matches no row.
 */
export async function claimWriting(trx: Transaction<Tables>): Promise<void> {
  await trx.updateTable('change').set({ at: '' }).where('id', '=', '').execute();
}

const COUNTER_DIGITS = 4;

/** Milliseconds and a counter, each in base 36 of fixed length: ids are in order even if the clock stands or turns back. */
async function makeChangeId(trx: Transaction<Tables>, now: number): Promise<string> {
  const last = await trx.selectFrom('change').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst();
  const [time = '', counter = ''] = last?.id.split('-') ?? [];
  const stamp = now.toString(36).padStart(9, '0');
  const isLater = stamp > time;
  const next = isLater ? 0 : Number.parseInt(counter, 36) + 1;
  return `${isLater ? stamp : time}-${next.toString(36).padStart(COUNTER_DIGITS, '0')}`;
}

async function recordTouches(trx: Transaction<Tables>, { id, kind, article, edits }: StoredChange): Promise<void> {
  const added = kind === 'article-added' ? [{ item: nameItem('article', { id: article }), part: WHOLE }] : [];
  for (const touch of [...listTouches(edits), ...added])
    await trx
      .insertInto('change_touch')
      .values({ change: id, ...touch })
      .execute();
}

/** Writes a change into the history, in the transaction that made it. */
export async function recordChange(
  trx: Transaction<Tables>,
  change: { kind: ChangeKind; article: string | null; subject: ChangeSubject; edits: Edit[]; undone?: StoredChange },
): Promise<StoredChange> {
  const now = new Date();
  const id = await makeChangeId(trx, now.getTime());
  const { kind, article, subject, edits, undone } = change;
  const undoes = undone?.id ?? null;
  const root = undone?.root ?? id;
  const at = now.toISOString();
  const stored: StoredChange = { id, at, kind, article, root, subject, edits, undoes, undoneBy: null };
  const { undoneBy, subject: _subject, edits: _edits, ...columns } = stored;
  await trx
    .insertInto('change')
    .values({ ...columns, undone_by: undoneBy, payload: writePayload(stored) })
    .execute();
  await recordTouches(trx, stored);
  if (undoes) await trx.updateTable('change').set({ undone_by: id }).where('id', '=', undoes).execute();
  return stored;
}

/** Writes a change anew with other edits: a purge alone does so. */
export async function rewriteEdits(trx: Transaction<Tables>, change: StoredChange, edits: Edit[]): Promise<void> {
  const payload = writePayload({ ...change, edits });
  await trx.updateTable('change').set({ payload }).where('id', '=', change.id).execute();
  await trx.deleteFrom('change_touch').where('change', '=', change.id).execute();
  await recordTouches(trx, { ...change, edits });
}

/** A change by its id; a 404 for one that is not in the history. */
export async function readChange(trx: Transaction<Tables>, id: string): Promise<StoredChange> {
  const row = await trx.selectFrom('change').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound(`There is no change "${id.slice(0, 60)}". GET /api/changes lists them.`);
  return parseChange(row);
}

/** A page of the history, newest first, from after the change that the cursor names. */
export async function listChanges(
  trx: Transaction<Tables>,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<ChangesBody> {
  const all = trx.selectFrom('change');
  const { total } = await all.select(({ fn }) => fn.countAll<number | string>().as('total')).executeTakeFirstOrThrow();
  const from = cursor === null ? all : all.where('id', '<', cursor);
  const rows = await from
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const changes = rows.slice(0, limit).map((row) => showChange(parseChange(row)));
  return { changes, total: Number(total), next: rows.length > limit ? (changes.at(-1)?.id ?? null) : null };
}

/**
 * The latest change in force that came after another and touched the same part of a row. An undo is not in force: what
 * it turned round is as it was before. What was done again counts from when it was first done.
 */
export async function findLaterChange(
  trx: Transaction<Tables>,
  { id, root, kind }: StoredChange,
): Promise<Change | undefined> {
  const rows = await trx
    .selectFrom('change_touch as own')
    .innerJoin('change_touch as other', 'other.item', 'own.item')
    .innerJoin('change', 'change.id', 'other.change')
    .select(['change.id', 'own.part as part', 'other.part as otherPart'])
    .where('own.change', '=', id)
    .where('change.root', '>', kind === 'undo' ? id : root)
    .where('change.undone_by', 'is', null)
    .where('change.kind', '!=', 'undo')
    .orderBy('change.id', 'desc')
    .execute();
  const found = rows.find(({ part, otherPart }) => doOverlap(part, otherPart));
  return found && readChange(trx, found.id);
}

/** The last change that touched a row, other than the given one. */
export async function findLastTouch(
  trx: Transaction<Tables>,
  item: string,
  except: string,
): Promise<Change | undefined> {
  const row = await trx
    .selectFrom('change_touch')
    .select('change')
    .where('item', '=', item)
    .where('change', '!=', except)
    .orderBy('change', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && readChange(trx, row.change);
}

/** The last change that pruned a row. */
export async function findLastPrune(trx: Transaction<Tables>, item: string): Promise<StoredChange | undefined> {
  const row = await trx
    .selectFrom('change_touch')
    .select('change')
    .where('item', '=', item)
    .where('part', '=', PRUNED)
    .orderBy('change', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && readChange(trx, row.change);
}
