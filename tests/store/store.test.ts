import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type NewArticle, type NewStatement, openStore, type Store } from '../../server/store/index.ts';
import type { Actor } from '../../server/types.ts';

const writeLoop = fileURLToPath(new URL('./write-loop.mjs', import.meta.url));
const OPTIONS = { symmetricTypes: new Set(['talks-with']) };
const TEXT = 'Aland backs Bland. Cland and Aland talk, says Bland.';

const actor = (id: string): Actor => ({ id, name: `${id} land`, kind: 'country', aliases: [`Republic of ${id}`] });
const statement = (source: string, type: string, target: string, rest: Partial<NewStatement> = {}): NewStatement => ({
  source,
  type,
  target,
  modality: 'asserted',
  speaker: null,
  frame: null,
  status: 'extracted',
  date: null,
  evidence: { start: 0, end: 18 },
  cue: { start: 6, end: 11 },
  ...rest,
});
const entry = (id: string, statements: NewStatement[], published: string | null = '2020-05-01'): NewArticle => ({
  article: { id, title: `Title ${id}`, text: TEXT, url: null, publisher: 'Paper', published, publishedNote: null },
  actors: ['AAA', 'BBB', 'CCC'].map(actor),
  mentions: [
    { actor: 'BBB', start: 12, end: 17 },
    { actor: 'AAA', start: 0, end: 5 },
  ],
  statements,
  provenance: 'test',
});
const TALK = { evidence: { start: 19, end: 52 }, cue: { start: 35, end: 39 }, speaker: 'BBB' };

let folder: string;
const ENGINES = [
  ['SQLite in memory', () => 'sqlite::memory:'],
  ['SQLite in a file', () => `sqlite:${path.join(folder, 'store.db')}`],
] as const;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.each(ENGINES)('the store on %s', (_engine, url) => {
  let store: Store;
  beforeEach(async () => {
    store = await openStore(url(), OPTIONS);
  });
  afterEach(() => store.close());

  it('gives back what it was given, with exact words of sentence and cue', async () => {
    await store.addArticle(
      entry('one', [statement('AAA', 'supports', 'BBB'), statement('CCC', 'talks-with', 'AAA', TALK)]),
    );
    const { actors, articles, statements } = await store.readGraphSource();
    expect(actors.map(({ id, aliases }) => [id, aliases])).toEqual(
      ['AAA', 'BBB', 'CCC'].map((id) => [id, [`Republic of ${id}`]]),
    );
    expect(articles).toEqual([
      { id: 'one', title: 'Title one', url: null, publisher: 'Paper', published: '2020-05-01', publishedNote: null },
    ]);
    expect(statements.map(({ evidence, cue }) => [evidence.text, cue.text])).toEqual([
      ['Aland backs Bland.', 'backs'],
      ['Cland and Aland talk, says Bland.', 'talk'],
    ]);
    expect((await store.getArticle('one'))?.text).toBe(TEXT);
    expect(await store.getArticle('two')).toBeUndefined();
  });

  it('keeps symmetric statements with their ends in id order, others as they are', async () => {
    await store.addArticle(
      entry('one', [statement('CCC', 'talks-with', 'AAA', TALK), statement('CCC', 'supports', 'AAA')]),
    );
    const { statements } = await store.readGraphSource();
    expect(statements.map(({ source, type, target }) => `${source} ${type} ${target}`).sort()).toEqual([
      'AAA talks-with CCC',
      'CCC supports AAA',
    ]);
  });

  it('knows where an article names its actors, in the order of the text', async () => {
    await store.addArticle(entry('one', [statement('AAA', 'supports', 'BBB')]));
    expect(await store.listMentions('one')).toEqual([
      { actor: 'AAA', start: 0, end: 5 },
      { actor: 'BBB', start: 12, end: 17 },
    ]);
    expect(await store.listMentions('two')).toEqual([]);
  });

  it('adds an article once, and nothing of it the second time', async () => {
    expect(await store.isEmpty()).toBe(true);
    expect(await store.addArticle(entry('one', [statement('AAA', 'supports', 'BBB')]))).toBe(true);
    expect(await store.addArticle(entry('one', [statement('AAA', 'supports', 'CCC')]))).toBe(false);
    expect((await store.readGraphSource()).statements).toHaveLength(1);
    expect(await store.isEmpty()).toBe(false);
  });

  it('takes nothing of an article when one part fails', async () => {
    const bad = entry('one', [statement('AAA', 'supports', 'BBB'), statement('AAA', 'supports', 'NOBODY')]);
    await expect(store.addArticle(bad)).rejects.toThrow(/FOREIGN KEY/);
    const { actors, articles, statements } = await store.readGraphSource();
    expect([actors, articles, statements]).toEqual([[], [], []]);
  });

  it('hands out what was written after the graph was last read', async () => {
    expect((await store.readGraphSource()).statements).toEqual([]);
    await store.addArticle(entry('one', [statement('AAA', 'supports', 'BBB')]));
    const first = await store.readGraphSource();
    expect(first.statements).toHaveLength(1);
    expect(await store.readGraphSource()).toBe(first);
  });

  it('replaces placements and hands them out with the graph', async () => {
    await store.addArticle(entry('one', [statement('AAA', 'supports', 'BBB')]));
    const at = (x: number) => ({ wide: { x, y: 2 }, narrow: { x: 3, y: 4.5 } });
    await store.savePlacements(
      new Map([
        ['AAA', at(1)],
        ['BBB', at(7)],
      ]),
    );
    await store.savePlacements(new Map([['AAA', at(9)]]));
    expect((await store.readGraphSource()).placements).toEqual(
      new Map([
        ['AAA', at(9)],
        ['BBB', at(7)],
      ]),
    );
  });
});

describe('a store in a file', () => {
  const file = () => path.join(folder, 'store.db');
  const read = (query: string) => {
    const database = new Database(file());
    try {
      return database.prepare(query).all();
    } finally {
      database.close();
    }
  };

  it('is there again when opened again, migrated once', async () => {
    const first = await openStore(`sqlite:${file()}`, OPTIONS);
    await first.addArticle(entry('one', [statement('AAA', 'supports', 'BBB')]));
    await first.close();
    const second = await openStore(`sqlite:${file()}`, OPTIONS);
    expect((await second.readGraphSource()).statements).toHaveLength(1);
    await second.close();
    expect(read('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
  });

  it('sees what another process wrote', async () => {
    const one = await openStore(`sqlite:${file()}`, OPTIONS);
    const two = await openStore(`sqlite:${file()}`, OPTIONS);
    expect((await one.readGraphSource()).statements).toHaveLength(0);
    await two.addArticle(entry('one', [statement('AAA', 'supports', 'BBB')]));
    expect((await one.readGraphSource()).statements).toHaveLength(1);
    await Promise.all([one.close(), two.close()]);
  });

  it('may be made by several processes at once', { timeout: 30_000 }, async () => {
    const children = ['a', 'b', 'c'].map((name) => spawn(process.execPath, [writeLoop, `sqlite:${file()}`, name]));
    let errors = '';
    const acknowledged = children.map(async (child) => {
      child.stderr.on('data', (chunk) => {
        errors += chunk;
      });
      await Promise.race([once(child.stdout, 'data'), once(child, 'close')]);
    });
    await Promise.all(acknowledged);
    for (const child of children) child.kill('SIGKILL');
    expect(errors).toBe('');
    expect(read('SELECT id FROM article')).toEqual(
      expect.arrayContaining(['a', 'b', 'c'].map((name) => ({ id: `${name}-0` }))),
    );
  });

  it('counts relations and pairs in the same transaction, with first and last day', async () => {
    const store = await openStore(`sqlite:${file()}`, OPTIONS);
    await store.addArticle(entry('one', [statement('AAA', 'supports', 'BBB'), statement('BBB', 'supports', 'AAA')]));
    await store.addArticle(entry('two', [statement('AAA', 'supports', 'BBB', { date: '2019-01-31' })]));
    await store.addArticle(
      entry('three', [statement('AAA', 'supports', 'BBB', { status: 'rejected', date: '2001-01-01' })]),
    );
    await store.close();
    expect(read('SELECT * FROM edge_total ORDER BY source')).toEqual([
      { source: 'AAA', target: 'BBB', type: 'supports', n: 2, first: '2019-01-31', last: '2020-05-01' },
      { source: 'BBB', target: 'AAA', type: 'supports', n: 1, first: '2020-05-01', last: '2020-05-01' },
    ]);
    expect(read('SELECT * FROM pair')).toEqual([{ a: 'AAA', b: 'BBB', n: 3 }]);
  });
});
