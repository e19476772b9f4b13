import { badRequest, conflict } from '../../errors.ts';
import type { ActorKind } from '../../types.ts';
import { readChange, type StoredChange } from '../changes.ts';
import type { Edit, Row } from '../journal.ts';
import { nameItem } from '../touches.ts';
import { moveStatement } from './references.ts';
import { type Done, findRow, makeActor, type Scene } from './scene.ts';

/** Bring back an actor that was merged into this one, or make a new one of some of its statements. */
export type Split =
  | { id: string; merged: string }
  | { id: string; name: string; kind: ActorKind; statements: string[] };

async function findMerge({ journal: { trx } }: Scene, merged: string): Promise<StoredChange | undefined> {
  const row = await trx
    .selectFrom('change_touch')
    .innerJoin('change', 'change.id', 'change_touch.change')
    .select('change.id')
    .where('item', '=', nameItem('actor_merge', { actor: merged }))
    .where('kind', '=', 'actor-merged')
    .where('part', '=', '*')
    .orderBy('change.id', 'desc')
    .executeTakeFirst();
  return row && readChange(trx, row.id);
}

/** Gives a statement back that a merge moved, as far as it still speaks of the kept actor. */
async function giveBackStatement(scene: Scene, { key, before, after }: Edit, from: string, to: string): Promise<void> {
  const { journal } = scene;
  const row = await journal.get('statement', key);
  if (!row && !after && before && (await journal.get('article', { id: before.article as string }))) {
    for (const actor of [before.source, before.target, before.speaker])
      if (actor !== null && !(await journal.get('actor', { id: actor as string }))) return;
    const [, start, end] = /:(\d+)-(\d+)$/.exec(String(before.sentence)) ?? [];
    const sentence = { id: before.sentence as string, article: before.article as string };
    await journal.insert('sentence', { ...sentence, start: Number(start), end: Number(end) });
    await journal.insert('statement', before);
  }
  if (!row || !after || !before) return;
  const isEnd = before.source === to || before.target === to;
  const back = (end: 'source' | 'target') => (isEnd && row[end] === from ? to : (row[end] as string));
  const speaker = before.speaker === to && row.speaker === from ? to : (row.speaker as string | null);
  await journal.update('statement', key, { source: back('source'), target: back('target'), speaker });
}

async function unmerge(scene: Scene, { id, merged }: { id: string; merged: string }): Promise<Done> {
  const { journal } = scene;
  const kept = await findRow(journal, 'actor', id);
  const memory = await journal.get('actor_merge', { actor: merged });
  const merge = memory?.kept === id ? await findMerge(scene, merged) : undefined;
  const gone = merge?.edits.find(({ table, key, after }) => table === 'actor' && key.id === merged && !after)?.before;
  if (!merge || !gone)
    throw badRequest([{ field: 'merged', detail: `No actor "${merged.slice(0, 60)}" was merged into this one.` }]);
  await journal.remove('actor_merge', { actor: merged });
  await journal.insert('actor', gone);
  for (const edit of merge.edits) {
    const { table, key, before, after } = edit;
    const own = { ...key, actor: id } as Row;
    if (table === 'statement') await giveBackStatement(scene, edit, id, merged);
    if (table === 'alias' || table === 'placement' || table === 'mention' || table === 'article_actor') {
      const isThere = !('article' in key) || (await journal.get('article', { id: key.article as string }));
      if (before && !after && isThere) await journal.insert(table, before);
      // what the merge gave the kept actor; it may have been merged itself since
      if (after && !before) await journal.remove(table, own);
    }
  }
  const [actor, other] = [
    { id: merged, name: String(gone.name) },
    { id, name: String(kept.name) },
  ];
  return { article: null, subject: { actor, other } };
}

/** Takes statements, with the mentions in their sentences, from an actor for a new one. */
async function divide(scene: Scene, split: Extract<Split, { statements: string[] }>): Promise<Done> {
  const { journal } = scene;
  const { id, name, kind } = split;
  const old = await findRow(journal, 'actor', id);
  const made = await makeActor(journal, { name, kind });
  for (const statement of new Set(split.statements)) {
    const row = await journal.get('statement', { id: statement });
    if (!row || ![row.source, row.target, row.speaker].includes(id))
      throw badRequest([{ field: 'statements', detail: `No statement "${statement.slice(0, 60)}" names this actor.` }]);
    const sentence = await journal.get('sentence', { id: row.sentence as string });
    const article = row.article as string;
    for (const mention of await journal.find('mention', { article, actor: id })) {
      const isInside = Number(mention.start) >= Number(sentence?.start) && Number(mention.end) <= Number(sentence?.end);
      if (!isInside) continue;
      await journal.remove('mention', mention);
      await journal.insert('mention', { ...mention, actor: made });
    }
    await journal.insert('article_actor', { article, actor: made });
    await moveStatement(scene, row, id, made);
  }
  return { article: null, subject: { actor: { id: made, name }, other: { id, name: String(old.name) } } };
}

/** Makes two actors of one. */
export async function splitActor(scene: Scene, split: Split): Promise<Done> {
  if ('merged' in split) return unmerge(scene, split);
  if (split.statements.length === 0) throw conflict('Without statements there is nothing to split off.');
  return divide(scene, split);
}
