import { parseFeed } from 'feedsmith';
import { InputError } from '../errors.ts';
import type { ReadArticle } from '../types.ts';
import { toDay } from './day.ts';
import { readFragment } from './html.ts';
import { firstLine, toAddress, toLine } from './text.ts';

/** One entry, whatever the feed's format calls its parts. */
interface Entry {
  title?: string | undefined;
  /** The article as HTML, where the feed has all of it. */
  content?: string | undefined;
  summary?: string | undefined;
  link?: string | undefined;
  date?: string | undefined;
}

type Parsed = ReturnType<typeof parseFeed>;
/** Title and entries. */
type Channel = [string | undefined, Entry[] | undefined];
type Readers = { [F in Parsed['format']]: (feed: Extract<Parsed, { format: F }>['feed']) => Channel };

/** Atom writes texts as {value, type}, older versions as strings. */
const words = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : (value as { value?: string } | undefined)?.value;

/** Publisher and entries by format. */
const READERS: Readers = {
  rss: ({ title, items }) => [
    title,
    items?.map(({ title, content, description, link, guid, pubDate, dc }) => ({
      title: words(title),
      content: words(content?.encoded),
      summary: words(description),
      link: link ?? words(guid),
      date: (pubDate as string | undefined) ?? words(dc?.dates?.[0]),
    })),
  ],
  rdf: ({ title, items }) => [
    title,
    items?.map(({ title, content, description, link, dc }) => ({
      title: words(title),
      content: words(content?.encoded),
      summary: words(description),
      link,
      date: words(dc?.dates?.[0]),
    })),
  ],
  atom: ({ title, entries }) => [
    words(title),
    entries?.map(({ title, content, summary, links, published, updated }) => ({
      title: words(title),
      content: words(content),
      summary: words(summary),
      link: (links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links?.[0])?.href,
      date: (published ?? updated) as string | undefined,
    })),
  ],
  json: ({ title, items }) => [
    title,
    items?.map(({ title, content_html, content_text, summary, url, date_published }) => ({
      title,
      content: content_html ?? content_text,
      summary,
      link: url,
      date: date_published as string | undefined,
    })),
  ],
};

function toArticle({ title, content, summary, link, date }: Entry, publisher: string | null): ReadArticle {
  const text = readFragment(content?.trim() ? content : (summary ?? ''));
  return {
    title: (title ? toLine(readFragment(title)) : null) ?? firstLine(text),
    text,
    url: toAddress(link),
    publisher,
    published: toDay(date),
    warnings: content?.trim() ? [] : ['The feed has only a summary of this article.'],
  };
}

/** RSS, RDF, Atom and JSON feeds: every entry an article, the feed's title its publisher. */
export function readFeed(source: string): ReadArticle[] {
  let parsed: Parsed;
  try {
    parsed = parseFeed(source);
  } catch {
    throw new InputError('unreadable', 'This file is no RSS or Atom feed.');
  }
  const [title, entries = []] = (READERS[parsed.format] as (feed: unknown) => Channel)(parsed.feed);
  if (entries.length === 0) throw new InputError('empty', 'There are no articles in this feed.');
  return entries.map((entry) => toArticle(entry, toLine(title)));
}
