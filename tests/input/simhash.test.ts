import { describe, expect, test } from 'vitest';
import { countDifference, isNear, simhash } from '../../server/input/simhash.ts';

const story = (shift: number): string =>
  Array.from(
    { length: 24 },
    (_, index) =>
      `On day ${index + shift} envoy ${(index * 7 + shift) % 31} of region ${(index * 5 + shift) % 17} met minister ${(index * 11 + shift) % 23} and asked for ${index * 3 + shift} lorries.`,
  ).join(' ');

const print = (text: string): bigint => {
  const value = simhash(text);
  if (value === null) throw new Error('the text is too short for a fingerprint');
  return value;
};
const original = story(0);

describe('a story re-published', () => {
  test.each<[how: string, text: string]>([
    ['as it is', original],
    ['in other lines and capitals', original.toUpperCase().replaceAll('. ', '.\r\n\r\n')],
    ['under the head of an agency', `OSLO, Monday (Agency) — ${original}`],
    ['with one word changed', original.replace('lorries', 'trucks')],
    ['without its last two sentences', original.split('. ').slice(0, -2).join('. ')],
    ['with a line about the author', `${original} The writer is a lecturer at the university of Oslo.`],
  ])('%s is near', (_how, text) => {
    expect(isNear(print(original), print(text))).toBe(true);
  });
});

describe('another story', () => {
  test.each([100, 200, 300, 400, 500])('of the same newsroom, %i, is not near', (shift) => {
    expect(isNear(print(original), print(story(shift)))).toBe(false);
  });

  test('of other words differs in about half of the bits', () => {
    const other =
      'Rain fell over the northern coast while fishermen mended nets beside grey boats and waited patiently '.repeat(4);
    expect(countDifference(print(original), print(other))).toBeGreaterThan(18);
  });
});

test('a short text has no fingerprint', () => {
  expect(simhash('Norway visited Chad on Monday.')).toBeNull();
});

test('the difference counts bits', () => {
  expect(countDifference(0n, 0xffff_ffff_ffff_ffffn)).toBe(64);
  expect(countDifference(0b1011n, 0b0001n)).toBe(2);
});
