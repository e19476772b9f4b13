import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import { DATA_FOLDER, loadConfig } from './config.ts';
import { ConfigError, DataError } from './errors.ts';
import { loadLexicon } from './lexicon/index.ts';
import { placeActors } from './place-actors.ts';
import { seedSamples } from './samples.ts';
import { openStore, type Store } from './store/index.ts';

/** Requests under way get this long to end after SIGTERM. */
const DRAIN_MS = 10_000;

function formatAddress({ address, family, port }: AddressInfo): string {
  const host = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(address) ? 'localhost' : address;
  return `http://${family === 'IPv6' && host !== 'localhost' ? `[${host}]` : host}:${port}`;
}

/** Stops accepting, lets requests under way end, closes the store. A second signal ends the process at once. */
async function drain(server: Server, store: Store): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref();
  await closed;
  await store.close();
}

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const lexicon = loadLexicon(DATA_FOLDER);
  const symmetricTypes = new Set(
    [...lexicon.relationTypes.values()].filter((type) => type.symmetric).map(({ id }) => id),
  );
  const store = await openStore(config.databaseUrl, { symmetricTypes });
  if (config.samples) await seedSamples(store, lexicon);
  await placeActors(store, lexicon);

  const server = createApp({ store, lexicon, config }).listen(config.port, config.host);
  await once(server, 'listening');
  console.log(`Entente is at ${formatAddress(server.address() as AddressInfo)} (Ctrl+C ends it)`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      drain(server, store).then(
        () => process.exit(0),
        (error) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
}

main().catch((error: NodeJS.ErrnoException) => {
  if (error instanceof ConfigError || error instanceof DataError) console.error(`${error.name}: ${error.message}`);
  else if (error.code === 'EADDRINUSE')
    console.error(`${error.message}. Set PORT to a free port, for example PORT=3001.`);
  else console.error(error);
  process.exit(1);
});
