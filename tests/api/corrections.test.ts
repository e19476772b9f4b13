import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change, ChangesBody, Problem, StatementsBody, StatementView } from '../../server/types.ts';
import { startServer } from '../support/server.ts';

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const ARTICLE = 'moscow-talks-2018';
const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  fetch(server.origin + path, {
    method,
    headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
interface Answer {
  change: Change;
  statement?: StatementView;
}
async function ask(method: string, path: string, body?: unknown): Promise<Answer & { status: number }> {
  const response = await send(method, path, body);
  const answer = (await response.json()) as Answer;
  return { status: response.status, ...answer };
}
const getJson = async <Body>(path: string) => (await (await fetch(server.origin + path)).json()) as Body;
const undo = (id: string) => ask('POST', `/api/changes/${id}/undo`);
const firstStatement = async () =>
  (await getJson<StatementsBody>('/api/statements?source=USA&target=PAK&type=suspends-aid-to')).statements[0];

describe('corrections over HTTP', () => {
  it('add a statement with its sentence found, change it, and undo both', async () => {
    const text = (await server.store.getArticle(ARTICLE))?.text ?? '';
    const start = text.indexOf('Pakistan');
    const body = {
      article: ARTICLE,
      source: 'PAK',
      type: 'visits',
      target: { name: 'New Body', kind: 'organisation' },
    };
    const added = await ask('POST', '/api/statements', { ...body, cue: { start, end: start + 8 } });
    expect(added.status).toBe(201);
    expect(added.statement).toMatchObject({ status: 'added', cue: 'Pakistan', target: { id: 'new-body' } });
    expect(added.statement?.sentence).toMatch(/^Pakistan’s Foreign Minister .* on February 20\.$/);
    const changed = await ask('PATCH', `/api/statements/${added.statement?.id}`, {
      modality: 'planned',
      speaker: 'PAK',
    });
    expect(changed.statement).toMatchObject({ modality: 'planned', speaker: { id: 'PAK' } });
    const refused = await undo(added.change.id);
    expect([refused.status, (refused as unknown as Problem).errors]).toEqual([
      409,
      [{ field: 'change', detail: changed.change.id }],
    ]);
    expect((await undo(changed.change.id)).status).toBe(200);
    expect((await undo(added.change.id)).status).toBe(200);
    expect((await fetch(`${server.origin}/api/actors/new-body`)).status).toBe(404);
  });

  it('confirm, reject and restore', async () => {
    const before = await firstStatement();
    const path = `/api/statements/${before?.id}`;
    expect((await ask('PATCH', path, { status: 'rejected' })).statement?.status).toBe('rejected');
    expect((await firstStatement())?.id).not.toBe(before?.id);
    expect((await ask('PATCH', path, { status: 'restored' })).statement?.status).toBe(before?.status);
    expect((await ask('PATCH', path, { status: 'restored' })).status).toBe(409);
  });

  it('merge and split actors, rename one, change and remove an article, and tell the history', async () => {
    const merged = await ask('POST', '/api/actors/maria-zakharova/merge', { into: 'RUS' });
    expect(merged.change).toMatchObject({ kind: 'actor-merged', subject: { other: { name: 'Russia' } } });
    const split = await ask('POST', '/api/actors/RUS/split', { merged: 'maria-zakharova' });
    expect(split.status).toBe(200);
    expect((await ask('PATCH', '/api/actors/RUS', { name: 'Russian Federation' })).status).toBe(200);
    expect((await ask('PATCH', `/api/articles/${ARTICLE}`, { title: 'Talks', published: '2018-02-20' })).status).toBe(
      200,
    );
    const removed = await ask('DELETE', `/api/articles/${ARTICLE}`);
    expect((await fetch(`${server.origin}/articles/${ARTICLE}`)).status).toBe(404);
    expect((await undo(removed.change.id)).status).toBe(200);
    const { changes, next } = await getJson<ChangesBody>('/api/changes?limit=3');
    expect(changes.map(({ kind }) => kind)).toEqual(['undo', 'article-removed', 'article-changed']);
    const rest = await getJson<ChangesBody>(`/api/changes?cursor=${next}`);
    expect(rest.changes.map(({ kind }) => kind).slice(0, 3)).toEqual(['actor-changed', 'actor-split', 'actor-merged']);
  });
});

describe('bad corrections', () => {
  const bad: [method: string, path: string, body: unknown, fields: string[]][] = [
    ['POST', '/api/statements', { article: ARTICLE }, ['source', 'type', 'target', 'cue']],
    [
      'POST',
      '/api/statements',
      { article: 'none', source: 'PAK', type: 'visits', target: 'USA', cue: { start: 1, end: 2 } },
      ['article'],
    ],
    ['PATCH', '/api/statements/x', { type: 'nonsense' }, ['type']],
    ['PATCH', '/api/statements/x', { status: 'rejected', type: 'visits' }, ['body']],
    ['PATCH', '/api/statements/x', {}, ['body']],
    ['PATCH', '/api/actors/PAK', { name: 'x', nom: 'x' }, ['nom']],
    ['PATCH', `/api/articles/${ARTICLE}`, { url: 'ftp://x', published: '2018' }, ['url', 'published']],
    ['POST', '/api/actors/PAK/merge', { into: 'nobody' }, ['into']],
    ['POST', '/api/actors/PAK/split', { merged: 'nobody' }, ['merged']],
    ['DELETE', `/api/articles/${ARTICLE}?purge=yes`, undefined, ['purge']],
  ];
  it.each(bad)('%s %s %j names the fields', async (method, path, body, fields) => {
    const response = await send(method, path, body);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const { status, errors } = (await response.json()) as Problem;
    expect(status).toBe(400);
    expect(errors?.map(({ field }) => field)).toEqual(fields);
  });

  it('on what is not there are a 404, and another content type a 415', async () => {
    expect((await send('PATCH', '/api/statements/none', { status: 'confirmed' })).status).toBe(404);
    expect((await send('DELETE', '/api/articles/none?purge=1')).status).toBe(404);
    for (const path of ['/api/statements', '/api/actors/PAK/merge', '/api/articles', '/api/extract'])
      expect((await send('POST', path, {}, { 'Content-Type': 'text/plain' })).status).toBe(415);
  });

  const WRITES = [
    ['POST', '/api/extract'],
    ['POST', '/api/articles'],
    ['POST', '/api/statements'],
    ['PATCH', '/api/actors/PAK'],
    ['DELETE', `/api/articles/${ARTICLE}`],
    ['POST', '/api/changes/x/undo'],
  ] as const;
  it.each(WRITES)('%s %s by the page of another site is refused', async (method, path) => {
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
    ] as Record<string, string>[])
      expect((await send(method, path, method === 'DELETE' ? undefined : {}, headers)).status).toBe(403);
    const own = await send(method, path, method === 'DELETE' ? undefined : {}, { Origin: server.origin });
    expect(own.status).not.toBe(403);
  });

  it('methods that an address does not have are named', async () => {
    const response = await send('PUT', '/api/statements/x', {});
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, PATCH']);
  });
});
