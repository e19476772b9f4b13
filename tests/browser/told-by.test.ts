import type { Core } from 'cytoscape';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { startServer } from '../support/server.ts';
import { fillToldStore } from '../support/told-store.ts';
import { axeViolations, test } from './support/browser.ts';
import { openExplorer, PATIENCE, waitForGraph, wordsOf } from './support/explorer.ts';

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer({ samples: false });
  await fillToldStore(server.store);
});
afterAll(() => server.close());

const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Evidence' });
const tellers = (page: Page) => new URL(page.url()).searchParams.getAll('told');
const first = (page: Page) => page.getByRole('combobox', { name: 'Whose world is shown' });
const second = (page: Page) => page.getByRole('combobox', { name: 'Whose world it is compared with' });

/** What is written on the lines, by relation. */
function readLabels(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const canvas = document.getElementById('canvas') as HTMLElement & { _cyreg: { cy: Core } };
    return Object.fromEntries(canvas._cyreg.cy.edges(':visible').map((edge) => [edge.id(), edge.style('label')]));
  });
}

const OVERLAID = {
  'north-union:supports:south-union': 'A+B  supports · 2',
  'north-union:visits:south-union': 'A  to visit',
  'north-union:suspends-aid-to:south-union': 'B  suspended aid to',
  'east-union:supports:west-union': '≠ A  supports',
  'east-union:attacks:west-union': '≠ B  attacks',
  'west-union:sanctions:south-union': '≠ A+B  sanctions · 2',
  'east-union:visits:north-union': 'A  visits',
  'west-union:visits:north-union': 'B  visits',
};

describe('as told by', () => {
  test('two speakers are overlaid: marked on the lines and listed in groups', async ({ page }) => {
    await openExplorer(page, server.origin);
    await first(page).selectOption('Ann Reader');
    await expect.poll(() => tellers(page), PATIENCE).toEqual(['ann-reader']);
    await panelOf(page).getByText('Choose a second speaker').waitFor();
    await second(page).selectOption('Bob Writer');
    await expect.poll(() => readLabels(page), PATIENCE).toEqual(OVERLAID);
    expect(tellers(page)).toEqual(['ann-reader', 'bob-writer']);
    const group = (name: string) => panelOf(page).getByRole('region', { name });
    const rows = async (name: string) =>
      (await group(name).getByRole('button').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
    expect(await rows('Where they disagree')).toEqual([
      expect.stringMatching(/^≠ A East Union supports West Union/),
      expect.stringMatching(/^≠ B East Union attacks West Union/),
      expect.stringMatching(/^≠ A West Union sanctions South Union/),
      expect.stringMatching(/^≠ B West Union does not sanction South Union/),
    ]);
    expect(await rows('Both say')).toEqual([expect.stringMatching(/^A\+B North Union supports South Union/)]);
    expect(await rows('Only Ann Reader says')).toHaveLength(2);
    expect(await rows('Only Bob Writer says')).toHaveLength(2);
    expect(await wordsOf(panelOf(page))).toContain('A is Ann Reader, B is Bob Writer');
  });

  test('a row opens the evidence, of these speakers alone, and the marks stay', async ({ page }) => {
    await openExplorer(page, `${server.origin}/?told=ann-reader&told=none`);
    await panelOf(page)
      .getByRole('button', { name: /North Union supports South Union/ })
      .click();
    await panelOf(page).getByText('1 sentence, 1 speaker').waitFor();
    await expect.poll(() => panelOf(page).getByRole('blockquote').count(), PATIENCE).toBe(1);
    expect((await readLabels(page))['south-union:threatens:north-union']).toBe('B  ✕ does not threaten');
  });

  test('is restored by the address and by going back', async ({ page }) => {
    await openExplorer(page, `${server.origin}/?told=ann-reader&told=bob-writer`);
    await expect.poll(() => readLabels(page), PATIENCE).toEqual(OVERLAID);
    await panelOf(page).getByRole('button', { name: 'Show everyone' }).click();
    await expect.poll(() => tellers(page), PATIENCE).toEqual([]);
    await expect.poll(async () => Object.keys(await readLabels(page)).length, PATIENCE).toBe(9);
    expect((await readLabels(page))['east-union:attacks:west-union']).toBe('attacks');
    await page.goBack();
    await expect.poll(() => readLabels(page), PATIENCE).toEqual(OVERLAID);
    await page.reload();
    await waitForGraph(page);
    await expect.poll(() => readLabels(page), PATIENCE).toEqual(OVERLAID);
  });

  test('works by keyboard alone', async ({ page }) => {
    await openExplorer(page, server.origin);
    await first(page).focus();
    await page.keyboard.type('Bob');
    await expect.poll(() => tellers(page), PATIENCE).toEqual(['bob-writer']);
    await second(page).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('The art');
    await expect.poll(() => tellers(page), PATIENCE).toEqual(['bob-writer', 'none']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => tellers(page), PATIENCE).toEqual([]);
  });

  test('ends with a filter on other speakers', async ({ page }) => {
    await openExplorer(page, `${server.origin}/?told=ann-reader&told=bob-writer`);
    await expect.poll(() => readLabels(page), PATIENCE).toEqual(OVERLAID);
    await page.getByRole('checkbox', { name: /^Bob Writer/ }).focus();
    await page.keyboard.press('Space');
    await expect.poll(() => tellers(page), PATIENCE).toEqual(['ann-reader']);
    await expect
      .poll(async () => (await readLabels(page))['east-union:supports:west-union'], PATIENCE)
      .toBe('supports');
  });

  test('without scripts the page lists what these speakers say', async ({ openPage }) => {
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto(`${server.origin}/?told=ann-reader&panel=closed`);
    await page.getByText('Showing 5 of 9 relations').waitFor();
    expect(await page.getByText('Ignored in this address').count()).toBe(0);
  });

  test('on the phone the lines carry the letters alone', async ({ openPage }) => {
    const page = await openPage({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await openExplorer(page, `${server.origin}/?told=ann-reader&told=bob-writer`);
    await expect.poll(async () => (await readLabels(page))['west-union:sanctions:south-union'], PATIENCE).toBe('≠ A+B');
    for (const control of [first(page), second(page)])
      expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect(await axeViolations(page)).toEqual([]);
  });

  test('breaks no rule of accessibility, light and dark', async ({ page }) => {
    await openExplorer(page, `${server.origin}/?told=ann-reader&told=bob-writer`);
    await panelOf(page).getByRole('region', { name: 'Both say' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect
      .poll(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor))
      .toBe('rgb(23, 22, 20)');
    expect(await axeViolations(page)).toEqual([]);
  });
});
