/**
 * The command `bench:extract`: articles, words and kilobytes a second of the extraction on one core, how its time is shared by the
 * parser and the stages after it, and whether it grows in step with the text.
 */
import { DATA_FOLDER } from '../config.ts';
import { createExtractor } from '../extract.ts';
import { loadEnglish } from '../language/index.ts';
import { loadLexicon } from '../lexicon/index.ts';

const ARTICLES = 40;
const RUNS = 5;

/** Articles made of the frames' own examples: every sentence states something, so that no stage idles. */
function writeArticles(sentences: string[]): string[] {
  const size = 24;
  return Array.from({ length: ARTICLES }, (_, number) => {
    const start = (number * 37) % (sentences.length - size);
    const picked = sentences.slice(start, start + size);
    return Array.from({ length: size / 4 }, (_, part) => picked.slice(part * 4, part * 4 + 4).join(' ')).join('\n\n');
  });
}

const lexicon = loadLexicon(DATA_FOLDER);
const english = loadEnglish();
const extractor = createExtractor(lexicon, english);
const articles = writeArticles(lexicon.frames.flatMap(({ examples }) => examples.map(({ text }) => text)));
const countWords = (texts: string[]): number => texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);

/** Milliseconds of processor time, the least of several runs. */
function measure(work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run++) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

const extractAll = (texts: string[]): void => {
  for (const [number, text] of texts.entries()) extractor.extract({ id: String(number), text });
};
const parsing = measure(() => {
  for (const text of articles) english.parse(text);
});
const whole = measure(() => extractAll(articles));
const kilobytes = Buffer.byteLength(articles.join('')) / 1024;
const perSecond = (count: number): string => Math.round((count * 1000) / whole).toLocaleString('en');

console.log(
  `${ARTICLES} articles, ${countWords(articles).toLocaleString('en')} words, ${lexicon.frames.length} frames, one core`,
);
console.log(
  `extraction  ${perSecond(countWords(articles))} words/s, ${perSecond(ARTICLES)} articles/s, ${perSecond(kilobytes)} KB/s`,
);
console.log(`after the parser: ${((whole - parsing) / parsing).toFixed(2)} times the parser's own time`);

const long = articles.join('\n\n');
const part = long.slice(0, long.indexOf('\n\n', long.length / 4));
const ratio = measure(() => extractAll([long])) / measure(() => extractAll([part]));
console.log(
  `an article ${(long.length / part.length).toFixed(1)} times as long takes ${ratio.toFixed(1)} times the time`,
);
