import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { startProgram } from '../support/server.ts';
import { axeViolations, test } from './support/browser.ts';
import { openExplorer } from './support/explorer.ts';

let program: Awaited<ReturnType<typeof startProgram>>;
beforeAll(async () => {
  program = await startProgram();
});
afterAll(() => program.close());

interface State {
  name: string;
  address: string;
  /** What brings the page into the state, and waits for it. */
  reach?: (page: Page) => Promise<unknown>;
}

const evidence = (page: Page) => page.locator('mark').first().waitFor();

const states: State[] = [
  { name: 'the graph', address: '/' },
  { name: 'a relation selected', address: '/?edge=USA:suspends-aid-to:PAK', reach: evidence },
  { name: 'an actor selected', address: '/?actor=PAK' },
  { name: 'a filter', address: '/?class=conflict&not-modality=negated' },
  { name: 'words and a wrong value', address: '/?q=aid&type=nonsense' },
  {
    name: 'nothing that matches',
    address: '/?type=suspends-aid-to&speaker=maria-zakharova',
    reach: (page) => page.getByRole('button', { name: 'Show all types' }).waitFor(),
  },
  {
    name: 'the export menu',
    address: '/',
    reach: (page) => page.locator('summary:visible', { hasText: 'Export' }).click(),
  },
  {
    name: 'the hits of the search',
    address: '/',
    reach: (page) => page.getByRole('combobox').fill('pak'),
  },
  { name: 'the table', address: '/?view=table&edge=CHN:supports:RUS', reach: evidence },
];

const phoneStates: State[] = [
  { name: 'the graph', address: '/' },
  { name: 'a relation selected', address: '/?edge=USA:suspends-aid-to:PAK', reach: evidence },
  {
    name: 'the filters',
    address: '/',
    reach: (page) => page.getByRole('button', { name: 'Filter', exact: true }).click(),
  },
  { name: 'the table', address: '/?view=table' },
];

const screens = [
  { screen: 'desktop', states, options: {} },
  { screen: 'phone', states: phoneStates, options: { viewport: { width: 390, height: 844 }, hasTouch: true } },
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { screen, states: reached, options } of screens) {
    describe(`accessibility, ${screen}, ${colorScheme}`, () => {
      for (const { name, address, reach } of reached) {
        test(`no rule is broken with ${name}`, async ({ openPage }) => {
          const page = await openPage({ ...options, colorScheme });
          await openExplorer(page, program.origin + address);
          await reach?.(page);
          expect(await axeViolations(page)).toEqual([]);
        });
      }
    });
  }

  test(`no rule is broken on the page of an error, ${colorScheme}`, async ({ openPage, troubles }) => {
    const page = await openPage({ colorScheme });
    await page.goto(`${program.origin}/no/such/page`);
    expect(troubles.splice(0)).toEqual([expect.stringContaining('404')]);
    expect(await axeViolations(page)).toEqual([]);
  });
}
