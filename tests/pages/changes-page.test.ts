import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../support/server.ts';

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** A page's words, its markup taken away. */
const wordsOf = (html: string) =>
  html
    .replace(/^[\s\S]*<main/, '<main')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;|&#x27;/g, "'")
    .replace(/\s+/g, ' ');
const read = async () => wordsOf(await (await fetch(`${server.origin}/changes`)).text());
const undo = (id: string, headers = {}) =>
  fetch(`${server.origin}/changes/${id}/undo`, { method: 'POST', redirect: 'manual', headers });

describe('the page of changes', () => {
  it('tells each change in words, the newest first, and undoes one by a form', async () => {
    const { statements } = await server.store.readGraphSource();
    const id = statements.find(({ source, type }) => source === 'USA' && type === 'suspends-aid-to')?.id ?? '';
    const planned = await server.store.correct('statement-changed', { id, modality: 'planned' });
    const confirm = await server.store.correct('statement-changed', { id, modality: 'negated' });
    const reject = await server.store.correct('statement-rejected', { id });
    await server.store.correct('actor-changed', { id: 'RUS', name: '<b>Rus</b>' });
    expect(await read()).toMatch(
      /5 changes, newest first Actor changed Russia is now &lt;b&gt;Rus&lt;\/b&gt; .* UTC Undo Statement rejected United States did not suspend aid to Pakistan .* Undo Statement changed Before: United States to suspend aid to Pakistan United States did not suspend aid to Pakistan .* Undo Article added .* Undo $/,
    );
    const refused = await undo(planned.id);
    expect(refused.status).toBe(409);
    expect(wordsOf(await refused.text())).toContain(`A later change stands in the way: statement-changed`);
    const done = await undo(reject.id);
    expect([done.status, done.headers.get('location')]).toEqual([303, '/changes']);
    expect(await read()).toMatch(/6 changes, newest first Undone: Statement rejected/);
    expect((await undo('nothing')).status).toBe(404);
    expect((await undo(confirm.id, { Origin: 'https://evil.example' })).status).toBe(403);
    expect((await undo(confirm.id, { Origin: server.origin })).status).toBe(303);
  });
});
