import type { Core } from 'cytoscape';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { test } from './support/browser.ts';
import { openExplorer, PATIENCE, waitForGraph } from './support/explorer.ts';

const origin = inject('origin');

/** What a reader sees of a view, wherever the pointer and the focus are. */
function readView(page: Page) {
  return page.evaluate(() => {
    const canvas = document.getElementById('canvas') as HTMLElement & { _cyreg: { cy: Core } };
    const marks = ['chosen', 'dimmed', 'faded'];
    const drawn = canvas._cyreg.cy.elements(':visible').map((element) => {
      const label = element.isEdge() ? element.style('label') : '';
      return [element.id(), label, ...marks.filter((mark) => element.hasClass(mark))].join(' ').trim();
    });
    const words = (id: string) => document.getElementById(id)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
    return {
      drawn: document.documentElement.dataset.view === 'graph' ? drawn.sort() : [],
      filters: [...document.querySelectorAll<HTMLInputElement>('#filters input[type="checkbox"]')].map(
        ({ checked }) => checked,
      ),
      chips: words('chips'),
      status: words('status'),
      notes: words('canvas-notes'),
      panel: words('evidence'),
      open: document.getElementById('panel')?.checkVisibility(),
      rows: [...document.querySelectorAll('#table tbody tr')].map((row) => row.textContent.replace(/\s+/g, ' ')),
    };
  });
}

/** The view once nothing is on its way any more. */
async function settle(page: Page) {
  await page.mouse.move(2, 300);
  let before = '';
  await expect
    .poll(
      async () => {
        const last = before;
        before = JSON.stringify(await readView(page));
        return before === last && !before.includes('Loading');
      },
      { timeout: 8000, interval: 150 },
    )
    .toBe(true);
  return readView(page);
}

interface Step {
  name: string;
  can: (page: Page) => Promise<boolean>;
  do: (page: Page, choice: number) => Promise<unknown>;
}

const always = async () => true;
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
const rows = (page: Page) => page.locator('#evidence :is(.edge-row, .pair-row):visible');
const teller = (page: Page) => page.getByRole('combobox', { name: 'Whose world is shown' });
const pick = <Item>(list: readonly Item[], choice: number) => list[choice % list.length] as Item;

const steps: Step[] = [
  {
    name: 'switch a class',
    can: always,
    async do(page, choice) {
      await page.getByRole('checkbox', { name: pick([/^Conflict/, /^Cooperation/, /^Ties/], choice) }).focus();
      await page.keyboard.press('Space');
    },
  },
  {
    name: 'find an actor',
    can: always,
    async do(page, choice) {
      const name = pick(['Pakistan', 'Russia', 'Iran', 'Sergey Lavrov', 'China'], choice);
      await page.getByRole('combobox', { name: /^Find/ }).fill(name);
      await page.getByRole('option', { name }).first().waitFor();
      await page.keyboard.press('Enter');
    },
  },
  {
    name: 'open a relation of the panel',
    can: async (page) => (await rows(page).count()) > 0,
    do: async (page, choice) =>
      rows(page)
        .nth(choice % (await rows(page).count()))
        .click(),
  },
  {
    name: 'go to the next relation',
    can: async (page) => parameter(page, 'edge') !== null,
    async do(page) {
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'look at the neighbourhood',
    can: async (page) => parameter(page, 'actor') !== null && parameter(page, 'view') === null,
    do: (page, choice) => page.keyboard.press(pick(['1', '2'], choice)),
  },
  {
    name: 'change between graph and table',
    can: always,
    do: (page, choice) =>
      page
        .locator('#tabs')
        .getByRole('link')
        .nth(choice % 2)
        .click(),
  },
  {
    name: 'hide or show the panel',
    can: always,
    do: (page) => page.getByRole('button', { name: /^(Hide|Show) the panel$/ }).click(),
  },
  {
    name: 'see the world of a speaker',
    can: (page) => teller(page).isVisible(),
    do: (page, choice) => teller(page).selectOption({ index: choice % 4 }),
  },
  { name: 'step back by Esc', can: always, do: (page) => page.keyboard.press('Escape') },
  {
    name: 'go back in the history',
    can: (page) => page.evaluate(() => history.length > 2),
    do: (page) => page.evaluate(() => history.back()),
  },
];

const STEPS = 12;
const RELOAD_AFTER = 2;

describe('a walk through the views', () => {
  test.for([11, 23, 47])('leads through views that their addresses restore (seed %i)', async (seed, { page }) => {
    await openExplorer(page, origin);
    const choices = fc.sample(fc.array(fc.nat(9999), { minLength: STEPS, maxLength: STEPS }), { seed, numRuns: 1 })[0];
    const walked: string[] = [];
    for (const choice of choices ?? []) {
      const open: Step[] = [];
      for (const step of steps) if (await step.can(page)) open.push(step);
      const step = pick(open, choice);
      walked.push(step.name);
      await step.do(page, Math.floor(choice / open.length));
      const view = await settle(page);
      if (walked.length % RELOAD_AFTER > 0) continue;
      await page.reload();
      await waitForGraph(page);
      await expect
        .poll(() => readView(page), { ...PATIENCE, message: `${walked.join(', ')}: ${page.url()}` })
        .toEqual(view);
    }
  });
});
