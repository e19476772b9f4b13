import Database from 'libsql';

/** Everything that is live in a store: all tables but the history. */
const TABLES = {
  article: 'id',
  sentence: 'id',
  actor: 'id',
  alias: 'actor, name',
  article_actor: 'article, actor',
  mention: 'article, start, "end", actor',
  statement: 'id',
  placement: 'actor',
  actor_merge: 'actor',
  edge_total: 'source, target, type',
  pair: 'a, b',
};

type LiveTables = Record<keyof typeof TABLES, Record<string, unknown>[]>;

/** The rows of every live table of a database file, in the order of their keys. */
export function readLiveTables(file: string): LiveTables {
  const database = new Database(file);
  try {
    return Object.fromEntries(
      Object.entries(TABLES).map(([table, key]) => [
        table,
        database.prepare(`SELECT * FROM ${table} ORDER BY ${key}`).all(),
      ]),
    ) as LiveTables;
  } finally {
    database.close();
  }
}
