import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { axeViolations, test } from './support/browser.ts';
import { openExplorer } from './support/explorer.ts';

const origin = inject('origin');

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
  {
    name: 'the filters in use as chips',
    address: '/?class=conflict&modality=asserted&modality=planned&speaker=ayaz-wazir&from=2018-02-19&min=1&hide=1',
    reach: (page) => page.getByRole('list', { name: 'Filters in use' }).waitFor(),
  },
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
    reach: (page) => page.getByRole('combobox', { name: /^Find/ }).fill('pak'),
  },
  {
    name: 'the dialog of keys',
    address: '/',
    reach: async (page) => {
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    },
  },
  {
    name: 'the nearest names of a search',
    address: '/',
    reach: async (page) => {
      await page.getByRole('combobox', { name: /^Find/ }).fill('pxkxstan');
      await page.getByText('No actor or relation called').waitFor();
    },
  },
  {
    name: 'the tooltip of a relation',
    address: '/',
    reach: async (page) => {
      await page.locator('#canvas').focus();
      await page.keyboard.type("'iran");
      await page.keyboard.press('Shift+ArrowDown');
      await page.getByRole('tooltip').locator('mark').waitFor();
    },
  },
  { name: 'two worlds compared', address: '/?told=ayaz-wazir&told=said-nazir-mohmand' },
  { name: 'the panel closed', address: '/?panel=closed' },
  { name: 'the table', address: '/?view=table&edge=CHN:supports:RUS', reach: evidence },
  {
    name: 'the table sorted under filters',
    address: '/?view=table&sort=-from&not-class=neutral',
    reach: (page) => page.getByRole('columnheader', { name: 'From' }).waitFor(),
  },
];

const phoneStates: State[] = [
  { name: 'the graph', address: '/' },
  { name: 'a relation selected', address: '/?edge=USA:suspends-aid-to:PAK', reach: evidence },
  {
    name: 'the filters',
    address: '/',
    reach: (page) => page.getByRole('button', { name: 'Filter', exact: true }).click(),
  },
  {
    name: 'the filters over chips',
    address: '/?class=conflict&speaker=ayaz-wazir',
    reach: (page) => page.getByRole('button', { name: 'Filter', exact: true }).click(),
  },
  { name: 'the table', address: '/?view=table' },
  { name: 'the table sorted under filters', address: '/?view=table&sort=-from&class=conflict' },
];

const screens = [
  { screen: 'desktop', states, options: {} },
  { screen: 'phone', states: phoneStates, options: { viewport: { width: 390, height: 844 }, hasTouch: true } },
];

/** Breaches of the page as it stands, light and dark: one page serves both, as it would when evening comes. */
async function violationsInBothThemes(page: Page): Promise<string[]> {
  const light = await axeViolations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(23, 22, 20)');
  return [...light, ...(await axeViolations(page)).map((violation) => `dark: ${violation}`)];
}

for (const { screen, states: reached, options } of screens) {
  describe(`accessibility, ${screen}, light and dark`, () => {
    for (const { name, address, reach } of reached) {
      test(`no rule is broken with ${name}`, async ({ openPage }) => {
        const page = await openPage(options);
        await openExplorer(page, origin + address);
        await reach?.(page);
        expect(await violationsInBothThemes(page)).toEqual([]);
      });
    }
  });
}

test('no rule is broken on the page of an error', async ({ openPage, troubles }) => {
  const page = await openPage();
  await page.goto(`${origin}/no/such/page`);
  expect(troubles.splice(0)).toEqual([expect.stringContaining('404')]);
  expect(await violationsInBothThemes(page)).toEqual([]);
});
