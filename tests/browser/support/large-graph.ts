import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../../server/store/index.ts';
import { fillStore, generateGraph } from '../../support/generate-graph.ts';
import { lexicon, symmetricTypes } from '../../support/sample-index.ts';
import { startProgram } from '../../support/server.ts';

/** Starts the program on a graph of made-up news among so many actors. */
export async function startLargeGraph(actors: number): Promise<{ origin: string; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-large-'));
  const url = `sqlite:${join(folder, 'large.db')}`;
  const store = await openStore(url, { symmetricTypes });
  const flags = [...lexicon.actors.values()].filter(({ kind }) => kind === 'country').map(({ id }) => id);
  await fillStore(store, generateGraph({ actors }, { types: [...lexicon.relationTypes.values()], flags }));
  await store.close();
  const program = await startProgram({ DATABASE_URL: url, SAMPLES: '0' });
  return {
    origin: program.origin,
    close: async () => {
      await program.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
