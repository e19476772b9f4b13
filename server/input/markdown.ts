import { marked } from 'marked';
import type { ReadArticle } from '../types.ts';
import { toDay } from './day.ts';
import { parseDocument } from './document.ts';
import { collectText } from './page-text.ts';
import { firstLine, toAddress, toLine } from './text.ts';

/** The names under which front matter gives each fact. */
const KEYS: Record<'title' | 'url' | 'publisher' | 'published', string[]> = {
  title: ['title'],
  url: ['url', 'link', 'source_url', 'canonical'],
  publisher: ['publisher', 'site', 'source'],
  published: ['published', 'date', 'pubdate'],
};

/** "key: value" lines between two lines of dashes at the start. */
function splitFrontMatter(text: string): { facts: Map<string, string>; body: string } {
  const lines = text.split(/\r\n|[\n\r]/);
  const end = lines[0]?.trim() === '---' ? lines.findIndex((line, index) => index > 0 && line.trim() === '---') : -1;
  if (end < 0) return { facts: new Map(), body: text };
  const pairs = lines.slice(1, end).flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    if (colon < 1 || /^\s/.test(line)) return [];
    const value = line.slice(colon + 1).trim();
    return [[line.slice(0, colon).trim().toLowerCase(), value.replace(/^(["'])(.*)\1$/, '$2')]];
  });
  return { facts: new Map(pairs), body: lines.slice(end + 1).join('\n') };
}

/** Markdown: its words without its marks, paragraphs kept; the first heading of the first rank is the title. */
export function readMarkdown(source: string): ReadArticle {
  const { facts, body } = splitFrontMatter(source);
  const find = (field: keyof typeof KEYS) => KEYS[field].map((key) => facts.get(key)).find((value) => value);
  const html = marked.parse(body, { async: false, gfm: true });
  const page = parseDocument(html);
  const text = collectText(page.body);
  const heading = page.querySelector('h1');
  return {
    title: toLine(find('title')) ?? (heading && toLine(collectText(heading))) ?? firstLine(text),
    text,
    url: toAddress(find('url')),
    publisher: toLine(find('publisher')),
    published: toDay(find('published')),
    warnings: [],
  };
}
