import type { Row } from '../journal.ts';
import { findTwin, orderEnds, type Scene } from './scene.ts';

/** Where a statement names actors. */
const ENDS = ['source', 'target', 'speaker'] as const;

/**
 * Lets one statement speak of another actor. One that would then say something of an actor and itself, or the same
 * words twice, is taken away: the history keeps it.
 */
export async function moveStatement(scene: Scene, row: Row, from: string, to: string): Promise<void> {
  const { journal } = scene;
  const ends = Object.fromEntries(ENDS.map((end) => [end, row[end] === from ? to : row[end]]));
  const moved = orderEnds(scene, { ...row, ...ends } as Row & { source: string; type: string; target: string });
  const id = row.id as string;
  if (moved.source === moved.target || (await findTwin(journal, moved))) await journal.remove('statement', { id });
  else await journal.update('statement', { id }, { ...moved });
}

/** Lets everything that names one actor name another. */
export async function moveReferences(scene: Scene, from: string, to: string): Promise<void> {
  const { journal } = scene;
  const rows = new Map<string, Row>();
  for (const end of ENDS)
    for (const row of await journal.find('statement', { [end]: from })) rows.set(row.id as string, row);
  for (const row of rows.values()) await moveStatement(scene, row, from, to);
  for (const table of ['mention', 'article_actor'] as const)
    for (const row of await journal.find(table, { actor: from })) {
      await journal.remove(table, row);
      await journal.insert(table, { ...row, actor: to });
    }
}
