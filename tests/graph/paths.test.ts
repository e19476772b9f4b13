import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../server/graph/build-graph.ts';
import { indexGraph } from '../../server/graph/graph-index.ts';
import { findPaths } from '../../server/graph/paths.ts';
import { listKnownValues, parseFilters } from '../../server/graph/query.ts';
import { readScope } from '../../server/graph/scope.ts';
import type { Actor, Filters, Statement } from '../../server/types.ts';
import { indexSample, lexicon } from '../support/sample-index.ts';

const all: Filters = { include: {}, exclude: {} };

/** A graph of "supports" between actors named by letters: "ab bc" is a → b → c. */
function draw(pairs: string[]) {
  const ids = [...new Set(pairs.join(''))];
  const actors = ids.map((id): Actor => ({ id, name: id, kind: 'group', aliases: [] }));
  const span = { start: 0, end: 1, text: 'x' };
  const statements = pairs.map(
    (pair, at): Statement => ({
      id: `s${at}`,
      article: 'a',
      source: pair[0] as string,
      target: pair[1] as string,
      type: 'supports',
      modality: 'asserted',
      speaker: null,
      evidence: span,
      cue: span,
      frame: null,
      status: 'extracted',
      date: null,
    }),
  );
  return indexGraph({ actors, articles: [], statements, placements: new Map() }, lexicon.relationTypes);
}

const walk = (pairs: string, from: string, to: string, max = 4) =>
  findPaths(draw(pairs.split(' ')), all, { from, to, max });

describe('chains of relations', () => {
  it('are all the shortest ones, whichever way the relations point', () => {
    const { length, total, chains } = walk('ab cb cd ae ef fd ag gd', 'a', 'd');
    expect([length, total]).toEqual([2, 1]);
    expect(chains).toEqual([{ actors: ['a', 'g', 'd'], steps: [['a:supports:g'], ['g:supports:d']] }]);
    expect(walk('ab bd ac cd', 'a', 'd').chains.map(({ actors }) => actors.join(''))).toEqual(['abd', 'acd']);
  });

  it('hold every relation between their actors, and nothing else', () => {
    const { chains, elements } = walk('ab ba bc cx xa', 'a', 'b');
    expect(chains).toEqual([{ actors: ['a', 'b'], steps: [['a:supports:b', 'b:supports:a']] }]);
    expect(elements.nodes.map(({ data }) => data.id)).toEqual(['a', 'b']);
    expect(elements.edges.map(({ data }) => data.id)).toEqual(['a:supports:b', 'b:supports:a']);
  });

  it('are none beyond the steps asked for, nor between parts that nothing joins', () => {
    expect(walk('ab bc cd', 'a', 'd', 2)).toMatchObject({ length: null, total: 0, chains: [] });
    expect(walk('ab bc cd', 'a', 'd', 3).length).toBe(3);
    expect(walk('ab cd', 'a', 'd').length).toBeNull();
  });

  it('are counted in full where they are too many to hand out', () => {
    const pairs = [...'bcdefghi'].flatMap((x) => [`a${x}`, ...[...'jklmnopq'].map((y) => x + y)]);
    const { length, total, limit, chains } = walk(
      [...pairs, ...[...'jklmnopq'].map((y) => `${y}z`)].join(' '),
      'a',
      'z',
    );
    expect([length, total, limit, chains.length]).toEqual([3, 64, 50, 50]);
  });

  it('are those that a search of every way finds', () => {
    const pair = fc.tuple(fc.constantFrom(...'abcdef'), fc.constantFrom(...'abcdef')).filter(([a, b]) => a !== b);
    fc.assert(
      fc.property(
        fc.uniqueArray(
          pair.map((ends) => ends.join('')),
          { maxLength: 9 },
        ),
        (pairs) => {
          const linked = (a: string, b: string) => pairs.includes(a + b) || pairs.includes(b + a);
          const ways: string[] = [];
          const go = (way: string): void => {
            if (way.endsWith('f')) ways.push(way);
            else
              for (const next of 'abcdef')
                if (!way.includes(next) && linked(way.at(-1) as string, next)) go(way + next);
          };
          go('a');
          const shortest = Math.min(...ways.map(({ length }) => length));
          const { chains, total } = findPaths(draw(['af', ...pairs].slice(1).concat('gh')), all, {
            from: 'a',
            to: 'f',
            max: 6,
          });
          const expected = ways.filter(({ length }) => length === shortest).sort();
          expect(chains.map(({ actors }) => actors.join('')).sort()).toEqual(expected);
          expect(total).toBe(expected.length);
        },
      ),
    );
  });
});

describe('what is handed out of a graph', () => {
  const chain = draw(['ab', 'bc', 'cd', 'de', 'bx', 'by', 'xy']);
  const ask = (query: string, index = chain) => {
    const params = new URLSearchParams(query);
    const { filters, errors } = parseFilters(params, listKnownValues(index, lexicon.relationTypes.keys()), [
      'focus',
      'depth',
      'with',
      'expand',
      'limit',
    ]);
    const scope = readScope(index, lexicon.relationTypes, params, errors);
    const limit = Number(params.get('limit') ?? 99);
    return { errors, body: buildGraph(index, filters, { ...scope, limit }).body };
  };
  const actors = (query: string) =>
    ask(query)
      .body.elements.nodes.map(({ data }) => data.id)
      .join('');

  it.each([
    ['focus=a', 'ab'],
    ['focus=a&depth=2', 'abcxy'],
    ['focus=a&depth=3', 'abcdxy'],
    ['focus=b', 'abcxy'],
    ['focus=b&limit=2', 'bc'],
    ['focus=a&with=c', 'abc'],
    ['limit=2', 'bc'],
    ['limit=2&with=e', 'bc'],
    ['limit=2&with=e&with=d', 'bcde'],
    ['limit=2&expand=e', 'bcde'],
    ['limit=1&expand=x~supports', 'bxy'],
    ['limit=1&expand=x~visits', 'bx'],
    ['focus=a&class=conflict', 'a'],
  ])('%s: %s', (query, ids) => {
    expect(actors(query)).toBe(ids);
  });

  it('has all relations among the actors of a neighbourhood, and says how large that is', () => {
    const { body } = ask('focus=b&limit=3');
    expect(body.focus).toEqual({ actor: 'b', depth: 1, nodes: 5, edges: 5 });
    expect(body.shown).toEqual({ nodes: 3, edges: 2 });
    expect(body.total).toEqual({ nodes: 7, edges: 7 });
    expect(ask('').body.focus).toBeNull();
  });

  it.each([
    ['focus=Atlantis', 'focus', 'There is no actor "Atlantis".'],
    ['focus=a&depth=4', 'depth', 'Write 1, 2 or 3'],
    ['with=a&with=Q', 'with', 'There is no actor "Q".'],
    ['expand=a~nonsense', 'expand', 'There is no type "nonsense".'],
  ])('%s is refused', (query, field, detail) => {
    const { errors } = ask(query);
    expect(errors.map((error) => error.field)).toEqual([field]);
    expect(errors[0]?.detail).toContain(detail);
  });

  it('follows the filters: a neighbourhood is of the selected relations', async () => {
    const sample = await indexSample();
    const near = ask('focus=USA&class=cooperation', sample).body.elements.nodes.map(({ data }) => data.id);
    const far = ask('focus=USA&class=conflict', sample).body.elements.nodes.map(({ data }) => data.id);
    expect(far).toEqual(['PAK', 'RUS', 'USA']);
    expect(near).not.toEqual(far);
  });
});
