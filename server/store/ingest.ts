import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Actor, ActorMention, Article, Span, Statement } from '../types.ts';
import { refreshAggregates } from './aggregates.ts';
import { recordChange } from './changes.ts';
import type { Tables } from './schema.ts';

/** A statement to be added; the store makes its id. */
export type NewStatement = Omit<Statement, 'id' | 'article' | 'evidence' | 'cue'> & { evidence: Span; cue: Span };

export interface NewArticle {
  article: Article;
  /** Every actor that the article names or its statements use; those already stored are kept as they are. */
  actors: Actor[];
  /** Where the text names them, if it was looked for. */
  mentions?: ActorMention[];
  statements: NewStatement[];
  /** What made the statements: "sample", or the extractor with its version. */
  provenance: string;
}

/** The same statement of the same article always gets the same id, in whichever run or store. */
function makeStatementId(article: string, { source, type, target, modality, speaker, cue }: NewStatement): string {
  const key = JSON.stringify([article, source, type, target, modality, speaker, cue.start, cue.end]);
  return createHash('sha256').update(key).digest('base64url').slice(0, 16);
}

async function insertActors(trx: Transaction<Tables>, article: string, actors: Actor[]): Promise<void> {
  for (const { id, name, kind, country, aliases } of actors) {
    await trx
      .insertInto('actor')
      .values({ id, name, kind, country: country ?? null })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    for (const alias of aliases)
      await trx
        .insertInto('alias')
        .values({ actor: id, name: alias })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    await trx
      .insertInto('article_actor')
      .values({ article, actor: id })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** What an article says of merged actors goes to those that were kept. */
async function followMerges(trx: Transaction<Tables>, entry: NewArticle): Promise<NewArticle> {
  const merges = await trx.selectFrom('actor_merge').selectAll().execute();
  if (merges.length === 0) return entry;
  const keptOf = new Map(merges.map(({ actor, kept }) => [actor, kept]));
  const follow = (id: string): string => keptOf.get(id) ?? id;
  const { actors, mentions = [], statements } = entry;
  return {
    ...entry,
    actors: actors.map((actor) => ({ ...actor, id: follow(actor.id) })),
    mentions: mentions.map((mention) => ({ ...mention, actor: follow(mention.actor) })),
    statements: statements
      .map((statement) => ({
        ...statement,
        source: follow(statement.source),
        target: follow(statement.target),
        speaker: statement.speaker === null ? null : follow(statement.speaker),
      }))
      // two names of one actor: the sentence says nothing of two
      .filter(({ source, target }, at) => source !== target || statements[at]?.source === statements[at]?.target),
  };
}

/** Inserts all of an article within the given transaction; false when its id is there already. */
export async function insertArticle(
  trx: Transaction<Tables>,
  entry: NewArticle,
  symmetricTypes: ReadonlySet<string>,
): Promise<boolean> {
  const { article, provenance } = entry;
  const { publishedNote, ...columns } = article;
  const inserted = await trx
    .insertInto('article')
    .values({ ...columns, published_note: publishedNote })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (!inserted.numInsertedOrUpdatedRows) return false;
  const { actors, mentions = [], statements } = await followMerges(trx, entry);
  await insertActors(trx, article.id, actors);
  for (const { actor, start, end } of mentions)
    await trx
      .insertInto('mention')
      .values({ article: article.id, actor, start, end })
      .onConflict((conflict) => conflict.doNothing())
      .execute();

  const sentences = new Map<string, Span>();
  for (const { evidence } of statements) sentences.set(`${article.id}:${evidence.start}-${evidence.end}`, evidence);
  for (const [id, { start, end }] of sentences)
    await trx.insertInto('sentence').values({ id, article: article.id, start, end }).execute();

  const ordered = statements.map((statement) =>
    symmetricTypes.has(statement.type) && statement.source > statement.target
      ? { ...statement, source: statement.target, target: statement.source }
      : statement,
  );
  for (const statement of ordered) {
    const { evidence, cue, ...values } = statement;
    await trx
      .insertInto('statement')
      .values({
        ...values,
        id: makeStatementId(article.id, statement),
        article: article.id,
        sentence: `${article.id}:${evidence.start}-${evidence.end}`,
        cue_start: cue.start,
        cue_end: cue.end,
        provenance,
        day: statement.date ?? article.published,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await refreshAggregates(trx, ordered);
  const subject = { article: { id: article.id, title: article.title } };
  await recordChange(trx, { kind: 'article-added', article: article.id, subject, edits: [] });
  return true;
}
