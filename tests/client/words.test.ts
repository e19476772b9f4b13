import { describe, expect, it } from 'vitest';
import { fold, isOneSlipApart, matchesWords } from '../../client/words.ts';

describe('words', () => {
  it('are folded as readers type them', () => {
    expect(fold('Recep Tayyip Erdoğan')).toBe('recep tayyip erdogan');
  });

  it.each([
    ['pakistan', 'pakistan', true],
    ['pakistan', 'pakisten', true],
    ['pakistan', 'pakstan', true],
    ['pakistan', 'pakiistan', true],
    ['pakistan', 'apkistan', true],
    ['pakistan', 'pakistna', true],
    ['pakistan', 'paksitna', false],
    ['pakistan', 'akistn', false],
    ['aa', 'a', true],
    ['ab', 'cd', false],
    ['', 'a', true],
  ])('%s and %s: one slip apart or none: %s', (a, b, expected) => {
    expect(isOneSlipApart(a, b)).toBe(expected);
    expect(isOneSlipApart(b, a)).toBe(expected);
  });

  const sentence = 'United States suspended aid to Pakistan';
  it.each([
    ['suspended aid', false, true],
    ['pakistan united', false, true],
    ['pak', false, true],
    ['stan', false, false],
    ['suspnded', false, false],
    ['suspnded aid', true, true],
    ['aod', true, false],
    ['pakistan russia', true, false],
    ['  ', true, false],
  ])('"%s" (forgiving: %s) is in the sentence: %s', (typed, forgiving, expected) => {
    expect(matchesWords(sentence, typed, forgiving)).toBe(expected);
  });
});
