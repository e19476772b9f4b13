import { badRequest, conflict } from '../../errors.ts';
import type { ActorKind } from '../../types.ts';
import type { Journal, Row } from '../journal.ts';
import { moveReferences } from './references.ts';
import { type Done, findRow, type Scene } from './scene.ts';

export interface ActorChanges {
  id: string;
  name?: string | undefined;
  kind?: ActorKind | undefined;
  country?: string | null | undefined;
  aliases?: string[] | undefined;
}

async function listAliases(journal: Journal, actor: string): Promise<string[]> {
  return (await journal.find('alias', { actor })).map(({ name }) => String(name));
}

/** Renames an actor, or changes its kind, its country or its other names. */
export async function changeActor({ journal }: Scene, { id, aliases, ...changes }: ActorChanges): Promise<Done> {
  const old = await findRow(journal, 'actor', id);
  const values = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Row;
  const fields = Object.keys(values).filter((field) => values[field] !== old[field]);
  const known = await listAliases(journal, id);
  const dropped = aliases ? known.filter((name) => !aliases.includes(name)) : [];
  const added = aliases ? aliases.filter((name) => !known.includes(name)) : [];
  if (dropped.length + added.length > 0) fields.push('aliases');
  if (fields.length === 0) throw conflict('The actor has these values already.');
  await journal.update('actor', { id }, values);
  for (const name of dropped) await journal.remove('alias', { actor: id, name });
  for (const name of added) await journal.insert('alias', { actor: id, name });
  const name = String(values.name ?? old.name);
  const before = name === old.name ? {} : { before: String(old.name) };
  return { article: null, subject: { actor: { id, name, ...before }, fields } };
}

/**
 * Makes two actors one. The kept one takes over statements, mentions and names; what later articles say of the other
 * goes to it too.
 */
export async function mergeActors(scene: Scene, { id, into }: { id: string; into: string }): Promise<Done> {
  const { journal } = scene;
  const [gone, kept] = [await findRow(journal, 'actor', id), await journal.get('actor', { id: into })];
  if (!kept)
    throw badRequest([
      { field: 'into', detail: `There is no actor "${into.slice(0, 60)}". GET /api/actors finds ids.` },
    ]);
  if (id === into) throw badRequest([{ field: 'into', detail: 'It is the same actor; give another.' }]);
  await moveReferences(scene, id, into);
  for (const name of [String(gone.name), ...(await listAliases(journal, id))])
    if (name !== kept.name) await journal.insert('alias', { actor: into, name });
  await journal.removeAll('alias', { actor: id });
  await journal.removeAll('placement', { actor: id });
  for (const { actor } of await journal.find('actor_merge', { kept: id }))
    await journal.update('actor_merge', { actor: actor as string }, { kept: into });
  await journal.remove('actor', { id });
  await journal.insert('actor_merge', { actor: id, kept: into });
  const [actor, other] = [
    { id, name: String(gone.name) },
    { id: into, name: String(kept.name) },
  ];
  return { article: null, subject: { actor, other } };
}
