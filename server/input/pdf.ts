import { getDocumentProxy, getMeta } from 'unpdf';
import { InputError } from '../errors.ts';
import type { ReadArticle } from '../types.ts';
import { toDay } from './day.ts';
import { joinParagraphs, type Piece } from './pdf-lines.ts';
import { firstLine, LONGEST_TEXT, toLine } from './text.ts';

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/** A PDF: the text of its pages in reading order; the title from its properties or its first line. */
export async function readPdf(bytes: Uint8Array): Promise<ReadArticle> {
  const document = await open(bytes);
  const pages = await readPages(document);
  const text = joinParagraphs(pages);
  if (text === '')
    throw new InputError('empty', 'There is no text in this PDF, only pictures; have its text recognised (OCR) first.');
  const { info } = await getMeta(document);
  const { Title, CreationDate } = info as Record<string, unknown>;
  const title = toLine(Title);
  const created = typeof CreationDate === 'string' ? toDay(CreationDate.replace(/^D:(\d{8}).*/, '$1')) : null;
  const warnings = created ? [`The PDF was made on ${created}; it does not say when the article was published.`] : [];
  return {
    title: title !== null && !/^untitled|\.\w{2,4}$/i.test(title) ? title : firstLine(text),
    text,
    url: null,
    publisher: null,
    published: null,
    warnings,
  };
}

async function open(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    // it keeps the bytes it is given
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  } catch (error) {
    const { name, message } = error as Error;
    if (name === 'PasswordException')
      throw new InputError('encrypted', 'This PDF is locked by a password; save a copy without one.');
    throw new InputError('unreadable', `The PDF could not be read: ${message.replace(/\.$/, '')}.`);
  }
}

/** Text by page, up to more than any article has: a book's further pages would be read for nothing. */
async function readPages(document: PdfDocument): Promise<Piece[][]> {
  const pages: Piece[][] = [];
  let length = 0;
  for (let number = 1; number <= document.numPages && length <= 2 * LONGEST_TEXT; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const pieces = items.flatMap((item): Piece[] => {
      if (!('str' in item) || item.str === '') return [];
      const [, , , height = 0, left = 0, base = 0] = item.transform as number[];
      return [{ text: item.str, left, right: left + item.width, base, size: Math.abs(height) || item.height || 10 }];
    });
    length += pieces.reduce((sum, { text }) => sum + text.length, 0);
    pages.push(pieces);
  }
  return pages;
}
