import type { Lexicon } from './lexicon/index.ts';
import type { Store } from './store/index.ts';

/** Gives an empty store the articles of data/samples, their statements checked by hand; a filled one is left alone. */
export async function seedSamples(store: Store, lexicon: Lexicon): Promise<void> {
  if (!(await store.isEmpty())) return;
  for (const { article, actors, mentions, statements } of lexicon.samples)
    await store.addArticle({
      article,
      actors,
      mentions,
      statements: statements.map((statement) => ({ ...statement, status: 'confirmed', frame: null })),
      provenance: 'sample',
    });
}
