/** What readers can change: one record an operation, with what does it and what undoes it. */
import type { Transaction } from 'kysely';
import { conflict } from '../../errors.ts';
import type { Change, ChangeKind } from '../../types.ts';
import {
  claimWriting,
  findLastTouch,
  findLaterChange,
  readChange,
  recordChange,
  type StoredChange,
  showChange,
} from '../changes.ts';
import { Journal } from '../journal.ts';
import type { Tables } from '../schema.ts';
import { nameItem } from '../touches.ts';
import { refuseUndo, undoEdits } from '../undo.ts';
import { type ActorChanges, changeActor, mergeActors } from './actors.ts';
import { type ArticleChanges, changeArticle, purgeArticle, removeArticle } from './articles.ts';
import type { Done, Scene } from './scene.ts';
import { type Split, splitActor } from './split.ts';
import {
  addStatement,
  changeStatement,
  confirmStatement,
  type NewReaderStatement,
  rejectStatement,
  restoreStatement,
  type StatementChanges,
} from './statements.ts';

/** Each correction with what it takes. */
export interface Corrections {
  'statement-added': NewReaderStatement;
  'statement-changed': StatementChanges;
  'statement-confirmed': { id: string };
  'statement-rejected': { id: string };
  'statement-restored': { id: string };
  'actor-changed': ActorChanges;
  'actor-merged': { id: string; into: string };
  'actor-split': Split;
  'article-changed': ArticleChanges;
  'article-removed': { id: string };
  'article-purged': { id: string };
}

interface Operation<Input> {
  do: (scene: Scene, input: Input) => Promise<Done>;
  undo: (scene: Scene, change: StoredChange) => Promise<unknown>;
}

const turnRound = ({ journal }: Scene, change: StoredChange) => undoEdits(journal, change);

async function removeAgain({ journal, ...scene }: Scene, { id: change, article }: StoredChange): Promise<void> {
  const id = String(article);
  if (!(await journal.get('article', { id })))
    throw refuseUndo(await findLastTouch(journal.trx, nameItem('article', { id }), change));
  await removeArticle({ journal, ...scene }, { id });
}

async function refusePurge(): Promise<never> {
  throw conflict('A purge is for good: nothing of the article was kept.');
}

const OPERATIONS: { [Kind in keyof Corrections]: Operation<Corrections[Kind]> } = {
  'statement-added': { do: addStatement, undo: turnRound },
  'statement-changed': { do: changeStatement, undo: turnRound },
  'statement-confirmed': { do: confirmStatement, undo: turnRound },
  'statement-rejected': { do: rejectStatement, undo: turnRound },
  'statement-restored': { do: restoreStatement, undo: turnRound },
  'actor-changed': { do: changeActor, undo: turnRound },
  'actor-merged': { do: mergeActors, undo: turnRound },
  'actor-split': { do: splitActor, undo: turnRound },
  'article-changed': { do: changeArticle, undo: turnRound },
  'article-removed': { do: removeArticle, undo: turnRound },
  'article-purged': { do: purgeArticle, undo: refusePurge },
};

/** How each kind of change is undone, those too that are no corrections. */
const UNDO: Record<ChangeKind, Operation<never>['undo']> = {
  ...(Object.fromEntries(Object.entries(OPERATIONS).map(([kind, { undo }]) => [kind, undo])) as Record<
    keyof Corrections,
    Operation<never>['undo']
  >),
  'article-added': removeAgain,
  undo: turnRound,
  redo: turnRound,
};

/** Makes a correction and writes it into the history. */
export async function correct<Kind extends keyof Corrections>(
  trx: Transaction<Tables>,
  symmetricTypes: ReadonlySet<string>,
  kind: Kind,
  input: Corrections[Kind],
): Promise<Change> {
  await claimWriting(trx);
  const journal = new Journal(trx);
  const done = await OPERATIONS[kind].do({ journal, symmetricTypes }, input);
  await journal.finish();
  return showChange(await recordChange(trx, { kind, ...done, edits: journal.edits }));
}

/** Undoes a change, if no later one stands in the way; undoing an undo does the change again. */
export async function undoChange(
  trx: Transaction<Tables>,
  symmetricTypes: ReadonlySet<string>,
  id: string,
): Promise<Change> {
  await claimWriting(trx);
  const change = await readChange(trx, id);
  if (change.undoneBy !== null)
    throw conflict(`This change is undone already, by ${change.undoneBy}. Undo that one to do it again.`);
  const of = change.subject.of ?? change.kind;
  // an article may be removed whatever was corrected in it
  const isAddition = of === 'article-added' && change.kind !== 'undo';
  const blocker = isAddition ? undefined : await findLaterChange(trx, change);
  if (blocker) throw refuseUndo(blocker);
  const journal = new Journal(trx);
  await UNDO[isAddition ? of : change.kind]({ journal, symmetricTypes }, change);
  await journal.finish();
  const { article, subject, edits } = { ...change, edits: journal.edits };
  const kind = change.kind === 'undo' ? 'redo' : 'undo';
  return showChange(await recordChange(trx, { kind, article, subject: { ...subject, of }, edits, undone: change }));
}
