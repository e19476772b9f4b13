import { type Relation, strongestModality } from './relations.ts';
import { MODALITIES } from './vocabulary.ts';

/** Distance in px between the middles of neighbouring curves of a pair; tighter above five lines. */
const GAP = 23;
const TIGHT_GAP = 21;
const TIGHT_ABOVE = 5;

const CLASS_ORDER = ['cooperation', 'neutral', 'conflict'];
const MODALITY_ORDER = MODALITIES.map(({ id }) => id);

/** Cooperation on one side, conflict on the other; then direction; then modality; the id decides what is left. */
function compareLines(a: Relation, b: Relation): number {
  const rank = (relation: Relation) => [
    CLASS_ORDER.indexOf(relation.type.class),
    relation.source < relation.target ? 0 : 1,
    MODALITY_ORDER.indexOf(strongestModality(relation.subjects)),
  ];
  const [left, right] = [rank(a), rank(b)];
  const difference = left.map((value, index) => value - (right[index] ?? 0)).find((value) => value !== 0);
  return difference ?? (a.id < b.id ? -1 : 1);
}

/**
 * Fans out the lines between two actors: relation id → offset in px of the curve's middle, measured to the left of the
 * direction from the smaller to the larger actor id, centred on the straight line.
 */
export function fanOut(relations: Relation[]): Map<string, number> {
  const pairs = new Map<string, Relation[]>();
  for (const relation of relations) {
    const pair = JSON.stringify([relation.source, relation.target].sort());
    pairs.set(pair, [...(pairs.get(pair) ?? []), relation]);
  }
  const bends = new Map<string, number>();
  for (const lines of pairs.values()) {
    const gap = lines.length > TIGHT_ABOVE ? TIGHT_GAP : GAP;
    for (const [index, { id }] of lines.sort(compareLines).entries())
      bends.set(id, gap * (index - (lines.length - 1) / 2));
  }
  return bends;
}
