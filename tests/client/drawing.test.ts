import { describe, expect, it } from 'vitest';
import { selectDrawing } from '../../client/drawing.ts';
import { parseState } from '../../client/state.ts';
import type { EdgeData, GraphBody, NodeData, PathsBody } from '../../server/types.ts';

const node = (id: string, degree: number) => ({
  data: { id, label: id, kind: 'person', degree, total: degree } as NodeData,
  position: { x: degree, y: 0 },
});
const edge = (source: string, type: string, target: string) => ({
  data: { id: `${source}:${type}:${target}`, source, target, type } as EdgeData,
});

/** A graph of the given relations, of which as many actors as stand in them are there in all. */
function graphOf(edges: { data: EdgeData }[]): GraphBody {
  const degrees = new Map<string, number>();
  for (const { data } of edges)
    for (const id of [data.source, data.target]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  const extent = { nodes: degrees.size, edges: edges.length };
  const nodes = [...degrees].map(([id, degree]) => node(id, degree));
  return { elements: { nodes, edges }, all: extent, total: extent, shown: extent } as unknown as GraphBody;
}

const small = graphOf([
  edge('a', 'supports', 'b'),
  edge('b', 'visits', 'c'),
  edge('c', 'supports', 'd'),
  edge('d', 'attacks', 'e'),
]);

interface Given {
  base?: GraphBody;
  graph?: GraphBody;
  paths?: PathsBody | null;
  kept?: string[];
}

function draw(search: string, { base = small, graph = base, paths = null, kept = [] }: Given = {}) {
  const drawing = selectDrawing({ base, graph, paths, state: parseState(search), kept: new Set(kept) });
  return {
    ...drawing,
    ids: drawing.nodes.map(({ data }) => data.id).sort(),
    faded: drawing.nodes.filter(({ faded }) => faded).map(({ data }) => data.id),
  };
}

describe('what is drawn of a small graph', () => {
  it('is all of it', () => {
    const { ids, edges, whole } = draw('');
    expect([ids.join(''), edges.length, whole]).toEqual(['abcde', 4, true]);
  });

  it.each([
    ['?focus=b&depth=1', 'abc', 2],
    ['?focus=a&depth=2', 'abc', 2],
    ['?focus=a&depth=3', 'abcd', 3],
    ['?focus=a&depth=3&hidden=c', 'ab', 1],
    ['?hidden=c&hidden=e', 'abd', 1],
    ['?focus=a&depth=1&actor=e', 'abe', 1],
    ['?focus=a&depth=1&expand=b', 'abc', 2],
    ['?focus=a&depth=1&expand=b~supports', 'ab', 1],
  ])('under %s is %s', (search, actors, relations) => {
    const { ids, edges } = draw(search);
    expect([ids.join(''), edges.length]).toEqual([actors, relations]);
  });

  it('fades, hides or keeps actors that the filters leave without a relation', () => {
    const graph = { ...graphOf([edge('a', 'supports', 'b')]), all: small.all };
    expect(draw('', { graph }).faded).toEqual(['c', 'd', 'e']);
    expect(draw('?hide=1', { graph }).ids).toEqual(['a', 'b']);
    expect(draw('', { graph, kept: ['c'] }).faded).toEqual(['d', 'e']);
  });

  it('holds the chains, which the rest stands back behind', () => {
    const { elements } = graphOf([edge('a', 'supports', 'z'), edge('z', 'visits', 'd')]);
    const paths = {
      chains: [{ actors: ['a', 'z', 'd'], steps: [['a:supports:z'], ['z:visits:d']] }],
      elements,
    } as unknown as PathsBody;
    const { ids, chains, scene } = draw('?path=a~d', { paths });
    expect(ids).toContain('z');
    expect(chains).toEqual(new Set(['a', 'z', 'd', 'a:supports:z', 'z:visits:d']));
    expect(scene).not.toBe(draw('').scene);
  });
});

describe('what is drawn of a large graph', () => {
  // A hub with 200 neighbours, each of which but the first has one relation.
  const spokes = Array.from({ length: 200 }, (_, at) => edge('hub', 'supports', `n${String(at).padStart(3, '0')}`));
  const large = graphOf([...spokes, edge('n000', 'visits', 'zz')]);

  it('is its best-connected actors, equals in the order of their ids', () => {
    const { ids, whole, matched } = draw('', { base: large });
    expect([ids.length, ids.includes('hub'), ids.includes('n058'), ids.includes('n059'), whole, matched]).toEqual([
      60,
      true,
      true,
      false,
      false,
      202,
    ]);
  });

  it('takes in what is selected, with its relations to what is drawn', () => {
    const { ids, edges } = draw('?actor=n150', { base: large });
    expect(ids).toHaveLength(61);
    expect(edges.map(({ id }) => id)).toContain('hub:supports:n150');
    expect(draw('?edge=n000:visits:zz', { base: large }).ids).toContain('zz');
  });

  it('takes in the neighbours of what is expanded, all or by a type', () => {
    expect(draw('?expand=hub', { base: large }).ids).toHaveLength(201);
    expect(draw('?expand=n000~visits', { base: large }).ids).toContain('zz');
    expect(draw('?expand=n000~supports', { base: large }).ids).not.toContain('zz');
  });

  it('is all that the filters leave where that is little', () => {
    const graph = { ...graphOf([edge('n000', 'visits', 'zz')]), all: large.all };
    expect(draw('?type=visits&hide=1', { base: large, graph }).ids).toEqual(['n000', 'zz']);
  });
});
