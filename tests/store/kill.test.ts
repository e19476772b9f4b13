import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROUNDS = 20;
const script = fileURLToPath(new URL('./write-loop.mjs', import.meta.url));

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-kill-'));
  file = path.join(folder, 'killed.db');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the write loop, kills it some time after its first acknowledgement, and returns what it acknowledged. */
async function writeUntilKilled(round: number): Promise<string[]> {
  const child = spawn(process.execPath, [script, `sqlite:${file}`, `round${round}`]);
  let output = '';
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const wait = 7 + ((round * 37) % 90);
  child.stdout.on('data', (chunk) => {
    if (output === '') setTimeout(() => child.kill('SIGKILL'), wait);
    output += chunk;
  });
  const [, signal] = await once(child, 'close');
  expect(errors).toBe('');
  expect(signal).toBe('SIGKILL');
  // a last line without its end was not acknowledged in full
  return output.split('\n').slice(0, -1);
}

describe('kill -9 during a write loop', () => {
  it(`loses nothing acknowledged in ${ROUNDS} rounds, and keeps the aggregates true`, {
    timeout: 120_000,
  }, async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      acknowledged.push(...(await writeUntilKilled(round)));
      const database = new Database(file);
      const list = <Row>(query: string) => database.prepare(query).all() as Row[];
      const stored = new Set(list<{ id: string }>('SELECT id FROM article').map(({ id }) => id));
      expect(acknowledged.filter((id) => !stored.has(id))).toEqual([]);
      expect(list('SELECT source, target, type, n FROM edge_total ORDER BY source, target, type')).toEqual([
        { source: 'AAA', target: 'BBB', type: 'supports', n: stored.size },
        { source: 'AAA', target: 'CCC', type: 'talks-with', n: stored.size },
      ]);
      expect(list('SELECT a, b, n FROM pair ORDER BY a, b')).toEqual([
        { a: 'AAA', b: 'BBB', n: stored.size },
        { a: 'AAA', b: 'CCC', n: stored.size },
      ]);
      expect(list<{ integrity_check: string }>('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      database.close();
    }
    expect(acknowledged.length).toBeGreaterThan(ROUNDS);
  });
});
