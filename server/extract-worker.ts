/** What a thread of the pool runs: rules and model are loaded once a thread. */
import { DATA_FOLDER } from './config.ts';
import { explain } from './explain.ts';
import { type ArticleText, createExtractor } from './extract.ts';
import { loadLexicon } from './lexicon/index.ts';
import type { Explanation, Extraction } from './types.ts';

const lexicon = loadLexicon(DATA_FOLDER);
const extractor = createExtractor(lexicon);

export const extractArticle = (article: ArticleText): Extraction => extractor.extract(article);

export const explainText = (text: string): Explanation => explain(extractor, lexicon, text);
