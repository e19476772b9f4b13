import type { Transaction } from 'kysely';
import { refreshAggregates } from './aggregates.ts';
import type { Tables } from './schema.ts';

export type Row = Record<string, string | number | null>;

/** The tables that changes write, with the columns of their keys; aggregates are counted from them. */
const KEYS = {
  article: ['id'],
  sentence: ['id'],
  actor: ['id'],
  alias: ['actor', 'name'],
  article_actor: ['article', 'actor'],
  mention: ['article', 'start', 'end', 'actor'],
  statement: ['id'],
  placement: ['actor'],
  actor_merge: ['actor'],
} as const satisfies Partial<Record<keyof Tables, string[]>>;

export type LiveTable = keyof typeof KEYS;

/** One row made (`before` null), taken away (`after` null) or changed (both: the columns that differ). */
export interface Edit {
  table: LiveTable;
  key: Row;
  before: Row | null;
  after: Row | null;
  /** Id of an actor. Its row went because nothing named it any more, or came back because something does again. */
  pruned?: string;
}

const pick = (row: Row, columns: Iterable<string>): Row =>
  Object.fromEntries([...columns].map((column) => [column, row[column] ?? null]));

/** Where rows name actors. */
const REFERENCES = [
  ['statement', 'source'],
  ['statement', 'target'],
  ['statement', 'speaker'],
  ['article_actor', 'actor'],
  ['mention', 'actor'],
] as const;

/**
 * Writes rows of the live tables within a transaction and keeps what undoing needs. `finish` takes away what nothing
 * names any more and brings the aggregates up to date.
 */
export class Journal {
  readonly edits: Edit[] = [];
  readonly #edges: { source: string; target: string; type: string }[] = [];
  readonly #actors = new Set<string>();
  readonly #sentences = new Set<string>();
  readonly #articles = new Set<string>();
  readonly trx: Transaction<Tables>;

  constructor(trx: Transaction<Tables>) {
    this.trx = trx;
  }

  /** The same transaction for tables whose name is a value. */
  get #any() {
    return this.trx as unknown as Transaction<Record<string, Row>>;
  }

  /** Rows with the given values, all columns but the derived day of a statement. */
  async find(table: LiveTable, values: Row): Promise<Row[]> {
    let query = this.#any.selectFrom(table).selectAll();
    for (const [column, value] of Object.entries(values))
      query = value === null ? query.where(column, 'is', null) : query.where(column, '=', value);
    for (const column of KEYS[table]) query = query.orderBy(column);
    const rows = await query.execute();
    return table === 'statement' ? rows.map(({ day: _derived, ...row }) => row) : rows;
  }

  async get(table: LiveTable, key: Row): Promise<Row | undefined> {
    return (await this.find(table, key))[0];
  }

  /** Inserts a row; one with the same key stays as it is. */
  async insert(table: LiveTable, row: Row, pruned?: string): Promise<void> {
    const key = pick(row, KEYS[table]);
    if (await this.get(table, key)) return;
    // finish() gives the day of a statement
    await this.#any.insertInto(table).values(row).execute();
    this.#note({ table, key, before: null, after: row, ...(pruned !== undefined && { pruned }) }, undefined, row);
  }

  /** Changes columns of a row that is there. */
  async update(table: LiveTable, found: Row, values: Row): Promise<void> {
    const key = pick(found, KEYS[table]);
    const row = await this.get(table, key);
    if (!row) throw new Error(`no ${table} ${JSON.stringify(key)}`);
    const changed = Object.keys(values).filter((column) => row[column] !== values[column]);
    if (changed.length === 0) return;
    await this.#where(this.#any.updateTable(table).set(pick(values, changed)), key).execute();
    this.#note({ table, key, before: pick(row, changed), after: pick(values, changed) }, row, { ...row, ...values });
  }

  /** Takes a row away, if it is there. */
  async remove(table: LiveTable, found: Row, pruned?: string): Promise<void> {
    const key = pick(found, KEYS[table]);
    const row = await this.get(table, key);
    if (!row) return;
    await this.#where(this.#any.deleteFrom(table), key).execute();
    this.#note({ table, key, before: row, after: null, ...(pruned !== undefined && { pruned }) }, row, undefined);
  }

  /** Takes away every row with the given values. */
  async removeAll(table: LiveTable, values: Row, pruned?: string): Promise<void> {
    for (const row of await this.find(table, values)) await this.remove(table, row, pruned);
  }

  /** Prunes, then derives: no edit follows. */
  async finish(): Promise<void> {
    for (const id of this.#sentences)
      if (!(await this.get('statement', { sentence: id }))) await this.remove('sentence', { id });
    for (const id of this.#actors) if (!(await this.#isNamed(id))) await this.#prune(id);
    for (const article of this.#articles) await this.#deriveDays(article);
    await refreshAggregates(this.trx, this.#edges);
  }

  #where<Query extends { where(column: string, operator: '=', value: string | number | null): Query }>(
    query: Query,
    key: Row,
  ): Query {
    return Object.entries(key).reduce((narrowed, [column, value]) => narrowed.where(column, '=', value), query);
  }

  #note(edit: Edit, before: Row | undefined, after: Row | undefined): void {
    this.edits.push(edit);
    if (edit.table === 'article' && after && 'published' in (edit.after ?? {})) this.#articles.add(String(after.id));
    for (const [table, column] of REFERENCES)
      if (table === edit.table && before?.[column]) this.#actors.add(String(before[column]));
    if (edit.table !== 'statement') return;
    for (const row of [before, after])
      if (row) this.#edges.push({ source: String(row.source), target: String(row.target), type: String(row.type) });
    if (before) this.#sentences.add(String(before.sentence));
    if (after) this.#articles.add(String(after.article));
  }

  async #isNamed(actor: string): Promise<boolean> {
    for (const [table, column] of REFERENCES)
      if (await this.#any.selectFrom(table).select(column).where(column, '=', actor).limit(1).executeTakeFirst())
        return true;
    return false;
  }

  async #prune(actor: string): Promise<void> {
    await this.removeAll('placement', { actor }, actor);
    await this.removeAll('alias', { actor }, actor);
    await this.removeAll('actor_merge', { kept: actor }, actor);
    await this.remove('actor', { id: actor }, actor);
  }

  /** A statement without a day of its own has that of its article. */
  async #deriveDays(article: string): Promise<void> {
    const row = await this.get('article', { id: article });
    if (!row) return;
    const statements = this.trx.updateTable('statement').where('article', '=', article);
    await statements
      .set(({ ref }) => ({ day: ref('date') }))
      .where('date', 'is not', null)
      .execute();
    await statements
      .set({ day: row.published as string | null })
      .where('date', 'is', null)
      .execute();
    const edges = this.trx.selectFrom('statement').select(['source', 'target', 'type']).distinct();
    this.#edges.push(...(await edges.where('article', '=', article).execute()));
  }
}
