import { describe, expect, it } from 'vitest';
import { binDays, coverBins, daysOf } from '../../client/filters/histogram.ts';

const count = (day: string, number = 1) => ({ day, count: number });
const edges = (days: string[]) => {
  const bins = binDays(days, []);
  return [bins.length, bins[0]?.first, bins[0]?.last, bins.at(-1)?.first, bins.at(-1)?.last];
};

describe('the bars of the histogram', () => {
  it.each<[string, string[], (string | number)[]]>([
    [
      'days in whole months',
      ['2018-02-19', '2018-02-20'],
      [28, '2018-02-01', '2018-02-01', '2018-02-28', '2018-02-28'],
    ],
    ['weeks from Monday', ['2018-01-03', '2018-06-03'], [22, '2018-01-01', '2018-01-07', '2018-05-28', '2018-06-03']],
    ['months', ['2016-02-10', '2018-02-10'], [25, '2016-02-01', '2016-02-29', '2018-02-01', '2018-02-28']],
    ['years', ['1990-05-01', '2018-02-10'], [29, '1990-01-01', '1990-12-31', '2018-01-01', '2018-12-31']],
  ])('are %s by the span of the data', (_name, days, expected) => {
    expect(edges(days)).toEqual(expected);
  });

  it('count what falls into them, and nothing twice', () => {
    const counted = [count('2016-02-29', 2), count('2016-02-10'), count('2018-02-10', 5)];
    const bins = binDays(['2016-02-10', '2018-02-10'], counted);
    expect(bins.filter((bin) => bin.count > 0).map((bin) => [bin.first, bin.count])).toEqual([
      ['2016-02-01', 3],
      ['2018-02-01', 5],
    ]);
  });

  it('stand for days: an end of the whole is no bound, and what is read back covers the same bars', () => {
    const bins = binDays(['2018-02-19', '2018-02-20'], []);
    expect(daysOf(bins, 0, 27)).toEqual({});
    for (const [start, end] of [
      [0, 4],
      [3, 27],
      [18, 18],
    ] as const)
      expect(coverBins(bins, daysOf(bins, start, end))).toEqual({ start, end });
    expect(coverBins(bins, { from: '2030-01-01' })).toEqual({ start: 27, end: 27 });
    expect(binDays([], [])).toEqual([]);
  });
});
