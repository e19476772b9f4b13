import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../server/config.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-commands-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Outcome {
  code: number | null;
  output: string;
  messages: string;
}

/** Runs a built command in the temporary folder, with `input` on its standard input. */
function run(command: 'extract' | 'explain', args: string[], input = '') {
  const child = spawn(process.execPath, [path.join(PROJECT_ROOT, `dist/server/cli/${command}.js`), ...args], {
    cwd: folder,
  });
  const outcome: Outcome = { code: null, output: '', messages: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    outcome.output += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    outcome.messages += chunk;
  });
  // a command that only says how it is used does not read
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return new Promise<Outcome>((resolve) => child.on('close', (code) => resolve({ ...outcome, code })));
}

const write = (name: string, content: string): string => {
  writeFileSync(path.join(folder, name), content);
  return name;
};

describe('extract', () => {
  test.each([
    ['a file, by its name', ['talks.final.txt'], '', 'talks.final'],
    ['standard input', ['-'], '🙂 Norway sanctioned Chad.', 'stdin'],
  ])('prints what it found in %s', async (_where, args, input, id) => {
    write('talks.final.txt', '🙂 Norway sanctioned Chad.');
    const { code, output, messages } = await run('extract', args, input);
    expect([code, messages]).toEqual([0, '']);
    const result = JSON.parse(output);
    expect(result.id).toBe(id);
    expect(result.relations).toMatchObject([
      {
        source: { id: 'NOR', mention: { start: 3, end: 9 } },
        type: 'sanctions',
        target: { id: 'TCD' },
        evidence: { start: 0, end: 26, text: '🙂 Norway sanctioned Chad.' },
      },
    ]);
  });

  test('--jsonl keeps the order, and a bad line is answered by its error', async () => {
    const lines = [
      JSON.stringify({
        id: 'one',
        text: 'Norway visited Chad on Monday.',
        title: 'Visit',
        published: '2024-03-13T08:00Z',
      }),
      'nonsense',
      '',
      JSON.stringify({ text: 'Norway visited Chad.' }),
      JSON.stringify({ id: 'four', text: '' }),
      '[]',
      'null',
      JSON.stringify({ id: 'seven', text: 'Kenya\u2028condemned Peru.\r\nPeru condemned Kenya.', other: true }),
    ];
    const { code, output, messages } = await run('extract', ['--jsonl'], lines.join('\n'));
    expect(code).toBe(0);
    expect(messages).toBe('4 of 7 articles failed; their lines say why\n');
    const results = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(results.map(({ id, relations, error }) => [id, relations?.length ?? typeof error])).toEqual([
      ['one', 1],
      ['line 2', 'string'],
      [expect.stringMatching(/^line \d$/), 'string'],
      ['four', 0],
      [expect.stringMatching(/^line \d$/), 'string'],
      [expect.stringMatching(/^line \d$/), 'string'],
      ['seven', 2],
    ]);
    expect(results[0].relations[0].date).toBe('2024-03-11');
    expect(Object.keys(results[1])).toEqual(['id', 'error']);
    expect(results[1].error).toContain('JSON');
    expect(results[2].error).toContain('"id" is missing');
    expect(results[4].error).toContain('"id" is missing');
    expect(results[5].error).toContain('one object a line');
  });

  test('--jsonl names a line without a text', async () => {
    const { code, output } = await run('extract', ['--jsonl'], '{"id":"a","text":7}\n');
    expect(code).toBe(0);
    expect(JSON.parse(output)).toEqual({ id: expect.any(String), error: expect.stringContaining('"text" is missing') });
  });

  test('--jsonl of nothing prints nothing', async () => {
    expect(await run('extract', ['--jsonl'], '\n \n')).toEqual({ code: 0, output: '', messages: '' });
  });
});

describe('explain', () => {
  test('shows the tree, who is named, which frame fits and what comes of it', async () => {
    const { code, output, messages } = await run('explain', ['Norway', 'may', 'sanction', 'Chad.']);
    expect([code, messages]).toEqual([0, '']);
    expect(output).toMatch(/^Norway may sanction Chad\.\n\nsanction +root +VERB/);
    for (const part of [
      '\nMentions\n  Norway → Norway, country\n  Chad → Chad, country\n',
      '\nFrames that fit\n  sanction-verb on “sanction”: Norway → sanctions → Chad\n',
      '\n    cue “sanction”, hypothetical by “may”, says the text itself\n',
      '\n\nRelations\n  Norway — sanctions → Chad (hypothetical)\n',
    ])
      expect(output).toContain(part);
  });

  test('says who says it, and why a frame does not fit', async () => {
    const { output } = await run('explain', ['“Canada attacked Mali,” Jonas Berg said. Kenya visited a museum.']);
    expect(output).toContain('  Canada — attacks → Mali (asserted, says Jonas Berg)\n');
    expect(output).toMatch(/Frames that do not\n(?: {2}.*\n)*? {2}visit-verb on “visited”: its object is excluded\n/);
  });

  test('says that there is nothing', async () => {
    const { code, output } = await run('explain', ['It rained.']);
    expect(code).toBe(0);
    expect(output).toMatch(/\nRelations\n {2}none\n$/);
  });
});

describe('a command that is called wrongly', () => {
  test.each<[command: 'extract' | 'explain', args: string[], usage: string]>([
    ['extract', [], 'usage: extract -- FILE|-  |  extract -- --jsonl < FILE.jsonl\n'],
    ['extract', ['a.txt', 'b.txt'], 'usage: extract -- FILE|-  |  extract -- --jsonl < FILE.jsonl\n'],
    ['explain', [], 'usage: explain -- "A sentence."\n'],
    ['explain', [' ', ''], 'usage: explain -- "A sentence."\n'],
  ])('%s %j says how it is used and exits 2', async (command, args, usage) => {
    expect(await run(command, args)).toEqual({ code: 2, output: '', messages: usage });
  });
});
