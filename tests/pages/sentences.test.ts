import { describe, expect, it } from 'vitest';
import { viewStatement } from '../../server/graph/evidence.ts';
import { combineStatements, writeName, writeSentence } from '../../server/pages/sentences.ts';
import { drawTimeline, type Mark } from '../../server/pages/timeline.ts';
import { indexSample, lexicon } from '../support/sample-index.ts';

const index = await indexSample();

/** The sentences that say the statements of a cue. */
function combine(cue: string): string[] {
  const views = index.subjects
    .filter(({ statement }) => statement.cue.text.startsWith(cue))
    .map((subject) => viewStatement(index, subject));
  expect(views).not.toEqual([]);
  return combineStatements(views, lexicon.relationTypes).map((sentence) =>
    writeSentence(sentence).replace(/<[^>]*>/g, ''),
  );
}

describe('sentences', () => {
  it.each([
    ['back Russia’s', ['China, Central Asian states and Iran support Russia']],
    ['Neither Pakistan', ['Pakistan and Russia do not attack United States']],
    ['America’s threatening', ['United States threatens Pakistan and Russia']],
    ['Russian Foreign Ministry official', ['Maria Zakharova holds office in Russian Foreign Ministry and Russia']],
    ['will visit', ['Khawaja Asif to visit Russia']],
  ])('say what “%s” says: %j', (cue, sentences) => {
    expect(combine(cue)).toEqual(sentences);
  });

  it('keep apart what different speakers say, and what is only possible', () => {
    expect(combine('suspend').sort()).toEqual([
      'Pakistan may cooperate with United States',
      'United States may suspend aid to Pakistan',
      'United States suspended aid to Pakistan',
    ]);
  });

  it('hold names of any letters as names', () => {
    expect(writeName({ id: 'a"b', name: '<i>\u202eX' }, true)).toBe(
      '<a href="/actors/a%22b"><bdi>&#60;i&#62;\u202eX</bdi></a>',
    );
  });
});

describe('statements over time', () => {
  const stated = (id: string, day: string | null, rest: Partial<Mark> = {}): Mark => ({
    id,
    day,
    class: 'cooperation',
    modality: 'asserted',
    title: `says ${id}`,
    ...rest,
  });
  const places = (drawing: string | null) =>
    [...(drawing ?? '').matchAll(/<svg x="([\d.]+)%" y="(\d+)"/g)].map(([, x, y]) => [Number(x), Number(y)]);

  it('are not drawn when all are of one day, or of none', () => {
    expect(drawTimeline([stated('a', '2018-02-19'), stated('b', '2018-02-19'), stated('c', null)])).toBeNull();
    expect(drawTimeline([])).toBeNull();
  });

  it('stand at their days, a lane a class, one above the other within a day', () => {
    const drawing = drawTimeline([
      stated('a', '2018-01-01'),
      stated('b', '2018-01-01'),
      stated('c', '2018-07-02', { class: 'conflict' }),
      stated('d', '2018-12-31', { class: 'conflict' }),
    ]);
    const [a, b, c, d] = places(drawing) as [number, number][];
    expect([a?.[0], b?.[0], d?.[0]]).toEqual([0, 0, 98]);
    expect(c?.[0]).toBeCloseTo(49, 0);
    expect(b?.[1]).toBeLessThan(a?.[1] ?? 0);
    expect(c?.[1]).toBe(d?.[1]);
    expect(c?.[1]).toBeGreaterThan(a?.[1] ?? 0);
    expect(drawing?.replace(/<[^>]*>/g, ' ')).toMatch(/Cooperation.*Conflict.*1 Jan 2018 +31 Dec 2018/);
  });

  it('say how many more a day has than are drawn', () => {
    const many = Array.from({ length: 9 }, (_, at) => stated(`m${at}`, '2018-01-01'));
    const drawing = drawTimeline([...many, stated('z', '2018-02-01')]);
    expect(places(drawing)).toHaveLength(5);
    expect(drawing).toContain('+5');
  });

  it('show nothing of a title as markup', () => {
    const drawing = drawTimeline([stated('"><b>', '2018-01-01', { title: '<b>"' }), stated('b', '2018-01-02')]);
    expect(drawing).not.toMatch(/<b>/);
  });
});
