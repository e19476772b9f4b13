import { parentPort, workerData } from 'node:worker_threads';
import { layoutGraph } from './index.ts';
import type { LayoutInput } from './run.ts';

/** Thread of one layout: takes its input as worker data, posts the placements and ends. */
const { nodes, edges, ...options } = workerData as LayoutInput;
parentPort?.postMessage(layoutGraph(nodes, edges, options));
