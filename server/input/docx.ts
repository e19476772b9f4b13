import mammoth from 'mammoth';
import { InputError } from '../errors.ts';
import type { ReadArticle } from '../types.ts';
import { readFragment } from './html.ts';
import { firstLine, toLine } from './text.ts';
import { readZip } from './zip.ts';

/** Word document: headings, paragraphs, lists and tables as text; the title from its properties or its first line. */
export async function readDocx(bytes: Uint8Array): Promise<ReadArticle> {
  const files = readZip(bytes);
  if (!files.has('word/document.xml'))
    throw new InputError('unreadable', 'This is no Word document (.docx): it holds no text of one.');
  const html = await convert(bytes);
  const text = readFragment(html);
  const properties = files.get('docProps/core.xml')?.toString('utf8') ?? '';
  const [, named = ''] = properties.split(/<\/?dc:title>/, 2);
  const title = toLine(readFragment(named));
  return { title: title ?? firstLine(text), text, url: null, publisher: null, published: null, warnings: [] };
}

async function convert(bytes: Uint8Array): Promise<string> {
  const ignoreImages = mammoth.images.imgElement(async () => ({ src: '' }));
  try {
    return (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage: ignoreImages })).value;
  } catch (error) {
    throw new InputError('unreadable', `The Word document could not be read: ${(error as Error).message}.`);
  }
}
