import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError } from './errors.ts';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export interface Config {
  /** TCP port; 0 lets the system choose a free one. */
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  /** Whether an empty database gets the articles of data/samples. */
  readonly samples: boolean;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

/** The folder of package.json: this file runs both as TypeScript in server/ and compiled in dist/server/. */
export const PROJECT_ROOT = (function findRoot(folder: string): string {
  return existsSync(path.join(folder, 'package.json')) ? folder : findRoot(path.dirname(folder));
})(path.dirname(fileURLToPath(import.meta.url)));

export const DATA_FOLDER = path.join(PROJECT_ROOT, 'data');

type Environment = Record<string, string | undefined>;

function readPort(value: string): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65535)
    throw new ConfigError(`PORT is "${value}"; give a whole number from 0 to 65535.`);
  return Number(value);
}

function readSwitch(name: string, value: string): boolean {
  if (value !== '0' && value !== '1') throw new ConfigError(`${name} is "${value}"; give 1 or 0.`);
  return value === '1';
}

function readDatabaseUrl(value: string): string {
  if (!/^sqlite:.+/.test(value))
    throw new ConfigError(`DATABASE_URL is "${value}"; give sqlite: and a file, for example sqlite:entente.db.`);
  return value;
}

function readLogLevel(value: string): Config['logLevel'] {
  const level = LOG_LEVELS.find((known) => known === value);
  if (!level) throw new ConfigError(`LOG_LEVEL is "${value}"; give one of ${LOG_LEVELS.join(', ')}.`);
  return level;
}

/** Environment → frozen Config. An empty variable counts as unset. */
export function loadConfig(env: Environment): Config {
  const get = (name: string, fallback: string) => env[name]?.trim() || fallback;
  return Object.freeze({
    port: readPort(get('PORT', '3000')),
    host: get('HOST', '127.0.0.1'),
    databaseUrl: readDatabaseUrl(get('DATABASE_URL', 'sqlite:entente.db')),
    samples: readSwitch('SAMPLES', get('SAMPLES', '1')),
    logLevel: readLogLevel(get('LOG_LEVEL', 'info')),
  });
}

/** Config of the process's own environment. */
export const readConfig = (): Config => loadConfig(process.env);
