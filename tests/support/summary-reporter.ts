import { writeSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule, TestRunEndReason } from 'vitest/node';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/**
 * Prints `N passed, N failed` (and `, N skipped` where there are some) as the last line of the run. Whatever keeps a
 * test from being judged (a file that does not load, a hook that throws, a stray rejection, an interrupted run) counts
 * as a failure: a broken run never reads "0 failed".
 */
export class SummaryReporter implements Reporter {
  #tally: Tally | null = null;

  /** The line waits for the exit of the process, so that nothing is printed after it. */
  onInit(): void {
    process.once('exit', (code) => {
      const { line, failed } = summarise(this.#tally, code);
      if (failed) process.exitCode = code || 1;
      writeSync(1, `${line}\n`);
    });
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[], reason: TestRunEndReason): void {
    this.#tally = countResults(modules, unhandled.length);
    if (reason === 'interrupted') this.#tally.failed += 1;
  }
}

/** The summary line for a tally (null: the run never came to its end) and the exit code of the process. */
export function summarise(tally: Tally | null, exitCode: number): { line: string; failed: boolean } {
  const { passed, skipped, ...rest } = tally ?? { passed: 0, failed: 0, skipped: 0 };
  const unexplained = tally === null || passed + rest.failed === 0 || exitCode !== 0;
  const failed = rest.failed === 0 && unexplained ? 1 : rest.failed;
  const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return { line, failed: failed > 0 };
}

/** Counts tests, and as failures also the errors outside of tests. `unhandled` is the number of stray errors. */
export function countResults(modules: readonly TestModule[], unhandled: number): Tally {
  const tally: Tally = { passed: 0, failed: unhandled, skipped: 0 };
  for (const module of modules) {
    const before = tally.failed;
    tally.failed += module.errors().length;
    for (const suite of module.children.allSuites()) tally.failed += suite.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      // "pending" at the end of the run is a test that was collected and never judged.
      if (state === 'pending') tally.failed += 1;
      else tally[state] += 1;
    }
    const state = module.state();
    if (tally.failed === before && state !== 'passed' && state !== 'skipped') tally.failed += 1;
  }
  return tally;
}
