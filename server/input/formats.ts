/** The kinds of files that are read; a further one is a further record. */
import { InputError } from '../errors.ts';
import type { ReadArticle, ReadItem } from '../types.ts';
import { decode } from './decode.ts';
import { readDocx } from './docx.ts';
import { readFeed } from './feed.ts';
import { readHtml } from './html.ts';
import { readJsonLines } from './json-lines.ts';
import { readMarkdown } from './markdown.ts';
import { readPdf } from './pdf.ts';
import { firstLine } from './text.ts';

export interface InputFile {
  /** Name with extension; a path will do. */
  name: string;
  /** Media type as its sender gave it, with its charset if it has one. */
  type?: string | undefined;
  bytes: Uint8Array;
}

export interface InputFormat {
  name: string;
  extensions: string[];
  mimeTypes: string[];
  /** `charset` is what the sender says of the encoding. */
  read: (bytes: Uint8Array, charset?: string) => ReadItem[] | Promise<ReadItem[]>;
}

const one = (article: ReadArticle): ReadItem[] => [{ line: null, article }];

function readPlainText(text: string): ReadArticle {
  return { title: firstLine(text), text, url: null, publisher: null, published: null, warnings: [] };
}

const FORMATS: readonly InputFormat[] = [
  {
    name: 'Plain text',
    extensions: ['.txt'],
    mimeTypes: ['text/plain'],
    read: (bytes, charset) => one(readPlainText(decode(bytes, charset))),
  },
  {
    name: 'Markdown',
    extensions: ['.md', '.markdown'],
    mimeTypes: ['text/markdown'],
    read: (bytes, charset) => one(readMarkdown(decode(bytes, charset))),
  },
  {
    name: 'Web page',
    extensions: ['.html', '.htm', '.xhtml'],
    mimeTypes: ['text/html', 'application/xhtml+xml'],
    read: (bytes, charset) => one(readHtml(decode(bytes, charset))),
  },
  {
    name: 'Word document',
    extensions: ['.docx'],
    mimeTypes: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    read: async (bytes) => one(await readDocx(bytes)),
  },
  {
    name: 'PDF',
    extensions: ['.pdf'],
    mimeTypes: ['application/pdf'],
    read: async (bytes) => one(await readPdf(bytes)),
  },
  {
    name: 'JSON Lines',
    extensions: ['.jsonl', '.ndjson'],
    mimeTypes: ['application/x-ndjson', 'application/jsonl'],
    read: (bytes, charset) => readJsonLines(decode(bytes, charset)),
  },
  {
    name: 'RSS or Atom feed',
    extensions: ['.xml', '.rss', '.atom'],
    mimeTypes: ['application/rss+xml', 'application/atom+xml', 'application/xml', 'text/xml', 'application/feed+json'],
    read: (bytes, charset) => readFeed(decode(bytes, charset)).map((article) => ({ line: null, article })),
  },
];

/** Every extension that is read, in the order of the list. */
export const EXTENSIONS: readonly string[] = FORMATS.flatMap(({ extensions }) => extensions);

const extensionOf = (name: string): string => /\.\w+$/.exec(name.slice(-20))?.[0].toLowerCase() ?? '';

/** Whether a file's name says that it can be read. */
export const isReadable = (name: string): boolean => EXTENSIONS.includes(extensionOf(name));

/** The format of a file, by its name, else by its media type. */
export function findFormat({ name, type = '' }: Pick<InputFile, 'name' | 'type'>): InputFormat {
  const extension = extensionOf(name);
  const media = (type.split(';')[0] as string).trim().toLowerCase();
  const found =
    FORMATS.find(({ extensions }) => extensions.includes(extension)) ??
    FORMATS.find(({ mimeTypes }) => mimeTypes.includes(media));
  if (found) return found;
  const given = extension || media || 'no type';
  throw new InputError('unknown-type', `Files of type ${given} are not read; give one of ${EXTENSIONS.join(', ')}.`);
}
