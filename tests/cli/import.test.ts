import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeProgress } from '../../server/cli/import-progress.ts';
import { PROJECT_ROOT } from '../../server/config.ts';
import { openStore } from '../../server/store/index.ts';
import { makeDocx, makePdf } from '../support/make-files.ts';
import { symmetricTypes } from '../support/sample-index.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-import-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const databaseAt = (name: string): string => path.join(folder, name);

function start(args: string[], database: string) {
  return spawn(process.execPath, [path.join(PROJECT_ROOT, 'dist/server/cli/import.js'), ...args], {
    cwd: folder,
    env: { ...process.env, DATABASE_URL: `sqlite:${databaseAt(database)}` },
  });
}

async function run(
  args: string[],
  database: string,
): Promise<{ code: number | null; output: string; messages: string[] }> {
  const child = start(args, database);
  let [output, messages] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    messages += chunk;
  });
  const [code] = await once(child, 'close');
  return { code, output, messages: messages.trimEnd().split('\n') };
}

const write = (name: string, content: string | Buffer): string => {
  writeFileSync(path.join(folder, name), content);
  return name;
};

/** All rows of the tables that make the graph, in the order of their contents. */
function readTables(database: string): Record<string, unknown[]> {
  const connection = new Database(databaseAt(database));
  const tables = [
    'article',
    'sentence',
    'actor',
    'alias',
    'article_actor',
    'mention',
    'statement',
    'edge_total',
    'pair',
    'placement',
  ];
  const rows = tables.map((table) => [
    table,
    (connection.prepare(`SELECT * FROM "${table}"`).all() as object[]).map((row) => JSON.stringify(row)).sort(),
  ]);
  connection.close();
  return Object.fromEntries(rows);
}

const NAMES = ['Norway', 'Chad', 'Kenya', 'Peru', 'Ghana', 'Togo', 'Mali', 'Chile', 'Nepal', 'Laos'];
/** Articles whose actors overlap, some known by one word alone. */
const article = (number: number): string => {
  const [one, other] = [NAMES[number % 10], NAMES[(number * 3 + 1) % 10]];
  return `${one} condemned ${other} on day ${number}. Elena Duarte of ${one} said that ${other} had attacked Benin. Okafor criticised ${one}.`;
};
const makeLines = (count: number): string =>
  Array.from({ length: count }, (_, number) => JSON.stringify({ text: article(number), title: `Day ${number}` })).join(
    '\n',
  );

describe('import', { timeout: 240_000 }, () => {
  test('reads every kind of file, and brings nothing the second time', async () => {
    const feed = `<rss version="2.0"><channel><title>Gazette</title>${[1, 2]
      .map((number) => `<item><title>Item ${number}</title><description>${article(number)}</description></item>`)
      .join('')}</channel></rss>`;
    const files = [
      write('a.txt', `\ufeff${article(3)}`),
      write('b.md', `# Fourth\n\n${article(4)}`),
      write('c.html', `<title>Fifth</title><p>${article(5)}</p>`),
      write('d.docx', await makeDocx('Sixth', [article(6)])),
      write('e.pdf', await makePdf((pdf) => pdf.text(article(7)))),
      write('f.xml', feed),
      write(
        'g.jsonl',
        `${JSON.stringify({ text: article(8), published: '2024-03-13', url: 'https://x.example/8' })}\n\n${JSON.stringify({ text: article(3).replaceAll(' ', '\n') })}`,
      ),
    ];
    const first = await run(files, 'kinds.db');
    expect(first.output).toMatch(/^8 added with \d+ relations, 1 already there, 0 failed\n$/);
    expect([first.code, first.messages.at(-1)]).toEqual([
      0,
      expect.stringMatching(/^9 of 9 articles, \d+ relations, [\d.]+ articles\/s$/),
    ]);
    const tables = readTables('kinds.db');
    const again = await run(files, 'kinds.db');
    expect(again.output).toBe('0 added with 0 relations, 9 already there, 0 failed\n');
    expect(readTables('kinds.db')).toEqual(tables);

    const store = await openStore(`sqlite:${databaseAt('kinds.db')}`, { symmetricTypes });
    const { articles, statements, placements } = await store.readGraphSource();
    const texts = new Map(
      await Promise.all(articles.map(async ({ id }) => [id, (await store.getArticle(id))?.text ?? ''] as const)),
    );
    await store.close();
    for (const { id } of articles) {
      const own = statements.filter((statement) => statement.article === id);
      expect(own.map(({ type }) => type)).toContain('criticises');
      for (const { evidence } of own) expect(texts.get(id)?.slice(evidence.start, evidence.end)).toBe(evidence.text);
    }
    expect([...placements.keys()]).toEqual(expect.arrayContaining(['NOR', 'KEN', 'CHL']));
  });

  test('names what it cannot read by file and line, there and in the file of --errors, adds the rest and exits 1', async () => {
    const lines = [JSON.stringify({ title: 'No text' }), '', '{', JSON.stringify({ text: article(1) })].join('\n');
    const french =
      'Le ministre français a condamné lundi les sanctions contre la Norvège et a rappelé son ambassadeur.';
    const files = [
      write('m.jsonl', lines),
      write('n.docx', 'none'),
      write('o.txt', french),
      'missing.txt',
      'missing.jsonl',
    ];
    const { code, output, messages } = await run(['--errors', 'errors.txt', '--jobs', '2', ...files], 'bad.db');
    expect([code, output]).toEqual([
      1,
      expect.stringMatching(/^1 added with \d+ relations, 0 already there, 6 failed\n$/),
    ]);
    expect(messages.slice(0, -1)).toEqual([
      expect.stringMatching(/^m\.jsonl:1: "text" is missing/),
      expect.stringMatching(/^m\.jsonl:3: .*JSON/),
      expect.stringMatching(/^n\.docx: This file is damaged/),
      expect.stringMatching(/^o\.txt: This text is in French/),
      expect.stringMatching(/^missing\.txt: ENOENT/),
      expect.stringMatching(/^missing\.jsonl: ENOENT/),
    ]);
    expect(readFileSync(path.join(folder, 'errors.txt'), 'utf8').trimEnd().split('\n')).toEqual(messages.slice(0, -1));
    const kept = await run(['--keep-foreign', 'o.txt'], 'bad.db');
    expect(kept.output).toBe('1 added with 0 relations, 0 already there, 0 failed\n');
  });

  test('gives the same graph with several jobs', async () => {
    const file = write('jobs.jsonl', makeLines(40));
    await run(['--jobs', '1', file], 'one.db');
    await run(['--jobs', '3', file], 'three.db');
    expect(readTables('three.db')).toEqual(readTables('one.db'));
  });

  test('killed at any point and run again, it gives the graph of an unbroken run', async () => {
    const file = write('long.jsonl', makeLines(60));
    await run([file], 'whole.db');
    let broken = 0;
    for (const [round, patience] of [1, 27, 52].entries()) {
      const database = `killed-${round}.db`;
      const child = start([file], database);
      const closed = once(child, 'close');
      const isReached = (): boolean => {
        try {
          return (readTables(database).article as unknown[]).length >= patience;
        } catch {
          // not made yet, or under a lock
          return false;
        }
      };
      while (child.exitCode === null && !isReached()) await new Promise((resolve) => setTimeout(resolve, 3));
      child.kill('SIGKILL');
      const [, signal] = await closed;
      if (signal === 'SIGKILL') broken += 1;
      const present = (readTables(database).article as unknown[]).length;
      const { code, output } = await run([file], database);
      expect([code, output]).toEqual([
        0,
        expect.stringMatching(
          new RegExp(`^${60 - present} added with \\d+ relations, ${present} already there, 0 failed`),
        ),
      ]);
      expect(readTables(database)).toEqual(readTables('whole.db'));
    }
    expect(broken).toBeGreaterThan(1);
  });
});

describe('its progress', () => {
  test.each([
    [
      { added: 3, relations: 1200, present: 1, failed: 0 },
      8,
      2,
      '4 of 8 articles, 1,200 relations, 2.0 articles/s, 2 s left',
    ],
    [
      { added: 10, relations: 0, present: 0, failed: 2 },
      4000,
      12,
      '12 of 4,000 articles, 0 relations, 2 failed, 1.0 articles/s, 1.1 h left',
    ],
    [{ added: 0, relations: 0, present: 0, failed: 0 }, 5, 1, '0 of 5 articles, 0 relations, 0.0 articles/s'],
    // a feed turned out to hold many
    [{ added: 9, relations: 5, present: 0, failed: 0 }, 1, 3, '9 of 9 articles, 5 relations, 3.0 articles/s'],
  ])('%j of %i after %i s', (counts, total, seconds, words) => {
    expect(describeProgress(counts, total, seconds)).toBe(words);
  });
});

describe('called wrongly, it says how it is used and exits 2', () => {
  const usage =
    'usage: import -- [--jobs N] [--errors FILE] [--keep-foreign] FILES…  (.txt .md .markdown .html .htm .xhtml .docx .pdf .jsonl .ndjson .xml .rss .atom)';
  test.each<[args: string[], messages: string[]]>([
    [[], [usage]],
    [
      ['a.png', 'b.txt', 'c'],
      ['a.png, c: files of this type are not read', usage],
    ],
    [
      ['--jobs', '0', 'a.txt'],
      ['--jobs is "0"; give a number from 1 to 99', usage],
    ],
    [
      ['--nonsense', 'a.txt'],
      [expect.stringContaining("Unknown option '--nonsense'"), usage],
    ],
  ])('%j', async (args, messages) => {
    expect(await run(args, 'none.db')).toEqual({ code: 2, output: '', messages });
  });
});
