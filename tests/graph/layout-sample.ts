import { measureCost } from '../../server/graph/layout/cost.ts';
import type { Frame } from '../../server/graph/layout/frame.ts';
import { buildScene, type LayoutEdge, type LayoutNode, sortEdges, sortNodes } from '../../server/graph/layout/scene.ts';
import type { Tally } from '../../server/graph/layout/terms.ts';
import type { ActorKind, Point } from '../../server/types.ts';

type Line = [source: string, label: string, target: string];

const ACTORS: [id: string, kind: ActorKind, name: string][] = [
  ['PAK', 'country', 'Pakistan'],
  ['USA', 'country', 'United States'],
  ['RUS', 'country', 'Russia'],
  ['CHN', 'country', 'China'],
  ['IRN', 'country', 'Iran'],
  ['TUR', 'country', 'Turkey'],
  ['AFG', 'country', 'Afghanistan'],
  ['central-asia', 'group', 'Central Asian states'],
  ['khawaja-asif', 'person', 'Khawaja Asif'],
  ['sergey-lavrov', 'person', 'Sergey Lavrov'],
  ['maria-zakharova', 'person', 'Maria Zakharova'],
  ['russian-foreign-ministry', 'organisation', 'Russian Foreign Ministry'],
  ['kabul-process', 'organisation', 'Kabul Process'],
  ['ayaz-wazir', 'person', 'Ayaz Wazir'],
];

const LINES: Line[] = [
  ['USA', 'may cooperate with', 'PAK'],
  ['PAK', 'rejects', 'USA'],
  ['PAK', '✕ does not attack', 'USA'],
  ['USA', 'is hostile to · 2', 'PAK'],
  ['USA', 'suspended aid to · 2', 'PAK'],
  ['USA', 'sanctions', 'PAK'],
  ['USA', 'threatens', 'PAK'],
  ['USA', 'accuses', 'PAK'],
  ['USA', 'may attack', 'PAK'],
  ['PAK', 'talks with · 4', 'RUS'],
  ['PAK', 'supports', 'RUS'],
  ['PAK', 'is allied with · 4', 'RUS'],
  ['PAK', 'may cooperate with', 'RUS'],
  ['RUS', 'supplied arms to', 'PAK'],
  ['RUS', '✕ does not attack', 'USA'],
  ['USA', 'is hostile to', 'RUS'],
  ['USA', 'threatens', 'RUS'],
  ['CHN', 'is allied with', 'PAK'],
  ['CHN', 'may cooperate with', 'PAK'],
  ['CHN', 'supports', 'RUS'],
  ['CHN', 'supports', 'AFG'],
  ['IRN', 'supports', 'RUS'],
  ['IRN', 'supports', 'AFG'],
  ['IRN', 'may cooperate with', 'PAK'],
  ['TUR', 'may cooperate with', 'PAK'],
  ['TUR', 'supports', 'AFG'],
  ['central-asia', 'may cooperate with', 'PAK'],
  ['central-asia', 'supports', 'RUS'],
  ['central-asia', 'supports', 'AFG'],
  ['khawaja-asif', 'holds office in', 'PAK'],
  ['khawaja-asif', 'to visit', 'RUS'],
  ['khawaja-asif', 'to talk with', 'sergey-lavrov'],
  ['sergey-lavrov', 'holds office in', 'RUS'],
  ['maria-zakharova', 'holds office in', 'russian-foreign-ministry'],
  ['russian-foreign-ministry', 'is based in', 'RUS'],
  ['kabul-process', 'is based in', 'AFG'],
  ['ayaz-wazir', 'is based in', 'PAK'],
];

/** Gives the lines of each pair bends 23 px apart (21 above five), centred on the straight line. */
function bendLines(lines: readonly Line[]): LayoutEdge[] {
  const key = ([source, , target]: Line) => [source, target].sort().join(' ');
  const bundles = new Map<string, Line[]>();
  for (const line of lines) bundles.set(key(line), [...(bundles.get(key(line)) ?? []), line]);
  return lines.map((line) => {
    const bundle = bundles.get(key(line)) as Line[];
    const apart = bundle.length > 5 ? 21 : 23;
    const bend = (bundle.indexOf(line) - (bundle.length - 1) / 2) * apart;
    return { source: line[0], label: line[1], target: line[2], bend };
  });
}

function countDegrees(names: [string, ActorKind, string][], edges: readonly LayoutEdge[]): LayoutNode[] {
  return names.map(([id, kind, label]) => ({
    id,
    kind,
    label,
    degree: edges.filter((edge) => edge.source === id || edge.target === id).length,
  }));
}

/** A graph like that of one real article: 14 actors, a bundle of nine lines, one of five, one of three. */
export function buildSample(): { nodes: LayoutNode[]; edges: LayoutEdge[] } {
  const edges = bendLines(LINES);
  return { nodes: countDegrees(ACTORS, edges), edges };
}

/** A connected graph of any size: each actor tied to an earlier one, early ones preferred, and half as many more lines. */
export function buildLarge(size: number): { nodes: LayoutNode[]; edges: LayoutEdge[] } {
  const kinds: ActorKind[] = ['country', 'person', 'organisation', 'group'];
  const names = Array.from({ length: size }, (_, i): [string, ActorKind, string] => [
    `actor-${String(i).padStart(4, '0')}`,
    kinds[i % 4] as ActorKind,
    `Actor number ${i}`,
  ]);
  const id = (i: number) => (names[i] as [string, ActorKind, string])[0];
  const lines: Line[] = [];
  for (let i = 1; i < size; i += 1) {
    lines.push([id(i), 'supports', id(Math.floor((i * ((i * 7919) % 101)) / 140))]);
    if (i % 2 === 0) lines.push([id(i), 'talks with', id((i * 31) % i)]);
  }
  const edges = bendLines(lines.filter(([source, , target]) => source !== target));
  return { nodes: countDegrees(names, edges), edges };
}

/** What a drawing suffers from, term by term. */
export function tally(
  graph: { nodes: LayoutNode[]; edges: LayoutEdge[] },
  frame: Frame,
  positions: ReadonlyMap<string, Point>,
): Tally {
  const nodes = sortNodes(graph.nodes);
  return measureCost(buildScene(nodes, sortEdges(nodes, graph.edges), frame, positions)).tally;
}
