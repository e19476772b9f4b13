import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RequestError } from '../../server/errors.ts';
import { openStore, type Store } from '../../server/store/index.ts';
import type { Change } from '../../server/types.ts';
import { readLiveTables } from '../support/live-tables.ts';
import { NEWS, SYMMETRIC } from '../support/small-news.ts';

const SEED = 20180219;
let folder: string;
let number = 0;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-corrections-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function openNews(): Promise<{ store: Store; file: string }> {
  const file = path.join(folder, `${number++}.db`);
  const store = await openStore(`sqlite:${file}`, { symmetricTypes: SYMMETRIC });
  for (const entry of NEWS) await store.addArticle(entry);
  const place = (x: number) => ({ wide: { x, y: 0.1 + x }, narrow: { x: -x, y: 4 } });
  await store.savePlacements(
    new Map([
      ['ann', place(1)],
      ['eve', place(7.25)],
    ]),
  );
  return { store, file };
}

/** Runs what may be refused; a refusal is an answer, anything else a defect. */
async function tryTo<Result>(work: () => Promise<Result>): Promise<Result | RequestError> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RequestError) return error;
    throw error;
  }
}

const listAll = async (store: Store): Promise<Change[]> =>
  (await store.listChanges({ cursor: null, limit: 1000 })).changes;

/** One reader's move, chosen by numbers among what is there. */
async function move(store: Store, [kind, a, b, c]: [number, number, number, number]): Promise<unknown> {
  const { actors, statements, articles } = await store.readGraphSource();
  const of = <Item>(items: Item[], at: number): Item | undefined => items[at % Math.max(1, items.length)];
  const id = (items: { id: string }[], at: number) => of(items, at)?.id ?? 'nothing';
  const statement = { id: id(statements, a) };
  const moves = [
    () => store.correct('statement-confirmed', statement),
    () => store.correct('statement-rejected', statement),
    () => store.correct('statement-restored', statement),
    () =>
      store.correct('statement-changed', {
        ...statement,
        target: id(actors, b),
        type: of(['talks-with', 'visits'], c),
      }),
    () => store.correct('statement-changed', { ...statement, source: { name: `New ${b % 3}`, kind: 'person' } }),
    () =>
      store.correct('statement-changed', { ...statement, modality: 'negated', speaker: c % 2 ? null : id(actors, c) }),
    () =>
      store.correct('statement-added', {
        article: id(articles, a),
        source: b % 2 ? id(actors, b) : { name: `New ${b % 3}`, kind: 'group' },
        type: 'talks-with',
        target: id(actors, c),
        modality: 'asserted',
        speaker: null,
        evidence: { start: c % 3, end: 9 },
        cue: { start: 3, end: 5 + (c % 4) },
      }),
    () => store.correct('actor-changed', { id: id(actors, a), name: `Name ${b % 4}` }),
    () => store.correct('actor-changed', { id: id(actors, a), kind: 'group', aliases: [`Alias ${b % 3}`, 'Old ann'] }),
    () => store.correct('actor-merged', { id: id(actors, a), into: id(actors, b) }),
    () => store.correct('actor-split', { id: id(actors, a), merged: of(['ann', 'bob', 'cyd', 'dee', 'eve'], b) ?? '' }),
    () => {
      const actor = of(statements, a)?.source ?? '';
      const own = statements.filter(({ source, target }) => source === actor || target === actor);
      return store.correct('actor-split', {
        id: actor,
        name: 'Other',
        kind: 'person',
        statements: own.slice(0, 1 + (b % 2)).map((one) => one.id),
      });
    },
    () =>
      store.correct('article-changed', {
        id: id(articles, a),
        published: of(['2021-01-01', null], b),
        title: `T${c % 2}`,
      }),
    () => store.correct('article-removed', { id: id(articles, a) }),
    async () => store.undoChange(of(await listAll(store), a)?.id ?? ''),
  ];
  return tryTo(of(moves, kind) as () => Promise<unknown>);
}

/** What makes the store differ from the news as they came in: an article's undo takes it away, any other brings back. */
const isStanding = ({ kind, undoneBy, subject }: Change): boolean =>
  undoneBy === null && ((subject.of ?? kind) === 'article-added' ? kind === 'undo' : kind !== 'undo');

/** Undoes everything in an order by chance; whatever refuses waits for the others. */
async function undoAll(store: Store, order: number[]): Promise<void> {
  for (let round = 0; ; round += 1) {
    const standing = (await listAll(store)).filter(isStanding);
    if (standing.length === 0) return;
    let done = 0;
    for (let at = round; standing.length > 0; at += 1) {
      const [change] = standing.splice((order[at % order.length] ?? 0) % standing.length, 1);
      const result = await tryTo(() => store.undoChange(change?.id ?? ''));
      if (!(result instanceof RequestError)) done += 1;
    }
    if (done === 0) throw new Error('nothing more can be undone');
  }
}

const numbers = fc.array(fc.nat(1000), { minLength: 3, maxLength: 12 });
const moveOf = fc.tuple(fc.nat(14), fc.nat(99), fc.nat(99), fc.nat(99));

describe('corrections made and undone in random order', () => {
  it('leave the live tables as they were', { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(moveOf, { minLength: 1, maxLength: 10 }), numbers, async (moves, order) => {
        const { store, file } = await openNews();
        const before = readLiveTables(file);
        for (const one of moves) await move(store, one);
        await undoAll(store, order);
        const after = readLiveTables(file);
        await store.close();
        expect(after).toEqual(before);
      }),
      { seed: SEED, numRuns: 25 },
    );
  });
});

describe('articles removed in random order', () => {
  it('leave nothing, and undoing it all brings the first graph back', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(NEWS, { minLength: NEWS.length }),
        fc.array(moveOf, { maxLength: 3 }),
        numbers,
        async (articles, moves, order) => {
          const { store, file } = await openNews();
          for (const one of moves) if (one[0] < 13) await move(store, one);
          const before = readLiveTables(file);
          const removals: Change[] = [];
          for (const { article } of articles)
            if (await store.getArticle(article.id))
              removals.push(await store.correct('article-removed', { id: article.id }));
          expect(Object.values(readLiveTables(file)).flat()).toEqual([]);
          for (let at = 0; removals.length > 0; at += 1) {
            const [removal] = removals.splice((order[at % order.length] ?? 0) % removals.length, 1);
            await store.undoChange(removal?.id ?? '');
          }
          const after = readLiveTables(file);
          await store.close();
          expect(after).toEqual(before);
        },
      ),
      { seed: SEED, numRuns: 20 },
    );
  });
});
