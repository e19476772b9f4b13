import { describe, expect, test } from 'vitest';
import { DATA_FOLDER } from '../../server/config.ts';
import { createExtractor } from '../../server/extract.ts';
import { loadLexicon } from '../../server/lexicon/index.ts';

const extractor = createExtractor(loadLexicon(DATA_FOLDER));

/** The relations of a text as "source type target: modality". */
function findIn(text: string): string[] {
  const { relations } = extractor.extract({ id: 'text', text });
  return relations.map(({ source, type, target, modality }) => `${source.id} ${type} ${target.id}: ${modality}`).sort();
}

describe('what happened is asserted', () => {
  test.each([
    ['the past', 'Norway condemned Iran.', 'NOR criticises IRN'],
    ['the present', 'Norway supports Kenya.', 'NOR supports KEN'],
    ['the perfect', 'Norway has condemned Iran.', 'NOR criticises IRN'],
    ['what goes on', 'Norway is attacking Mali.', 'NOR attacks MLI'],
    ['what began', 'Norway began shelling Mali.', 'NOR attacks MLI'],
    ['a noun', 'Norway launched an attack on Mali.', 'NOR attacks MLI'],
    ['a relative clause of a plan', 'Norway, which attacked Mali, will leave.', 'NOR attacks MLI'],
  ])('%s: %s', (_case, text, relation) => {
    expect(findIn(text)).toEqual([`${relation}: asserted`]);
  });
});

describe('planned', () => {
  test.each([
    ['will', 'Norway will sanction Iran.'],
    ['going to', 'Norway is going to sanction Iran.'],
    ['a verb of planning', 'Norway plans to sanction Iran.'],
    ['a wish', 'Norway wants to sanction Iran.'],
    ['a decision', 'Norway decided to sanction Iran.'],
    ['an expectation', 'Norway is expected to sanction Iran.'],
    ['"is to"', 'Norway is to impose sanctions on Iran.'],
    ['the future seen from the past', 'Norway said it would sanction Iran.'],
    ['a noun of planning', "Norway's decision to sanction Iran worried Kenya."],
  ])('%s: %s', (_case, text) => {
    expect(findIn(text)).toContain('NOR sanctions IRN: planned');
  });

  test('an auxiliary that two verbs share', () => {
    expect(findIn('Norway will condemn Iran and support Kenya.')).toEqual([
      'NOR criticises IRN: planned',
      'NOR supports KEN: planned',
    ]);
  });

  test('the purpose of a meeting, not the meeting', () => {
    expect(findIn('Norway met Kenya to condemn Iran.')).toEqual([
      'NOR criticises IRN: planned',
      'NOR talks-with KEN: asserted',
    ]);
  });

  test('an adjective before the noun', () => {
    expect(findIn("Norway's planned attack on Mali worried Kenya.")).toContain('NOR attacks MLI: planned');
  });
});

describe('hypothetical', () => {
  test.each([
    ['may', 'Norway may attack Mali.'],
    ['could', 'Norway could attack Mali.'],
    ['should', 'Norway should attack Mali.'],
    ['if', 'If Norway attacks Mali, prices will rise.'],
    ['unless', 'Unless Norway attacks Mali, prices will rise.'],
    ['would', 'Norway would attack Mali if prices rose.'],
    ['a hope', 'Norway hopes to attack Mali.'],
    ['an adjective before the noun', 'A possible Norwegian attack on Mali worried Kenya.'],
    ['a noun of possibility', 'The prospect of a Norwegian attack on Mali worried Kenya.'],
  ])('%s: %s', (_case, text) => {
    expect(findIn(text).filter((line) => line.includes('attacks'))).toEqual(['NOR attacks MLI: hypothetical']);
  });

  test('what follows from a condition is planned', () => {
    expect(findIn('If Norway attacks Mali, Kenya will sanction Norway.')).toEqual([
      'KEN sanctions NOR: planned',
      'NOR attacks MLI: hypothetical',
    ]);
  });

  test('sanctions that are considered', () => {
    expect(findIn('Norway is considering sanctions against Iran.')).toEqual(['NOR sanctions IRN: hypothetical']);
  });

  test('an auxiliary of the second verb does not reach the first', () => {
    expect(findIn('Norway condemned Iran and may sanction Kenya.')).toEqual([
      'NOR criticises IRN: asserted',
      'NOR sanctions KEN: hypothetical',
    ]);
  });
});

describe('negated', () => {
  test.each([
    ['not', 'Norway did not attack Mali.'],
    ["n't", "Norway didn't attack Mali."],
    ['never', 'Norway has never attacked Mali.'],
    ['not in the future', 'Norway may not attack Mali.'],
    ['without', 'Norway left without attacking Mali.'],
    ['a failure', 'Norway failed to attack Mali.'],
    ['no plan', 'Norway has no plans to attack Mali.'],
    ['a denial with a gerund', 'Norway denied attacking Mali.'],
    ['a denial with a clause', 'Norway denied that it attacked Mali.'],
    ['a claim that is rejected', 'Norway rejected claims that it attacked Mali.'],
  ])('%s: %s', (_case, text) => {
    expect(findIn(text).filter((line) => line.includes('attacks'))).toEqual(['NOR attacks MLI: negated']);
  });

  test('neither of two', () => {
    expect(findIn('Neither Norway nor Sweden supports Iran.')).toEqual([
      'NOR supports IRN: negated',
      'SWE supports IRN: negated',
    ]);
  });

  test('what is not condemned has happened all the same', () => {
    expect(findIn("Norway's attack on Mali was not condemned by Kenya.")).toEqual([
      'KEN criticises NOR: negated',
      'NOR attacks MLI: asserted',
    ]);
  });

  test('a plan after a relative clause that is negated', () => {
    expect(findIn('Norway, which did not attack Mali, will sanction Iran.')).toEqual([
      'NOR attacks MLI: negated',
      'NOR sanctions IRN: planned',
    ]);
  });
});

describe('acts of speech have relations of their own', () => {
  test.each([
    ['a request is no act of whom it asks', 'Kenya urged Norway to condemn Iran.', ['KEN asks NOR: asserted']],
    ['nor is one to support', 'Kenya asked Norway to support Uganda.', ['KEN asks NOR: asserted']],
    ['a passive request', 'Norway was urged by Kenya to support Uganda.', ['KEN asks NOR: asserted']],
    ['a threat is no attack', 'Norway threatened to bomb Mali.', ['NOR threatens MLI: asserted']],
    ['a vow is a threat', 'Norway vowed to attack Mali.', ['NOR threatens MLI: asserted']],
    ['a pledge is no support', 'Norway pledged to support Kenya.', ['NOR agrees-with KEN: asserted']],
    ['a refusal', 'Norway refused to meet Iran.', ['NOR rejects IRN: asserted']],
    ['"will not" support is a refusal', 'Norway will not support Kenya.', ['NOR rejects KEN: asserted']],
    ['so is "won\'t"', "Norway won't support Kenya.", ['NOR rejects KEN: asserted']],
    ['"will not" sanction is none', 'Norway will not sanction Iran.', ['NOR sanctions IRN: negated']],
  ])('%s: %s', (_case, text, expected) => {
    expect(findIn(text)).toEqual(expected);
  });
});
