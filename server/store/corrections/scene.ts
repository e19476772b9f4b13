import { badRequest, notFound } from '../../errors.ts';
import type { ActorKind, ChangeSubject, Modality, SaidStatement } from '../../types.ts';
import type { Journal, Row } from '../journal.ts';

/** What a correction works on. */
export interface Scene {
  journal: Journal;
  symmetricTypes: ReadonlySet<string>;
}

/** What a correction was about: goes into the history beside its edits. */
export interface Done {
  subject: ChangeSubject;
  /** The article that it is about, if it is a single one. */
  article: string | null;
}

/** An actor by its id, or a new one by its name. */
export type ActorChoice = string | { name: string; kind: ActorKind };

/** The row of what is to be corrected; a 404 when it is not there. */
export async function findRow(journal: Journal, table: 'article' | 'actor' | 'statement', id: string): Promise<Row> {
  const row = await journal.get(table, { id });
  if (!row) throw notFound(`There is no ${table} "${id.slice(0, 60)}" here.`);
  return row;
}

/** A slug of the name that no actor has or had. */
async function makeActorId(journal: Journal, name: string): Promise<string> {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = letters.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'actor';
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? slug : `${slug}-${number}`;
    const taken = (await journal.get('actor', { id })) ?? (await journal.get('actor_merge', { actor: id }));
    if (!taken) return id;
  }
}

/** Makes an actor of a name; returns its id. */
export async function makeActor(journal: Journal, { name, kind }: { name: string; kind: ActorKind }): Promise<string> {
  const id = await makeActorId(journal, name);
  await journal.insert('actor', { id, name, kind, country: null });
  return id;
}

/** Id of a chosen actor, made if it is new; a 400 that names the field when there is none with the id. */
export async function resolveActor(journal: Journal, field: string, choice: ActorChoice): Promise<string> {
  if (typeof choice !== 'string') return makeActor(journal, choice);
  if (await journal.get('actor', { id: choice })) return choice;
  const detail = `There is no actor "${choice.slice(0, 60)}". Give an id that GET /api/actors finds, or {"name","kind"} of a new one.`;
  throw badRequest([{ field, detail }]);
}

/** A statement's words as the history keeps them. */
export async function describeStatement(journal: Journal, row: Row): Promise<SaidStatement> {
  const nameOf = async (id: unknown) => String((await journal.get('actor', { id: String(id) }))?.name ?? id);
  return {
    source: await nameOf(row.source),
    type: String(row.type),
    target: await nameOf(row.target),
    modality: row.modality as Modality,
    speaker: row.speaker === null ? null : await nameOf(row.speaker),
  };
}

/** An article as the history names it. */
export async function describeArticle(journal: Journal, id: string): Promise<{ id: string; title: string }> {
  return { id, title: String((await journal.get('article', { id }))?.title ?? '') };
}

/** Ends in the order in which they are kept. */
export function orderEnds<Ends extends { source: string; type: string; target: string }>(
  { symmetricTypes }: Pick<Scene, 'symmetricTypes'>,
  ends: Ends,
): Ends {
  const { source, type, target } = ends;
  return symmetricTypes.has(type) && source > target ? { ...ends, source: target, target: source } : ends;
}

/** A statement of the same article that says the same by the same words. */
export async function findTwin(journal: Journal, row: Row): Promise<Row | undefined> {
  const { article, source, type, target, modality, speaker, cue_start, cue_end } = row;
  const same = { article, source, type, target, modality, speaker, cue_start, cue_end } as Row;
  return (await journal.find('statement', same)).find(({ id }) => id !== row.id);
}
