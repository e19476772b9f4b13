import { describe, expect, test } from 'vitest';
import { DATA_FOLDER } from '../../server/config.ts';
import { createExtractor } from '../../server/extract.ts';
import { loadLexicon } from '../../server/lexicon/index.ts';

const extractor = createExtractor(loadLexicon(DATA_FOLDER));

/** The relations of a text as "source type target", in alphabetical order. */
function findIn(text: string): string[] {
  const { relations } = extractor.extract({ id: 'text', text });
  return relations.map(({ source, type, target }) => `${source.id} ${type} ${target.id}`).sort();
}

type Case = [name: string, text: string, expected: string[]];

const groups: Record<string, Case[]> = {
  passive: [
    ['with an agent', 'Iran was condemned by Norway.', ['NOR criticises IRN']],
    ['without one nobody does it', 'Iran was condemned.', []],
    ['without one, though a country is near', 'Iran was condemned in Norway.', []],
    ['an agent after a day', 'Iran was condemned on Monday by Norway.', ['NOR criticises IRN']],
    ['two agents', 'Iran was condemned by Norway and Sweden.', ['NOR criticises IRN', 'SWE criticises IRN']],
    ['two verbs', 'Kenya was attacked by Chad and supported by Uganda.', ['TCD attacks KEN', 'UGA supports KEN']],
    ['in the future', 'Iran will be condemned by Norway.', ['NOR criticises IRN']],
  ],
  'relative clauses': [
    ['who does it', 'Norway, which condemned Iran, praised Kenya.', ['NOR criticises IRN', 'NOR supports KEN']],
    ['to whom it is done', 'Iran, which Norway condemned, praised Kenya.', ['IRN supports KEN', 'NOR criticises IRN']],
    ['whose', 'Iran, whose army attacked Israel, praised Kenya.', ['IRN attacks ISR', 'IRN supports KEN']],
    ['what somebody calls something', 'Norway condemned what it called Russian lies.', ['NOR criticises RUS']],
    ['one of those that', 'Norway is one of the countries that support Taiwan.', ['NOR supports TWN']],
    ['a cleft sentence', 'It is Norway that condemned Iran.', ['NOR criticises IRN']],
    ['about the object', 'Norway praised Kenya, which condemned Iran.', ['KEN criticises IRN', 'NOR supports KEN']],
  ],
  participles: [
    ['before the clause', 'Accusing Iran of lying, Norway praised Israel.', ['NOR accuses IRN', 'NOR supports ISR']],
    ['after it', 'Norway praised Israel, accusing Iran of lying.', ['NOR accuses IRN', 'NOR supports ISR']],
    ['of the past', 'Iran, condemned by Norway, praised Kenya.', ['IRN supports KEN', 'NOR criticises IRN']],
    ['with a hyphen', 'The Iranian-backed Houthis attacked Mali.', ['IRN supports houthis', 'houthis attacks MLI']],
    ['of an army', "Mali's army, backed by Chad, attacked Niger.", ['MLI attacks NER', 'TCD supports MLI']],
    ['of a statement', 'Norway put out a statement condemning Iran.', ['NOR criticises IRN']],
    ['after a preposition', 'Norway praised Kenya for supporting Uganda.', ['KEN supports UGA', 'NOR supports KEN']],
  ],
  'phrases hung elsewhere': [
    ['on a phrase of a phrase', 'Norway gave $4 million worth of medicines to Kenya.', ['NOR gives-aid-to KEN']],
  ],
  control: [
    ['by the subject', 'Norway continued to support Kenya.', ['NOR supports KEN']],
    ['by the object of "force"', 'Norway forced Kenya to recall its ambassador from Iran.', ['KEN cuts-ties-with IRN']],
    ['by the object of "allow"', 'Norway allowed Kenya to bomb Chad.', ['KEN attacks TCD']],
    ['by who is accused', 'Iran accused Israel of attacking Syria.', ['IRN accuses ISR', 'ISR attacks SYR']],
    [
      'by who is accused, in the passive',
      'Israel was accused by Iran of attacking Syria.',
      ['IRN accuses ISR', 'ISR attacks SYR'],
    ],
    ['by who agrees', 'Norway agreed with Sweden to condemn Iran.', ['NOR agrees-with SWE', 'NOR criticises IRN']],
    ['through a noun', "Norway's decision to condemn Iran came late.", ['NOR criticises IRN']],
  ],
  coordination: [
    ['two subjects', 'Norway and Sweden condemned Iran.', ['NOR criticises IRN', 'SWE criticises IRN']],
    ['two objects', 'Norway condemned Iran and Mali.', ['NOR criticises IRN', 'NOR criticises MLI']],
    [
      'both',
      'Norway and Sweden condemned Iran and Mali.',
      ['NOR criticises IRN', 'NOR criticises MLI', 'SWE criticises IRN', 'SWE criticises MLI'],
    ],
    [
      'two verbs of one subject',
      'Norway condemned Iran and supported Kenya.',
      ['NOR criticises IRN', 'NOR supports KEN'],
    ],
    ['"but"', 'Norway condemned Iran but praised Israel.', ['NOR criticises IRN', 'NOR supports ISR']],
    ['one object of two verbs', 'Norway attacked and occupied Mali.', ['NOR attacks MLI', 'NOR coerces MLI']],
    [
      'two clauses do not mix',
      'Kenya condemned Iran, and Sweden praised Israel.',
      ['KEN criticises IRN', 'SWE supports ISR'],
    ],
    ['two who receive', 'Norway gave aid to Kenya and Uganda.', ['NOR gives-aid-to KEN', 'NOR gives-aid-to UGA']],
    [
      'things of two owners',
      "Sudan's government and Chad's army attacked Mali.",
      ['SDN attacks MLI', 'TCD attacks MLI'],
    ],
    ['"both … and"', 'Both Norway and Sweden condemned Iran.', ['NOR criticises IRN', 'SWE criticises IRN']],
  ],
  reciprocal: [
    ['a verb with two subjects', 'Norway and Sweden met.', ['NOR talks-with SWE']],
    [
      'three, each with each',
      'Kenya, Uganda and Sudan held talks.',
      ['KEN talks-with SDN', 'KEN talks-with UGA', 'UGA talks-with SDN'],
    ],
    ['a noun with "between"', 'Talks between Kenya and Uganda failed.', ['KEN talks-with UGA']],
    ['a common object', 'Norway and Sweden signed an agreement.', ['NOR signs-agreement-with SWE']],
    ['with another', 'Norway signed an agreement with Sweden.', ['NOR signs-agreement-with SWE']],
    [
      "two with one: they are not each other's",
      'Norway and Sweden met Kenya.',
      ['NOR talks-with KEN', 'SWE talks-with KEN'],
    ],
    ['alone nobody', 'Norway met.', []],
  ],
  besides: [
    ['one', 'Besides Norway, Sweden backs Ukraine.', ['NOR supports UKR', 'SWE supports UKR']],
    ['alongside', 'Alongside Norway, Sweden condemned Iran.', ['NOR criticises IRN', 'SWE criticises IRN']],
    [
      'two more',
      'Besides Pakistan, China and Iran also support Russia.',
      ['CHN supports RUS', 'IRN supports RUS', 'PAK supports RUS'],
    ],
    ['another preposition adds nobody', 'After Norway, Sweden condemned Iran.', ['SWE criticises IRN']],
  ],
  nouns: [
    ['a possessor', "Norway's condemnation of Iran came late.", ['NOR criticises IRN']],
    ['"by"', 'The condemnation of Iran by Norway came late.', ['NOR criticises IRN']],
    ['a light verb', 'Norway launched an attack on Mali.', ['NOR attacks MLI']],
    ['a light verb with two', 'The Norwegian government voiced support for Kenya.', ['NOR supports KEN']],
  ],
};

describe.each(Object.entries(groups))('%s', (_group, cases) => {
  test.each(cases)('%s: %s', (_name, text, expected) => {
    expect(findIn(text)).toEqual(expected);
  });
});

describe('nobody does it to himself', () => {
  test.each([
    ["Norway condemned Norway's army.", []],
    ['Norway said it supports itself.', []],
  ])('%s', (text, expected) => {
    expect(findIn(text)).toEqual(expected);
  });
});
