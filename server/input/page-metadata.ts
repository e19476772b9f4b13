/** What a web page says of itself: title, publisher, day and address. */
import { toDay } from './day.ts';
import type { PageDocument } from './document.ts';
import { toAddress, toLine } from './text.ts';

export interface PageMetadata {
  title: string | null;
  publisher: string | null;
  published: string | null;
  url: string | null;
}

type Source = (page: PageDocument, facts: Facts) => unknown;
type Facts = Record<string, unknown>;

const meta =
  (...names: string[]): Source =>
  (page) =>
    names
      .map((name) => page.querySelector(`meta[property="${name}" i], meta[name="${name}" i], meta[itemprop="${name}"]`))
      .find((element) => element?.getAttribute('content')?.trim())
      ?.getAttribute('content');
const attribute =
  (selector: string, name: string): Source =>
  (page) =>
    page.querySelector(selector)?.getAttribute(name);
const content =
  (selector: string): Source =>
  (page) =>
    page.querySelector(selector)?.textContent;

/** Where each fact stands, the most trustworthy place first. */
const PLACES: Record<keyof PageMetadata, Source[]> = {
  title: [
    (_page, facts) => facts.headline,
    meta('og:title', 'twitter:title', 'dc.title'),
    content('h1'),
    content('title'),
  ],
  publisher: [
    (_page, facts) => (facts.publisher as Facts | undefined)?.name ?? facts.publisher,
    meta('og:site_name', 'dc.publisher', 'publisher', 'application-name'),
  ],
  published: [
    (_page, facts) => facts.datePublished,
    meta('article:published_time', 'datePublished', 'dc.date.issued', 'dc.date', 'date', 'pubdate', 'publish-date'),
    attribute('[itemprop="datePublished"]', 'datetime'),
    attribute('article time[datetime], time[pubdate], time[datetime]', 'datetime'),
  ],
  url: [
    attribute('link[rel="canonical"]', 'href'),
    meta('og:url'),
    (_page, facts) => facts.url,
    (_page, facts) => (facts.mainEntityOfPage as Facts | undefined)?.['@id'] ?? facts.mainEntityOfPage,
  ],
};

const READERS: Record<keyof PageMetadata, (value: unknown) => string | null> = {
  title: toLine,
  publisher: toLine,
  published: toDay,
  url: toAddress,
};

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report)$/;

/** The first article among a page's JSON-LD, which may be a list, a graph or broken. */
function readFacts(page: PageDocument): Facts {
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const data = JSON.parse(script.textContent) as Facts | Facts[];
      const records = [data, (data as Facts)['@graph']].flat().filter((record) => typeof record === 'object');
      const found = records.find((record) =>
        ARTICLE_TYPE.test(String([(record as Facts | null)?.['@type']].flat()[0])),
      );
      if (found) return found as Facts;
    } catch {
      // broken JSON-LD is common; the other places remain
    }
  }
  return {};
}

/** Reads what the page says of itself; what it does not say is null. */
export function readMetadata(page: PageDocument): PageMetadata {
  const facts = readFacts(page);
  const find = (field: keyof PageMetadata): string | null => {
    for (const place of PLACES[field]) {
      const value = READERS[field](place(page, facts));
      if (value !== null) return value;
    }
    return null;
  };
  const [title, publisher] = [find('title'), find('publisher')];
  return { title: dropPublisher(title, publisher), publisher, published: find('published'), url: find('url') };
}

/** "Envoys leave | The Gazette" → "Envoys leave". */
function dropPublisher(title: string | null, publisher: string | null): string | null {
  if (title === null || publisher === null || !title.endsWith(publisher)) return title;
  const rest = title.slice(0, -publisher.length);
  return /\s[-–—|·:]\s$/.test(rest) ? rest.slice(0, -3).trim() || title : title;
}
