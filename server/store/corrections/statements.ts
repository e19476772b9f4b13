import { randomUUID } from 'node:crypto';
import { badRequest, conflict } from '../../errors.ts';
import type { Modality, Span, Status } from '../../types.ts';
import type { Journal, Row } from '../journal.ts';
import { nameItem } from '../touches.ts';
import { readRejection } from './rejection.ts';
import {
  type ActorChoice,
  type Done,
  describeArticle,
  describeStatement,
  findRow,
  findTwin,
  orderEnds,
  resolveActor,
  type Scene,
} from './scene.ts';

/** What a reader says a statement says. */
export interface StatementWords {
  source: ActorChoice;
  type: string;
  target: ActorChoice;
  modality: Modality;
  /** Null is the article itself. */
  speaker: ActorChoice | null;
}

export type NewReaderStatement = StatementWords & { article: string; evidence: Span; cue: Span };
export type StatementChanges = { id: string } & { [Key in keyof StatementWords]?: StatementWords[Key] | undefined };

/** The columns of what a statement says, with its actors made or looked up. */
async function resolveWords(scene: Scene, words: Partial<StatementWords>): Promise<Row> {
  const row: Row = {};
  for (const [field, value] of Object.entries(words))
    if (value !== undefined)
      row[field] =
        value === null || field === 'type' || field === 'modality'
          ? (value as string | null)
          : await resolveActor(scene.journal, field, value as ActorChoice);
  return row;
}

async function checkStatement(journal: Journal, row: Row): Promise<void> {
  if (row.source === row.target)
    throw badRequest([{ field: 'target', detail: 'It is the same actor as the source; choose another.' }]);
  const twin = await findTwin(journal, row);
  if (twin)
    throw conflict(
      `The same words say the same already: statement "${twin.id}"${twin.status === 'rejected' ? ', which is rejected; restore it' : ''}.`,
    );
}

const orderRow = (scene: Scene, row: Row): Row =>
  orderEnds(scene, row as Row & { source: string; type: string; target: string });

/** Adds a statement that the extraction missed. */
export async function addStatement(
  scene: Scene,
  { article, evidence, cue, ...words }: NewReaderStatement,
): Promise<Done> {
  const { journal } = scene;
  const { text } = await findRow(journal, 'article', article);
  const isInside = (inner: Span, outer: Span) => inner.start >= outer.start && inner.end <= outer.end;
  const whole = { start: 0, end: String(text).length };
  if (!isInside(evidence, whole))
    throw badRequest([{ field: 'evidence', detail: `The article ends at ${whole.end}; give a span inside it.` }]);
  if (!isInside(cue, evidence))
    throw badRequest([{ field: 'cue', detail: 'Give a span inside the evidence and inside the article.' }]);
  const row = orderRow(scene, {
    id: randomUUID(),
    article,
    sentence: `${article}:${evidence.start}-${evidence.end}`,
    ...(await resolveWords(scene, words)),
    cue_start: cue.start,
    cue_end: cue.end,
    frame: null,
    provenance: 'reader',
    status: 'added',
    date: null,
  });
  await checkStatement(journal, row);
  await journal.insert('sentence', { id: row.sentence as string, article, start: evidence.start, end: evidence.end });
  await journal.insert('statement', row);
  const statement = { id: String(row.id), said: await describeStatement(journal, row) };
  return { article, subject: { article: await describeArticle(journal, article), statement } };
}

/** Changes what a statement says; who changes it vouches for it. */
export async function changeStatement(scene: Scene, { id, ...words }: StatementChanges): Promise<Done> {
  const { journal } = scene;
  const old = await findRow(journal, 'statement', id);
  const before = await describeStatement(journal, old);
  const values = await resolveWords(scene, words as Partial<StatementWords>);
  const fields = Object.keys(values).filter((field) => values[field] !== old[field]);
  if (fields.length === 0) throw conflict('The statement says that already.');
  const row = orderRow(scene, { ...old, ...values, status: old.status === 'added' ? 'added' : 'confirmed' });
  await checkStatement(journal, row);
  await journal.update('statement', { id }, row);
  const article = String(row.article);
  const statement = { id, said: await describeStatement(journal, row), before };
  return { article, subject: { article: await describeArticle(journal, article), statement, fields } };
}

async function setStatus(scene: Scene, id: string, choose: (row: Row) => Promise<Status> | Status): Promise<Done> {
  const { journal } = scene;
  const row = await findRow(journal, 'statement', id);
  const status = await choose(row);
  if (row.status === status) throw conflict(`The statement is ${status} already.`);
  await journal.update('statement', { id }, { status });
  const article = String(row.article);
  const statement = { id, said: await describeStatement(journal, row) };
  return { article, subject: { article: await describeArticle(journal, article), statement } };
}

/** A reader found the statement right. */
export const confirmStatement = (scene: Scene, { id }: { id: string }): Promise<Done> =>
  setStatus(scene, id, () => 'confirmed');

/** A reader found the statement wrong: it is kept, and counts no more. */
export const rejectStatement = (scene: Scene, { id }: { id: string }): Promise<Done> =>
  setStatus(scene, id, () => 'rejected');

/** Takes a rejection back: the statement has the status that it had before. */
export const restoreStatement = (scene: Scene, { id }: { id: string }): Promise<Done> =>
  setStatus(scene, id, async ({ status }) => {
    if (status !== 'rejected') throw conflict(`The statement is ${status}, not rejected; there is nothing to restore.`);
    return (await readRejection(scene.journal.trx, nameItem('statement', { id }))) ?? 'extracted';
  });
