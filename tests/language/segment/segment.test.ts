import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuotations, segmentText } from '../../../server/language/segment/index.ts';
import { abbreviationCases, layoutCases, quoteCases, type SentenceCase, stopCases } from './sentence-cases.ts';
import { wordCases } from './word-cases.ts';

const MARKS = { sentence: '', dateline: 'D|', heading: 'H|' };

function show(text: string): string[] {
  return segmentText(text).map(({ kind, start, end }) => MARKS[kind] + text.slice(start, end));
}

function showWords(text: string): string {
  return segmentText(text)
    .flatMap(({ words }) => words.map(({ start, end }) => text.slice(start, end)))
    .join(' ');
}

const groups: Record<string, readonly SentenceCase[]> = {
  abbreviations: abbreviationCases,
  stops: stopCases,
  quotes: quoteCases,
  layout: layoutCases,
};

describe.each(Object.entries(groups))('sentences: %s', (_group, cases) => {
  test.each(cases)('%s', (_name, text, segments) => {
    expect(show(text)).toEqual(segments);
  });
});

describe('words', () => {
  test.each(wordCases)('%j', (text, tokens) => {
    expect(showWords(text)).toBe(tokens);
  });
});

const pieces = [
  ...'aZ9 .,!?\'’‘"“”()[]-–—/:;@#$%&*_`«»…\u00a0\u200b\u200d\u0301\ufe0f\ufeff\u00ad\ud83d\udc4d中é\n\r\t\u2028',
  '👍🏽',
  '🇵🇰',
  '\r\n',
  '\n\n',
  "n't",
  "'s",
  'U.S.',
  'Mr.',
  'No.',
  'p.m.',
  'The',
  'http://a.b/',
  'a@b.co',
  'ISLAMABAD',
  ' (AFP) - ',
  '1. ',
  'non-',
  '5pm',
  ':)',
];
const wire = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));
const anything = fc.oneof(wire, fc.string({ unit: 'binary', maxLength: 80 }), loneSurrogates());

function loneSurrogates(): fc.Arbitrary<string> {
  return fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((codes) => String.fromCharCode(...codes));
}

describe('any text', () => {
  test('tokens cover every character that is not white space once, in order', () => {
    fc.assert(
      fc.property(anything, (text) => {
        let at = 0;
        for (const { start, end, words } of segmentText(text)) {
          expect(words.length).toBeGreaterThan(0);
          expect([words[0]?.start, words.at(-1)?.end]).toEqual([start, end]);
          for (const word of words) {
            expect(text.slice(at, word.start)).toMatch(/^[\s\u0085]*$/);
            expect(text.slice(word.start, word.end)).toMatch(/^[^\s\u0085]+$/);
            at = word.end;
          }
        }
        expect(text.slice(at)).toMatch(/^[\s\u0085]*$/);
      }),
      { numRuns: 3000 },
    );
  });

  test('a lone next-line mark is white space between sentences and within one', () => {
    expect(segmentText('\u0085')).toEqual([]);
    expect(showWords('Iran\u0085armed them.\u0085')).toBe('Iran armed them .');
  });

  test('a quotation lies within the text and holds its words, in the order of the openings', () => {
    fc.assert(
      fc.property(anything, (text) => {
        let last = -1;
        for (const { start, end, inner } of findQuotations(text)) {
          expect(start).toBeGreaterThan(last);
          expect(inner.start).toBeGreaterThan(start);
          expect(inner.end).toBeGreaterThanOrEqual(inner.start);
          expect(end).toBeGreaterThanOrEqual(inner.end);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
      }),
      { numRuns: 2000 },
    );
  });
});

/** Milliseconds of the better of two runs if the first was slow: other work on the machine is not the segmenter's time. */
function bestTime(run: () => unknown): number {
  const time = (): number => {
    const before = performance.now();
    run();
    return performance.now() - before;
  };
  const once = time();
  return once < 1000 ? once : Math.min(once, time());
}

describe('200,000 characters in less than a second', () => {
  const units = [
    'a',
    'A.',
    'a.',
    '"',
    "'",
    '‘a’ ',
    '(',
    '[1]',
    'a@',
    '1-',
    '.',
    ' ',
    '\n',
    'A\n',
    "n't",
    'non-',
    '.com',
    '1,',
    'www.',
    "s' ",
    '“a. ',
    'U.S. ',
    'No. ',
    '👍\u200d',
    '. A',
    '*',
    '(a ',
    'A. ',
    'Mr. Khan met Gen. Li in the U.S. He left.\n',
  ];
  test.each(units)('%j', (unit) => {
    const text = unit.repeat(Math.ceil(200_000 / unit.length));
    for (const run of [segmentText, findQuotations]) expect(bestTime(() => run(text))).toBeLessThan(1000);
  });
});
