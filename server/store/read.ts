import type { Transaction } from 'kysely';
import type { Actor, GraphSource, Statement } from '../types.ts';
import type { Tables } from './schema.ts';

async function readActors(trx: Transaction<Tables>): Promise<Actor[]> {
  const rows = await trx.selectFrom('actor').selectAll().orderBy('id').execute();
  const aliases = await trx.selectFrom('alias').selectAll().orderBy('actor').orderBy('name').execute();
  const actors = new Map<string, Actor>();
  for (const { id, name, kind, country } of rows)
    actors.set(id, { id, name, kind, aliases: [], ...(country && { country }) });
  for (const { actor, name } of aliases) actors.get(actor)?.aliases.push(name);
  return [...actors.values()];
}

async function readStatements(trx: Transaction<Tables>): Promise<Statement[]> {
  const texts = await trx.selectFrom('article').select(['id', 'text']).execute();
  const textOf = new Map(texts.map(({ id, text }) => [id, text]));
  const rows = await trx
    .selectFrom('statement')
    .innerJoin('sentence', 'sentence.id', 'statement.sentence')
    .select([
      'statement.id',
      'statement.article',
      'statement.source',
      'statement.type',
      'statement.target',
      'statement.modality',
      'statement.speaker',
      'statement.cue_start',
      'statement.cue_end',
      'statement.frame',
      'statement.status',
      'statement.date',
      'sentence.start',
      'sentence.end',
    ])
    .orderBy('statement.article')
    .orderBy('statement.cue_start')
    .orderBy('statement.id')
    .execute();
  return rows.map(({ cue_start, cue_end, start, end, ...row }) => {
    const text = textOf.get(row.article) ?? '';
    return {
      ...row,
      evidence: { start, end, text: text.slice(start, end) },
      cue: { start: cue_start, end: cue_end, text: text.slice(cue_start, cue_end) },
    };
  });
}

/** Everything the graph is made of, read in one transaction so that its parts fit together. */
export async function readGraphSource(trx: Transaction<Tables>): Promise<GraphSource> {
  const articles = await trx.selectFrom('article').selectAll().orderBy('id').execute();
  const placements = await trx.selectFrom('placement').selectAll().execute();
  return {
    actors: await readActors(trx),
    articles: articles.map(({ text: _text, published_note, ...article }) => ({
      ...article,
      publishedNote: published_note,
    })),
    statements: await readStatements(trx),
    placements: new Map(
      placements.map(({ actor, wide_x, wide_y, narrow_x, narrow_y }) => [
        actor,
        { wide: { x: wide_x, y: wide_y }, narrow: { x: narrow_x, y: narrow_y } },
      ]),
    ),
  };
}
