/** What a drawing can suffer from, numbered for the tally. */
export const TERMS = {
  slope: 0,
  shortLine: 1,
  shortBundle: 2,
  labelOnLabel: 3,
  labelOnNode: 4,
  labelOnName: 5,
  labelCrossed: 6,
  labelOutside: 7,
  nodesClose: 8,
  nameOnName: 9,
  nameOutside: 10,
  nameCrossed: 11,
  ownNameCrossed: 12,
  lineThroughNode: 13,
  crossing: 14,
  sharpAngle: 15,
  corner: 16,
  unused: 17,
} as const;
export type Term = keyof typeof TERMS;
/** By term: what it costs in all, and how often it was charged. */
export type Tally = Record<Term, { amount: number; count: number }>;
