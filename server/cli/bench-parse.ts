/**
 * The command `bench:parse`: words a second of our parser (tags, trees, lemmas), of wink-nlp (tokens and tags) and of
 * compromise (everything it has) on the same text of some 20,000 words, each in a process of its own.
 */
import { fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { loadEnglish } from '../language/index.ts';

const WORDS = 20_000;
const RUNS = 5;
const MEGABYTE = 2 ** 20;

interface Report {
  /** Milliseconds until the first text can be read. */
  load: number;
  /** Words a second of processor time, and by the clock, in the best run. */
  perSecond: number;
  perSecondByClock: number;
  /** Resident bytes after loading and after the runs, beyond those of the bare process. */
  loaded: number;
  grown: number;
}

const subjects = [
  'Turkey',
  'The foreign minister of Norway',
  'A spokesman for the rebels',
  'Delegates from both camps',
];
const verbs = [
  'rejected',
  'will discuss',
  'has quietly backed',
  'refused on Monday to sign',
  'was expected to condemn',
];
const objects = [
  'the draft treaty',
  "Kenya's offer of talks",
  'a ban on arms sales to the region',
  'an inquiry which the council had ordered',
];
const ends = [
  '',
  ', officials told reporters in Geneva',
  ' although its allies, among them Chile and Peru, had asked for more time',
  ', a move that could cost the government 1,200 jobs',
  '; the vote came two weeks after U.S. troops left the border',
];

/** What is used of wink-nlp. */
interface Wink {
  its: { pos: unknown };
  readDoc(text: string): { tokens(): { out(what: unknown): unknown[] } };
}

/** A text in which no sentence stands twice until all choices are used up. */
function writeText(): string {
  const sentences: string[] = [];
  let words = 0;
  for (let number = 0; words < WORDS; number++) {
    const pick = (list: string[], step: number): string => list[Math.floor(number / step) % list.length] as string;
    const start = pick(subjects, 1);
    const middle = pick(verbs, subjects.length);
    const object = pick(objects, subjects.length * verbs.length);
    const end = pick(ends, subjects.length * verbs.length * objects.length);
    const sentence = `${start} ${middle} ${object}${end}.`;
    words += sentence.split(' ').length;
    sentences.push(sentence);
  }
  // A paragraph for every five sentences, as in news.
  return sentences.map((sentence, index) => sentence + (index % 5 === 4 ? '\n\n' : ' ')).join('');
}

/** Each returns what reads a text; what reading gives is counted, so that nothing is put off. */
const engines: Record<string, () => (text: string) => number> = {
  ours: () => {
    const english = loadEnglish();
    return (text) => english.parse(text).reduce((count, { tokens }) => count + tokens.length, 0);
  },
  'wink-nlp': () => {
    const require = createRequire(import.meta.url);
    const wink = require('wink-nlp') as (model: unknown, pipe: string[]) => Wink;
    const nlp = wink(require('wink-eng-lite-web-model'), ['sbd', 'pos']);
    return (text) => nlp.readDoc(text).tokens().out(nlp.its.pos).length;
  },
  compromise: () => {
    const require = createRequire(import.meta.url);
    const nlp = require('compromise') as (text: string) => { json(): { terms: unknown[] }[] };
    return (text) =>
      nlp(text)
        .json()
        .reduce((count, { terms }) => count + terms.length, 0);
  },
};

function measure(name: string): Report {
  const bare = process.memoryUsage().rss;
  const text = writeText();
  const words = text.trim().split(/\s+/).length;
  const start = performance.now();
  const read = (engines[name] as () => (text: string) => number)();
  const load = performance.now() - start;
  const loaded = process.memoryUsage().rss - bare;
  const report: Report = { load, loaded, grown: 0, perSecond: 0, perSecondByClock: 0 };
  for (let run = 0; run < RUNS; run++) {
    const cpu = process.cpuUsage();
    const begin = performance.now();
    // Engines differ in what is a word ("U.S.", "1,200"), yet not by much.
    if (read(text) < words * 0.95) throw new Error(`${name} has lost words`);
    const { user, system } = process.cpuUsage(cpu);
    report.perSecond = Math.max(report.perSecond, (words / (user + system)) * 1e6);
    report.perSecondByClock = Math.max(report.perSecondByClock, (words / (performance.now() - begin)) * 1e3);
  }
  report.grown = process.memoryUsage().rss - bare;
  return report;
}

function runApart(name: string): Promise<Report> {
  const child = fork(fileURLToPath(import.meta.url), [name]);
  return new Promise((resolve, reject) => {
    child.once('message', (report) => resolve(report as Report));
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code} and no result`)));
  });
}

async function compare(): Promise<void> {
  const reports = new Map<string, Report>();
  for (const name of Object.keys(engines)) reports.set(name, await runApart(name));
  const own = reports.get('ours') as Report;
  const round = (value: number): string => Math.round(value).toLocaleString('en');
  console.log('engine      words/s (processor)  words/s (clock)  ours is  load ms  MB loaded  MB after');
  for (const [name, report] of reports) {
    const cells = [
      name.padEnd(10),
      round(report.perSecond).padStart(20),
      round(report.perSecondByClock).padStart(16),
      `${(own.perSecond / report.perSecond).toFixed(2)} ×`.padStart(8),
      round(report.load).padStart(8),
      (report.loaded / MEGABYTE).toFixed(0).padStart(10),
      (report.grown / MEGABYTE).toFixed(0).padStart(9),
    ];
    console.log(cells.join(' '));
  }
}

const [name] = process.argv.slice(2);
if (name === undefined) await compare();
else process.send?.(measure(name));
