import { afterAll, describe, expect, test } from 'vitest';
import { DATA_FOLDER } from '../server/config.ts';
import { explain } from '../server/explain.ts';
import { createExtractor } from '../server/extract.ts';
import { startExtractorPool } from '../server/extract-pool.ts';
import { loadLexicon } from '../server/lexicon/index.ts';

const lexicon = loadLexicon(DATA_FOLDER);
const extractor = createExtractor(lexicon);
const pool = startExtractorPool(1);
afterAll(() => pool.close());

/** Takes a thread a second or more. */
const LONG = 'Norway suspended aid to Sudan on Monday. '.repeat(1000);

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('the pool', () => {
  test.each([
    ['one sentence', 'Norway suspended aid to Sudan on Monday.'],
    [
      'speech and offsets',
      '🙂 “Canada attacked Mali,” Foreign Minister Elena Duarte of Chile said.\r\n\r\nShe visited Peru.',
    ],
    ['nothing', ''],
  ])('gives what the extractor gives: %s', async (_what, text) => {
    const article = { id: 'a-1', text, published: '2024-03-13' };
    expect(await pool.extract(article)).toEqual(extractor.extract(article));
    expect(await pool.explain(text)).toEqual(explain(extractor, lexicon, text));
  });

  test('answers each of many with its own', async () => {
    const texts = ['Kenya', 'Ghana', 'Togo', 'Mali', 'Peru'].map((name) => ({
      id: name,
      text: `${name} visited Chad.`,
    }));
    const results = await Promise.all(texts.map((article) => pool.extract(article)));
    expect(results).toEqual(texts.map((article) => extractor.extract(article)));
  });

  test('leaves the event loop free meanwhile', async () => {
    let isRead = false;
    const reading = pool.extract({ id: 'long', text: LONG }).then((result) => {
      isRead = true;
      return result;
    });
    let longest = 0;
    for (let count = 0; count < 20; count++) {
      const before = performance.now();
      await wait(10);
      longest = Math.max(longest, performance.now() - before);
    }
    expect(isRead).toBe(false);
    // the text itself takes a second or more
    expect(longest).toBeLessThan(500);
    expect((await reading).relations).toHaveLength(1000);
  });

  test('ends what is under way when it is closed', async () => {
    const other = startExtractorPool(1);
    const reading = other.extract({ id: 'long', text: LONG }).then(
      () => 'read',
      () => 'given up',
    );
    await wait(50);
    await other.close();
    expect(await reading).toBe('given up');
  });
});
