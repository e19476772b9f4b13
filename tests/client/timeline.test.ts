import { describe, expect, it } from 'vitest';
import { layTimeline, sortByTime } from '../../client/timeline.ts';
import type { RelationClass, StatementView } from '../../server/types.ts';

let made = 0;
function say(relationClass: RelationClass, published: string | null, date: string | null = null): StatementView {
  made += 1;
  const article = { id: 'a', title: 'A', url: null, publisher: null, published, publishedNote: null };
  return {
    id: `s${made}`,
    class: relationClass,
    modality: 'asserted',
    date,
    article,
    cueStart: made,
  } as StatementView;
}

describe('statements over time', () => {
  it('stand oldest first by the day of the act, else of publication; undated last', () => {
    const [late, acted, early, undated] = [
      say('conflict', '2020-05-01'),
      say('conflict', '2020-06-01', '2020-02-01'),
      say('conflict', '2020-01-01'),
      say('conflict', null),
    ];
    expect(sortByTime([undated, late, acted, early])).toEqual([early, acted, late, undated]);
  });

  it('make no timeline of a single day', () => {
    expect(layTimeline([])).toBeNull();
    expect(
      layTimeline([say('conflict', '2020-01-01'), say('cooperation', '2020-01-01'), say('neutral', null)]),
    ).toBeNull();
  });

  it('stand in a lane a class, at their places between the first day and the last', () => {
    const timeline = layTimeline([
      say('conflict', '2020-03-01'),
      say('cooperation', '2020-01-01'),
      say('cooperation', '2020-01-31'),
      say('conflict', null),
    ]);
    expect(timeline).toMatchObject({ first: '2020-01-01', last: '2020-03-01', undated: 1 });
    expect(timeline?.lanes.map((lane) => [lane.class, lane.count, lane.height])).toEqual([
      ['cooperation', 2, 1],
      ['conflict', 1, 1],
    ]);
    const [cooperation, conflict] = timeline?.lanes ?? [];
    expect(cooperation?.marks[0]?.at).toBe(0);
    expect(cooperation?.marks[1]?.at).toBeCloseTo(0.5, 1);
    expect(conflict?.marks[0]?.at).toBe(1);
  });

  it('are heaped on one day, and the rest of a high heap stands behind its top', () => {
    const heap = Array.from({ length: 12 }, () => say('conflict', '2020-01-01'));
    const [lane] = layTimeline([...heap, say('conflict', '2021-01-01')])?.lanes ?? [];
    expect(lane?.marks.map(({ level, behind }) => [level, behind])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
      [3, 0],
      [4, 7],
      [0, 0],
    ]);
    expect(lane).toMatchObject({ count: 13, height: 5 });
  });
});
