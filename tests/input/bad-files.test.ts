import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InputError } from '../../server/errors.ts';
import { type FileReader, LARGEST_FILE, startFileReader } from '../../server/input/index.ts';
import { makeDocx, makePdf, makeZip } from '../support/make-files.ts';

let reader: FileReader;
beforeAll(() => {
  reader = startFileReader();
});
afterAll(() => reader.close());

/** "fault: message" of a file that gives no article. */
async function faultOf(name: string, content: string | Buffer, by = reader): Promise<string> {
  try {
    await by.read({ name, bytes: Buffer.from(content as string) });
    return 'none';
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return `${error.fault}: ${error.message}`;
  }
}

const nested = (depth: number): string =>
  `<html><body>${'<div>'.repeat(depth)}Norway visited Chad on Monday.${'</div>'.repeat(depth)}</body></html>`;

describe('a file that gives no article says why', () => {
  test.each<[what: string, name: string, content: string | Buffer, fault: string]>([
    ['of no known type', 'photo.png', 'x', 'unknown-type: Files of type .png are not read; give one of .txt, .md, '],
    ['without a type', 'photo', 'x', 'unknown-type: Files of type no type are not read; '],
    ['empty', 'a.txt', '', 'empty: There is no text in it.'],
    ['of white space alone', 'a.md', ' \n\t', 'empty: There is no text in it.'],
    ['of an empty page', 'a.html', '<html><body><script>1</script></body></html>', 'empty: There is no text in it.'],
    ['without lines', 'a.jsonl', '\n\n', 'empty: There is no text in it.'],
    ['of a feed without entries', 'a.rss', '<rss version="2.0"><channel><title>T</title></channel></rss>', 'empty: '],
    ['too long', 'a.txt', 'é'.repeat(231_204), 'too-long: Articles can have 200,000 characters; this one has 231,204.'],
    ['too large', 'a.txt', Buffer.alloc(LARGEST_FILE + 1, 'a'), 'too-large: Files can have 20 MB; this one has 21 MB.'],
    [
      'a picture called .txt',
      'a.txt',
      Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * 7) % 256)),
      'unreadable: ',
    ],
    [
      'text called .docx',
      'a.docx',
      'Norway visited Chad.',
      'unreadable: This file is damaged or not what its name says',
    ],
    [
      'another archive called .docx',
      'a.docx',
      makeZip([['a.txt', Buffer.from('a')]]),
      'unreadable: This is no Word document',
    ],
    [
      'text called .pdf',
      'a.pdf',
      'Norway visited Chad.',
      'unreadable: The PDF could not be read: Invalid PDF structure.',
    ],
    ['a page called .xml', 'a.xml', '<html><p>Norway</p></html>', 'unreadable: This file is no RSS or Atom feed.'],
  ])('%s', async (_what, name, content, fault) => {
    expect((await faultOf(name, content)).slice(0, fault.length)).toBe(fault);
  });

  test('a damaged Word document', async () => {
    const file = await makeDocx('Aid', ['Norway visited Chad.']);
    file.fill(0xaa, 200, 900);
    expect(await faultOf('a.docx', file)).toMatch(/^unreadable: /);
  });

  test.each([
    ['says so', undefined],
    ['says that it is small', 1000],
  ])('an archive that unpacks to far more than an article, and %s', async (_how, claim) => {
    const bomb = makeZip([['word/document.xml', Buffer.alloc(120_000_000)]], claim);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await faultOf('a.docx', bomb)).toMatch(/^archive-too-large: This file unpacks to more than 100 MB/);
  });

  test('a PDF under a password, but not one that only may not be changed', async () => {
    const draw = (pdf: PDFKit.PDFDocument) => pdf.text('Norway visited Chad.');
    const locked = await makePdf(draw, { userPassword: 'one', ownerPassword: 'two' });
    expect(await faultOf('a.pdf', locked)).toBe(
      'encrypted: This PDF is locked by a password; save a copy without one.',
    );
    expect(await faultOf('a.pdf', await makePdf(draw, { ownerPassword: 'two' }))).toBe('none');
  });

  test('a PDF of pictures alone', async () => {
    const file = await makePdf((pdf) => pdf.rect(100, 100, 200, 200).fill('red'));
    expect(await faultOf('a.pdf', file)).toMatch(/^empty: There is no text in this PDF, only pictures/);
  });
});

describe('odd characters', () => {
  test('become others without moving what follows', async () => {
    const text = 'a\0b\ud800c\u0007d🙂';
    const line = JSON.stringify({ text: `${text} Norway visited Chad.` });
    const [item] = await reader.read({ name: 'a.jsonl', bytes: Buffer.from(line) });
    expect(item).toMatchObject({
      article: {
        text: 'a b\ufffdc d🙂 Norway visited Chad.',
        warnings: ['3 characters that are no text were replaced.'],
      },
    });
  });
});

describe('a page nested without bound', () => {
  test.each([1000, 20_000])('%i deep gives its text, with a word about it', async (depth) => {
    const [item] = await reader.read({ name: 'a.html', bytes: Buffer.from(nested(depth)) });
    expect(item).toMatchObject({
      article: { text: 'Norway visited Chad on Monday.', warnings: [expect.stringContaining('nested too deeply')] },
    });
  });
});

describe('the threads', () => {
  test('are ended at the time limit, and the next file is read', async () => {
    const hasty = startFileReader({ timeLimit: 1 });
    expect(await faultOf('a.html', nested(250), hasty)).toMatch(
      /^too-slow: The file could not be read within 0.001 seconds/,
    );
    await hasty.close();
    const patient = startFileReader({ timeLimit: 8_000 });
    const slow = `<p>${'<b>x '.repeat(3_000_000)}`;
    const [first, second] = await Promise.all([
      faultOf('a.html', slow, patient),
      faultOf('a.txt', 'Norway visited Chad.', patient),
    ]);
    expect(first).toMatch(/^(?:too-slow|too-much-memory|too-long): /);
    expect(second).toBe('none');
    await patient.close();
  }, 60_000);

  test('are ended at the memory limit', async () => {
    const small = startFileReader({ memoryLimit: 24 });
    const rows = JSON.stringify({ text: 'Norway visited Chad.' });
    expect(await faultOf('a.jsonl', `${rows}\n`.repeat(400_000), small)).toMatch(/^too-much-memory: /);
    await small.close();
  }, 60_000);

  test('leave the event loop free meanwhile', async () => {
    let isDone = false;
    const reading = faultOf('a.html', `<p>${'<b>x</b> '.repeat(10_000)}`).then(() => {
      isDone = true;
    });
    let turns = 0;
    while (!isDone && turns < 10_000) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      turns += 1;
    }
    await reading;
    expect(turns).toBeGreaterThan(10);
  }, 60_000);
});
