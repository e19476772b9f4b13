/** The articles of the files that `import` is given. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type FileReader, readJsonLine } from '../input/index.ts';
import type { ReadArticle } from '../types.ts';

/** An article, or why there is none, with the file and the line or the number it has in there. */
export interface Found {
  where: string;
  article: ReadArticle | Error;
}

const isLines = (file: string): boolean => /\.(?:jsonl|ndjson)$/i.test(file);

/** Lines of a file of any size, one at a time; only "\n" ends one, since JSON may hold the other separators as they are. */
async function* readLines(file: string): AsyncGenerator<string> {
  let rest = '';
  let isFirst = true;
  for await (const chunk of createReadStream(file, 'utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() as string;
    for (const line of lines) {
      yield isFirst ? line.replace(/^\uFEFF/, '') : line;
      isFirst = false;
    }
  }
  if (rest !== '') yield isFirst ? rest.replace(/^\uFEFF/, '') : rest;
}

async function* listLines(file: string): AsyncGenerator<Found> {
  let number = 0;
  for await (const line of readLines(file)) {
    number += 1;
    if (!line.trim()) continue;
    const where = `${file}:${number}`;
    try {
      yield { where, article: readJsonLine(line) };
    } catch (error) {
      yield { where, article: error as Error };
    }
  }
}

async function readWhole(file: string, reader: FileReader): Promise<Found[]> {
  try {
    const items = await reader.read({ name: file, bytes: await readFile(file) });
    return items.map((item, index) => ({
      where: items.length > 1 ? `${file}, article ${index + 1}` : file,
      article: 'error' in item ? new Error(item.error) : item.article,
    }));
  } catch (error) {
    return [{ where: file, article: error as Error }];
  }
}

/** How many articles the files hold at least: a line each in JSON Lines, else one a file. */
export async function countArticles(files: string[]): Promise<number> {
  let count = 0;
  for (const file of files) {
    if (!isLines(file)) count += 1;
    else
      try {
        for await (const line of readLines(file)) if (line.trim()) count += 1;
      } catch {
        // it cannot be opened, which is said in its turn
        count += 1;
      }
  }
  return count;
}

/** Every article in the order of the files; `ahead` files are read while the ones before them are worked on. */
export async function* listArticles(files: string[], reader: FileReader, ahead: number): AsyncGenerator<Found> {
  const underWay = new Map<string, Promise<Found[]>>();
  for (const [index, file] of files.entries()) {
    if (isLines(file)) {
      try {
        yield* listLines(file);
      } catch (error) {
        yield { where: file, article: error as Error };
      }
      continue;
    }
    for (const next of files.slice(index, index + ahead))
      if (!isLines(next) && !underWay.has(next)) underWay.set(next, readWhole(next, reader));
    yield* await (underWay.get(file) as Promise<Found[]>);
    if (!files.includes(file, index + 1)) underWay.delete(file);
  }
}
