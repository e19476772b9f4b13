import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import type { Point } from '../../types.ts';
import { type Frame, findCentre } from './frame.ts';
import { seedRandom } from './random.ts';
import { compareText, type LayoutEdge, type LayoutNode, measureRadius, sortEdges, sortNodes } from './scene.ts';
import { separateNodes } from './separation.ts';
import { measureText } from './text-width.ts';

interface Body extends SimulationNodeDatum {
  id: string;
  radius: number;
}

interface Spring extends SimulationLinkDatum<Body> {
  length: number;
}

/** Room beside a node which lets its name and the labels of its edges pass, in px of the wide frame. */
const ROOM_FEW = 34;
const ROOM_MANY = 16;
/** Up to here a drawing is small enough for names to be read without zooming. */
const FEW = 60;

/** One spring a pair: longer for wide labels and for bundles. */
function buildSprings(edges: readonly LayoutEdge[], bodies: Map<string, Body>, scale: number): Spring[] {
  const pairs = new Map<string, { source: Body; target: Body; lines: number; width: number }>();
  for (const edge of edges) {
    const ends = [edge.source, edge.target].sort(compareText);
    const [source, target] = ends.map((id) => bodies.get(id)) as [Body, Body];
    const key = JSON.stringify(ends);
    const pair = pairs.get(key) ?? { source, target, lines: 0, width: 0 };
    pair.lines += 1;
    pair.width = Math.max(pair.width, measureText(edge.label, 13, 'regular'));
    pairs.set(key, pair);
  }
  return [...pairs.values()].map(({ source, target, lines, width }) => ({
    source,
    target,
    length: scale * (110 + 0.6 * width + 14 * Math.min(lines, 10)),
  }));
}

/**
 * Places the nodes by simulated forces around the centre of the frame: springs along the edges, repulsion between all,
 * gravity, and room around every node. No two nodes overlap; a large graph becomes larger than the frame. Nodes in
 * `fixed` stay exactly where they are. The same input gives the same places, in whatever order it comes.
 */
export function placeByForce(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  frame: Frame,
  options: { fixed?: ReadonlyMap<string, Point>; seed: number },
): Map<string, Point> {
  const { fixed, seed } = options;
  const centre = findCentre(frame.inner);
  const { scale } = frame;
  const sorted = sortNodes(nodes);
  const room = scale * (sorted.length > FEW ? ROOM_MANY : ROOM_FEW);
  const random = seedRandom(seed);
  const usable = sortEdges(sorted, edges);
  const bodies = new Map<string, Body>();
  for (const node of sorted) {
    const place = fixed?.get(node.id);
    const body: Body = { id: node.id, radius: measureRadius(node) * scale };
    if (place) Object.assign(body, { x: place.x, y: place.y, fx: place.x, fy: place.y });
    bodies.set(node.id, body);
  }
  startFree(sorted, usable, bodies, centre, random);

  const count = sorted.length;
  const ticks = count <= 200 ? 400 : count <= 600 ? 250 : 150;
  const springs = buildSprings(usable, bodies, scale);
  const simulation = forceSimulation([...bodies.values()])
    .randomSource(random)
    .alphaDecay(1 - 0.001 ** (1 / ticks))
    .force(
      'link',
      forceLink<Body, Spring>(springs).distance((spring) => spring.length),
    )
    .force(
      'charge',
      forceManyBody<Body>()
        .strength(-700 * scale)
        .distanceMax(1600 * scale),
    )
    .force('x', forceX<Body>(centre.x).strength(0.06))
    .force('y', forceY<Body>(centre.y).strength(0.06))
    .force('collide', forceCollide<Body>((body) => body.radius + room).iterations(count > FEW ? 1 : 2))
    .stop();
  simulation.tick(ticks);

  const positions = new Map<string, Point>();
  for (const body of bodies.values()) positions.set(body.id, { x: body.x ?? centre.x, y: body.y ?? centre.y });
  separateNodes(sorted, positions, scale, fixed ?? new Map());
  return positions;
}

/** Starts free nodes near their fixed neighbours, or on a spiral around the centre, shaken by chance. */
function startFree(
  nodes: readonly LayoutNode[],
  edges: readonly LayoutEdge[],
  bodies: Map<string, Body>,
  centre: Point,
  random: () => number,
): void {
  const anchors = new Map<string, Point[]>();
  for (const edge of edges) {
    for (const [free, other] of [
      [edge.source, edge.target],
      [edge.target, edge.source],
    ] as [string, string][]) {
      const anchor = bodies.get(other);
      if (anchor?.fx === undefined || anchor.fx === null) continue;
      const places = anchors.get(free) ?? [];
      places.push({ x: anchor.fx, y: anchor.fy ?? 0 });
      anchors.set(free, places);
    }
  }
  nodes.forEach((node, i) => {
    const body = bodies.get(node.id);
    if (!body || (body.fx !== undefined && body.fx !== null)) return;
    const near = anchors.get(node.id);
    const angle = i * 2.399963;
    const reach = near ? 60 : 40 * Math.sqrt(i + 0.5);
    const middle = near
      ? {
          x: near.reduce((sum, p) => sum + p.x, 0) / near.length,
          y: near.reduce((sum, p) => sum + p.y, 0) / near.length,
        }
      : centre;
    body.x = middle.x + reach * Math.cos(angle) + random();
    body.y = middle.y + reach * Math.sin(angle) + random();
  });
}
