import type { ReadArticle, ReadItem } from '../types.ts';
import { toDay } from './day.ts';
import { checkText, cleanText, firstLine, toAddress, toLine } from './text.ts';

/** One line {"text","title"?,"url"?,"publisher"?,"published"?}; other keys are ignored. */
export function readJsonLine(line: string): ReadArticle {
  const value: unknown = JSON.parse(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('give one object a line, as {"text": …}');
  const { text, title, url, publisher, published } = value as Record<string, unknown>;
  if (typeof text !== 'string' || !text.trim()) throw new Error('"text" is missing; give the article as "text"');
  const day = toDay(published);
  if (toLine(published) !== null && day === null) throw new Error('"published" has to be a day such as 2018-02-19');
  const address = toAddress(url);
  if (toLine(url) !== null && address === null)
    throw new Error('"url" has to be an address that starts with http:// or https://');
  checkText(text);
  return {
    title: toLine(title) ?? firstLine(cleanText(text).text),
    text,
    url: address,
    publisher: toLine(publisher),
    published: day,
    warnings: [],
  };
}

/** Every line that is not empty; a bad one is answered by its error and stops no other. */
export function readJsonLines(text: string): ReadItem[] {
  return text.split('\n').flatMap((content, index): ReadItem[] => {
    const line = index + 1;
    if (!content.trim()) return [];
    try {
      return [{ line, article: readJsonLine(content) }];
    } catch (error) {
      return [{ line, error: (error as Error).message }];
    }
  });
}
