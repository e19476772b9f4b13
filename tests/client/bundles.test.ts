import { describe, expect, it } from 'vitest';
import { collapseEdges } from '../../client/graph/bundles.ts';
import type { EdgeData } from '../../server/types.ts';

const edge = (source: string, type: string, target: string, more: Partial<EdgeData> = {}): EdgeData =>
  ({
    id: `${source}:${type}:${target}`,
    source,
    target,
    type,
    label: type,
    class: 'conflict',
    symmetric: false,
    modality: 'asserted',
    count: 1,
    bend: 0,
    ...more,
  }) as EdgeData;

/** Nine relations: six conflicts and one cooperation from a to b, one conflict back, and a mutual one. */
const nine = [
  ...['hits', 'blames', 'sues', 'warns', 'taxes'].map((type) => edge('a', type, 'b')),
  edge('a', 'is hostile to', 'b', { count: 3 }),
  edge('a', 'helps', 'b', { class: 'cooperation' }),
  edge('b', 'hits', 'a'),
  edge('a', 'talks with', 'b', { class: 'cooperation', symmetric: true }),
];
const other = edge('a', 'helps', 'c', { class: 'cooperation', bend: 7 });

describe('many relations between two actors', () => {
  it('are one line a class and direction, which says the strongest and how many more', () => {
    const lines = collapseEdges([...nine, other], null);
    expect(lines.map(({ data }) => data.label)).toEqual(['helps', 'talks with', 'is hostile to + 5', 'hits', 'helps']);
    const bundle = lines[2];
    expect(bundle?.members).toHaveLength(6);
    expect(bundle?.members[0]).toBe('a:is hostile to:b');
    expect(bundle?.data.count).toBe(8);
  });

  it('lie beside each other, the other pairs as they were', () => {
    const bends = collapseEdges([...nine, other], null).map(({ data }) => data.bend);
    expect(bends).toEqual([-34.5, -11.5, 11.5, 34.5, 7]);
  });

  it('are drawn one by one where one of them is selected', () => {
    const lines = collapseEdges([...nine, other], 'b:hits:a');
    expect(lines.map(({ members }) => members)).toEqual([...nine, other].map(({ id }) => [id]));
  });

  it('stay as they are up to eight', () => {
    expect(collapseEdges(nine.slice(1), null)).toHaveLength(8);
  });

  it('are denied only as a whole', () => {
    const denied = nine.map((data) => ({ ...data, modality: 'negated' as const }));
    const [, , bundle] = collapseEdges(denied, null);
    expect(bundle?.data).toMatchObject({ modality: 'negated', label: '✕ is hostile to + 5' });
    const half = collapseEdges([{ ...(denied[5] as EdgeData), count: 9 }, ...nine.slice(0, 5), ...nine.slice(6)], null);
    expect(half.find(({ members }) => members.length === 6)?.data.modality).toBe('asserted');
  });
});
