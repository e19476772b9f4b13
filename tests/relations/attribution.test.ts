import { describe, expect, test } from 'vitest';
import { DATA_FOLDER } from '../../server/config.ts';
import { createExtractor } from '../../server/extract.ts';
import { loadLexicon } from '../../server/lexicon/index.ts';

const extractor = createExtractor(loadLexicon(DATA_FOLDER));

/** The relations of a text as "source type target: speaker", the text's own with "the text" as speaker. */
function findIn(text: string): string[] {
  const { relations } = extractor.extract({ id: 'text', text });
  return relations.map(
    ({ source, type, target, speaker }) => `${source.id} ${type} ${target.id}: ${speaker?.id ?? 'the text'}`,
  );
}

const says = (speaker: string): string[] => [`IRN attacks ISR: ${speaker}`];

describe('direct quotation', () => {
  test.each([
    ['before the verb', '"Iran attacked Israel," Anna Kovac said.'],
    ['before the verb, the name last', '"Iran attacked Israel," said Anna Kovac.'],
    ['after it', 'Anna Kovac said: "Iran attacked Israel."'],
    ['with curly marks', '“Iran attacked Israel,” Anna Kovac said.'],
    ['with single marks', "'Iran attacked Israel,' Anna Kovac said."],
    ['by a pronoun', 'Anna Kovac visited Malta. "Iran attacked Israel," she said.'],
  ])('%s: %s', (_case, text) => {
    expect(findIn(text)).toContain('IRN attacks ISR: anna-kovac');
  });

  test('in two parts around the verb', () => {
    expect(findIn('"Iran attacked Israel," Anna Kovac said, "and Norway condemned Iran."')).toEqual([
      'IRN attacks ISR: anna-kovac',
      'NOR criticises IRN: anna-kovac',
    ]);
  });

  test.each([
    ['the verb at its end', '"Iran attacked Israel. Norway condemned Iran. Kenya supported Norway," Anna Kovac said.'],
    [
      'the verb at its beginning',
      'Anna Kovac said: "Iran attacked Israel. Norway condemned Iran. Kenya supported Norway."',
    ],
    ['a second quotation', '"Iran attacked Israel," said Anna Kovac. "Norway condemned Iran. Kenya supported Norway."'],
  ])('over several sentences, %s', (_case, text) => {
    expect(findIn(text)).toEqual([
      'IRN attacks ISR: anna-kovac',
      'NOR criticises IRN: anna-kovac',
      'KEN supports NOR: anna-kovac',
    ]);
  });

  test('two quotations of two speakers', () => {
    const text = '"Iran attacked Israel," Anna Kovac said. "Norway condemned Iran," Boris Petrov said.';
    expect(findIn(text)).toEqual(['IRN attacks ISR: anna-kovac', 'NOR criticises IRN: boris-petrov']);
  });

  test.each([
    ['the sentence after it', '"This is bad," Anna Kovac said. Iran attacked Israel.', says('the text')],
    ['the sentence before it', 'Iran attacked Israel. "This is bad," Anna Kovac said.', says('the text')],
    ['a word in marks', 'Anna Kovac called the row "shameful". Iran attacked Israel.', says('the text')],
  ])('does not reach %s', (_case, text, expected) => {
    expect(findIn(text)).toEqual(expected);
  });

  test('a person named before the quotation is not its speaker', () => {
    expect(findIn('Anna Kovac thanked Malta. "Iran attacked Israel," Boris Petrov said.')).toEqual([
      'anna-kovac supports MLT: the text',
      'IRN attacks ISR: boris-petrov',
    ]);
  });
});

describe('indirect speech', () => {
  test.each([
    ['without "that"', 'Anna Kovac said Iran attacked Israel.', 'anna-kovac'],
    ['with "that"', 'Anna Kovac said that Iran had attacked Israel.', 'anna-kovac'],
    ['the verb last', 'Iran attacked Israel, Anna Kovac said.', 'anna-kovac'],
    ['to somebody', 'Anna Kovac told parliament that Iran had attacked Israel.', 'anna-kovac'],
    ['according to, first', 'According to Anna Kovac, Iran attacked Israel.', 'anna-kovac'],
    ['according to, last', 'Iran attacked Israel, according to Anna Kovac.', 'anna-kovac'],
    ['a country', 'Austria said Iran attacked Israel.', 'AUT'],
    ['officials', 'Austrian officials said Iran attacked Israel.', 'AUT'],
    ['a claim', 'Austria claimed that Iran attacked Israel.', 'AUT'],
    ['"was quoted as saying"', 'Anna Kovac was quoted as saying that Iran attacked Israel.', 'anna-kovac'],
  ])('%s: %s', (_case, text, speaker) => {
    expect(findIn(text)).toEqual(says(speaker));
  });

  test.each([
    ['a denial', 'Iran denied attacking Israel.', ['IRN attacks ISR: IRN']],
    ['an accusation', 'Syria accused Iran of attacking Israel.', ['SYR accuses IRN: the text', 'IRN attacks ISR: SYR']],
    [
      'an accusation in the passive',
      'Iran was accused by Syria of attacking Israel.',
      ['SYR accuses IRN: the text', 'IRN attacks ISR: SYR'],
    ],
  ])('%s: %s', (_case, text, expected) => {
    expect(findIn(text)).toEqual(expected);
  });

  test('adding that', () => {
    const expected = ['NOR criticises IRN: anna-kovac', 'KEN supports NOR: anna-kovac'];
    expect(findIn('Anna Kovac said Norway condemned Iran, adding that Kenya supported Norway.')).toEqual(expected);
    expect(findIn('Norway condemned Iran, Anna Kovac said, adding that Kenya supported Norway.')).toEqual(expected);
  });

  test('each clause has its own speaker', () => {
    const text = 'Anna Kovac said Norway praised Kenya but Boris Petrov said Norway criticised Kenya.';
    expect(findIn(text)).toEqual(['NOR supports KEN: anna-kovac', 'NOR criticises KEN: boris-petrov']);
  });

  test('a relative clause about the speaker is not said by the speaker', () => {
    expect(findIn('Anna Kovac, who condemned Iran, said Norway praised Kenya.')).toEqual([
      'anna-kovac criticises IRN: the text',
      'NOR supports KEN: anna-kovac',
    ]);
  });

  test.each([
    ['Anna Kovac said that Boris Petrov had claimed that Iran attacked Israel.', 'boris-petrov'],
    ['Austria said Norway had claimed that Iran attacked Israel.', 'NOR'],
    ['Boris Petrov said that, according to Anna Kovac, Iran attacked Israel.', 'anna-kovac'],
  ])('of nested speakers the innermost: %s', (text, speaker) => {
    expect(findIn(text)).toEqual(says(speaker));
  });
});

describe('who does not speak', () => {
  test.each([
    ['an agency', 'Reuters said Iran attacked Israel.'],
    ['an agency, the verb last', 'Iran attacked Israel, Reuters reported.'],
    ['"according to" an agency', 'Iran attacked Israel, according to Reuters.'],
    ['a newspaper by its name', 'Iran attacked Israel, the Daily Herald reported.'],
    ['a newspaper by its noun', 'Iran attacked Israel, the newspaper said.'],
    ['nobody', 'It was said that Iran attacked Israel.'],
    ['a statement', 'Iran attacked Israel, a statement said.'],
    ['a pronoun for nobody', 'He said Iran attacked Israel.'],
  ])('%s: %s', (_case, text) => {
    expect(findIn(text)).toEqual(says('the text'));
  });

  test('the agency to which somebody speaks', () => {
    expect(findIn('Anna Kovac told Reuters that Iran had attacked Israel.')).toEqual(says('anna-kovac'));
  });
});
