import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Added } from '../../server/intake.ts';
import type { Extraction, GraphBody, Problem, StatementsBody } from '../../server/types.ts';
import { startServer } from '../support/server.ts';

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer({ samples: false });
});
afterAll(() => server.close());

const JSON_TYPE = 'application/json';
const LINES_TYPE = 'application/x-ndjson';

const post = (path: string, body: unknown, type = JSON_TYPE) =>
  fetch(server.origin + path, {
    method: 'POST',
    headers: { 'Content-Type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const getJson = async <Body>(path: string) => (await (await fetch(server.origin + path)).json()) as Body;
const problemOf = async (response: Response) => (await response.json()) as Problem;

/** The acknowledgements of a stream, one a line. */
async function linesOf(response: Response): Promise<(Partial<Added> & { line: number; error?: string })[]> {
  return (await response.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('POST /api/extract', () => {
  it('answers with the actors and the relations of the text, and keeps nothing', async () => {
    const text = 'Norway suspended aid to Sudan on Monday.';
    const response = await post('/api/extract', { text, title: 'Aid', published: '2024-03-13' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    const { actors, relations } = (await response.json()) as Extraction;
    expect(actors.map(({ id }) => id)).toEqual(['NOR', 'SDN']);
    expect(relations).toEqual([
      {
        source: { id: 'NOR', name: 'Norway', kind: 'country', mention: { start: 0, end: 6 } },
        target: { id: 'SDN', name: 'Sudan', kind: 'country', mention: { start: 24, end: 29 } },
        type: 'suspends-aid-to',
        event: 'SANCTION',
        label: 'suspended aid to',
        modality: 'asserted',
        speaker: null,
        evidence: { start: 0, end: 40, text },
        cue: { start: 7, end: 20 },
        frame: 'suspend-aid',
        date: '2024-03-11',
      },
    ]);
    expect((await getJson<GraphBody>('/api/graph')).all).toEqual({ nodes: 0, edges: 0 });
  });

  it('takes null for what is not known', async () => {
    const response = await post('/api/extract', { text: 'Nothing happened.', title: null, published: null });
    expect([response.status, await response.json()]).toEqual([200, { id: 'text', actors: [], relations: [] }]);
  });

  it('reads 200,000 characters', async () => {
    const response = await post('/api/extract', { text: 'Norway sanctioned Chad.'.padEnd(200_000) });
    expect(response.status).toBe(200);
    expect(((await response.json()) as Extraction).relations).toHaveLength(1);
  });

  it('leaves the server free while it reads a long text', async () => {
    let isRead = false;
    const text = 'Norway suspended aid to Sudan on Monday. '.repeat(1000);
    const reading = post('/api/extract', { text }).then(async (response) => {
      isRead = true;
      return (await response.json()) as Extraction;
    });
    for (let count = 0; count < 4; count++) {
      // time for the text to arrive at the thread
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await getJson('/healthz')).toEqual({ status: 'ok' });
      expect(isRead).toBe(false);
    }
    expect((await reading).relations).toHaveLength(1000);
  });
});

describe('POST /api/articles', () => {
  const text = 'Chile recalled its ambassador from Peru.\nForeign Minister Elena Duarte visited Portugal in March.';

  it('keeps an article with what it states: 201, and 200 for the same words again', async () => {
    const input = { title: 'Envoys', text, url: 'https://news.example/1', publisher: 'Daily', published: '2024-03-12' };
    const first = await post('/api/articles', input);
    const added = (await first.json()) as Added;
    expect([first.status, added]).toEqual([
      201,
      { id: expect.stringMatching(/^a-[0-9a-f]{16}$/), added: true, actors: 4, relations: 2, statements: 2 },
    ]);
    for (const again of [text, text.replace('\n', '\r\n'), `\n${text.replace('\n', '\n\n')} `]) {
      const response = await post('/api/articles', { title: 'Again', text: again });
      expect([response.status, await response.json()]).toEqual([
        200,
        { id: added.id, added: false, actors: 0, relations: 0, statements: 0 },
      ]);
    }
    const { statements, total } = await getJson<StatementsBody>('/api/statements?source=CHL&target=PER');
    expect(total).toBe(1);
    expect(statements[0]).toMatchObject({
      type: 'cuts-ties-with',
      modality: 'asserted',
      status: 'extracted',
      frame: 'recall-ambassador',
      sentence: 'Chile recalled its ambassador from Peru.',
      cue: 'recalled its ambassador',
      article: {
        id: added.id,
        title: 'Envoys',
        url: 'https://news.example/1',
        publisher: 'Daily',
        published: '2024-03-12',
      },
    });
  });

  it('shows the new relations in the graph at once', async () => {
    const count = async () => (await getJson<GraphBody>('/api/graph')).all.edges;
    const before = await count();
    await post('/api/articles', { title: 'Pact', text: 'Kenya and Portugal signed a trade agreement.' });
    expect(await count()).toBe(before + 1);
    const { elements } = await getJson<GraphBody>('/api/graph?type=signs-agreement-with');
    expect(elements.edges.map(({ data }) => [data.id, data.count, data.statuses])).toEqual([
      ['KEN:signs-agreement-with:PRT', 1, [expect.objectContaining({ value: 'extracted', count: 1 })]],
    ]);
  });

  it('keeps one of two that come at the same time', async () => {
    const input = { title: 'Twice', text: 'Iceland criticised Malta.' };
    const responses = await Promise.all([post('/api/articles', input), post('/api/articles', input)]);
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect((await getJson<StatementsBody>('/api/statements?source=ISL')).total).toBe(1);
  });

  it('takes other words for another article', async () => {
    for (const words of ['Ghana sanctioned Togo.', 'Ghana  sanctioned Togo!'])
      expect((await post('/api/articles', { title: 'Togo', text: words })).status).toBe(201);
  });
});

describe('a stream of articles', () => {
  it('is answered line by line, and a bad line stops no other', async () => {
    const lines = [
      JSON.stringify({ title: 'One', text: 'Sweden sanctioned Nepal.' }),
      '{"title":"Two","text":',
      JSON.stringify({ title: 'Three' }),
      JSON.stringify({ title: 'Four', text: 'Sweden visited Nepal.', colour: 'red' }),
      JSON.stringify({ title: 'Five', text: 'x'.repeat(200_001) }),
      'null',
      JSON.stringify({ title: 'Seven', text: 'Nepal condemned Sweden.' }),
      JSON.stringify({ title: 'Eight', text: 'Sweden\nsanctioned Nepal.' }),
    ];
    const response = await post('/api/articles', lines.join('\n'), LINES_TYPE);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(LINES_TYPE);
    const answers = await linesOf(response);
    expect(answers.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(answers.map(({ added, error }) => added ?? error)).toEqual([
      true,
      expect.stringContaining('no valid JSON'),
      expect.stringMatching(/^text: Give the article's text/),
      expect.stringMatching(/^colour: There is no such field/),
      expect.stringContaining('this one has 200,001'),
      expect.stringMatching(/^body: /),
      true,
      false,
    ]);
    expect(answers[7]?.id).toBe(answers[0]?.id);
    expect((await getJson<StatementsBody>('/api/statements?source=NPL&target=SWE')).total).toBe(1);
    expect((await getJson<StatementsBody>('/api/statements?source=SWE&target=NPL')).total).toBe(1);
  });

  it('may be cut anywhere, also within a character', async () => {
    const title = 'Fjord 🙂 – é';
    const bytes = new TextEncoder().encode(`${JSON.stringify({ title, text: 'Fiji sanctioned Samoa.' })}\r\n\n`);
    const body = new ReadableStream<Uint8Array>({
      async start(controller) {
        for (let at = 0; at < bytes.length; at += 7) {
          controller.enqueue(bytes.slice(at, at + 7));
          await new Promise((resolve) => setTimeout(resolve, 2));
        }
        controller.close();
      },
    });
    const init = { method: 'POST', headers: { 'Content-Type': LINES_TYPE }, body, duplex: 'half' };
    const answers = await linesOf(await fetch(`${server.origin}/api/articles`, init as RequestInit));
    expect(answers).toEqual([expect.objectContaining({ line: 1, added: true, statements: 1 })]);
    const { statements } = await getJson<StatementsBody>('/api/statements?source=FJI');
    expect(statements.map(({ article }) => article.title)).toEqual([title]);
  });
});

describe('a body that cannot be read', () => {
  const fine = { title: 'Fine', text: 'Norway visited Chad.' };

  it.each([
    ['no text', '/api/extract', {}, ['text'], "Give the article's text as a string."],
    ['an empty text', '/api/extract', { text: '' }, ['text'], 'this one is empty'],
    ['a blank text', '/api/articles', { ...fine, text: ' \n\t ' }, ['text'], 'this one is empty'],
    ['a number for a text', '/api/extract', { text: 7 }, ['text'], 'as a string'],
    ['too long a text', '/api/extract', { text: 'x'.repeat(200_001) }, ['text'], 'has 200,001; split it'],
    ['a day that is none', '/api/extract', { text: 'x', published: '2024-02-30' }, ['published'], 'YYYY-MM-DD'],
    ['an unknown field', '/api/extract', { text: 'x', titel: 'y' }, ['titel'], 'leave it out'],
    ['a field of articles', '/api/extract', { text: 'x', publisher: 'y' }, ['publisher'], 'leave it out'],
    ['nothing of an article', '/api/articles', {}, ['title', 'text'], 'Give the article a title.'],
    ['a blank title', '/api/articles', { ...fine, title: '  ' }, ['title'], 'Give the article a title.'],
    ['an address of no page', '/api/articles', { ...fine, url: 'ftp://news.example' }, ['url'], 'http:// or https://'],
    ['a script as address', '/api/articles', { ...fine, url: 'javascript:alert(1)' }, ['url'], 'http:// or https://'],
    ['too long a publisher', '/api/articles', { ...fine, publisher: 'x'.repeat(2001) }, ['publisher'], '2,000'],
    ['a list', '/api/articles', [fine], ['body'], ''],
  ])('%s is refused with the fields named', async (_what, path, body, fields, detail) => {
    const response = await post(path, body);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      400,
      'application/problem+json; charset=utf-8',
    ]);
    const problem = await problemOf(response);
    expect(problem.errors?.map(({ field }) => field)).toEqual(fields);
    expect(problem.detail).toContain(detail);
  });

  it.each([
    ['plain text', '/api/extract', 'text/plain', 'Send the body as application/json with'],
    ['lines', '/api/extract', LINES_TYPE, 'Send the body as application/json with'],
    ['a form', '/api/articles', 'application/x-www-form-urlencoded', 'application/json or application/x-ndjson'],
  ])('%s is refused by its type: %s', async (_what, path, type, detail) => {
    const response = await post(path, JSON.stringify(fine), type);
    expect(response.status).toBe(415);
    expect((await problemOf(response)).detail).toContain(detail);
  });

  it.each([
    ['/api/extract', '{"text":'],
    ['/api/articles', 'Norway visited Chad.'],
    ['/api/articles', '"Norway visited Chad."'],
  ])('what is no JSON object is refused by %s: %s', async (path, body) => {
    const response = await post(path, body);
    expect([response.status, (await problemOf(response)).status]).toEqual([400, 400]);
  });

  it.each(['/api/extract', '/api/articles'])('%s is not for reading', async (path) => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const response = await fetch(server.origin + path, { method });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
      expect((await problemOf(response)).detail).toBe(`${method} is not possible here; use POST.`);
    }
  });
});
