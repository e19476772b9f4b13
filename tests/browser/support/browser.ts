import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { test as base, expect } from 'vitest';
import { unpackBrowser } from './bundled-chromium.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome'];
const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Starts a headless Chromium: the one that the environment variable CHROMIUM names, else an installed one, else the
 * one among the npm packages (which CHROMIUM=bundled asks for outright).
 */
async function launchBrowser(): Promise<Browser> {
  const wanted = process.env.CHROMIUM || installed.find((path) => existsSync(path)) || 'bundled';
  const chosen = wanted === 'bundled' ? await unpackBrowser() : { executablePath: wanted, env: {} };
  return chromium.launch({
    executablePath: chosen.executablePath,
    // As root Chromium refuses to start with its sandbox.
    args: process.getuid?.() === 0 ? [...flags, '--no-sandbox'] : flags,
    env: { ...process.env, ...chosen.env },
  });
}

/**
 * `test` of vitest with a browser a file, and pages that are closed after each test.
 *
 * - `openPage(options)` opens a page in a context of its own: 1440 × 900 and light unless the options say otherwise;
 * - `page` is one such page;
 * - `troubles` lists what went wrong in the pages so far: errors on the console, exceptions, requests to other hosts.
 *   The test fails when there are some at its end; a test that provokes one looks at it and empties the list.
 */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the needed fixtures from the pattern
  .extend('browser', { scope: 'file' }, async ({}, { onCleanup }) => {
    const browser = await launchBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  // biome-ignore lint/correctness/noEmptyPattern: as above
  .extend('troubles', ({}, { onCleanup }) => {
    const troubles: string[] = [];
    onCleanup(() => expect(troubles, 'troubles in the page').toEqual([]));
    return troubles;
  })
  .extend('openPage', ({ browser, troubles }, { onCleanup }) => {
    const opened: Page[] = [];
    onCleanup(async () => {
      for (const page of opened) await page.context().close();
    });
    return async (options: BrowserContextOptions = {}): Promise<Page> => {
      const page = await openWatchedPage(browser, options, troubles);
      opened.push(page);
      return page;
    };
  })
  .extend('page', ({ openPage }) => openPage());

async function openWatchedPage(browser: Browser, options: BrowserContextOptions, troubles: string[]): Promise<Page> {
  const defaults: BrowserContextOptions = {
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
    serviceWorkers: 'block',
  };
  const context = await browser.newContext({ ...defaults, ...options });
  await context.route(
    (url) => !loopback.has(url.hostname),
    (route) => {
      troubles.push(`request to another host: ${route.request().url()}`);
      return route.abort('blockedbyclient');
    },
  );
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => troubles.push(`exception: ${error.stack ?? error.message}`));
  return page;
}

/**
 * Rules of accessibility that the page breaks, one line a rule: "color-contrast: Elements must … — .legend, h2".
 * The source of axe is evaluated, since the page's CSP keeps out any script tag added to it.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, help, nodes }) => `${id}: ${help} — ${nodes.map(({ target }) => target).join(', ')}`);
  });
}
