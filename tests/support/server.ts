import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../server/app.ts';
import { loadConfig, PROJECT_ROOT } from '../../server/config.ts';
import { startExtractorPool } from '../../server/extract-pool.ts';
import { openStore, type Store } from '../../server/store/index.ts';
import { lexicon, openSampleStore, symmetricTypes } from './sample-index.ts';

interface TestServer {
  /** "http://127.0.0.1:PORT", to which paths are added. */
  origin: string;
  store: Store;
  close(): Promise<void>;
}

/**
 * Serves the application inside the test on a free port, with a database in memory that holds the samples unless told
 * otherwise. Actors are not laid out, which takes seconds: what is drawn needs `startProgram`.
 */
export async function startServer({ samples = true } = {}): Promise<TestServer> {
  const config = loadConfig({ DATABASE_URL: 'sqlite::memory:', LOG_LEVEL: 'silent' });
  const store = samples ? await openSampleStore() : await openStore(config.databaseUrl, { symmetricTypes });
  const pool = startExtractorPool(1);
  const place = async (): Promise<void> => {};
  const server: Server = createApp({ store, lexicon, config, pool, place }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    store,
    async close() {
      server.close();
      server.closeAllConnections();
      await pool.close();
      await store.close();
    },
  };
}

interface Program {
  /** "http://127.0.0.1:PORT", to which paths are added. */
  origin: string;
  process: ChildProcess;
  /** Ends the program and removes its database. */
  close(): Promise<void>;
}

/** Starts the built program as `npm start` does, on a free port and with a database file of its own. */
export async function startProgram(env: Record<string, string> = {}): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'entente-program-'));
  const settings = {
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: `sqlite:${join(folder, 'test.db')}`,
    LOG_LEVEL: 'warn',
  };
  const child = spawn(process.execPath, [join(PROJECT_ROOT, 'dist/server/main.js')], {
    cwd: folder,
    env: { ...process.env, ...settings, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const close = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { origin: await readOrigin(child), process: child, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Waits for the address that the program prints; what it printed instead when it ends before. */
function readOrigin(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk;
      const port = /http:\/\/[^\s/]+:(\d+)/.exec(output)?.[1];
      if (port !== undefined) resolve(`http://127.0.0.1:${port}`);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The program ended with ${code}: ${output}`)));
  });
}
