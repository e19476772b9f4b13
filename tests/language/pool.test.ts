import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { loadEnglish } from '../../server/language/index.ts';
import { startParserPool } from '../../server/language/pool.ts';

const text = readFileSync(fileURLToPath(new URL('./sentences.txt', import.meta.url)), 'utf8').replaceAll('\n', '\n\n');
const pool = startParserPool(2);
afterAll(() => pool.close());

describe('the pool', () => {
  it('finds the same sentences as the parser itself', async () => {
    expect(await pool.parse(text)).toEqual(loadEnglish().parse(text));
  });

  it('leaves the event loop free meanwhile', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    await pool.parse(text.repeat(3));
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  });

  it('gives up a text whose reader has gone', async () => {
    const gone = new AbortController();
    const result = pool.parse(text.repeat(20), gone.signal);
    gone.abort();
    await expect(result).rejects.toThrow(/abort/i);
    expect(await pool.parse('Iran met Oman.')).toHaveLength(1);
  });
});
