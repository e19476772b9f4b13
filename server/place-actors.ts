import { indexGraph } from './graph/graph-index.ts';
import { layoutInWorker } from './graph/layout/run.ts';
import { describeEdge } from './graph/relations.ts';
import type { Lexicon } from './lexicon/index.ts';
import type { Store } from './store/index.ts';
import type { EdgeData } from './types.ts';

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
  const fixed = new Map([...source.placements].filter(([id]) => degrees.has(id)));
  const placements = await layoutInWorker({ nodes: drawn, edges, fixed });
  await store.savePlacements(new Map([...placements].filter(([id]) => !source.placements.has(id))));
}
