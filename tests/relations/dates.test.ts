import { describe, expect, test } from 'vitest';
import { DATA_FOLDER } from '../../server/config.ts';
import { createExtractor } from '../../server/extract.ts';
import { loadLexicon } from '../../server/lexicon/index.ts';

const extractor = createExtractor(loadLexicon(DATA_FOLDER));

/** A Wednesday. */
const PUBLISHED = '2018-02-21';

/** The days of a text's relations; null where there is none. */
function datesIn(text: string, published: string | null = PUBLISHED): (string | null)[] {
  return extractor.extract({ id: 'text', text, published }).relations.map(({ date }) => date ?? null);
}

describe('absolute dates', () => {
  test.each([
    ['month and day', 'Norway condemned Iran on February 20.', '2018-02-20'],
    ['day and month', 'Norway condemned Iran on 20 February.', '2018-02-20'],
    ['a month cut short', 'Norway condemned Iran on Feb. 20.', '2018-02-20'],
    ['with a year', 'Norway condemned Iran on February 20, 2016.', '2016-02-20'],
    ['day first, with a year', 'Norway condemned Iran on 20 February 2016.', '2016-02-20'],
    ['at the beginning', 'On March 5, Norwegian jets bombed Mali.', '2018-03-05'],
    ['of the year before', 'Norway condemned Iran on December 30.', '2017-12-30'],
    ['of a passive', 'Iran was condemned by Norway on February 5.', '2018-02-05'],
    ['of the verb that carries a noun', 'Norway launched an attack on Mali on February 5.', '2018-02-05'],
  ])('%s: %s', (_case, text, date) => {
    expect(datesIn(text)).toEqual([date]);
  });

  test('do not need the day of publication if the year is there', () => {
    expect(datesIn('Norway condemned Iran on February 20, 2016.', null)).toEqual(['2016-02-20']);
    expect(datesIn('Norway condemned Iran on February 20.', null)).toEqual([null]);
  });
});

describe('days against the day of publication', () => {
  test.each([
    ['Norway condemned Iran today.', '2018-02-21'],
    ['Norway condemned Iran yesterday.', '2018-02-20'],
    ['Norway will meet Iran tomorrow.', '2018-02-22'],
    ['Norway condemned Iran on Monday.', '2018-02-19'],
    ['Norway condemned Iran on Friday.', '2018-02-16'],
    ['Norway will meet Iran on Friday.', '2018-02-23'],
    ['Norway will meet Iran on Monday.', '2018-02-26'],
    ['Norway met Iran on Wednesday.', '2018-02-21'],
    ['On Tuesday, Norway condemned Iran.', '2018-02-20'],
  ])('%s', (text, date) => {
    expect(datesIn(text)).toEqual([date]);
  });

  test('across the turn of a year', () => {
    expect(datesIn('Norway condemned Iran on Friday.', '2018-01-02')).toEqual(['2017-12-29']);
  });

  test('cannot be told without it', () => {
    expect(datesIn('Norway condemned Iran on Monday.', null)).toEqual([null]);
    expect(datesIn('Norway condemned Iran yesterday.', null)).toEqual([null]);
  });
});

describe('no date', () => {
  test.each([
    ['none is given', 'Norway condemned Iran.'],
    ['a month alone', 'Norway condemned Iran in February.'],
    ['"may" is no month', 'Norway may condemn Iran.'],
    ['what lasts', 'Norway is an ally of Iran.'],
  ])('%s: %s', (_case, text) => {
    expect(datesIn(text)).toEqual([null]);
  });

  test("another clause's day", () => {
    expect(datesIn('Norway condemned Iran, which attacked Israel on Tuesday.')).toEqual([null, '2018-02-20']);
    expect(datesIn('Norway condemned Iran on Tuesday and Kenya praised Iran.')).toEqual(['2018-02-20', null]);
  });
});
