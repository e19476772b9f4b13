import { Kysely, Migrator, SqliteDialect, sql } from 'kysely';
import Database from 'libsql';
import { ConfigError } from '../errors.ts';
import type { ActorMention, Article, Change, ChangesBody, GraphSource, Placement } from '../types.ts';
import { listChanges } from './changes.ts';
import { type Corrections, correct, undoChange } from './corrections/index.ts';
import { insertArticle, type NewArticle } from './ingest.ts';
import { migrationProvider } from './migrations.ts';
import { readGraphSource } from './read.ts';
import type { Tables } from './schema.ts';

export type { Corrections } from './corrections/index.ts';
export type { NewArticle, NewStatement } from './ingest.ts';

export interface StoreOptions {
  /** Ids of symmetric relation types: their statements are kept with the ends in id order, one edge a pair. */
  symmetricTypes: ReadonlySet<string>;
}

/** Everything that is kept. Each writing call is one transaction and durable once its promise resolves. */
export interface Store {
  /** Adds an article with its sentences, actors and statements; false when an article with this id is there already. */
  addArticle(entry: NewArticle): Promise<boolean>;
  getArticle(id: string): Promise<Article | undefined>;
  /** Where an article names its actors, in the order of the text. */
  listMentions(article: string): Promise<ActorMention[]>;
  /** Actors, articles, statements and placements for the graph; kept until a write, by this process or another. */
  readGraphSource(): Promise<GraphSource>;
  /** Makes a correction, which goes into the history of changes; refuses with the errors that a request is answered with. */
  correct<Kind extends keyof Corrections>(kind: Kind, input: Corrections[Kind]): Promise<Change>;
  /** The history, newest first. */
  listChanges(page: { cursor: string | null; limit: number }): Promise<ChangesBody>;
  /** Undoes a change; a 409 names the later change that stands in the way. */
  undoChange(id: string): Promise<Change>;
  savePlacements(placements: ReadonlyMap<string, Placement>): Promise<void>;
  isEmpty(): Promise<boolean>;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Readers beside one writer, every commit synced, references enforced; first of all, patience with other openers. */
const PRAGMAS = ['busy_timeout = 5000', 'journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON'];

function connect(url: string): Database.Database {
  try {
    const connection = new Database(url.replace(/^sqlite:/, ''));
    for (const pragma of PRAGMAS) connection.exec(`PRAGMA ${pragma}`);
    return connection;
  } catch (error) {
    throw new ConfigError(
      `DATABASE_URL is "${url}", which cannot be opened (${(error as Error).message}); name a file in a folder that exists.`,
    );
  }
}

/** Two processes may open a new file at once: the write lock, taken first, lets the second find all done. */
async function migrate(connection: Database.Database, db: Kysely<Tables>): Promise<void> {
  connection.exec('BEGIN IMMEDIATE');
  const migrator = new Migrator({ db, provider: migrationProvider, disableTransactions: true });
  const { error } = await migrator.migrateToLatest();
  connection.exec(error ? 'ROLLBACK' : 'COMMIT');
  if (error) throw error;
}

/** Opens (and where needed creates and migrates) the database of a URL such as sqlite:entente.db or sqlite::memory:. */
export async function openStore(url: string, options: StoreOptions): Promise<Store> {
  const connection = connect(url);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: connection }) });
  await migrate(connection, db);

  let cached: { version: number; source: GraphSource } | undefined;
  let writes = 0;
  /** PRAGMA data_version moves when another connection commits; own writes drop the cache themselves. */
  const dataVersion = async () => {
    const { rows } = await sql<{ data_version: number }>`PRAGMA data_version`.execute(db);
    return rows[0]?.data_version ?? 0;
  };
  const write = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } finally {
      writes += 1;
      cached = undefined;
    }
  };

  return {
    addArticle: (entry) =>
      write(() => db.transaction().execute((trx) => insertArticle(trx, entry, options.symmetricTypes))),

    async getArticle(id) {
      const row = await db.selectFrom('article').selectAll().where('id', '=', id).executeTakeFirst();
      if (!row) return undefined;
      const { published_note, ...article } = row;
      return { ...article, publishedNote: published_note };
    },

    listMentions: (article) =>
      db
        .selectFrom('mention')
        .select(['actor', 'start', 'end'])
        .where('article', '=', article)
        .orderBy('start')
        .orderBy('end', 'desc')
        .orderBy('actor')
        .execute(),

    async readGraphSource() {
      const version = await dataVersion();
      if (cached?.version === version) return cached.source;
      const before = writes;
      const source = await db.transaction().execute((trx) => readGraphSource(trx));
      // what was read while a write was under way may be of before or after it
      if (writes === before) cached = { version, source };
      return source;
    },

    correct: (kind, input) =>
      write(() => db.transaction().execute((trx) => correct(trx, options.symmetricTypes, kind, input))),

    listChanges: (page) => db.transaction().execute((trx) => listChanges(trx, page)),

    undoChange: (id) => write(() => db.transaction().execute((trx) => undoChange(trx, options.symmetricTypes, id))),

    savePlacements: (placements) =>
      write(() =>
        db.transaction().execute(async (trx) => {
          for (const [actor, { wide, narrow }] of placements) {
            const values = { wide_x: wide.x, wide_y: wide.y, narrow_x: narrow.x, narrow_y: narrow.y };
            await trx
              .insertInto('placement')
              .values({ actor, ...values })
              .onConflict((conflict) => conflict.column('actor').doUpdateSet(values))
              .execute();
          }
        }),
      ),

    async isEmpty() {
      return (await db.selectFrom('article').select('id').limit(1).executeTakeFirst()) === undefined;
    },

    async ping() {
      await sql`SELECT 1`.execute(db);
    },

    close: () => db.destroy(),
  };
}
