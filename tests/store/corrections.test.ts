import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../server/store/index.ts';
import { readLiveTables } from '../support/live-tables.ts';
import { NEWS, SYMMETRIC } from '../support/small-news.ts';

let folder: string;
let file: string;
let store: Store;
const [first, second] = NEWS as [(typeof NEWS)[number], (typeof NEWS)[number]];

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-corrections-'));
  file = path.join(folder, 'store.db');
  store = await openStore(`sqlite:${file}`, { symmetricTypes: SYMMETRIC });
  for (const entry of NEWS) await store.addArticle(entry);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const live = () => readLiveTables(file);
const edges = () => live().edge_total.map(({ source, type, target, n }) => `${source} ${type} ${target} ${n}`);
const find = async (source: string, type: string, article: string) => {
  const { statements } = await store.readGraphSource();
  const found = statements.find((one) => one.source === source && one.type === type && one.article === article);
  return found?.id ?? '';
};
const kinds = async () => (await store.listChanges({ cursor: null, limit: 50 })).changes.map(({ kind }) => kind);

describe('a statement', () => {
  it('counts no more when rejected, and again when restored with the status that it had', async () => {
    const id = await find('ann', 'supports', 'news-0');
    expect(edges()).toContain('ann supports bob 2');
    await store.correct('statement-confirmed', { id });
    await store.correct('statement-rejected', { id });
    expect(edges()).toContain('ann supports bob 1');
    await store.correct('statement-restored', { id });
    expect(edges()).toContain('ann supports bob 2');
    expect(live().statement.find((one) => one.id === id)?.status).toBe('confirmed');
    await expect(store.correct('statement-restored', { id })).rejects.toMatchObject({ status: 409 });
  });

  it('changed to a symmetric type has its ends in order, and is confirmed by the change', async () => {
    const id = await find('eve', 'supports', 'news-2');
    const change = await store.correct('statement-changed', { id, type: 'talks-with', target: 'ann' });
    expect(edges()).toContain('ann talks-with eve 1');
    expect(live().statement.find((one) => one.id === id)?.status).toBe('confirmed');
    expect(change.subject.statement).toMatchObject({ said: { source: 'ANN Land' }, before: { source: 'EVE Land' } });
  });

  it('added by a reader may bring an actor, which goes with it', async () => {
    const before = live();
    const added = await store.correct('statement-added', {
      article: 'news-0',
      source: { name: 'Zoë the Brave', kind: 'person' },
      type: 'supports',
      target: 'ann',
      modality: 'planned',
      speaker: 'bob',
      evidence: { start: 0, end: 17 },
      cue: { start: 4, end: 12 },
    });
    expect(edges()).toContain('zoe-the-brave supports ann 1');
    expect(live().statement.find(({ source }) => source === 'zoe-the-brave')).toMatchObject({
      provenance: 'reader',
      status: 'added',
      day: '2020-05-01',
    });
    await store.undoChange(added.id);
    expect(live()).toEqual(before);
  });

  it('cannot say what its words say already, nor something of one actor alone, nor lie outside the text', async () => {
    const words = { type: 'supports', modality: 'asserted', speaker: null } as const;
    const spans = { evidence: { start: 0, end: 17 }, cue: { start: 4, end: 12 } };
    const add = (source: string, target: string, more = spans) =>
      store.correct('statement-added', { article: 'news-0', source, target, ...words, ...more });
    await expect(add('ann', 'bob')).rejects.toMatchObject({ status: 409 });
    await expect(add('ann', 'ann')).rejects.toMatchObject({ status: 400, errors: [{ field: 'target' }] });
    await expect(add('ann', 'nobody')).rejects.toMatchObject({ status: 400, errors: [{ field: 'target' }] });
    await expect(add('ann', 'cyd', { ...spans, cue: { start: 4, end: 18 } })).rejects.toMatchObject({
      errors: [{ field: 'cue' }],
    });
    expect(await kinds()).toEqual(Array(4).fill('article-added'));
  });
});

describe('an actor', () => {
  it('merged into another hands over all it has, now and in later articles', async () => {
    await store.correct('article-removed', { id: 'news-0' });
    await store.correct('actor-merged', { id: 'bob', into: 'ann' });
    const { actors } = await store.readGraphSource();
    expect(actors.map(({ id }) => id)).toEqual(['ann', 'cyd', 'dee', 'eve']);
    expect(actors[0]?.aliases).toEqual(['BOB Land', 'Old ann', 'Old bob']);
    // "ann supports bob" would be of one actor alone
    expect(edges()).toEqual([
      'ann talks-with dee 1',
      'cyd sanctions dee 1',
      'cyd talks-with dee 1',
      'eve supports ann 1',
      'eve supports dee 1',
    ]);
    const later = { ...first.article, id: 'later' };
    const [one] = first.statements as [(typeof first.statements)[number]];
    await store.addArticle({ ...first, article: later, statements: [one, { ...one, target: 'cyd', source: 'bob' }] });
    expect(edges()).toContain('ann supports cyd 1');
    expect((await store.readGraphSource()).actors.map(({ id }) => id)).not.toContain('bob');
    expect((await store.listMentions('later')).map(({ actor }) => actor)).not.toContain('bob');
  });

  it('merged can be split off again, keeping what was done since', async () => {
    const before = live();
    await store.correct('actor-merged', { id: 'bob', into: 'ann' });
    await store.correct('article-changed', { id: 'news-0', title: 'Other' });
    await store.correct('actor-split', { id: 'ann', merged: 'bob' });
    expect(live()).toEqual({
      ...before,
      article: before.article.map((one) => (one.id === 'news-0' ? { ...one, title: 'Other' } : one)),
    });
    await expect(store.correct('actor-split', { id: 'ann', merged: 'bob' })).rejects.toMatchObject({ status: 400 });
  });

  it('can be split by its statements, with the mentions in their sentences', async () => {
    const id = await find('ann', 'supports', 'news-1');
    await store.correct('actor-split', { id: 'ann', name: 'Ann Two', kind: 'person', statements: [id] });
    expect(edges()).toEqual(expect.arrayContaining(['ann supports bob 1', 'ann-two supports bob 1']));
    expect((await store.listMentions('news-1')).slice(0, 1)).toEqual([{ actor: 'ann-two', start: 0, end: 3 }]);
  });

  it('renamed and regrouped keeps its statements', async () => {
    await store.correct('actor-changed', { id: 'ann', name: 'Anna', kind: 'group', aliases: ['A.'] });
    const { actors } = await store.readGraphSource();
    expect(actors[0]).toEqual({ id: 'ann', name: 'Anna', kind: 'group', aliases: ['A.'] });
    await expect(store.correct('actor-changed', { id: 'ann', name: 'Anna' })).rejects.toMatchObject({ status: 409 });
  });
});

describe('an article', () => {
  it('with another day moves its statements, but those dated by the text', async () => {
    await store.correct('article-changed', { id: 'news-0', published: '2022-02-02' });
    await store.correct('article-changed', { id: 'news-1', published: null });
    expect(live().edge_total.find(({ source, type }) => source === 'ann' && type === 'supports')).toMatchObject({
      first: '2019-03-02',
      last: '2022-02-02',
    });
    expect(live().article[0]).toMatchObject({ published: '2022-02-02', published_note: null });
  });

  it('removed takes along its statements and the actors that had no other article', async () => {
    await store.correct('article-removed', { id: 'news-2' });
    expect((await store.readGraphSource()).actors.map(({ id }) => id)).toEqual(['ann', 'bob', 'cyd', 'dee']);
    expect(edges()).toEqual([
      'ann supports bob 2',
      'ann talks-with bob 1',
      'ann talks-with dee 1',
      'cyd sanctions dee 1',
      'cyd talks-with dee 1',
    ]);
    expect(await store.addArticle(second)).toBe(false);
  });

  it('purged leaves no word of itself, in the history neither', async () => {
    const id = await find('eve', 'supports', 'news-2');
    await store.correct('actor-merged', { id: 'bob', into: 'cyd' });
    await store.correct('statement-rejected', { id });
    await store.correct('article-removed', { id: 'news-2' });
    const change = await store.correct('article-purged', { id: 'news-2' });
    const { changes } = await store.listChanges({ cursor: null, limit: 50 });
    expect(changes.filter(({ subject }) => subject.article?.id === 'news-2')).toEqual([]);
    await expect(store.undoChange(change.id)).rejects.toMatchObject({ status: 409 });
    const merge = changes.find(({ kind }) => kind === 'actor-merged');
    await store.undoChange(merge?.id ?? '');
    expect(edges()).toContain('ann supports bob 2');
    await expect(store.correct('article-purged', { id: 'news-9' })).rejects.toMatchObject({ status: 404 });
  });
});

describe('the history', () => {
  it('is in order, a page at a time, and says what undid what', async () => {
    const id = await find('ann', 'supports', 'news-0');
    const reject = await store.correct('statement-rejected', { id });
    const undo = await store.undoChange(reject.id);
    const redo = await store.undoChange(undo.id);
    expect([undo.kind, redo.kind, redo.subject.of]).toEqual(['undo', 'redo', 'statement-rejected']);
    expect(live().statement.find((one) => one.id === id)?.status).toBe('rejected');
    await expect(store.undoChange(reject.id)).rejects.toMatchObject({ status: 409 });
    const page = await store.listChanges({ cursor: null, limit: 3 });
    expect(page.changes.map((one) => [one.id, one.undoes, one.undoneBy])).toEqual([
      [redo.id, undo.id, null],
      [undo.id, reject.id, redo.id],
      [reject.id, null, undo.id],
    ]);
    const rest = await store.listChanges({ cursor: page.next, limit: 50 });
    expect([page.total, rest.changes.length, rest.next]).toEqual([7, 4, null]);
    expect([...rest.changes].map(({ at }) => at)).toEqual(
      rest.changes
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
  });

  it('refuses to undo what a later change builds on, and names that change', async () => {
    const id = await find('ann', 'supports', 'news-0');
    const confirm = await store.correct('statement-confirmed', { id });
    const reject = await store.correct('statement-rejected', { id });
    const merge = await store.correct('actor-merged', { id: 'eve', into: 'dee' });
    await expect(store.undoChange(confirm.id)).rejects.toMatchObject({
      status: 409,
      errors: [{ field: 'change', detail: reject.id }],
    });
    await store.undoChange(reject.id);
    await store.undoChange(confirm.id);
    await store.undoChange(merge.id);
    await expect(store.undoChange('nothing')).rejects.toMatchObject({ status: 404 });
  });

  it('begins with the articles, whose undoing removes them', async () => {
    const { changes } = await store.listChanges({ cursor: null, limit: 4 });
    const before = live();
    const undo = await store.undoChange(changes[0]?.id ?? '');
    expect(live().article.map(({ id }) => id)).toEqual(['news-0', 'news-1', 'news-2']);
    await store.undoChange(undo.id);
    expect(live()).toEqual(before);
  });
});
