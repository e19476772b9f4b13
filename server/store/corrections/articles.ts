import { conflict } from '../../errors.ts';
import { parseChange, rewriteEdits, type StoredChange } from '../changes.ts';
import type { Edit, LiveTable, Row } from '../journal.ts';
import { nameItem } from '../touches.ts';
import { type Done, describeArticle, findRow, type Scene } from './scene.ts';

export interface ArticleChanges {
  id: string;
  title?: string | undefined;
  url?: string | null | undefined;
  publisher?: string | null | undefined;
  published?: string | null | undefined;
}

/** Changes what is known of an article beside its text. */
export async function changeArticle({ journal }: Scene, { id, ...changes }: ArticleChanges): Promise<Done> {
  const old = await findRow(journal, 'article', id);
  const values = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Row;
  const fields = Object.keys(values).filter((field) => values[field] !== old[field]);
  if (fields.length === 0) throw conflict('The article has these values already.');
  // the note says where a day comes from that the article does not print; this one comes from the reader
  if (fields.includes('published')) values.published_note = null;
  await journal.update('article', { id }, values);
  return { article: id, subject: { article: await describeArticle(journal, id), fields } };
}

/** Removes an article, exactly its statements, and what had no other article. */
export async function removeArticle({ journal }: Scene, { id }: { id: string }): Promise<Done> {
  await findRow(journal, 'article', id);
  const article = await describeArticle(journal, id);
  for (const table of ['statement', 'sentence', 'mention', 'article_actor'] as const)
    await journal.removeAll(table, { article: id });
  await journal.remove('article', { id });
  return { article: id, subject: { article } };
}

/** Tables whose rows belong to one article; the others are shared. */
const OWN: LiveTable[] = ['article', 'sentence', 'statement', 'mention', 'article_actor'];

const itemOf = ({ table, key }: Edit): string => nameItem(table, key);

/**
 * Removes an article for good, whether it is here or was removed before: what the history keeps of it goes too. Of
 * actors that went with it the purge itself keeps those that other changes still speak of.
 */
export async function purgeArticle(scene: Scene, { id }: { id: string }): Promise<Done> {
  const { journal } = scene;
  const { trx } = journal;
  const rows = await trx.selectFrom('change').selectAll().where('article', '=', id).execute();
  const own = rows.map(parseChange);
  if (await journal.get('article', { id })) await removeArticle(scene, { id });
  else if (!own.some(({ kind }) => kind !== 'article-purged')) await findRow(journal, 'article', id);
  await journal.finish();
  const gone = [...own.flatMap(({ edits }) => edits), ...journal.edits];
  await trx.deleteFrom('change').where('article', '=', id).execute();

  const items = new Set(gone.filter(({ table }) => OWN.includes(table)).map(itemOf));
  items.add(nameItem('article', { id }));
  // a merge changes the key of a mention: its row is known by its article alone
  const isOwn = (edit: Edit): boolean =>
    OWN.includes(edit.table) &&
    (items.has(itemOf(edit)) || [edit.key, edit.before, edit.after].some((row) => row?.article === id));
  for (const change of await listTouching(scene, items)) {
    const kept = change.edits.filter((edit) => !isOwn(edit));
    await rewriteEdits(trx, change, kept);
  }
  const spoken = new Set<string>();
  for (const { pruned } of gone) if (pruned !== undefined && (await isSpokenOf(scene, pruned))) spoken.add(pruned);
  journal.edits.splice(0, Infinity, ...gone.filter(({ pruned }) => pruned !== undefined && spoken.has(pruned)));
  return { article: id, subject: {} };
}

async function listTouching({ journal: { trx } }: Scene, items: ReadonlySet<string>): Promise<StoredChange[]> {
  const changes = new Map<string, StoredChange>();
  for (const item of items) {
    const rows = await trx
      .selectFrom('change')
      .selectAll()
      .where('id', 'in', (is) => is.selectFrom('change_touch').select('change').where('item', '=', item))
      .execute();
    for (const row of rows) changes.set(row.id, parseChange(row));
  }
  return [...changes.values()];
}

async function isSpokenOf({ journal: { trx } }: Scene, actor: string): Promise<boolean> {
  const item = nameItem('actor', { id: actor });
  return Boolean(await trx.selectFrom('change_touch').select('change').where('item', '=', item).executeTakeFirst());
}
