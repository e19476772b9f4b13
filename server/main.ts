import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createApp } from './app.ts';
import { type Config, DATA_FOLDER, readConfig } from './config.ts';
import { ConfigError, DataError } from './errors.ts';
import { startExtractorPool } from './extract-pool.ts';
import { loadLexicon } from './lexicon/index.ts';
import { placeActors } from './place-actors.ts';
import { seedSamples } from './samples.ts';
import { openStore } from './store/index.ts';

/** Requests under way get this long to end after SIGTERM. */
const DRAIN_MS = 10_000;

function formatAddress({ address, family, port }: AddressInfo): string {
  const host = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(address) ? 'localhost' : address;
  return `http://${family === 'IPv6' && host !== 'localhost' ? `[${host}]` : host}:${port}`;
}

/** Connections that have not sent a byte, as browsers open them in advance; the server takes them for busy. */
function trackSilent(server: Server): () => Socket[] {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return () => [...sockets].filter(({ bytesRead }) => bytesRead === 0);
}

/** Stops accepting, lets requests under way end. */
async function closeServer(server: Server, listSilent: () => Socket[]): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  for (const socket of listSilent()) socket.destroy();
  setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref();
  await closed;
}

/** Runs the steps of shutting down, the last added first, and exits; a second signal ends the process at once. */
function exitOnSignals(steps: (() => Promise<void>)[]): void {
  const exit = async () => {
    for (const step of steps.reverse()) await step();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => exit().catch(fail));
}

async function listen(app: ReturnType<typeof createApp>, { port, host }: Config): Promise<Server> {
  const server = app.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const mend = 'set HOST to an address of this machine and PORT to a free port, for example PORT=3001.';
    throw new ConfigError(`Cannot listen on ${host}:${port} (${(error as Error).message}); ${mend}`);
  }
  return server;
}

async function main(): Promise<void> {
  const steps: (() => Promise<void>)[] = [];
  exitOnSignals(steps);
  const config = readConfig();
  const lexicon = loadLexicon(DATA_FOLDER);
  const { relationTypes } = lexicon;
  const symmetricTypes = new Set([...relationTypes.values()].filter((type) => type.symmetric).map(({ id }) => id));
  const store = await openStore(config.databaseUrl, { symmetricTypes });
  steps.push(() => store.close());
  if (config.samples) await seedSamples(store, lexicon);
  await placeActors(store, lexicon);
  const pool = startExtractorPool();
  steps.push(() => pool.close());

  // one layout at a time: each starts from the places that the one before has stored
  let placing = Promise.resolve();
  const place = () => (placing = placing.then(() => placeActors(store, lexicon)));
  const server = await listen(createApp({ store, lexicon, config, pool, place }), config);
  const listSilent = trackSilent(server);
  steps.push(() => closeServer(server, listSilent));
  console.log(`Entente is at ${formatAddress(server.address() as AddressInfo)} (Ctrl+C ends it)`);
}

function fail(error: unknown): void {
  const isExpected = error instanceof ConfigError || error instanceof DataError;
  console.error(isExpected ? `${error.name}: ${error.message}` : error);
  process.exit(1);
}

main().catch(fail);
