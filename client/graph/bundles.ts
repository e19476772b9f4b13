import type { EdgeData } from '../../server/types.ts';

/** More relations than this between two actors are drawn as one line a class and direction. */
const LINES_AT_MOST = 8;
/** Distance in px between the middles of a pair's lines. */
const GAP = 23;

/** A line of the drawing: a relation, or several as one. */
export interface Line {
  data: EdgeData;
  /** Ids of the relations it stands for, the strongest first. */
  members: string[];
}

const CLASS_ORDER: EdgeData['class'][] = ['cooperation', 'neutral', 'conflict'];

const pairOf = ({ source, target }: EdgeData): string => [source, target].sort().join(' ');

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

/** One line for relations of a class and direction: it says the strongest and how many more there are. */
function joinEdges(edges: EdgeData[]): Line {
  const sorted = [...edges].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  const [first] = sorted as [EdgeData];
  const members = sorted.map(({ id }) => id);
  if (sorted.length === 1) return { data: first, members };
  const id = `${first.source}:${first.class}${first.symmetric ? ':mutual' : ''}:${first.target}`;
  const label = `${first.modality === 'negated' ? '✕ ' : ''}${first.label} + ${sorted.length - 1}`;
  const count = sorted.reduce((sum, edge) => sum + edge.count, 0);
  // A bundle of which one relation is denied is not denied: its line is as the strongest of the others.
  const modality = sorted.find((edge) => edge.modality === 'asserted')?.modality ?? first.modality;
  return { data: { ...first, id, label, count, modality }, members };
}

function collapsePair(edges: EdgeData[]): Line[] {
  const lines = groupBy(edges, (edge) => `${edge.class} ${edge.symmetric ? 'mutual' : edge.source}`).map(joinEdges);
  const rank = ({ data }: Line) => CLASS_ORDER.indexOf(data.class) * 2 + Number(data.source > data.target);
  return lines
    .sort((a, b) => rank(a) - rank(b) || (a.data.id < b.data.id ? -1 : 1))
    .map(({ data, members }, at) => ({ data: { ...data, bend: GAP * (at - (lines.length - 1) / 2) }, members }));
}

/** The lines that relations are drawn as: pairs with many are collapsed, but for the pair of the selected relation. */
export function collapseEdges(edges: readonly EdgeData[], selected: string | null): Line[] {
  const open = edges.find(({ id }) => id === selected);
  return groupBy(edges, pairOf).flatMap((pair) =>
    pair.length <= LINES_AT_MOST || (open && pairOf(open) === pairOf(pair[0] as EdgeData))
      ? pair.map((data) => ({ data, members: [data.id] }))
      : collapsePair(pair),
  );
}
