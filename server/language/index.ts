/** English text → sentences with tags, lemmas and trees, every token with its place in the text. */
import path from 'node:path';
import type { Sentence, Token } from '../types.ts';
import { createLemmatizer } from './lemma/index.ts';
import { loadParser, PACKAGE_ROOT, type ParsedWords } from './network/index.ts';
import { segmentText } from './segment/index.ts';

const MODEL = path.join(PACKAGE_ROOT, 'data/model/english.model');

/** A token of which only the words are known, not a text they stand in. */
export type ParsedToken = Omit<Token, 'start' | 'end'>;

export interface English {
  /** Sentences, headings and datelines in the order of the text, each parsed by itself. Offsets are UTF-16 code units. */
  parse(text: string): Sentence[];
  /** Sentences that were cut into words before. */
  parseTokens(sentences: string[][]): ParsedToken[][];
}

/** Loads the model once; what it returns keeps nothing of the texts it is given but the spelling of words. */
export function loadEnglish(file = MODEL): English {
  const { parseWords, lexicon } = loadParser(file);
  const lemmatise = createLemmatizer(lexicon);

  const describe = (form: string, { upos, xpos, head, deprel }: ParsedWords, index: number): ParsedToken => {
    const tag = upos[index] as string;
    const pennTag = xpos[index] as string;
    return {
      form,
      lemma: lemmatise(form, tag, pennTag),
      upos: tag,
      xpos: pennTag,
      head: head[index] as number,
      deprel: deprel[index] as string,
    };
  };

  const parseTokens = (sentences: string[][]): ParsedToken[][] => {
    const parsed = parseWords(sentences);
    return sentences.map((words, number) =>
      words.map((form, index) => describe(form, parsed[number] as ParsedWords, index)),
    );
  };

  const parse = (text: string): Sentence[] => {
    const segments = segmentText(text).filter(({ words }) => words.length > 0);
    const parsed = parseTokens(segments.map(({ words }) => words.map(({ start, end }) => text.slice(start, end))));
    return segments.map(({ kind, start, end, words }, number) => ({
      kind,
      start,
      end,
      tokens: words.map((span, index) => ({
        start: span.start,
        end: span.end,
        ...(parsed[number]?.[index] as ParsedToken),
      })),
    }));
  };

  return { parse, parseTokens };
}
