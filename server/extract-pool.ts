import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Piscina } from 'piscina';
import { PROJECT_ROOT } from './config.ts';
import type { ArticleText } from './extract.ts';
import type { Explanation, Extraction } from './types.ts';

/** Reads articles off the event loop, so that a server goes on answering while it reads a long one. */
export interface ExtractorPool {
  /** The same as `Extractor.extract`. */
  extract(article: ArticleText): Promise<Extraction>;
  explain(text: string): Promise<Explanation>;
  close(): Promise<void>;
}

/** Starts threads as texts come, one less than there are cores; each loads the model, 5 MB, and the rules for itself. */
export function startExtractorPool(threads = Math.max(1, availableParallelism() - 1)): ExtractorPool {
  const pool = new Piscina({
    // a worker thread cannot run TypeScript on Node 20: also the tests use the compiled one, which `npm test` builds first
    filename: path.join(PROJECT_ROOT, 'dist/server/extract-worker.js'),
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 30_000,
  });
  return {
    extract: (article) => pool.run(article, { name: 'extractArticle' }),
    explain: (text) => pool.run(text, { name: 'explainText' }),
    close: () => pool.destroy(),
  };
}
