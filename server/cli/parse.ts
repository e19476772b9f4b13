/**
 * The command `parse`: a sentence as its argument is drawn as a tree; `--tokens` tags and parses the FORM column of a
 * treebank file on standard input; `--jsonl` reads one {"id","text"} a line and prints one {"id","sentences"} a line.
 */
import { type English, loadEnglish, type ParsedToken } from '../language/index.ts';
import { drawTree } from './draw-tree.ts';
import { readLines, write } from './lines.ts';

const USAGE = 'usage: parse -- "A sentence."  |  parse -- --tokens < FILE.tsv  |  parse -- --jsonl < FILE.jsonl';
const SOURCE_LINE = '# source = ';
/** Sentences of a treebank parsed at once: enough to fill batches of like length. */
const SENTENCES_AT_ONCE = 2000;

const isSourceLine = (line: string): boolean => line.startsWith(SOURCE_LINE) && !line.includes('\t');

function formatToken({ form, lemma, upos, xpos, head, deprel }: ParsedToken): string {
  return [form, lemma, upos, xpos, head, deprel].join('\t');
}

async function parseTreebank(english: English): Promise<void> {
  // Lines as they are, and in the place of a sentence its words.
  let parts: (string | string[])[] = [];
  let sentence: string[] | null = null;
  let count = 0;
  const flush = async (): Promise<void> => {
    const parsed = english.parseTokens(parts.filter((part) => typeof part !== 'string'));
    let next = 0;
    const lines = parts.flatMap((part) =>
      typeof part === 'string' ? [part] : (parsed[next++] ?? []).map(formatToken),
    );
    if (lines.length > 0) await write(`${lines.join('\n')}\n`);
    parts = [];
    count = 0;
  };
  for await (const raw of readLines()) {
    const line = raw.replace(/\r$/, '');
    if (line.trim() === '' || isSourceLine(line)) {
      sentence = null;
      if (count >= SENTENCES_AT_ONCE) await flush();
      parts.push(line);
      continue;
    }
    if (sentence === null) {
      sentence = [];
      parts.push(sentence);
      count++;
    }
    sentence.push(line.split('\t', 1)[0] as string);
  }
  await flush();
}

function parseRecord(english: English, line: string): { id: unknown; error?: string; sentences?: unknown } {
  let id: unknown = null;
  try {
    const record: unknown = JSON.parse(line);
    if (typeof record !== 'object' || record === null) throw new Error('the line has to be a JSON object');
    const { id: given, source, text } = record as Record<string, unknown>;
    id = given ?? source ?? null;
    if (typeof text !== 'string') throw new Error('"text" has to be a string');
    return { id, sentences: english.parse(text) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

async function parseRecords(english: English): Promise<void> {
  let failed = 0;
  for await (const line of readLines()) {
    if (line.trim() === '') continue;
    const result = parseRecord(english, line);
    if (result.error !== undefined) failed++;
    await write(`${JSON.stringify(result)}\n`);
  }
  if (failed > 0) console.error(`${failed} ${failed === 1 ? 'line' : 'lines'} failed`);
}

async function parseSentences(english: English, text: string): Promise<void> {
  const trees = english.parse(text).map(({ tokens }) => drawTree(tokens));
  if (trees.length > 0) await write(`${trees.join('\n\n')}\n`);
}

async function run(args: string[]): Promise<void> {
  const option = args.find((arg) => /^--[a-z]*$/.test(arg));
  const known = option === undefined ? args.length > 0 : args.length === 1 && ['--tokens', '--jsonl'].includes(option);
  if (!known) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const english = loadEnglish();
  if (option === '--tokens') await parseTreebank(english);
  else if (option === '--jsonl') await parseRecords(english);
  else await parseSentences(english, args.join(' '));
}

// A reader that has seen enough, such as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

await run(process.argv.slice(2));
