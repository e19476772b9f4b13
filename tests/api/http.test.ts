import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PROJECT_ROOT } from '../../server/config.ts';
import type { EdgeData, GraphBody, Problem, StatementsBody, VocabularyBody } from '../../server/types.ts';
import { startProgram, startServer } from '../support/server.ts';

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const get = (path: string, init: RequestInit = {}) => fetch(server.origin + path, init);
const getJson = async <Body>(path: string) => (await (await get(path)).json()) as Body;

describe('GET /api/graph', () => {
  it('tells the asserted and the hypothetical statement of one relation apart', async () => {
    const { elements } = await getJson<GraphBody>('/api/graph?type=suspends-aid-to');
    expect(elements.nodes.map(({ data }) => data.label)).toEqual(['Pakistan', 'United States']);
    expect(elements.edges).toHaveLength(1);
    expect(elements.edges[0]?.data).toMatchObject({
      source: 'USA',
      target: 'PAK',
      label: 'suspended aid to',
      count: 2,
      modalities: [
        { value: 'asserted', count: 1 },
        { value: 'hypothetical', count: 1 },
      ],
      speakers: [
        { value: 'ayaz-wazir', label: 'Ayaz Wazir', count: 1 },
        { value: 'said-nazir-mohmand', label: 'Said Nazir Mohmand', count: 1 },
      ],
      firstDate: '2018-02-19',
      lastDate: '2018-02-19',
    } satisfies Partial<Record<keyof EdgeData, unknown>>);
  });

  it('says how much there is, how much the filters leave and how much is handed out', async () => {
    const body = await getJson<GraphBody>('/api/graph?class=conflict&limit=2');
    expect([body.all, body.total, body.shown]).toEqual([
      { nodes: 12, edges: 35 },
      { nodes: 3, edges: 10 },
      { nodes: 2, edges: 7 },
    ]);
  });

  it.each([
    ['type=nonsense', 'type', 'suspends-aid-to'],
    ['not-modality=perhaps', 'not-modality', 'asserted, planned, hypothetical, negated'],
    ['to=yesterday', 'to', '2018-02-19'],
    ['limit=0', 'limit', 'a whole number from 1 to 5000'],
    ['tpye=supports', 'tpye', 'type, not-type'],
  ])('refuses %s with a problem that names the field and what is allowed', async (query, field, allowed) => {
    const response = await get(`/api/graph?${query}`);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const problem = (await response.json()) as Problem;
    expect(problem).toMatchObject({ type: 'about:blank', title: 'Bad request', status: 400 });
    expect(problem.errors?.map((error) => error.field)).toEqual([field]);
    expect(problem.detail).toContain(allowed);
  });

  it('names every wrong field at once', async () => {
    const { errors } = await getJson<Problem>('/api/graph?type=a&type=b&colour=red&from=x');
    expect(errors?.map(({ field }) => field)).toEqual(['colour', 'type', 'from']);
  });
});

describe('GET /api/statements', () => {
  it('gives the evidence of an edge with sentence, cue, speaker, modality and article', async () => {
    const { statements, total, next } = await getJson<StatementsBody>(
      '/api/statements?source=USA&target=PAK&type=suspends-aid-to',
    );
    expect([total, next]).toEqual([2, null]);
    expect(statements.map(({ modality, speaker, label }) => [modality, speaker?.name, label])).toEqual([
      ['asserted', 'Ayaz Wazir', 'suspended aid to'],
      ['hypothetical', 'Said Nazir Mohmand', 'may suspend aid to'],
    ]);
    for (const { sentence, cue, start, cueStart, cueEnd } of statements)
      expect(sentence.slice(cueStart - start, cueEnd - start)).toBe(cue);
  });

  it('finds a symmetric relation from either end', async () => {
    const forth = await getJson<StatementsBody>('/api/statements?source=PAK&target=RUS&type=talks-with');
    const back = await getJson<StatementsBody>('/api/statements?source=RUS&target=PAK&type=talks-with');
    expect(forth.total).toBe(3);
    expect(back).toEqual(forth);
  });

  it('finds a directed relation only in its direction', async () => {
    const count = async (source: string, target: string) =>
      (await getJson<StatementsBody>(`/api/statements?source=${source}&target=${target}&type=sanctions`)).total;
    expect([await count('USA', 'PAK'), await count('PAK', 'USA')]).toEqual([1, 0]);
  });

  it('hands out all of them page by page, dated acts first', async () => {
    const ids: string[] = [];
    let cursor = '';
    do {
      const page: StatementsBody = await getJson(`/api/statements?limit=10${cursor}`);
      ids.push(...page.statements.map(({ id }) => id));
      if (ids.length === 10)
        expect(page.statements.slice(0, 3).map(({ date }) => date)).toEqual(['2018-02-20', '2018-02-20', null]);
      cursor = page.next === null ? '' : `&cursor=${page.next}`;
    } while (cursor);
    expect([ids.length, new Set(ids).size]).toEqual([44, 44]);
  });

  it('refuses an unknown actor and a cursor of another list', async () => {
    const { errors } = await getJson<Problem>('/api/statements?source=Atlantis&cursor=x');
    expect(errors?.map(({ field }) => field)).toEqual(['source', 'cursor']);
  });
});

describe('the rest of the API', () => {
  it('describes the vocabulary', async () => {
    const { types, classes, kinds, modalities } = await getJson<VocabularyBody>('/api/vocabulary');
    expect([types.length, classes.length, kinds.length, modalities.length]).toEqual([28, 3, 4, 4]);
    expect(types.find(({ id }) => id === 'suspends-aid-to')?.labels.planned).toBe('to suspend aid to');
  });

  it('exports JSON as a file, under the same filters', async () => {
    const response = await get('/api/export/json?type=visits');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename=entente.json');
    expect(((await response.json()) as GraphBody).elements.edges).toHaveLength(1);
  });

  it.each([
    ['/api/export/xml', 404, 'There is no export format "xml". Known: json.'],
    ['/api/nothing', 404, 'There is no GET /api/nothing.'],
    ['/api/vocabulary?x=1', 400, 'takes no parameters'],
    ['/api/export/json?limit=5', 400, 'There is no parameter "limit"'],
    ['/api/export/%E0%A4%A', 400, '%E0%A4%A'],
  ])('answers %s with %i', async (path, status, detail) => {
    const response = await get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(((await response.json()) as Problem).detail).toContain(detail);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'])('refuses %s and names what is possible', async (method) => {
    const response = await get('/api/graph', { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('answers a malformed address like any other', async () => {
    for (const path of ['//', '//?x=1', '/?%E0%A4%A=%', '/api/graph?%'])
      expect((await get(path)).status).toBeLessThan(500);
  });

  it('says that it is well', async () => {
    expect(await getJson('/healthz')).toEqual({ status: 'ok' });
  });
});

describe('scripts and styles', () => {
  it.each(['main.js', 'main.css'])(
    '%s goes out compressed as it was built, or plain to who asks for that',
    async (name) => {
      const packed = await get(`/assets/${name}`, { headers: { 'accept-encoding': 'gzip' } });
      const plain = await get(`/assets/${name}`, { headers: { 'accept-encoding': 'identity' } });
      expect([packed, plain].map(({ headers }) => headers.get('content-encoding'))).toEqual(['gzip', null]);
      expect(packed.headers.get('content-type')).toBe(plain.headers.get('content-type'));
      expect(await packed.text()).toBe(await plain.text());
    },
  );

  it('that are not there are a 404', async () => {
    expect((await get('/assets/nothing.js', { headers: { 'accept-encoding': 'gzip' } })).status).toBe(404);
  });
});

describe('every answer', () => {
  it.each(['/', '/api/graph', '/api/nothing', '/nowhere', '/assets/main.js'])(
    '%s carries the policy, without unsafe-',
    async (path) => {
      const policy = (await get(path)).headers.get('content-security-policy') ?? '';
      const directives = Object.fromEntries(
        policy.split(';').map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1).join(' ')]),
      );
      expect(directives).toEqual({
        'default-src': "'none'",
        'script-src': "'self'",
        'style-src': "'self'",
        'img-src': "'self'",
        'connect-src': "'self'",
        'form-action': "'self'",
        'base-uri': "'none'",
        'frame-ancestors': "'none'",
      });
    },
  );

  it('is a page for a browser that went astray and JSON for a program', async () => {
    const page = await get('/nowhere', { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('There is no page /nowhere.');
    expect((await getJson<Problem>('/nowhere')).status).toBe(404);
  });

  it('shows nothing of what a path says as markup', async () => {
    const page = await get('/<script>alert(1)</script>', { headers: { accept: 'text/html' } });
    expect(await page.text()).not.toContain('<script>alert');
  });
});

describe('the program', () => {
  it('answers a request under way at SIGTERM, then exits 0', async () => {
    const program = await startProgram();
    const exited = once(program.process, 'exit');
    const isHealthy = () =>
      fetch(`${program.origin}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      );
    const socket = connect(Number(new URL(program.origin).port), '127.0.0.1');
    // browsers open connections in advance; one that has sent nothing must not hold up the end
    const silent = connect(Number(new URL(program.origin).port), '127.0.0.1');
    await once(silent, 'connect');
    // half a request: it is under way until its empty line
    socket.write('GET /api/graph HTTP/1.1\r\nHost: entente\r\nConnection: close\r\n');
    expect(await isHealthy()).toBe(true);
    program.process.kill('SIGTERM');
    await vi.waitFor(async () => expect(await isHealthy()).toBe(false), 5000);
    socket.write('\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1.1 200 OK[\s\S]*"all":\{"nodes":12,"edges":35\}/);
    const answered = Date.now();
    expect(await exited).toEqual([0, null]);
    expect(Date.now() - answered).toBeLessThan(5000);
    silent.destroy();
    await program.close();
  });

  it('exits 0 on SIGTERM while it is still starting', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-start-'));
    const file = join(folder, 'start.db');
    const child = spawn(process.execPath, [join(PROJECT_ROOT, 'dist/server/main.js')], {
      env: { ...process.env, PORT: '0', DATABASE_URL: `sqlite:${file}` },
    });
    const exit = once(child, 'exit');
    // The database is opened first; the sample and its layout are still to come.
    await vi.waitUntil(() => existsSync(file), { timeout: 10_000, interval: 10 });
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('leaves a database empty with SAMPLES=0', async () => {
    const program = await startProgram({ SAMPLES: '0' });
    const body = (await (await fetch(`${program.origin}/api/graph`)).json()) as GraphBody;
    expect(body.all).toEqual({ nodes: 0, edges: 0 });
    await program.close();
  });

  it('says what is wrong with a setting and exits 1', async () => {
    const start = (env: Record<string, string>) => expect(startProgram(env)).rejects;
    await start({ PORT: 'abc' }).toThrow(/ended with 1: ConfigError: PORT is "abc"/);
    await start({ DATABASE_URL: 'sqlite:/no/such/folder/x.db' }).toThrow(/ended with 1: ConfigError: DATABASE_URL is/);
    await start({ HOST: '192.0.2.1', SAMPLES: '0' }).toThrow(/ended with 1: ConfigError: Cannot listen on 192.0.2.1/);
  });
});
