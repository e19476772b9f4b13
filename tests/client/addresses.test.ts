import { describe, expect, it } from 'vitest';
import { actorUrl, articleUrl, pairUrl } from '../../client/addresses.ts';

describe('addresses of pages', () => {
  it('hold ids of any letters', () => {
    expect(actorUrl('a/b?c#d é')).toBe('/actors/a%2Fb%3Fc%23d%20%C3%A9');
    expect(articleUrl('a-1', 'x_y')).toBe('/articles/a-1#s-x_y');
    expect(articleUrl('a-1')).toBe('/articles/a-1');
  });

  it('are one for a pair, whichever way it is asked for', () => {
    expect(pairUrl('USA', 'PAK')).toBe('/pairs/PAK/USA');
    expect(pairUrl('PAK', 'USA')).toBe('/pairs/PAK/USA');
  });
});
