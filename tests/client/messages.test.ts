import { describe, expect, it } from 'vitest';
import { formatDay, formatDays, joinNames, translate } from '../../client/messages.ts';

describe('the words of the interface', () => {
  it('agree in number', () => {
    expect(translate('count.relations', { count: 1 })).toBe('1 relation');
    expect(translate('count.relations', { count: 1200 })).toBe('1,200 relations');
  });

  it('drop their emphasis where there can be none', () => {
    expect(translate('status.showing', { shown: 4, all: 35 })).toBe('Showing 4 of 35 relations');
  });

  it('write days and names as a British reader does', () => {
    expect(formatDay('2018-02-19')).toBe('19 Feb 2018');
    expect(formatDays('2018-02-19', '2018-02-20').replace(/\s/g, '')).toBe('19–20Feb2018');
    expect(joinNames(['China', 'Iran', 'Turkey'])).toBe('China, Iran and Turkey');
  });
});
