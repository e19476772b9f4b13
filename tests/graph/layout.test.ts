import { describe, expect, it } from 'vitest';
import { narrowFrame, wideFrame } from '../../server/graph/layout/frame.ts';
import { type LayoutEdge, type LayoutNode, layoutGraph } from '../../server/graph/layout/index.ts';
import { layoutInWorker } from '../../server/graph/layout/run.ts';
import { measureRadius } from '../../server/graph/layout/scene.ts';
import type { Placement } from '../../server/types.ts';
import { buildLarge, buildSample, tally } from './layout-sample.ts';

const sample = buildSample();
const drawn = layoutGraph(sample.nodes, sample.edges);

function countOverlaps(nodes: LayoutNode[], placements: Map<string, Placement>, key: 'wide' | 'narrow'): number {
  const scale = key === 'wide' ? 1 : narrowFrame.scale;
  let overlaps = 0;
  nodes.forEach((one, i) => {
    for (const other of nodes.slice(i + 1)) {
      const a = (placements.get(one.id) as Placement)[key];
      const b = (placements.get(other.id) as Placement)[key];
      const apart = Math.hypot(a.x - b.x, a.y - b.y);
      if (apart < (measureRadius(one) + measureRadius(other)) * scale) overlaps += 1;
    }
  });
  return overlaps;
}

describe('layoutGraph', () => {
  it('gives the same places for the same graph, in whatever order it comes', () => {
    const turned = sample.edges.map((edge): LayoutEdge => ({ ...edge }));
    expect(layoutGraph([...sample.nodes].reverse(), turned.reverse())).toEqual(drawn);
  });

  it('keeps the sample within both frames and out from under the controls', () => {
    const wide = new Map([...drawn].map(([id, place]) => [id, place.wide]));
    expect(tally(sample, wideFrame, wide).corner.count).toBe(0);
    for (const place of drawn.values()) {
      for (const [point, { inner }] of [
        [place.wide, wideFrame],
        [place.narrow, narrowFrame],
      ] as const) {
        expect(point.x).toBeGreaterThanOrEqual(inner.left);
        expect(point.x).toBeLessThanOrEqual(inner.right);
        expect(point.y).toBeGreaterThanOrEqual(inner.top);
        expect(point.y).toBeLessThanOrEqual(inner.bottom);
      }
    }
  });

  it('leaves the words of the sample readable', () => {
    const wide = new Map([...drawn].map(([id, place]) => [id, place.wide]));
    const faults = tally(sample, wideFrame, wide);
    expect(faults.labelOnLabel.count).toBe(0);
    expect(faults.labelOnNode.count).toBe(0);
    expect(faults.labelOnName.count).toBe(0);
    expect(faults.nameOnName.count).toBe(0);
    expect(faults.labelCrossed.count).toBeLessThanOrEqual(2);
    expect(faults.nameCrossed.count).toBeLessThanOrEqual(1);
    const narrow = new Map([...drawn].map(([id, place]) => [id, place.narrow]));
    expect(tally(sample, narrowFrame, narrow).nameOnName.count).toBe(0);
  });

  it.each([14, 100, 400])('lets no two of %i nodes overlap', (size) => {
    const { nodes, edges } = buildLarge(size);
    const placements = layoutGraph(nodes, edges);
    expect(placements.size).toBe(size);
    expect(countOverlaps(nodes, placements, 'wide')).toBe(0);
    expect(countOverlaps(nodes, placements, 'narrow')).toBe(0);
  });

  it('lets no two unconnected nodes overlap', () => {
    const nodes = buildLarge(120).nodes.map((node) => ({ ...node, degree: 0 }));
    expect(countOverlaps(nodes, layoutGraph(nodes, []), 'wide')).toBe(0);
  });

  it('lays out no node, one and two', () => {
    const node = (id: string): LayoutNode => ({ id, kind: 'person', label: id, degree: 1 });
    expect(layoutGraph([], []).size).toBe(0);
    const alone = layoutGraph([node('a')], []).get('a') as Placement;
    expect(alone.wide).toEqual({ x: 402, y: 442 });
    expect(alone.narrow).toEqual({ x: 195, y: 196 });
    const two = layoutGraph([node('a'), node('b')], [{ source: 'b', target: 'a', label: 'supports', bend: 0 }]);
    const [a, b] = [two.get('a') as Placement, two.get('b') as Placement];
    expect(Math.hypot(a.wide.x - b.wide.x, a.wide.y - b.wide.y)).toBeGreaterThan(wideFrame.minDistance);
    expect(Math.hypot(a.narrow.x - b.narrow.x, a.narrow.y - b.narrow.y)).toBeGreaterThan(narrowFrame.minDistance);
  });

  it('passes over loops and edges to unknown nodes', () => {
    const nodes: LayoutNode[] = [{ id: 'a', kind: 'person', label: 'A', degree: 1 }];
    const edges = ['a', 'b'].map((target): LayoutEdge => ({ source: 'a', target, label: 'visits', bend: 0 }));
    expect(layoutGraph(nodes, edges).size).toBe(1);
  });
});

describe('layoutGraph with fixed nodes', () => {
  const newcomers = new Set(['IRN', 'ayaz-wazir', 'sergey-lavrov']);
  const fixed = new Map([...drawn].filter(([id]) => !newcomers.has(id)));
  const grown = layoutGraph(sample.nodes, sample.edges, { fixed });

  it('leaves them exactly where they are, in both frames', () => {
    for (const [id, place] of fixed) expect(grown.get(id)).toEqual(place);
    expect(grown.size).toBe(sample.nodes.length);
  });

  it('places the new ones clear of nodes and names', () => {
    expect(countOverlaps(sample.nodes, grown, 'wide')).toBe(0);
    expect(countOverlaps(sample.nodes, grown, 'narrow')).toBe(0);
    const faults = tally(sample, wideFrame, new Map([...grown].map(([id, place]) => [id, place.wide])));
    expect(faults.nameOnName.count).toBe(0);
    expect(faults.labelOnNode.count).toBe(0);
    expect(faults.labelOnLabel.count).toBe(0);
  });

  it('keeps a large drawing and places what is new', () => {
    const before = buildLarge(150);
    const old = layoutGraph(before.nodes, before.edges);
    const after = buildLarge(170);
    const placements = layoutGraph(after.nodes, after.edges, { fixed: old });
    for (const [id, place] of old) expect(placements.get(id)).toEqual(place);
    expect(placements.size).toBe(170);
    const overlapping = countOverlaps(after.nodes, placements, 'wide');
    // Old nodes that gained edges have grown where they stand; only those may touch.
    expect(overlapping).toBe(countOverlaps(after.nodes.slice(0, 150), placements, 'wide'));
  });

  it('returns the old places when nothing is new', () => {
    expect(layoutGraph(sample.nodes, sample.edges, { fixed: drawn })).toEqual(drawn);
  });
});

describe('layoutInWorker', () => {
  it('gives the same places as the main thread', async () => {
    const { nodes, edges } = buildLarge(8);
    const fixed = layoutGraph(nodes.slice(0, 6), edges);
    expect(await layoutInWorker({ nodes, edges, fixed, seed: 3 })).toEqual(
      layoutGraph(nodes, edges, { fixed, seed: 3 }),
    );
  });

  it('reports what goes wrong in the thread', async () => {
    const broken = { nodes: [{ id: 'a' }, { id: 'b' }], edges: [] } as unknown as Parameters<typeof layoutInWorker>[0];
    await expect(layoutInWorker(broken)).rejects.toThrow(/undefined/);
  });
});
