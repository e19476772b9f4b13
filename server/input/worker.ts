/** What a thread of the readers runs: one file at a time. */
import { InputError, type InputFault } from '../errors.ts';
import type { ReadItem } from '../types.ts';
import { findFormat, type InputFile } from './formats.ts';
import { checkText, cleanText, formatCount } from './text.ts';

/** An error's class does not survive the way between threads: its parts do. */
export type ReadingOutcome = { items: ReadItem[] } | { fault: InputFault; message: string };

/** An article whose text is fit to be kept. */
function finish(item: ReadItem): ReadItem {
  if ('error' in item) return item;
  const { text, replaced } = cleanText(item.article.text);
  checkText(text);
  const note = `${formatCount(replaced)} ${replaced === 1 ? 'character that is' : 'characters that are'} no text ${replaced === 1 ? 'was' : 'were'} replaced.`;
  const warnings = replaced > 0 ? [...item.article.warnings, note] : item.article.warnings;
  return { ...item, article: { ...item.article, text, warnings } };
}

/** In a file of many articles one that is unfit stops no other. */
function finishOneOfMany(item: ReadItem): ReadItem {
  try {
    return finish(item);
  } catch (error) {
    return { line: item.line, error: (error as Error).message };
  }
}

export async function readFile(file: InputFile): Promise<ReadingOutcome> {
  try {
    const charset = /charset="?([\w-]+)/i.exec(file.type ?? '')?.[1];
    const items = await findFormat(file).read(file.bytes, charset);
    const [first] = items;
    if (!first) throw new InputError('empty', 'There is no text in it.');
    const isAlone = items.length === 1 && first.line === null;
    return { items: isAlone ? [finish(first)] : items.map(finishOneOfMany) };
  } catch (error) {
    if (error instanceof InputError) return { fault: error.fault, message: error.message };
    return { fault: 'unreadable', message: `The file could not be read: ${(error as Error).message}` };
  }
}
