import {
  crossesRectangle,
  emptyRectangle,
  measureDistance,
  measureOutside,
  overlapCircle,
  overlapRectangles,
  type Rectangle,
  setBox,
} from './overlap.ts';
import { LABEL_HALF, nameTop, type Scene, SEGMENTS, STRIDE } from './scene.ts';
import { type Tally, TERMS } from './terms.ts';

/** The slope (33 degrees) from which on labels get hard to read. */
const EASY_SLOPE = 0.576;
/** Pairs at one node should leave it at this angle at least. */
const SHARP_ANGLE = 0.35;
/** A pair should be this much longer than its widest bend, or its curves become loops. */
const BUNDLE_LENGTH = 4;
/** Labels keep this far from nodes and from each other. */
const LABEL_GAP = 3;
/** Heads of arrows at both ends, in px. */
const HEADS = 16;

const TERM_COUNT = Object.keys(TERMS).length;

/** Scores the parts of a scene against each other. All amounts are in the same arbitrary unit; lower is better. */
export interface Penalties {
  readTally(): Tally;
  scoreLine(line: number): number;
  scoreLines(a: number, b: number): number;
  scoreLineAtNode(line: number, node: number): number;
  scoreNode(node: number): number;
  scoreNodes(a: number, b: number): number;
  scorePair(pair: number): number;
  scorePairs(a: number, b: number): number;
  scoreSpread(): number;
}

/** Penalties over one scene. They read its arrays anew at each call; the rectangles are reused, never handed out. */
export function buildPenalties(scene: Scene): Penalties {
  const { frame, x, y, points, labelX, labelY } = scene;
  const amounts = new Float64Array(TERM_COUNT);
  const counts = new Float64Array(TERM_COUNT);
  const first = emptyRectangle();
  const second = emptyRectangle();
  const nameTops = Float64Array.from(scene.ids, (_, node) => nameTop(scene, node));
  /** Neither a node nor its name reaches further than this from its centre, the gap of a label included. */
  const nodeReach = Float64Array.from(scene.ids, (_, node) => {
    const below = (nameTops[node] as number) + (scene.nameHeight[node] as number);
    return Math.max(below, scene.nameHalf[node] as number) + LABEL_HALF + LABEL_GAP;
  });

  function charge(term: number, amount: number): number {
    amounts[term] = (amounts[term] as number) + amount;
    counts[term] = (counts[term] as number) + 1;
    return amount;
  }

  function readTally(): Tally {
    const entries = Object.entries(TERMS).map(([term, i]) => [term, { amount: amounts[i], count: counts[i] }]);
    return Object.fromEntries(entries) as Tally;
  }

  function setLabel(box: Rectangle, line: number, gap: number): void {
    box.x = labelX[line] as number;
    box.y = labelY[line] as number;
    box.ux = scene.alongX[line] as number;
    box.uy = scene.alongY[line] as number;
    box.halfWidth = (scene.labelHalf[line] as number) + gap;
    box.halfHeight = LABEL_HALF + gap;
  }

  function setName(box: Rectangle, node: number, gap: number): void {
    const half = (scene.nameHeight[node] as number) / 2;
    box.x = x[node] as number;
    box.y = (y[node] as number) + (nameTops[node] as number) + half;
    box.ux = 1;
    box.uy = 0;
    box.halfWidth = (scene.nameHalf[node] as number) + gap;
    box.halfHeight = half + gap;
  }

  /** A quick no: the box around the curve is further than `reach` from the point. */
  function isFar(line: number, atX: number, atY: number, reachX: number, reachY: number): boolean {
    return (
      (scene.left[line] as number) > atX + reachX ||
      (scene.right[line] as number) < atX - reachX ||
      (scene.top[line] as number) > atY + reachY ||
      (scene.bottom[line] as number) < atY - reachY
    );
  }

  /** A quick no: neither the curves nor the labels of two lines can touch. */
  function areApart(a: number, b: number): boolean {
    const reach = (scene.labelHalf[a] as number) + (scene.labelHalf[b] as number) + 2 * LABEL_HALF;
    return (
      (scene.left[a] as number) - (scene.right[b] as number) > reach ||
      (scene.left[b] as number) - (scene.right[a] as number) > reach ||
      (scene.top[a] as number) - (scene.bottom[b] as number) > reach ||
      (scene.top[b] as number) - (scene.bottom[a] as number) > reach
    );
  }

  function crossesLabel(label: number, line: number): boolean {
    const half = scene.labelHalf[label] as number;
    const reachX = half * Math.abs(scene.alongX[label] as number) + LABEL_HALF;
    const reachY = half * Math.abs(scene.alongY[label] as number) + LABEL_HALF;
    if (isFar(line, labelX[label] as number, labelY[label] as number, reachX, reachY)) return false;
    setLabel(first, label, 0);
    return crossesRectangle(first, points, line * STRIDE, SEGMENTS);
  }

  function scoreLine(line: number): number {
    let sum = 0;
    const from = scene.from[line] as number;
    const to = scene.to[line] as number;
    if (frame.labels) {
      const distance = Math.hypot((x[to] as number) - (x[from] as number), (y[to] as number) - (y[from] as number));
      const room = distance - (scene.radius[from] as number) - (scene.radius[to] as number) - HEADS;
      const lacking = 2 * (scene.labelHalf[line] as number) - room;
      if (lacking > 0) sum += charge(TERMS.shortLine, 10 + lacking);
      setLabel(first, line, 0);
      const outside = measureOutside(first, frame.canvas);
      if (outside > 0) sum += charge(TERMS.labelOutside, 40 + 3 * outside);
    }
    for (const corner of frame.corners) {
      setBox(second, corner);
      const covered = frame.labels ? overlapRectangles(first, second) : 0;
      if (covered > 0) sum += charge(TERMS.corner, 40 + 3 * covered);
      if (isFar(line, second.x, second.y, second.halfWidth, second.halfHeight)) continue;
      if (crossesRectangle(second, points, line * STRIDE, SEGMENTS)) sum += charge(TERMS.corner, 30);
    }
    return sum;
  }

  function scoreLines(a: number, b: number): number {
    if (!frame.labels || scene.linePair[a] === scene.linePair[b] || areApart(a, b)) return 0;
    let sum = 0;
    const dx = (labelX[a] as number) - (labelX[b] as number);
    const dy = (labelY[a] as number) - (labelY[b] as number);
    const reach = (scene.labelHalf[a] as number) + (scene.labelHalf[b] as number) + 4 * LABEL_HALF;
    if (dx * dx + dy * dy < reach * reach) {
      setLabel(first, a, LABEL_GAP);
      setLabel(second, b, 0);
      const depth = overlapRectangles(first, second);
      if (depth > 0) sum += charge(TERMS.labelOnLabel, 50 + 4 * depth);
    }
    if (crossesLabel(a, b)) sum += charge(TERMS.labelCrossed, 60);
    if (crossesLabel(b, a)) sum += charge(TERMS.labelCrossed, 60);
    return sum;
  }

  function scoreLineAtNode(line: number, node: number): number {
    const nodeX = x[node] as number;
    const nodeY = y[node] as number;
    const reach = (scene.labelHalf[line] as number) + (nodeReach[node] as number);
    if (isFar(line, nodeX, nodeY, reach, reach)) return 0;
    let sum = 0;
    const radius = scene.radius[node] as number;
    const isEnd = scene.from[line] === node || scene.to[line] === node;
    setName(second, node, 0);
    if (frame.labels) {
      const dx = Math.abs((labelX[line] as number) - nodeX);
      const dy = Math.abs((labelY[line] as number) - nodeY);
      if (dx < reach && dy < reach) {
        setLabel(first, line, LABEL_GAP);
        const onNode = overlapCircle(first, nodeX, nodeY, radius);
        if (onNode > 0) sum += charge(TERMS.labelOnNode, 40 + 3 * onNode);
        const onName = overlapRectangles(first, second);
        if (onName > 0) sum += charge(TERMS.labelOnName, 35 + 3 * onName);
      }
    }
    if (!isFar(line, second.x, second.y, second.halfWidth, second.halfHeight)) {
      if (crossesRectangle(second, points, line * STRIDE, SEGMENTS)) {
        // A line that leaves its own node downwards cannot help but pass its name.
        sum += isEnd ? charge(TERMS.ownNameCrossed, 5) : charge(TERMS.nameCrossed, 30);
      }
    }
    const clearance = radius + 6;
    if (!isEnd && !isFar(line, nodeX, nodeY, clearance, clearance)) {
      const distance = measureDistance(nodeX, nodeY, points, line * STRIDE, SEGMENTS);
      if (distance < clearance) sum += charge(TERMS.lineThroughNode, 60 + clearance - distance);
    }
    return sum;
  }

  function scoreNode(node: number): number {
    let sum = 0;
    const radius = (scene.radius[node] as number) + 4;
    setName(first, node, 4);
    const outside = measureOutside(first, frame.canvas);
    if (outside > 0) sum += charge(TERMS.nameOutside, 20 + 2 * outside);
    for (const corner of frame.corners) {
      setBox(second, corner);
      const covered = Math.max(
        overlapRectangles(first, second),
        overlapCircle(second, x[node] as number, y[node] as number, radius),
      );
      if (covered > 0) sum += charge(TERMS.corner, 150 + 6 * covered);
    }
    return sum;
  }

  function scoreNodes(a: number, b: number): number {
    const distance = Math.hypot((x[a] as number) - (x[b] as number), (y[a] as number) - (y[b] as number));
    let sum = 0;
    if (distance < frame.minDistance) sum += charge(TERMS.nodesClose, 0.5 * (frame.minDistance - distance));
    const touching = (scene.radius[a] as number) + (scene.radius[b] as number) + 6 - distance;
    if (touching > 0) sum += charge(TERMS.nodesClose, 400 + 10 * touching);
    if (distance > 240) return sum;
    setName(first, a, 2);
    setName(second, b, 2);
    const depth = Math.max(
      overlapRectangles(first, second),
      overlapCircle(first, x[b] as number, y[b] as number, scene.radius[b] as number),
      overlapCircle(second, x[a] as number, y[a] as number, scene.radius[a] as number),
    );
    return depth > 0 ? sum + charge(TERMS.nameOnName, 60 + 4 * depth) : sum;
  }

  function scorePair(pair: number): number {
    const lines = scene.pairLines[pair] as number;
    if (!frame.labels && lines === 1) return 0;
    let sum = 0;
    const from = scene.pairFrom[pair] as number;
    const to = scene.pairTo[pair] as number;
    const dx = Math.abs((x[to] as number) - (x[from] as number));
    const dy = Math.abs((y[to] as number) - (y[from] as number));
    const excess = Math.atan2(dy, dx) - EASY_SLOPE;
    if (excess > 0) sum += charge(TERMS.slope, excess * (lines >= 5 ? 66 : lines >= 2 ? 29 : 9));
    const lacking = BUNDLE_LENGTH * (scene.pairBend[pair] as number) - Math.hypot(dx, dy);
    if (lacking > 0) sum += charge(TERMS.shortBundle, 0.8 * lacking);
    return sum;
  }

  function scorePairs(a: number, b: number): number {
    const aFrom = scene.pairFrom[a] as number;
    const aTo = scene.pairTo[a] as number;
    const bFrom = scene.pairFrom[b] as number;
    const bTo = scene.pairTo[b] as number;
    const shared = aFrom === bFrom || aFrom === bTo ? aFrom : aTo === bFrom || aTo === bTo ? aTo : -1;
    if (shared >= 0) {
      const angle = measureAngle(shared, shared === aFrom ? aTo : aFrom, shared === bFrom ? bTo : bFrom);
      if (angle >= SHARP_ANGLE) return 0;
      return charge(TERMS.sharpAngle, 40 * (1 - angle / SHARP_ANGLE));
    }
    const crossed =
      findSide(aFrom, aTo, bFrom) !== findSide(aFrom, aTo, bTo) &&
      findSide(bFrom, bTo, aFrom) !== findSide(bFrom, bTo, aTo);
    if (!crossed) return 0;
    return charge(TERMS.crossing, 39 + 8 * ((scene.pairLines[a] as number) + (scene.pairLines[b] as number)));
  }

  function measureAngle(at: number, one: number, other: number): number {
    const oneX = (x[one] as number) - (x[at] as number);
    const oneY = (y[one] as number) - (y[at] as number);
    const otherX = (x[other] as number) - (x[at] as number);
    const otherY = (y[other] as number) - (y[at] as number);
    const dot = oneX * otherX + oneY * otherY;
    // The arc tangent is dear, and most angles are wide.
    return dot <= 0 ? Math.PI : Math.atan2(Math.abs(oneX * otherY - oneY * otherX), dot);
  }

  function findSide(from: number, to: number, node: number): boolean {
    const dx = (x[to] as number) - (x[from] as number);
    const dy = (y[to] as number) - (y[from] as number);
    return dx * ((y[node] as number) - (y[from] as number)) > dy * ((x[node] as number) - (x[from] as number));
  }

  function scoreSpread(): number {
    if (scene.ids.length < 2) return 0;
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let node = 0; node < scene.ids.length; node += 1) {
      left = Math.min(left, x[node] as number);
      right = Math.max(right, x[node] as number);
      top = Math.min(top, y[node] as number);
      bottom = Math.max(bottom, y[node] as number);
    }
    const { inner } = frame;
    const unusedWidth = Math.max(0, left - inner.left) + Math.max(0, inner.right - right);
    const unusedHeight = Math.max(0, top - inner.top) + Math.max(0, inner.bottom - bottom);
    return charge(TERMS.unused, 0.25 * (unusedWidth + unusedHeight));
  }

  return {
    readTally,
    scoreLine,
    scoreLines,
    scoreLineAtNode,
    scoreNode,
    scoreNodes,
    scorePair,
    scorePairs,
    scoreSpread,
  };
}
