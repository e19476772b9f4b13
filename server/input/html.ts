import { Readability } from '@mozilla/readability';
import type { ReadArticle } from '../types.ts';
import { measureDepth, type PageDocument, type PageElement, parseDocument } from './document.ts';
import { readMetadata } from './page-metadata.ts';
import { collectText } from './page-text.ts';
import { firstLine } from './text.ts';

/** Telling the article from the rest takes time that grows with the square of the depth; no article's page is this deep. */
const DEEPEST = 300;

/** The article's own element, by Readability; null where it finds none. It changes the document. */
function findArticle(page: PageDocument): PageElement | null {
  const options = { serializer: (node: unknown) => node as PageElement };
  const found = new Readability(page as never, options as never).parse() as unknown as { content: PageElement } | null;
  return found?.content ?? null;
}

/** A web page: its article without menus, advertisements and footers, and what it says of itself. */
export function readHtml(html: string): ReadArticle {
  const page = parseDocument(html);
  const { title, ...metadata } = readMetadata(page);
  const warnings: string[] = [];
  const rest = () => collectText(page.body, { withoutFurniture: true });
  let text = '';
  if (measureDepth(page.body) > DEEPEST) {
    warnings.push('The page is nested too deeply to tell its article from the rest: all its text was taken.');
    text = rest();
  } else {
    const everything = rest();
    const article = findArticle(page);
    text = article ? collectText(article) : '';
    if (text === '') text = everything;
  }
  return { title: title ?? firstLine(text), text, ...metadata, warnings };
}

/** A piece of HTML that is the article and nothing else. */
export const readFragment = (html: string): string => collectText(parseDocument(html).body);
