import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureCost, trackCost } from '../../server/graph/layout/cost.ts';
import { placeByForce } from '../../server/graph/layout/force.ts';
import { narrowFrame, wideFrame } from '../../server/graph/layout/frame.ts';
import { polish } from '../../server/graph/layout/polish.ts';
import { rotateToFrame } from '../../server/graph/layout/rotation.ts';
import { buildScene, sortEdges, sortNodes } from '../../server/graph/layout/scene.ts';
import { measureName, measureText } from '../../server/graph/layout/text-width.ts';
import { buildSample, tally } from './layout-sample.ts';

const sample = buildSample();
const nodes = sortNodes(sample.nodes);
const edges = sortEdges(nodes, sample.edges);
const rough = placeByForce(nodes, edges, wideFrame, { seed: 1 });
const start = rotateToFrame(nodes, edges, wideFrame, rough);
const costOf = (positions: typeof start) => measureCost(buildScene(nodes, edges, wideFrame, positions)).total;

describe('rotateToFrame', () => {
  it('never chooses a drawing dearer than the one not turned', () => {
    const xs = [...start.values()].map((place) => place.x);
    expect(Math.min(...xs)).toBeCloseTo(wideFrame.inner.left);
    expect(Math.max(...xs)).toBeCloseTo(wideFrame.inner.right);
    const other = rotateToFrame(nodes, edges, wideFrame, start);
    expect(costOf(other)).toBeLessThanOrEqual(costOf(start) + 1e-6);
  });
});

describe('polish', () => {
  it('lowers the cost and takes labels off each other', () => {
    const { positions, cost } = polish(nodes, edges, wideFrame, start, { seed: 1 });
    expect(cost).toBeLessThan(0.5 * costOf(start));
    expect(costOf(positions)).toBeCloseTo(cost, -1);
    const before = tally(sample, wideFrame, start);
    const after = tally(sample, wideFrame, positions);
    expect(before.labelOnLabel.count + before.labelOnNode.count + before.labelOnName.count).toBeGreaterThan(3);
    expect(after.labelOnLabel.count + after.labelOnNode.count + after.labelOnName.count).toBe(0);
  });

  it('moves only what may move', () => {
    const { positions } = polish(nodes, edges, wideFrame, start, { seed: 1, moves: 500, movable: new Set(['IRN']) });
    for (const [id, place] of positions) {
      if (id === 'IRN') continue;
      expect(place.x).toBeCloseTo(start.get(id)?.x ?? 0, 0);
      expect(place.y).toBeCloseTo(start.get(id)?.y ?? 0, 0);
    }
  });
});

describe('trackCost', () => {
  const move = fc.record({
    node: fc.nat(nodes.length - 1),
    x: fc.double({ min: 56, max: 748, noNaN: true }),
    y: fc.double({ min: 96, max: 788, noNaN: true }),
  });
  const step = fc.record({
    moves: fc.uniqueArray(move, { selector: ({ node }) => node, minLength: 1, maxLength: 2 }),
    accepted: fc.boolean(),
  });

  it.each([wideFrame, narrowFrame])('agrees with the cost computed anew after any moves ($name)', (frame) => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const scene = buildScene(nodes, edges, frame, start);
        const cost = trackCost(scene);
        expect(cost.total()).toBeCloseTo(measureCost(scene).total, 6);
        for (const { moves, accepted } of steps) {
          const before = cost.total();
          const delta = cost.propose(moves);
          expect(before + delta).toBeCloseTo(measureCost(scene).total, 6);
          if (accepted) cost.accept();
          else cost.reject();
          expect(cost.total()).toBeCloseTo(measureCost(scene).total, 6);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('measureText', () => {
  it('knows the widths of Helvetica', () => {
    expect(measureText('supports', 10, 'regular')).toBeCloseTo(
      (5 * (2 * 5 + 2 * 5.56 + 2 * 5.56 + 3.33 + 2.78)) / 5,
      1,
    );
    expect(measureText('Müller', 13, 'bold')).toBeCloseTo(measureText('Muller', 13, 'bold'));
    expect(measureText('日本', 10, 'regular')).toBe(20);
  });

  it('wraps names between words', () => {
    expect(measureName('Russian Foreign Ministry', 13, 110).lines).toBe(2);
    expect(measureName('Pakistan', 13, 110).lines).toBe(1);
    expect(measureName('Russian Foreign Ministry', 13, 110).width).toBeLessThan(110);
  });
});
