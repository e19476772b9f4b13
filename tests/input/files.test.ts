import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FileReader, startFileReader } from '../../server/input/index.ts';
import type { ReadArticle } from '../../server/types.ts';
import { makeDocx, makePdf } from '../support/make-files.ts';

let reader: FileReader;
beforeAll(() => {
  reader = startFileReader();
});
afterAll(() => reader.close());

async function read(name: string, content: string | Buffer, type?: string): Promise<ReadArticle> {
  const [item, ...more] = await reader.read({ name, type, bytes: Buffer.from(content as string) });
  expect(more).toEqual([]);
  if (!item || 'error' in item) throw new Error(`${name} gave no article`);
  return item.article;
}

const NORWAY = 'Norway suspended aid to Sudan on Monday.';
const SUDAN = 'Sudan condemned Norway and recalled its ambassador from Oslo, the foreign ministry said on Tuesday.';

const nothing = { url: null, publisher: null, published: null, warnings: [] };

describe('plain text', () => {
  test('is kept as it is, its first line the title', async () => {
    const text = `\n Aid suspended \r\n\r\n${NORWAY}\n`;
    expect(await read('a.TXT', text)).toEqual({ title: 'Aid suspended', text, ...nothing });
  });

  test('is known by its media type where the name does not tell', async () => {
    expect((await read('a', NORWAY, 'text/plain; charset=utf-8')).text).toBe(NORWAY);
  });
});

describe('Markdown', () => {
  test('loses its marks, keeps its paragraphs and tells what its front matter says', async () => {
    const source = [
      '---',
      'title: "Aid: suspended"',
      'date: 2018-02-19T10:00:00Z',
      'url: https://news.example/aid',
      'publisher: The Gazette',
      'tags:',
      '  - aid',
      '---',
      '# Not the title',
      '',
      '**Norway** [suspended aid](https://x.example "why") to',
      '_Sudan_ on Monday.',
      '',
      '> Sudan &amp; Chad protested\\*.',
      '',
      '- First',
      '- Second `thing`',
    ].join('\n');
    expect(await read('a.md', source)).toEqual({
      title: 'Aid: suspended',
      text: 'Not the title\n\nNorway suspended aid to Sudan on Monday.\n\nSudan & Chad protested*.\n\nFirst\n\nSecond thing',
      url: 'https://news.example/aid',
      publisher: 'The Gazette',
      published: '2018-02-19',
      warnings: [],
    });
  });

  test('takes its title from the first heading of the first rank', async () => {
    const source = `${NORWAY}\n\nAid *ends*\n==========\n\n${SUDAN}`;
    expect(await read('a.markdown', source)).toMatchObject({
      title: 'Aid ends',
      text: `${NORWAY}\n\nAid ends\n\n${SUDAN}`,
    });
  });
});

describe('a web page', () => {
  const body = `<p>${NORWAY} It said so.</p><p>${SUDAN}<br>It <b>pro</b>tested.</p>`.repeat(4);
  const page = (head: string) => `<!doctype html><html><head>${head}</head><body>
    <nav><a href="/">Home</a> <a href="/world">World news</a></nav>
    <div class="sidebar ad"><p>Subscribe now for one euro</p></div>
    <main><article><h1>Aid ends</h1>${body}<script>track("reader")</script></article></main>
    <footer>Copyright The Gazette, all rights reserved</footer></body></html>`;

  test('gives its article without what surrounds it', async () => {
    const { text, warnings } = await read('a.html', page('<title>Aid ends</title>'));
    expect(text).toContain(`${NORWAY} It said so.\n\n${SUDAN}\nIt protested.\n\n${NORWAY}`);
    expect(text).not.toMatch(/World news|Subscribe|Copyright|track/);
    expect(warnings).toEqual([]);
  });

  test.each([
    [
      'meta tags',
      `<title>Aid ends - The Gazette</title><meta property="og:site_name" content="The Gazette">
       <meta property="og:title" content="Aid ends | The Gazette"><meta content="2018-02-19T23:30:00-05:00" property="article:published_time">
       <link rel="canonical" href="https://gazette.example/aid">`,
    ],
    [
      'JSON-LD',
      `<script type="application/ld+json">{"broken</script><script type="application/ld+json">{"@context":"https://schema.org","@graph":[
       {"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],"headline":"Aid ends","datePublished":"2018-02-19","mainEntityOfPage":{"@id":"https://gazette.example/aid"},
       "publisher":{"@type":"Organization","name":"The Gazette"}}]}</script>`,
    ],
  ])('tells title, publisher, day and address in %s', async (_where, head) => {
    expect(await read('a.htm', page(head))).toMatchObject({
      title: 'Aid ends',
      publisher: 'The Gazette',
      published: '2018-02-19',
      url: 'https://gazette.example/aid',
    });
  });

  test('tells no address that is none of the web', async () => {
    const head = '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="/aid">';
    expect((await read('a.html', page(head))).url).toBeNull();
  });

  test('that is short gives all its words', async () => {
    expect((await read('a.html', `<p>${NORWAY}</p>`)).text).toBe(NORWAY);
  });
});

describe('a Word document', () => {
  test('gives its paragraphs, its heading the title', async () => {
    const file = await makeDocx('Aid ends', [NORWAY, `${SUDAN} “Über alles” – 🙂`]);
    expect(await read('a.docx', file)).toEqual({
      title: 'Aid ends',
      text: `Aid ends\n\n${NORWAY}\n\n${SUDAN} “Über alles” – 🙂`,
      ...nothing,
    });
  });

  test('tells the title of its properties', async () => {
    expect((await read('a.docx', await makeDocx('Aid ends', [NORWAY], 'Aid & more'))).title).toBe('Aid & more');
  });
});

describe('a PDF', () => {
  test('gives its paragraphs across lines and pages, without page numbers, and the title of its properties', async () => {
    const long = `${NORWAY} ${SUDAN}`.repeat(4);
    const file = await makePdf(
      (pdf) => {
        pdf.fontSize(20).text('Aid ends').fontSize(12).moveDown();
        pdf.text(long).moveDown().text('The neighbours were surprised by the government’s');
        pdf.text('1', 300, 700, { lineBreak: false });
        pdf.addPage().text('decision to cut off all co-');
        pdf.text('operation at once.').moveDown().text(SUDAN);
        pdf.text('2', 300, 700, { lineBreak: false });
      },
      { info: { Title: 'Aid to Sudan', CreationDate: new Date('2018-02-19T12:00:00Z') } },
    );
    const { title, text, published, warnings } = await read('a.pdf', file);
    expect(text).toBe(
      `Aid ends\n\n${long}\n\nThe neighbours were surprised by the government’s decision to cut off all cooperation at once.\n\n${SUDAN}`,
    );
    expect([title, published]).toEqual(['Aid to Sudan', null]);
    expect(warnings).toEqual(['The PDF was made on 2018-02-19; it does not say when the article was published.']);
  });

  test('takes its first line for a title where its properties have none', async () => {
    const file = await makePdf((pdf) => pdf.fontSize(20).text('Aid ends').fontSize(12).text(NORWAY));
    expect((await read('a.pdf', file)).title).toBe('Aid ends');
  });
});

describe('a file of many articles', () => {
  test('JSON Lines: each line, the bad ones with their error', async () => {
    const lines = [
      JSON.stringify({
        text: NORWAY,
        title: 'Aid',
        url: 'https://x.example/1',
        publisher: 'P',
        published: '2018-02-19',
        id: 7,
      }),
      '',
      '{"text":',
      JSON.stringify({ title: 'no text' }),
      JSON.stringify({ text: SUDAN, published: 'some day' }),
      JSON.stringify({ text: SUDAN, url: 'file:///etc/passwd' }),
      JSON.stringify({ text: 'x'.repeat(200_001) }),
      '[1]',
    ];
    const items = await reader.read({ name: 'a.jsonl', bytes: Buffer.from(`\ufeff${lines.join('\r\n')}\n`) });
    expect(items).toEqual([
      {
        line: 1,
        article: {
          title: 'Aid',
          text: NORWAY,
          url: 'https://x.example/1',
          publisher: 'P',
          published: '2018-02-19',
          warnings: [],
        },
      },
      { line: 3, error: expect.stringContaining('JSON') },
      { line: 4, error: '"text" is missing; give the article as "text"' },
      { line: 5, error: '"published" has to be a day such as 2018-02-19' },
      { line: 6, error: '"url" has to be an address that starts with http:// or https://' },
      { line: 7, error: 'Articles can have 200,000 characters; this one has 200,001. Split it.' },
      { line: 8, error: 'give one object a line, as {"text": …}' },
    ]);
  });

  const full = `<p>${NORWAY}</p><p>${SUDAN}</p>`;
  test.each([
    [
      'RSS',
      `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Gazette</title>
       <item><title>Aid &amp;amp; more</title><link>https://x.example/1</link><pubDate>Mon, 19 Feb 2018 23:00:00 -0500</pubDate>
       <description>short</description><content:encoded><![CDATA[${full}]]></content:encoded></item>
       <item><title>Brief</title><description>${SUDAN}</description></item></channel></rss>`,
    ],
    [
      'Atom',
      `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Gazette</title><id>u</id><updated>2018-02-19T10:00:00Z</updated>
       <entry><title type="html">Aid &amp;amp; more</title><id>1</id><link rel="self" href="https://x.example/feed"/><link href="https://x.example/1"/>
       <published>2018-02-19T10:00:00Z</published><updated>2018-03-01T10:00:00Z</updated><content type="html">${full.replaceAll('<', '&lt;')}</content></entry>
       <entry><title>Brief</title><id>2</id><updated>x</updated><summary>${SUDAN}</summary></entry></feed>`,
    ],
  ])('%s: each entry, from its content where it has one, else from its summary', async (_format, source) => {
    expect(await reader.read({ name: 'feed.xml', bytes: Buffer.from(source) })).toEqual([
      {
        line: null,
        article: {
          title: 'Aid & more',
          text: `${NORWAY}\n\n${SUDAN}`,
          url: 'https://x.example/1',
          publisher: 'The Gazette',
          published: '2018-02-19',
          warnings: [],
        },
      },
      {
        line: null,
        article: {
          title: 'Brief',
          text: SUDAN,
          url: null,
          publisher: 'The Gazette',
          published: null,
          warnings: ['The feed has only a summary of this article.'],
        },
      },
    ]);
  });
});
