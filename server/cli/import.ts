/**
 * The command `import`: articles from files into the store that DATABASE_URL names. A .txt file is one article, its first line
 * the title; a .jsonl file has one {"title","text","url"?,"publisher"?,"published"?} a line. What is there already is left alone.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DATA_FOLDER, readConfig } from '../config.ts';
import { startExtractorPool } from '../extract-pool.ts';
import { type ArticleInput, takeIn } from '../intake.ts';
import { loadLexicon } from '../lexicon/index.ts';
import { placeActors } from '../place-actors.ts';
import { openStore } from '../store/index.ts';

interface Source {
  /** File, and line in a .jsonl file, for messages. */
  where: string;
  read: () => ArticleInput;
}

function readLine(line: string): ArticleInput {
  const { title, text, url, publisher, published } = JSON.parse(line) as Record<string, unknown>;
  const word = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value : null);
  if (typeof text !== 'string' || !text.trim()) throw new Error('"text" is missing; give the article as "text"');
  const day = word(published)?.slice(0, 10) ?? null;
  if (day !== null && !/^\d{4}-\d\d-\d\d$/.test(day)) throw new Error('"published" has to be a day such as 2018-02-19');
  return { title: word(title) ?? firstLine(text), text, url: word(url), publisher: word(publisher), published: day };
}

const firstLine = (text: string): string => (text.trim().split('\n')[0] as string).trim().slice(0, 200);

function listSources(file: string): Source[] {
  const content = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  if (file.endsWith('.txt')) return [{ where: file, read: () => ({ title: firstLine(content), text: content }) }];
  return content
    .split('\n')
    .map((line, index) => ({ line, where: `${file}:${index + 1}` }))
    .filter(({ line }) => line.trim())
    .map(({ line, where }) => ({ where, read: () => readLine(line) }));
}

async function run(files: string[]): Promise<void> {
  const unknown = files.filter((file) => !['.txt', '.jsonl'].includes(path.extname(file)));
  if (files.length === 0 || unknown.length > 0) {
    if (unknown.length > 0) process.stderr.write(`${unknown.join(', ')}: only .txt and .jsonl are read\n`);
    process.stderr.write('usage: import -- FILE.txt|FILE.jsonl …\n');
    process.exitCode = 2;
    return;
  }
  const lexicon = loadLexicon(DATA_FOLDER);
  const symmetric = [...lexicon.relationTypes.values()].filter((type) => type.symmetric);
  const store = await openStore(readConfig().databaseUrl, {
    symmetricTypes: new Set(symmetric.map(({ id }) => id)),
  });
  const pool = startExtractorPool();
  let [added, present, failed, relations] = [0, 0, 0, 0];
  try {
    for (const { where, read } of files.flatMap(listSources)) {
      try {
        const result = await takeIn({ store, pool, known: lexicon.actors }, read());
        relations += result.relations;
        if (result.added) added += 1;
        else present += 1;
      } catch (error) {
        failed += 1;
        process.stderr.write(`${where}: ${(error as Error).message}\n`);
      }
    }
    if (added > 0) await placeActors(store, lexicon);
  } finally {
    await pool.close();
    await store.close();
  }
  process.stdout.write(`${added} added with ${relations} relations, ${present} already there, ${failed} failed\n`);
  if (failed > 0) process.exitCode = 1;
}

await run(process.argv.slice(2));
