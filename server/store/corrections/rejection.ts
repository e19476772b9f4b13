import type { Transaction } from 'kysely';
import type { Status } from '../../types.ts';
import { parseChange } from '../changes.ts';
import type { Tables } from '../schema.ts';
import { nameItem } from '../touches.ts';

/** The status that a statement had when it was last rejected, if the history knows. */
export async function readRejection(trx: Transaction<Tables>, item: string): Promise<Status | undefined> {
  const rows = await trx
    .selectFrom('change_touch')
    .innerJoin('change', 'change.id', 'change_touch.change')
    .selectAll('change')
    .where('item', '=', item)
    .where('part', '=', 'status')
    .orderBy('change.id', 'desc')
    .execute();
  for (const row of rows) {
    const edit = parseChange(row).edits.find(
      ({ table, key, after }) => nameItem(table, key) === item && after?.status === 'rejected',
    );
    if (edit) return edit.before?.status as Status;
  }
  return undefined;
}
