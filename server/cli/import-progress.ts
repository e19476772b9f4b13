/** What `import` says on standard error while it works. */
import { closeSync, openSync, writeSync } from 'node:fs';
import type { Added } from '../intake.ts';

export interface Counts {
  added: number;
  relations: number;
  present: number;
  failed: number;
}

export interface Progress {
  readonly counts: Counts;
  add(result: Added): void;
  fail(where: string, error: Error): void;
  end(): void;
}

/** A terminal's line is rewritten in place; elsewhere a new line is written now and then. */
const TERMINAL_MS = 200;
const LOG_MS = 10_000;

const formatTime = (seconds: number): string =>
  seconds < 60
    ? `${Math.ceil(seconds)} s`
    : seconds < 3600
      ? `${Math.ceil(seconds / 60)} min`
      : `${(seconds / 3600).toFixed(1)} h`;

/** "1,200 of 40,000 articles, 3,100 relations, 2 failed, 85.3 articles/s, 8 min left". */
export function describeProgress(
  { added, relations, present, failed }: Counts,
  total: number,
  seconds: number,
): string {
  const done = added + present + failed;
  const rate = done / Math.max(seconds, 0.001);
  const count = (number: number): string => number.toLocaleString('en');
  return [
    `${count(done)} of ${count(Math.max(total, done))} articles`,
    `${count(relations)} relations`,
    ...(failed > 0 ? [`${count(failed)} failed`] : []),
    `${rate.toFixed(1)} articles/s`,
    ...(done > 0 && done < total ? [`${formatTime((total - done) / rate)} left`] : []),
  ].join(', ');
}

/** Counts and shows what comes of `total` articles; errors go to the file `errors` too. */
export function createProgress(total: number, errors: string | undefined): Progress {
  const counts: Counts = { added: 0, relations: 0, present: 0, failed: 0 };
  const log = errors === undefined ? null : openSync(errors, 'w');
  const started = performance.now();
  const { isTTY } = process.stderr;
  let shown = started;
  const clear = (): void => {
    if (isTTY) process.stderr.write('\r\x1b[K');
  };
  const show = (): void => {
    const now = performance.now();
    if (now - shown < (isTTY ? TERMINAL_MS : LOG_MS)) return;
    shown = now;
    clear();
    process.stderr.write(describeProgress(counts, total, (now - started) / 1000) + (isTTY ? '' : '\n'));
  };
  return {
    counts,
    add({ added, relations }) {
      counts.relations += relations;
      if (added) counts.added += 1;
      else counts.present += 1;
      show();
    },
    fail(where, { message }) {
      counts.failed += 1;
      clear();
      const line = `${where}: ${message}\n`;
      process.stderr.write(line);
      if (log !== null) writeSync(log, line);
      show();
    },
    end() {
      clear();
      const seconds = (performance.now() - started) / 1000;
      process.stderr.write(`${describeProgress(counts, total, seconds)}\n`);
      if (log !== null) closeSync(log);
    },
  };
}
