import { describe, expect, it } from 'vitest';
import { searchActors } from '../../server/graph/actor-search.ts';
import { indexGraph } from '../../server/graph/graph-index.ts';
import type { Actor } from '../../server/types.ts';
import { indexSample, lexicon } from '../support/sample-index.ts';

const index = await indexSample();
const find = (q: string, limit = 10) => searchActors(index, q, limit).actors.map(({ id }) => id);

/** Actors of any names, none with a relation. */
const named = (...names: (string | string[])[]) => {
  const actors = names.map((list, at): Actor => {
    const [name = '', ...aliases] = [list].flat();
    return { id: `actor-${at}`, name, kind: 'person', aliases };
  });
  const source = { actors, articles: [], statements: [], placements: new Map() };
  return indexGraph(source, lexicon.relationTypes);
};

describe('the search for an actor', () => {
  it.each([
    ['pak', ['PAK']],
    ['Lavrov', ['sergey-lavrov']],
    ['process', ['kabul-process']],
    ['foreign russ', ['russian-foreign-ministry']],
    ['america', ['USA']],
    ['', ['PAK', 'RUS', 'USA']],
  ])('“%s” finds %j', (q, ids) => {
    expect(find(q, 3)).toEqual(ids);
  });

  it('puts the better connected first, and says how many more there are', () => {
    const { actors, total, more } = searchActors(index, '', 2);
    const degrees = searchActors(index, '', 100).actors.map(({ degree }) => degree);
    expect(actors).toHaveLength(2);
    expect(total).toBeGreaterThan(3);
    expect(more).toBe(total - 2);
    expect(degrees).toEqual([...degrees].sort((a, b) => b - a));
  });

  it('finds a whole name before a beginning, and that before what stands inside', () => {
    const people = named('Alkan Demir', 'Kan', 'Kandel Ro', 'Ro Kan Ba');
    expect(searchActors(people, 'kan', 10).actors.map(({ name }) => name)).toEqual([
      'Kan',
      'Kandel Ro',
      'Ro Kan Ba',
      'Alkan Demir',
    ]);
  });

  it('knows the alias that was found', () => {
    expect(searchActors(index, 'sergei', 1).actors[0]).toMatchObject({
      name: 'Sergey Lavrov',
      matched: 'Sergei Lavrov',
      typo: false,
    });
  });

  it('needs no diacritics', () => {
    const people = named('Recep Erdoğan', 'Łukasz Ÿ');
    expect(searchActors(people, 'erdogan', 10).actors).toHaveLength(1);
    expect(searchActors(people, 'ERDOĞAN', 10).actors).toHaveLength(1);
  });

  it.each([
    ['pakitsan', 'PAK'],
    ['pakstan', 'PAK'],
    ['pakisttan', 'PAK'],
    ['lavrof', 'sergey-lavrov'],
    ['zakha', 'maria-zakharova'],
    ['zahka', 'maria-zakharova'],
  ])('forgives one slip: “%s” finds %s', (q, id) => {
    expect(find(q)).toContain(id);
  });

  it('forgives nothing in a short word, nor where something is found without', () => {
    expect(find('pka')).toEqual([]);
    const people = named('Iran', 'Iraq');
    expect(searchActors(people, 'iran', 10).actors.map(({ name }) => name)).toEqual(['Iran']);
    expect(searchActors(people, 'irak', 10).actors.every(({ typo }) => typo)).toBe(true);
  });

  it('names what comes nearest when nothing is found', () => {
    const { actors, nearest } = searchActors(index, 'Turkistan', 10);
    expect(actors).toEqual([]);
    expect(nearest.map(({ name }) => name)).toEqual(['Pakistan']);
    expect(searchActors(index, 'Ruritania', 10).nearest).toEqual([]);
    expect(searchActors(index, '***', 10)).toMatchObject({ actors: [], nearest: [] });
  });
});
