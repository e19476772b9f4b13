import { spawn } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../server/config.ts';

interface Outcome {
  code: number | null;
  output: string;
  messages: string;
}

/** Runs the built command with `input` on its standard input. */
function runParse(args: string[], input = ''): Promise<Outcome> {
  const child = spawn(process.execPath, [path.join(PROJECT_ROOT, 'dist/server/cli/parse.js'), ...args]);
  const outcome: Outcome = { code: null, output: '', messages: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    outcome.output += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    outcome.messages += chunk;
  });
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...outcome, code })));
}

describe('parse', () => {
  test('draws the tree of a sentence', async () => {
    const { code, output, messages } = await runParse(['Islamabad recalled its ambassador.']);
    expect(messages).toBe('');
    expect(code).toBe(0);
    const rows = output.split('\n').map((line) => line.split(/(?<=[\p{L}.$])\s{2,}/u));
    expect(rows).toEqual([
      ['recalled', 'root', 'VERB', 'VBD', 'recall'],
      ['├─ Islamabad', 'nsubj', 'PROPN', 'NNP', 'Islamabad'],
      ['├─ ambassador', 'obj', 'NOUN', 'NN', 'ambassador'],
      ['│  └─ its', 'nmod:poss', 'PRON', 'PRP$', 'its'],
      ['└─ .', 'punct', 'PUNCT', '.', '.'],
      [''],
    ]);
  });

  test('--tokens keeps blank lines and sources, and reads nothing but the words', async () => {
    const columns = '\tx\tX\tX\t9\tx';
    const lines = [
      '# source = news: one',
      ...['Talks', 'failed', '.'].map((word) => word + columns),
      '',
      ...['#', '# source = ', 'trends'].map((word) => word + columns),
      '',
      '',
      'Yes',
      '',
    ];
    const { code, output } = await runParse(['--tokens'], lines.join('\n'));
    expect(code).toBe(0);
    const printed = output.split('\n');
    expect(printed.map((line) => line.split('\t')[0])).toEqual(lines.map((line) => line.split('\t')[0]));
    expect(printed[2]).toBe('failed\tfail\tVERB\tVBD\t0\troot');
    expect(printed.filter((line) => line.includes('\t')).map((line) => line.split('\t').length)).toEqual(
      Array(7).fill(6),
    );
  });

  test('--jsonl answers line by line, errors included', async () => {
    const text = 'Iran arms rebels.\r\n\r\nIsrael’s army left 🙂.';
    const lines = [
      JSON.stringify({ id: 7, text, other: 1 }),
      '{"id":"b"}',
      'nonsense',
      JSON.stringify({ source: 's', text: '' }),
    ];
    const { code, output, messages } = await runParse(['--jsonl'], lines.join('\n'));
    expect(code).toBe(0);
    expect(messages).toBe('2 lines failed\n');
    const [first, second, third, fourth] = output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(first.id).toBe(7);
    expect(first.sentences).toHaveLength(2);
    for (const { start, end, tokens } of first.sentences) {
      expect(tokens[0].start).toBe(start);
      expect(tokens.at(-1).end).toBe(end);
      for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.form);
    }
    expect(second).toEqual({ id: 'b', error: '"text" has to be a string' });
    expect(third.id).toBeNull();
    expect(third.error).toContain('JSON');
    expect(fourth).toEqual({ id: 's', sentences: [] });
  });

  test.each([[[]], [['--words']], [['--tokens', '--jsonl']]])('says how it is used: %j', async (args) => {
    const { code, output, messages } = await runParse(args);
    expect(code).toBe(2);
    expect(output).toBe('');
    expect(messages).toMatch(/^usage: parse/);
  });
});
