import { DATA_FOLDER } from '../../server/config.ts';
import { type GraphIndex, indexGraph } from '../../server/graph/graph-index.ts';
import { loadLexicon } from '../../server/lexicon/index.ts';
import { seedSamples } from '../../server/samples.ts';
import { openStore, type Store } from '../../server/store/index.ts';

export const lexicon = loadLexicon(DATA_FOLDER);

export const symmetricTypes = new Set(
  [...lexicon.relationTypes.values()].filter(({ symmetric }) => symmetric).map(({ id }) => id),
);

/** A store in memory with the samples of data/. */
export async function openSampleStore(): Promise<Store> {
  const store = await openStore('sqlite::memory:', { symmetricTypes });
  await seedSamples(store, lexicon);
  return store;
}

/** The graph of the samples, through a real store. */
export async function indexSample(): Promise<GraphIndex> {
  const store = await openSampleStore();
  try {
    return indexGraph(await store.readGraphSource(), lexicon.relationTypes);
  } finally {
    await store.close();
  }
}
