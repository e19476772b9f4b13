import { describe, expect, test } from 'vitest';
import { DATA_FOLDER } from '../../server/config.ts';
import { createExtractor } from '../../server/extract.ts';
import { loadLexicon } from '../../server/lexicon/index.ts';

const extractor = createExtractor(loadLexicon(DATA_FOLDER));
const STANDING = ['holds-office-in', 'member-of', 'based-in'];

/** Standing ties of a text as "source type target: the words that say it". */
function tiesIn(text: string): string[] {
  const { relations } = extractor.extract({ id: 'text', text, published: '2018-02-21' });
  return relations
    .filter(({ type }) => STANDING.includes(type))
    .map(({ source, type, target, cue }) => `${source.id} ${type} ${target.id}: ${text.slice(cue.start, cue.end)}`);
}

describe('holds office in', () => {
  test.each([
    [
      'a title after a demonym',
      'Austrian Foreign Minister Anna Kovac visited Italy.',
      'AUT: Austrian Foreign Minister Anna Kovac',
    ],
    [
      'a title in lower case',
      'Austrian foreign minister Anna Kovac visited Italy.',
      'AUT: Austrian foreign minister Anna Kovac',
    ],
    [
      'a title after a possessive',
      "Austria's Foreign Minister Anna Kovac visited Italy.",
      "AUT: Austria's Foreign Minister Anna Kovac",
    ],
    ['a metonym', 'Kremlin spokeswoman Anna Kovac visited Italy.', 'RUS: Kremlin spokeswoman Anna Kovac'],
    [
      'a title with "of" after the name',
      'President Anna Kovac of Austria visited Italy.',
      'AUT: Anna Kovac of Austria',
    ],
    [
      'an apposition',
      'Anna Kovac, the Austrian foreign minister, visited Italy.',
      'AUT: Anna Kovac, the Austrian foreign minister',
    ],
    [
      'an apposition with "of"',
      'Anna Kovac, foreign minister of Austria, visited Italy.',
      'AUT: Anna Kovac, foreign minister of Austria',
    ],
    [
      'the name as the apposition',
      "Austria's foreign minister, Anna Kovac, visited Italy.",
      "AUT: Austria's foreign minister, Anna Kovac",
    ],
    [
      'a former office',
      'Former Austrian chancellor Anna Kovac visited Italy.',
      'AUT: Former Austrian chancellor Anna Kovac',
    ],
    ['a lawmaker', 'Anna Kovac, an Austrian lawmaker, visited Italy.', 'AUT: Anna Kovac, an Austrian lawmaker'],
    ['an armed group', 'Hezbollah leader Anna Kovac visited Italy.', 'hezbollah: Hezbollah leader Anna Kovac'],
    [
      'the European Union',
      'EU foreign policy chief Anna Kovac visited Italy.',
      'european-union: EU foreign policy chief Anna Kovac',
    ],
  ])('%s: %s', (_case, text, expected) => {
    expect(tiesIn(text)).toEqual([`anna-kovac holds-office-in ${expected}`]);
  });

  test('an ambassador is one of who sends, not of who receives', () => {
    expect(tiesIn("Anna Kovac, Austria's ambassador to Italy, praised Malta.")).toEqual([
      "anna-kovac holds-office-in AUT: Anna Kovac, Austria's ambassador to Italy",
    ]);
  });

  test('a ministry and its country', () => {
    const words = 'Russian Foreign Ministry spokeswoman Olga Belova';
    expect(tiesIn(`${words} criticised Latvia.`).sort()).toEqual([
      `olga-belova holds-office-in RUS: ${words}`,
      `olga-belova holds-office-in russian-foreign-ministry: ${words}`,
    ]);
  });

  test('each of two with a title', () => {
    expect(tiesIn('Norwegian Foreign Minister Lars Holm met Danish Prime Minister Mette Krag.')).toEqual([
      'lars-holm holds-office-in NOR: Norwegian Foreign Minister Lars Holm',
      'mette-krag holds-office-in DNK: Danish Prime Minister Mette Krag',
    ]);
  });

  test('a title by which a later sentence calls a person by the surname', () => {
    const text = "Lars Holm visited Kenya. Holm, Norway's foreign minister, praised Uganda.";
    expect(tiesIn(text)).toEqual(["lars-holm holds-office-in NOR: Holm, Norway's foreign minister"]);
  });
});

describe('member of', () => {
  test.each([
    [
      '"of" a body',
      'Anna Kovac of the Eastern Policy Forum criticised Russia.',
      'Anna Kovac of the Eastern Policy Forum',
    ],
    [
      'an analyst at a body',
      'Anna Kovac, an analyst at the Eastern Policy Forum, criticised Russia.',
      'Anna Kovac, an analyst at the Eastern Policy Forum',
    ],
  ])('%s: %s', (_case, text, words) => {
    expect(tiesIn(text)).toEqual([`anna-kovac member-of eastern-policy-forum: ${words}`]);
  });

  test('a plain member holds no office', () => {
    expect(tiesIn('Omar Haddad, a member of Hezbollah, visited Iran.')).toEqual([
      'omar-haddad member-of hezbollah: member',
    ]);
  });
});

describe('based in', () => {
  test.each([
    [
      '"-based"',
      'The Eastern Policy Forum, a Warsaw-based think tank, criticised Russia.',
      'eastern-policy-forum based-in POL: Eastern Policy Forum, a Warsaw-based think tank',
    ],
    [
      'a charity',
      'The Sahara Watch Group, a Moroccan charity, criticised Algeria.',
      'sahara-watch-group based-in MAR: Sahara Watch Group, a Moroccan charity',
    ],
    ['a company of one word', 'Zelmot, a French company, sued Iran.', 'zelmot based-in FRA: Zelmot, a French company'],
  ])('%s: %s', (_case, text, expected) => {
    expect(tiesIn(text)).toEqual([expected]);
  });
});

describe('no tie', () => {
  test.each([
    ['a name alone', 'Anna Kovac visited Italy.'],
    ['where an ambassador is sent', 'Anna Kovac, ambassador to Italy, praised Malta.'],
    ['where a person comes from', 'Anna Kovac of Norway visited Iran.'],
    ['where a person was born', 'The Syrian-born Omar Haddad criticised Iran.'],
    ["somebody's lawyer", "Boris Petrov, Anna Kovac's lawyer, criticised Iran."],
    ['whom a person meets', "Anna Kovac met Austria's foreign minister."],
    ['an office without a name', 'The foreign minister of Austria visited Italy.'],
    ['what a body criticises', 'The Eastern Policy Forum criticised Warsaw.'],
  ])('%s: %s', (_case, text) => {
    expect(tiesIn(text)).toEqual([]);
  });
});

test('a tie is asserted by the text itself, has no date, and its evidence is the sentence', () => {
  const text = 'Kenya praised Uganda. On Monday, Austrian Foreign Minister Anna Kovac visited Italy.';
  const { relations } = extractor.extract({ id: 'text', text, published: '2018-02-21' });
  const tie = relations.find(({ type }) => type === 'holds-office-in');
  expect(tie).toMatchObject({ modality: 'asserted', speaker: null, frame: 'title', event: null });
  expect(tie).not.toHaveProperty('date');
  expect(tie?.evidence.text).toBe('On Monday, Austrian Foreign Minister Anna Kovac visited Italy.');
});
