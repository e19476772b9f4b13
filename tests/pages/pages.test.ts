import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../support/server.ts';

const HOSTILE = '<script>alert(1)</script>"\'&\u202eevil';
let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  server = await startServer();
  const actor = (id: string, name: string) => ({ id, name, kind: 'person' as const, aliases: [`${name} alias`] });
  const says = (source: string, target: string, type: string, published: string, start: number) => ({
    source,
    target,
    type,
    modality: 'asserted' as const,
    speaker: null,
    frame: null,
    status: 'extracted' as const,
    date: published,
    evidence: { start: 0, end: 60 },
    cue: { start, end: start + 8 },
  });
  await server.store.addArticle({
    article: {
      id: 'hostile-1',
      title: HOSTILE,
      text: `${HOSTILE} met <b>Ada Bo</b> today.\r\n\r\nNothing else happened on that day, it seems.`,
      url: 'https://example.org/?a="b"&c',
      publisher: HOSTILE,
      published: '2020-01-01',
      publishedNote: HOSTILE,
    },
    actors: [actor('hostile', HOSTILE), actor('ada-bo', 'Ada Bo')],
    mentions: [{ actor: 'hostile', start: 0, end: HOSTILE.length }],
    statements: [
      says('ada-bo', 'hostile', 'supports', '2020-01-01', 2),
      says('ada-bo', 'hostile', 'sanctions', '2020-06-01', 12),
    ],
    provenance: 'test',
  });
});
afterAll(() => server.close());

const get = (path: string) => fetch(server.origin + path, { headers: { accept: 'text/html' }, redirect: 'manual' });
/** A page's words, its markup taken away. */
async function read(path: string): Promise<string> {
  const response = await get(path);
  expect([path, response.status, response.headers.get('content-type')]).toEqual([
    path,
    200,
    'text/html; charset=utf-8',
  ]);
  const html = await response.text();
  return html
    .replace(/^[\s\S]*<main/, '<main')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_whole, code) => String.fromCharCode(Number(code)))
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}

describe('the page of an actor', () => {
  it('says who it is, with whom it stands how, and who says so', async () => {
    const words = await read('/actors/PAK');
    expect(words).toContain(
      'Country. Also named Islamic Republic of Pakistan. 19 relations with 7 actors in 1 article.',
    );
    expect(words).toContain(
      'Most cooperation with Russia (12 statements), most conflict with United States (8 statements)',
    );
    expect(words).toContain('9 statements of conflict: 6 asserted, 2 hypothetical, 1 negated');
    expect(words).toMatch(/Said Nazir Mohmand 13 (AW )?Ayaz Wazir 8 The article itself 4/);
    expect(words).toContain('Khawaja Asif holds office in Pakistan');
    expect(words).toContain('Pakistan does not attack United States');
  });

  it('of someone who only speaks tells what is said', async () => {
    const words = await read('/actors/ayaz-wazir');
    expect(words).toContain('No relation.');
    expect(words).toContain('What Ayaz Wazir says');
    expect(words).toContain('United States suspended aid to Pakistan');
  });

  it('takes the filters of its address, and says that it does and what it ignored', async () => {
    const words = await read('/actors/PAK?class=conflict&type=nonsense');
    expect(words).toContain('Most conflict with United States (8 statements)');
    expect(words).not.toContain('Khawaja Asif');
    const html = await (await get('/actors/PAK?class=conflict&type=nonsense')).text();
    expect(html).toContain('Showing 9 of 28 statements, under the filters of this address.');
    expect(html).toContain('Ignored in this address: type &#34;nonsense&#34;');
  });
});

describe('the page of a pair', () => {
  it('lists every statement of both directions in time order, with its cue marked', async () => {
    const html = await (await get('/pairs/PAK/RUS')).text();
    expect(html.match(/<li class="statement"/g)).toHaveLength(12);
    expect(html.match(/<mark /g)).toHaveLength(12);
    const words = await read('/pairs/PAK/USA');
    expect(words).toContain('8 relations, 10 statements in 1 article. All of 19 Feb 2018.');
    expect(words).toMatch(/Cooperation 1 statement, 19 Feb 2018/);
  });

  it('draws the change over time where there are several days', async () => {
    const html = await (await get('/pairs/ada-bo/hostile')).text();
    expect(html.match(/<svg class="timeline"/g)).toHaveLength(1);
    const dates = [...html.slice(html.indexOf('<ol')).matchAll(/<time class="quiet" datetime="([^"]*)"/g)].map(
      ([, day]) => day,
    );
    expect(dates).toEqual(['2020-01-01', '2020-06-01']);
    expect(await read('/pairs/ada-bo/hostile')).toContain('Conflict 1 statement, 1 Jun 2020');
    expect(await (await get('/pairs/PAK/USA')).text()).not.toContain('class="timeline"');
  });

  it('has one address, which the other order leads to with its query', async () => {
    const response = await get('/pairs/USA/PAK?class=conflict');
    expect([response.status, response.headers.get('location')]).toEqual([301, '/pairs/PAK/USA?class=conflict']);
  });

  it('of two that no article joins says so and offers the ways between them', async () => {
    const html = await (await get('/pairs/IRN/khawaja-asif')).text();
    expect(html).toContain('No article here states a relation between Iran and Khawaja Asif.');
    expect(html).toContain('href="/?path=IRN~khawaja-asif"');
  });
});

describe('the articles', () => {
  it('are listed newest first, with counts', async () => {
    expect(await read('/articles')).toMatch(/2 articles.*evil.*Pakistan’s foreign minister.* 354412 /);
  });

  it('show their text to the letter, with every cue numbered and said beside it', async () => {
    const html = await (await get('/articles/moscow-talks-2018')).text();
    const inside = html.slice(
      html.indexOf('id="article-text">') + 18,
      html.indexOf('</div>', html.indexOf('id="article-text"')),
    );
    const article = await server.store.getArticle('moscow-talks-2018');
    expect(inside.replace(/<[^>]*>/g, '')).toBe(article?.text);
    for (const { id, article: of } of (await server.store.readGraphSource()).statements)
      if (of === 'moscow-talks-2018') expect(html).toContain(`id="s-${id}"`);
    expect(html).toContain('href="/?article=moscow-talks-2018"');
    expect(html).toContain('href="/api/export/json?article=moscow-talks-2018"');
    expect(await read('/articles/moscow-talks-2018')).toMatch(
      /Pakistan and Russia do not attack United States negated, according to Ayaz Wazir/,
    );
  });
});

describe('hostile names and titles', () => {
  it.each([
    '/actors/hostile',
    '/pairs/ada-bo/hostile',
    '/articles',
    '/articles/hostile-1',
    '/',
    '/?view=table',
    '/embed',
  ])('%s shows them as words, each of its own direction', async (path) => {
    const html = await (await get(path)).text();
    expect(html).not.toContain('<script>alert');
    expect(html).not.toMatch(/<b>Ada/);
    if (path.startsWith('/a') || path.startsWith('/p')) expect(html).toMatch(/<bdi>[^<]*\u202eevil/);
  });
});

describe('other pages', () => {
  it('tells what this is', async () => {
    expect(await read('/about')).toMatch(/How relations are found.*Limits.*MIT licence.*CC BY-SA 4\.0/);
  });

  it('lets any site frame the embedded graph, and nothing else', async () => {
    const frames = async (path: string) => {
      const { headers } = await get(path);
      return [
        /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1],
        headers.get('x-frame-options'),
      ];
    };
    expect(await frames('/embed?class=conflict')).toEqual(['*', null]);
    for (const path of ['/', '/about', '/actors/PAK', '/api/graph'])
      expect(await frames(path)).toEqual(["'none'", 'SAMEORIGIN']);
  });

  it.each(['/actors/Atlantis', '/pairs/PAK/Atlantis', '/pairs/PAK/PAK', '/articles/none', '/articles/%3Cb%3E'])(
    '%s is a 404 with the way back',
    async (path) => {
      const response = await get(path);
      const html = await response.text();
      expect(response.status).toBe(404);
      expect(html).toContain('Go to the graph');
      expect(html).not.toContain('<b>&');
    },
  );

  it.each(['/articles?page=0', '/articles?page=99', '/articles?page=x', '/articles?page=1e99'])(
    '%s shows what there is',
    async (path) => {
      expect(await read(path)).toContain('2 articles');
    },
  );
});
