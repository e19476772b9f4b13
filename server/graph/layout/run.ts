import { Worker } from 'node:worker_threads';
import type { Placement } from '../../types.ts';
import type { LayoutEdge, LayoutNode, LayoutOptions } from './index.ts';

export interface LayoutInput extends LayoutOptions {
  nodes: LayoutNode[];
  edges: LayoutEdge[];
}

/**
 * A thread needs JavaScript. The compiled server has its worker beside this file; under the test runner this file is
 * TypeScript, and the worker is the compiled one, which `npm test` builds first.
 */
const workerUrl = import.meta.url.endsWith('.ts')
  ? new URL('../../../dist/server/graph/layout/worker.js', import.meta.url)
  : new URL('./worker.js', import.meta.url);

/** Lays a graph out (`layoutGraph`) in a thread of its own, so that the server goes on answering meanwhile. */
export function layoutInWorker(input: LayoutInput): Promise<Map<string, Placement>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl, { workerData: input });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The layout ended without a result (exit code ${code}).`)));
  });
}
