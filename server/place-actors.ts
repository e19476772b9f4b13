import { indexGraph } from './graph/graph-index.ts';
import { layoutInWorker } from './graph/layout/run.ts';
import { describeEdge } from './graph/relations.ts';
import type { Lexicon } from './lexicon/index.ts';
import type { Store } from './store/index.ts';
import type { EdgeData } from './types.ts';

/** As in client/drawing.ts: what a graph opens with. */
const WHOLE_AT_MOST = 150;
const BEST = 60;

/** A relation's label as the client draws it: the layout leaves it the room. */
function drawLabel({ label, modality, count }: EdgeData): string {
  return `${modality === 'negated' ? '✕ ' : ''}${label}${count > 1 ? ` · ${count}` : ''}`;
}

/** Computes and stores a place for every drawn actor that has none; those already placed stay where they are. */
export async function placeActors(store: Store, { relationTypes }: Lexicon): Promise<void> {
  const source = await store.readGraphSource();
  const { relations, degrees, bends, nameOf, actors } = indexGraph(source, relationTypes);
  const drawn = [...degrees].map(([id, degree]) => ({
    id,
    degree,
    label: nameOf(id),
    kind: actors.get(id)?.kind ?? ('group' as const),
  }));
  if (drawn.every(({ id }) => source.placements.has(id))) return;
  const edges = relations.map((relation) => {
    const edge = describeEdge(relation, bends.get(relation.id) ?? 0, nameOf);
    return { source: edge.source, target: edge.target, label: drawLabel(edge), bend: edge.bend };
  });
  let fixed = new Map([...source.placements].filter(([id]) => degrees.has(id)));
  // A large graph opens with its best-connected actors: they are laid out as a drawing of their own, the rest around it.
  if (fixed.size === 0 && drawn.length > WHOLE_AT_MOST) {
    const best = drawn.sort((a, b) => b.degree - a.degree || (a.id < b.id ? -1 : 1)).slice(0, BEST);
    fixed = await layoutInWorker({ nodes: best, edges });
  }
  const placements = await layoutInWorker({ nodes: drawn, edges, fixed });
  await store.savePlacements(new Map([...placements].filter(([id]) => !source.placements.has(id))));
}
