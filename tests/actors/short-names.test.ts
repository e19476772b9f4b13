import { describe, expect, test } from 'vitest';
import { DATA_FOLDER } from '../../server/config.ts';
import { createExtractor } from '../../server/extract.ts';
import { loadLexicon } from '../../server/lexicon/index.ts';

const extractor = createExtractor(loadLexicon(DATA_FOLDER));

/** Relations of a text but standing ties, as "source type target", in alphabetical order. */
function actsIn(text: string): string[] {
  const { relations } = extractor.extract({ id: 'text', text });
  return relations
    .filter(({ event }) => event !== null)
    .map(({ source, type, target }) => `${source.id} ${type} ${target.id}`)
    .sort();
}

const front = 'Fighters of the Red Banner Front met in Chad. ';
const community = 'The East African Community is old. ';

describe('a body by the word at the head of its name', () => {
  test.each([
    ['small letters', `${front}The front praised Italy.`, ['red-banner-front supports ITA']],
    ['a capital', `${community}The Community praised Italy.`, ['east-african-community supports ITA']],
    ['not by another word', `${front}The bank praised Italy.`, []],
    ['not when described further', `${front}The popular front of Spain praised Italy.`, ['ESP supports ITA']],
  ])('%s: %s', (_case, text, expected) => {
    expect(actsIn(text)).toEqual(expected);
  });
});

describe('bodies of any country', () => {
  test.each([
    ['of the place after it', 'Japan is far. The Defence Ministry in Oslo praised Italy.', ['NOR supports ITA']],
    ['of the country named most', 'Norway met Norway. The Navy praised Italy.', ['NOR supports ITA']],
    ['of none', 'The Navy praised Italy.', ['navy supports ITA']],
  ])('%s: %s', (_case, text, expected) => {
    expect(actsIn(text)).toEqual(expected);
  });
});

describe('as many as were named together', () => {
  const three = 'Norway, Sweden and Denmark are neighbours. ';
  test.each([
    [
      'three by a noun',
      `${three}The three countries praised Italy.`,
      ['DNK supports ITA', 'NOR supports ITA', 'SWE supports ITA'],
    ],
    [
      'all three',
      `${three}All three have condemned Italy.`,
      ['DNK criticises ITA', 'NOR criticises ITA', 'SWE criticises ITA'],
    ],
    [
      'the two',
      'Norway and Sweden are far. The two have condemned Italy.',
      ['NOR criticises ITA', 'SWE criticises ITA'],
    ],
    ['not four of three', `${three}The four countries praised Italy.`, []],
  ])('%s: %s', (_case, text, expected) => {
    expect(actsIn(text)).toEqual(expected);
  });
});

describe('titles', () => {
  test.each([
    ['with "of"', 'US Secretary of State Rex Marlow praised Italy.', ['rex-marlow supports ITA']],
    ['a counterpart elsewhere', 'Anna Kovac is far. She praised her counterpart in Oslo.', ['anna-kovac supports NOR']],
  ])('%s: %s', (_case, text, expected) => {
    expect(actsIn(text)).toEqual(expected);
  });

  test('a bare title is of the country named most, if it is named twice', () => {
    const tiesOf = (text: string) =>
      extractor
        .extract({ id: 'text', text })
        .relations.filter(({ type }) => type === 'holds-office-in')
        .map(({ target }) => target.id);
    expect(tiesOf('Norway is cold. Norway is large. Foreign Minister Anna Kovac is here.')).toEqual(['NOR']);
    expect(tiesOf('Norway is cold. Foreign Minister Anna Kovac is here.')).toEqual([]);
  });
});
