import { buildPenalties } from './penalties.ts';
import { type Scene, traceLine } from './scene.ts';
import type { Tally } from './terms.ts';

/** A node's new place. */
export interface Move {
  node: number;
  x: number;
  y: number;
}

/** The cost of a scene, kept up to date move by move. */
export interface Cost {
  total(): number;
  /**
   * Moves nodes (each once) and returns by how much the cost changes; `accept` or `reject` must follow. A change that
   * is seen to be above `limit` may be returned as infinity, which can only be rejected.
   */
  propose(moves: readonly Move[], limit?: number): number;
  accept(): void;
  reject(): void;
}

/** Cost of the scene as it stands, computed from nothing, term by term. */
export function measureCost(scene: Scene): { total: number; tally: Tally } {
  const penalties = buildPenalties(scene);
  const nodes = scene.ids.length;
  const pairs = scene.pairFrom.length;
  let total = penalties.scoreSpread();
  for (let a = 0; a < nodes; a += 1) {
    total += penalties.scoreNode(a);
    for (let b = a + 1; b < nodes; b += 1) total += penalties.scoreNodes(a, b);
  }
  for (let a = 0; a < pairs; a += 1) {
    total += penalties.scorePair(a);
    for (let b = a + 1; b < pairs; b += 1) total += penalties.scorePairs(a, b);
  }
  for (let line = 0; line < scene.lineCount; line += 1) {
    total += penalties.scoreLine(line);
    for (let other = line + 1; other < scene.lineCount; other += 1) total += penalties.scoreLines(line, other);
    for (let node = 0; node < nodes; node += 1) total += penalties.scoreLineAtNode(line, node);
  }
  return { total, tally: penalties.readTally() };
}

/**
 * Tracks the cost of a scene. Nodes, lines and pairs are its parts, numbered in this order; one table holds what every
 * two parts cost together (first part at most the second) and on its diagonal what a part costs alone. A move scores
 * anew only the rows of what it touches. Changes are noted in a journal until they are accepted.
 */
export function trackCost(scene: Scene): Cost {
  const penalties = buildPenalties(scene);
  const nodes = scene.ids.length;
  const lines = scene.lineCount;
  const pairs = scene.pairFrom.length;
  const firstPair = nodes + lines;
  const parts = firstPair + pairs;
  const table = new Float64Array(parts * parts);
  /** What each part costs alone and with all others. */
  const sums = new Float64Array(parts);
  const marks = new Int32Array(parts);
  let mark = 0;
  const cells: number[] = [];
  const values: number[] = [];
  let noted = 0;
  const undo: Move[] = [];
  const dirtyLines: number[] = [];
  const dirtyPairs: number[] = [];
  // Numbers that change at every move live in an array: captured variables would be allocated anew each time.
  const state = new Float64Array(4);
  const [TOTAL, SPREAD, NEW_SPREAD, DELTA] = [0, 1, 2, 3] as const;

  /** Notes the new cost of two parts, the first at most the second, and returns it. */
  function note(first: number, second: number, value: number): number {
    const cell = first * parts + second;
    const old = table[cell] as number;
    if (old !== value) {
      cells[noted] = cell;
      values[noted] = value;
      noted += 1;
    }
    return value;
  }

  /** Whether two touched parts of one sort meet a second time. */
  function isSeen(part: number, other: number): boolean {
    return marks[other] === mark && other < part;
  }

  function scoreNodeRow(node: number): number {
    let sum = note(node, node, penalties.scoreNode(node));
    for (let other = 0; other < nodes; other += 1) {
      if (other === node || isSeen(node, other)) continue;
      // The arguments are ordered like the cell, so that the same two parts always cost the same to the last bit.
      const low = Math.min(node, other);
      const high = Math.max(node, other);
      sum += note(low, high, penalties.scoreNodes(low, high));
    }
    for (let line = 0; line < lines; line += 1) {
      if (marks[nodes + line] !== mark) sum += note(node, nodes + line, penalties.scoreLineAtNode(line, node));
    }
    return sum;
  }

  function scoreLineRow(line: number): number {
    let sum = note(nodes + line, nodes + line, penalties.scoreLine(line));
    for (let node = 0; node < nodes; node += 1) {
      sum += note(node, nodes + line, penalties.scoreLineAtNode(line, node));
    }
    // Without labels, lines have nothing against each other but what their pairs have.
    for (let other = 0; scene.frame.labels && other < lines; other += 1) {
      if (other === line || isSeen(nodes + line, nodes + other)) continue;
      const low = Math.min(line, other);
      const high = Math.max(line, other);
      sum += note(nodes + low, nodes + high, penalties.scoreLines(low, high));
    }
    return sum;
  }

  function scorePairRow(pair: number): number {
    let sum = note(firstPair + pair, firstPair + pair, penalties.scorePair(pair));
    for (let other = 0; other < pairs; other += 1) {
      if (other === pair || isSeen(firstPair + pair, firstPair + other)) continue;
      const low = Math.min(pair, other);
      const high = Math.max(pair, other);
      sum += note(firstPair + low, firstPair + high, penalties.scorePairs(low, high));
    }
    return sum;
  }

  /** Scores all that was touched; returns the new cost of it, or gives up with infinity once that is above `most`. */
  function rescore(moved: readonly Move[], most: number): number {
    let sum = penalties.scoreSpread();
    state[NEW_SPREAD] = sum;
    for (const { node } of moved) sum += scoreNodeRow(node);
    for (const pair of dirtyPairs) sum += scorePairRow(pair);
    for (const line of dirtyLines) {
      if (sum > most) return Infinity;
      sum += scoreLineRow(line);
    }
    return sum > most ? Infinity : sum;
  }

  function touch(node: number): void {
    marks[node] = mark;
    for (const line of scene.linesAt[node] as number[]) {
      if (marks[nodes + line] === mark) continue;
      marks[nodes + line] = mark;
      dirtyLines.push(line);
    }
    for (const pair of scene.pairsAt[node] as number[]) {
      if (marks[firstPair + pair] === mark) continue;
      marks[firstPair + pair] = mark;
      dirtyPairs.push(pair);
    }
  }

  function propose(moves: readonly Move[], limit = Infinity): number {
    mark += 1;
    noted = 0;
    undo.length = 0;
    dirtyLines.length = 0;
    dirtyPairs.length = 0;
    for (const move of moves) {
      undo.push({ node: move.node, x: scene.x[move.node] as number, y: scene.y[move.node] as number });
      scene.x[move.node] = move.x;
      scene.y[move.node] = move.y;
      touch(move.node);
    }
    for (const line of dirtyLines) traceLine(scene, line);
    // At least what the touched parts cost before: what two of them cost together is counted twice.
    let before = state[SPREAD] as number;
    for (const { node } of moves) before += sums[node] as number;
    for (const line of dirtyLines) before += sums[nodes + line] as number;
    for (const pair of dirtyPairs) before += sums[firstPair + pair] as number;
    if (rescore(moves, before + limit + 1e-6) === Infinity) return Infinity;
    let delta = (state[NEW_SPREAD] as number) - (state[SPREAD] as number);
    for (let i = 0; i < noted; i += 1) delta += (values[i] as number) - (table[cells[i] as number] as number);
    state[DELTA] = delta;
    return delta;
  }

  function accept(): void {
    for (let i = 0; i < noted; i += 1) {
      const cell = cells[i] as number;
      const value = values[i] as number;
      const change = value - (table[cell] as number);
      const first = Math.floor(cell / parts);
      const second = cell % parts;
      table[cell] = value;
      sums[first] = (sums[first] as number) + change;
      if (first !== second) sums[second] = (sums[second] as number) + change;
    }
    state[TOTAL] = (state[TOTAL] as number) + (state[DELTA] as number);
    state[SPREAD] = state[NEW_SPREAD] as number;
  }

  function reject(): void {
    for (const move of undo) {
      scene.x[move.node] = move.x;
      scene.y[move.node] = move.y;
    }
    for (const line of dirtyLines) traceLine(scene, line);
  }

  propose(scene.ids.map((_, node) => ({ node, x: scene.x[node] as number, y: scene.y[node] as number })));
  accept();
  return { total: () => state[TOTAL] as number, propose, accept, reject };
}
