import { defineConfig } from 'vitest/config';
import { SummaryReporter } from './tests/support/summary-reporter.ts';

export default defineConfig({
  // An address, since a bare machine may lack the /etc/hosts that tells what "localhost" is.
  server: { host: '127.0.0.1' },
  test: {
    reporters: ['default', new SummaryReporter()],
    // A forgotten `.only` would leave the rest unrun behind a green line.
    allowOnly: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**'],
          testTimeout: 15_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 90_000,
          // A browser fills two cores by itself, and beside it the timings of the unit tests would mean nothing.
          maxWorkers: 1,
          // The files share nothing but the page they open: loading the browser's driver once saves seconds a file.
          isolate: false,
          globalSetup: 'tests/browser/support/global-setup.ts',
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
