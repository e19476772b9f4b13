/**
 * The command `extract`: one article (a file, or - for standard input) → JSON with its actors and relations; `--jsonl` reads
 * one {"id","text","title"?,"published"?} a line and prints one result a line in the same order.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DATA_FOLDER } from '../config.ts';
import { type ArticleText, createExtractor } from '../extract.ts';
import { loadLexicon } from '../lexicon/index.ts';
import { readLines, write } from './lines.ts';

const USAGE = 'usage: extract -- FILE|-  |  extract -- --jsonl < FILE.jsonl';

function readArticle(line: string): ArticleText {
  const value: unknown = JSON.parse(line);
  if (typeof value !== 'object' || value === null) throw new Error('write one object a line: {"id":"…","text":"…"}');
  const { id, text, title, published } = value as Record<string, unknown>;
  if (typeof id !== 'string') throw new Error('"id" is missing or no text; give each article an id');
  if (typeof text !== 'string') throw new Error('"text" is missing or no text; give the article as "text"');
  return {
    id,
    text,
    ...(typeof title === 'string' && { title }),
    ...(typeof published === 'string' && /^\d{4}-\d\d-\d\d/.test(published) && { published: published.slice(0, 10) }),
  };
}

/** The id of a line that is otherwise no article. */
function idOf(line: string): string | null {
  try {
    const { id } = JSON.parse(line) as { id?: unknown };
    return typeof id === 'string' ? id : null;
  } catch {
    return null;
  }
}

/** A file's text; null, with a message, when it cannot be read. */
function readText(file: string): string | null {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    process.stderr.write(`${file} cannot be read (${(error as Error).message}); name a text file or -\n`);
    process.exitCode = 1;
    return null;
  }
}

async function main(args: string[]): Promise<void> {
  const [first, ...rest] = args;
  if (first === undefined || rest.length > 0) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  const extractor = createExtractor(loadLexicon(DATA_FOLDER));
  if (first !== '--jsonl') {
    const text = readText(first);
    if (text === null) return;
    const id = first === '-' ? 'stdin' : path.basename(first).replace(/\.[^.]*$/, '');
    await write(`${JSON.stringify(extractor.extract({ id, text }), null, 2)}\n`);
    return;
  }
  let failed = 0;
  let number = 0;
  for await (const line of readLines()) {
    if (!line.trim()) continue;
    number++;
    try {
      const article = readArticle(line);
      await write(`${JSON.stringify(extractor.extract(article))}\n`);
    } catch (error) {
      failed++;
      await write(`${JSON.stringify({ id: idOf(line) ?? `line ${number}`, error: (error as Error).message })}\n`);
    }
  }
  if (failed > 0) process.stderr.write(`${failed} of ${number} articles failed; their lines say why\n`);
}

await main(process.argv.slice(2));
