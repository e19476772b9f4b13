import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Piscina } from 'piscina';
import type { Sentence } from '../types.ts';
import { PACKAGE_ROOT } from './network/index.ts';

/** Parses off the event loop, so that a server goes on answering while it reads a long article. */
export interface ParserPool {
  /** The same sentences as `English.parse`; rejects with an AbortError once the signal is aborted. */
  parse(text: string, signal?: AbortSignal): Promise<Sentence[]>;
  close(): Promise<void>;
}

/** Starts threads as texts come, one less than there are cores; each loads the model, 5 MB, for itself. */
export function startParserPool(threads = Math.max(1, availableParallelism() - 1)): ParserPool {
  const pool = new Piscina({
    // a worker thread cannot run TypeScript on Node 20: also the tests use the compiled one, which `npm test` builds first
    filename: path.join(PACKAGE_ROOT, 'dist/server/language/parse-worker.js'),
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 30_000,
  });
  return {
    parse: (text, signal) => pool.run(text, signal ? { signal } : {}),
    close: () => pool.destroy(),
  };
}
