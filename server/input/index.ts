/** Files and web pages → texts of articles, in threads that are ended when they take too long or too much. */
import { Piscina } from 'piscina';
import { InputError } from '../errors.ts';
import type { ReadItem } from '../types.ts';
import { findFormat, type InputFile } from './formats.ts';
import { formatCount } from './text.ts';
import type { ReadingOutcome } from './worker.ts';

export { detectForeign } from './foreign.ts';
export { EXTENSIONS, isReadable } from './formats.ts';
export { readJsonLine } from './json-lines.ts';
export { cleanText, LONGEST_TEXT } from './text.ts';

/** Longer files hold more than an article, or than a feed. */
export const LARGEST_FILE = 20_000_000;

export interface ReaderOptions {
  threads?: number;
  /** A file that takes longer is given up. */
  timeLimit?: number;
  /** Megabytes a thread may have. */
  memoryLimit?: number;
}

export interface FileReader {
  /** The articles of a file; an InputError says why there are none. */
  read(file: InputFile): Promise<ReadItem[]>;
  close(): Promise<void>;
}

/** A thread needs JavaScript: under the test runner, where this file is TypeScript, it is the compiled one. */
const workerFile = import.meta.url.endsWith('.ts')
  ? new URL('../../dist/server/input/worker.js', import.meta.url)
  : new URL('./worker.js', import.meta.url);

/** Starts threads as files come. */
export function startFileReader({
  threads = 1,
  timeLimit = 20_000,
  memoryLimit = 512,
}: ReaderOptions = {}): FileReader {
  const pool = new Piscina({
    filename: workerFile.href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: 30_000,
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
  });
  /** Files are handed over when a thread is free, so that the time limit counts none of their waiting. */
  let free = threads;
  const waiting: (() => void)[] = [];
  const enter = async (): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };

  async function run(file: InputFile): Promise<ReadingOutcome> {
    const signal = AbortSignal.timeout(timeLimit);
    try {
      return await pool.run(file, { name: 'readFile', signal });
    } catch (error) {
      if (signal.aborted)
        throw new InputError(
          'too-slow',
          `The file could not be read within ${formatCount(timeLimit / 1000)} seconds; save its text as .txt instead.`,
        );
      if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY')
        throw new InputError(
          'too-much-memory',
          'The file takes too much memory to read; save its text as .txt instead.',
        );
      throw error;
    }
  }

  return {
    async read(file) {
      findFormat(file);
      const size = file.bytes.byteLength;
      if (size > LARGEST_FILE)
        throw new InputError(
          'too-large',
          `Files can have ${formatCount(LARGEST_FILE / 1e6)} MB; this one has ${formatCount(Math.ceil(size / 1e6))} MB. Split it.`,
        );
      await enter();
      try {
        const outcome = await run(file);
        if ('fault' in outcome) throw new InputError(outcome.fault, outcome.message);
        return outcome.items;
      } finally {
        leave();
      }
    },
    close: () => pool.destroy(),
  };
}
