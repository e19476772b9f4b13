import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startExtractorPool } from '../server/extract-pool.ts';
import { type ArticleInput, takeIn } from '../server/intake.ts';
import { openStore, type Store } from '../server/store/index.ts';
import { lexicon, symmetricTypes } from './support/sample-index.ts';

const pool = startExtractorPool(1);
let store: Store;
beforeAll(async () => {
  store = await openStore('sqlite::memory:', { symmetricTypes });
});
afterAll(async () => {
  await pool.close();
  await store.close();
});

const take = (text: string, more: Partial<ArticleInput> = {}) =>
  takeIn({ store, pool, known: lexicon.actors }, { title: 'News', text, ...more });

/** What an article brought: its statements, as the graph reads them. */
async function statementsOf(article: string) {
  const { statements } = await store.readGraphSource();
  return statements.filter((statement) => statement.article === article);
}

/** Takes two articles in; the ids at the source of what each states. */
async function sourcesOf(first: string, second: string): Promise<string[]> {
  const sources: string[] = [];
  for (const text of [first, second]) {
    const { id } = await take(text);
    const [statement] = await statementsOf(id);
    if (!statement) throw new Error(`nothing is stated by: ${text}`);
    sources.push(statement.source);
  }
  return sources;
}

test('the places where an article names its actors are kept, under the ids that it gave them', async () => {
  const text = 'Okafor criticised Portugal. He left Lisbon.';
  const { id } = await take(text);
  const mentions = (await store.listMentions(id)).map(({ actor, start, end }) => [actor, text.slice(start, end)]);
  expect(mentions).toContainEqual([expect.stringMatching(/^okafor-[0-9a-f]{6}$/), 'Okafor']);
  expect(mentions).toContainEqual(['PRT', 'Portugal']);
});

describe('an actor of two articles', () => {
  test.each([
    ['known by one word', 'okafor', 'Okafor criticised Portugal.', 'Okafor condemned Kenya on Monday.'],
    [
      'known by a description',
      'iranian-journalist',
      'An Iranian journalist criticised Sweden.',
      'An Iranian journalist condemned Peru on Monday.',
    ],
  ])('stays two people where it is %s', async (_how, id, first, second) => {
    const [one, other] = await sourcesOf(first, second);
    expect(one).toMatch(new RegExp(`^${id}-[0-9a-f]{6}$`));
    expect(other).toMatch(new RegExp(`^${id}-[0-9a-f]{6}$`));
    expect(one).not.toBe(other);
  });

  test.each([
    ['by a full name', 'elena-duarte', 'Elena Duarte criticised Portugal.', 'Elena Duarte condemned Kenya on Monday.'],
    ['as a country', 'NOR', 'Norway criticised Portugal.', 'Oslo condemned Kenya on Monday.'],
    ['as a body of the lists', 'hezbollah', 'Hezbollah attacked Portugal.', 'Hezbollah condemned Kenya on Monday.'],
    [
      'as a body of no list',
      'harbour-workers-union',
      'The Harbour Workers Union criticised Portugal.',
      'The Harbour Workers Union condemned Kenya on Monday.',
    ],
  ])('is one where it is known %s', async (_how, id, first, second) => {
    expect(await sourcesOf(first, second)).toEqual([id, id]);
  });

  test('is one where the surname is short for a full name of the article', async () => {
    const { id } = await take('Ruth Tamm criticised Portugal. Tamm condemned Kenya.');
    expect((await statementsOf(id)).map(({ source }) => source)).toEqual(['ruth-tamm', 'ruth-tamm']);
  });
});

describe('an article', () => {
  test('has the same id for people at both ends, for speakers and among the actors', async () => {
    const { id } = await take('“Kenya attacked Mali,” Adebayo said. Adebayo criticised Chad. Peru condemned Adebayo.');
    const statements = await statementsOf(id);
    const own = `adebayo-${id.slice(2, 8)}`;
    expect(statements.map(({ source, target, speaker }) => [source, target, speaker])).toEqual([
      ['KEN', 'MLI', own],
      [own, 'TCD', null],
      ['PER', own, null],
    ]);
    const { actors } = await store.readGraphSource();
    expect(actors.filter((actor) => actor.name === 'Adebayo')).toEqual([
      expect.objectContaining({ id: own, kind: 'person' }),
    ]);
  });

  test('keeps each statement with its place in the text, its frame and its day', async () => {
    const text = 'Ghana sanctioned Nepal on Monday. 🙂\r\n\r\nNepal may visit Ghana in May.';
    const { id, ...added } = await take(text, { published: '2024-03-13' });
    expect(added).toEqual({ added: true, actors: 2, relations: 2, statements: 2 });
    expect((await store.getArticle(id))?.text).toBe(text);
    const statements = await statementsOf(id);
    expect(statements).toMatchObject([
      { type: 'sanctions', modality: 'asserted', status: 'extracted', frame: 'sanction-verb', date: '2024-03-11' },
      { type: 'visits', modality: 'hypothetical', status: 'extracted', frame: 'visit-verb', date: null },
    ]);
    for (const { evidence, cue } of statements) {
      expect(text.slice(evidence.start, evidence.end)).toBe(evidence.text);
      expect(text.slice(cue.start, cue.end)).toBe(cue.text);
    }
  });

  test('counts a relation once that two sentences state', async () => {
    const added = await take('Togo criticised Benin. Togo criticised Benin on Monday.');
    expect([added.relations, added.statements]).toEqual([1, 2]);
  });

  test('is the same however it is broken into lines and its letters are composed', async () => {
    const text = 'Foreign Minister José Peña\nvisited Chad. Chad thanked him.';
    const first = await take(text);
    expect(first.added).toBe(true);
    for (const same of [text.replace('\n', ' \r\n\t'), `\ufeff${text}`, text.normalize('NFD')])
      expect(await take(same)).toEqual({ id: first.id, added: false, actors: 0, relations: 0, statements: 0 });
    expect((await take(text.replace('thanked', 'praised'))).added).toBe(true);
  });
});

describe('a text that is not English', () => {
  const text =
    'Le président français a condamné lundi les nouvelles sanctions et a rappelé son ambassadeur en Norvège.';

  test('is refused with its language, and kept without relations where that is asked for', async () => {
    await expect(take(text)).rejects.toMatchObject({ status: 422, message: expect.stringContaining('is in French') });
    const added = await take(text, { keepForeign: true });
    expect(added).toEqual({ id: added.id, added: true, actors: 0, relations: 0, statements: 0 });
    expect((await store.getArticle(added.id))?.text).toBe(text);
  });
});

test.each([
  ['emoji alone', '🙂🙃🇳🇴', '🙂🙃🇳🇴', 0],
  [
    'NUL and halves of characters',
    'a\0b \ud83d. Gabon sanctioned Laos on Friday.',
    'a b \ufffd. Gabon sanctioned Laos on Friday.',
    1,
  ],
])('a text of %s is kept, its offsets right', async (_what, text, kept, relations) => {
  const added = await take(text);
  expect(added).toMatchObject({ added: true, relations });
  expect((await store.getArticle(added.id))?.text).toBe(kept);
  for (const { evidence } of await statementsOf(added.id))
    expect(kept.slice(evidence.start, evidence.end)).toBe(evidence.text);
});
