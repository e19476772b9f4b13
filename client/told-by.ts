import type { EdgeData, RelationClass } from '../server/types.ts';

/** How a relation of the overlaid worlds is marked: said by one, by both, or part of a disagreement. */
export interface ToldMark {
  by: 'a' | 'b' | 'both';
  differs: boolean;
}

/** A relation in the words of one speaker or, where both say it, of the first. */
export interface ToldEdge extends ToldMark {
  edge: EdgeData;
}

/** A pair that the two tell in opposite ways, with what each says of it. */
export interface Disagreement {
  /** Ids of the pair, in order. */
  pair: [string, string];
  relations: ToldEdge[];
}

export interface Comparison {
  differ: Disagreement[];
  both: ToldEdge[];
  onlyA: ToldEdge[];
  onlyB: ToldEdge[];
  /** By id of the relation. */
  marks: Map<string, ToldMark>;
}

type Stance = 'yes' | 'no' | 'open';

/** Whether a speaker holds a relation to be so: what is asserted or planned counts, what may be is left open. */
function stanceOf({ modalities }: EdgeData): Stance {
  const has = (...values: string[]) => modalities.some(({ value }) => values.includes(value));
  if (has('asserted', 'planned')) return 'yes';
  return has('negated') ? 'no' : 'open';
}

function contradict(a: EdgeData, b: EdgeData): boolean {
  const stances = [stanceOf(a), stanceOf(b)];
  return stances.includes('yes') && stances.includes('no');
}

const pairOf = ({ source, target }: EdgeData): [string, string] =>
  source < target ? [source, target] : [target, source];

function classesByPair(edges: EdgeData[]): Map<string, Set<RelationClass>> {
  const classes = new Map<string, Set<RelationClass>>();
  for (const edge of edges) {
    if (edge.class === 'neutral' || stanceOf(edge) !== 'yes') continue;
    const key = pairOf(edge).join(' ');
    classes.set(key, (classes.get(key) ?? new Set()).add(edge.class));
  }
  return classes;
}

/** Pairs of which one tells cooperation alone and the other conflict alone. */
function listOpposed(a: EdgeData[], b: EdgeData[]): Set<string> {
  const [inA, inB] = [classesByPair(a), classesByPair(b)];
  const opposed = [...inA].filter(([key, classes]) => {
    const others = inB.get(key);
    return others && classes.size === 1 && others.size === 1 && [...classes][0] !== [...others][0];
  });
  return new Set(opposed.map(([key]) => key));
}

/**
 * Compares the worlds of two speakers: what both say, what one alone says, and where they disagree, which is a pair told
 * in opposite classes, or a relation that one holds and the other denies.
 */
export function compareWorlds(a: EdgeData[], b: EdgeData[]): Comparison {
  const inA = new Map(a.map((edge) => [edge.id, edge]));
  const inB = new Map(b.map((edge) => [edge.id, edge]));
  const opposed = listOpposed(a, b);
  const comparison: Comparison = { differ: [], both: [], onlyA: [], onlyB: [], marks: new Map() };
  const disagreements = new Map<string, Disagreement>();
  for (const id of new Set([...inA.keys(), ...inB.keys()])) {
    const [edgeA, edgeB] = [inA.get(id), inB.get(id)];
    const edge = edgeA ?? edgeB;
    if (!edge) continue;
    const key = pairOf(edge).join(' ');
    const denied = edgeA && edgeB ? contradict(edgeA, edgeB) : false;
    const against = opposed.has(key) && edge.class !== 'neutral' && stanceOf(edge) === 'yes';
    const by = edgeA && edgeB ? 'both' : edgeA ? 'a' : 'b';
    const mark: ToldMark = { by, differs: denied || against };
    comparison.marks.set(id, mark);
    if (mark.differs) {
      const disagreement = disagreements.get(key) ?? { pair: pairOf(edge), relations: [] };
      disagreements.set(key, disagreement);
      // Each in its own words: one says "supports", the other "does not support".
      if (edgeA) disagreement.relations.push({ edge: edgeA, by: 'a', differs: true });
      if (edgeB) disagreement.relations.push({ edge: edgeB, by: 'b', differs: true });
    } else if (by === 'both') comparison.both.push({ edge, ...mark });
    else comparison[by === 'a' ? 'onlyA' : 'onlyB'].push({ edge, ...mark });
  }
  comparison.differ = [...disagreements.values()];
  return comparison;
}

const LETTERS = { a: 'A', b: 'B', both: 'A+B' } as const;

/** A mark in letters, which say it without any colour: "A", "B", "A+B", "≠ A". */
export function printMark({ by, differs }: ToldMark): string {
  return `${differs ? '≠ ' : ''}${LETTERS[by]}`;
}
