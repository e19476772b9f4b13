import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { test } from './support/browser.ts';
import { expectShown, openExplorer, PATIENCE } from './support/explorer.ts';

const origin = inject('origin');

const rowsOf = (page: Page) => page.getByRole('table').locator('tbody').getByRole('row');

const headOf = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true });
/** Words of one column, from the top. */
const readColumn = (page: Page, at: number) => rowsOf(page).locator(`td:nth-child(${at})`).allInnerTexts();
const sortIn = (page: Page) => new URL(page.url()).searchParams.get('sort');
const isFocused = (part: Locator) => part.evaluate((element) => element === document.activeElement);

/** Cells of a row as words. */
async function readRow(page: Page, words: RegExp): Promise<string[]> {
  return rowsOf(page).filter({ hasText: words }).first().getByRole('cell').allInnerTexts();
}

describe('the table', () => {
  test('lists every relation in words, its ends, modality, speaker, wording and count', async ({ page }) => {
    await openExplorer(page, origin);
    await page.getByRole('link', { name: /^Table/ }).click();
    await expect.poll(() => rowsOf(page).count(), PATIENCE).toBe(35);
    expect(new URL(page.url()).searchParams.get('view')).toBe('table');
    await page.getByText('suspending aid to Pakistan').waitFor();
    expect((await readRow(page, /suspended aid to/)).map((cell) => cell.trim())).toEqual([
      'United States',
      'suspended aid to',
      'Pakistan',
      'asserted',
      'Ayaz Wazir +1',
      'suspending aid to Pakistan',
      '19 Feb 2018',
      '2',
    ]);
  });

  test('follows the same filters', async ({ page }) => {
    await openExplorer(page, `${origin}/?view=table`);
    await page.getByRole('region', { name: 'Cooperation' }).getByText('Cooperation', { exact: true }).click();
    await expectShown(page, 15);
    await expect.poll(() => rowsOf(page).count(), PATIENCE).toBe(15);
    await page.getByRole('region', { name: 'Ties' }).getByText('Ties', { exact: true }).click();
    await expect.poll(() => rowsOf(page).count(), PATIENCE).toBe(10);
  });

  test('opens the evidence of a row, by pointer and by keyboard', async ({ page }) => {
    await openExplorer(page, `${origin}/?view=table`);
    const relation = rowsOf(page)
      .filter({ hasText: 'supplies arms to' })
      .getByRole('button', { name: 'supplies arms to' });
    await relation.click();
    const panel = page.getByRole('complementary', { name: 'Evidence' });
    await panel.getByText('four advanced Mi-35M attack helicopters').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => new URL(page.url()).searchParams.get('edge'), PATIENCE).toBe(null);
    await relation.focus();
    await page.keyboard.press('Enter');
    await panel.getByText('four advanced Mi-35M attack helicopters').waitFor();
    await rowsOf(page).first().getByRole('button', { name: 'Pakistan' }).first().click();
    await panel.getByRole('heading', { name: 'Pakistan' }).waitFor();
  });

  test('is sorted by a press on a head, the other way by the next, and the address keeps it', async ({ page }) => {
    await openExplorer(page, `${origin}/?view=table`);
    expect(await headOf(page, 'Sentences').getAttribute('aria-sort')).toBe('descending');
    const steps = await page.evaluate(() => history.length);
    await headOf(page, 'From').getByRole('button').click();
    await expect.poll(() => headOf(page, 'From').getAttribute('aria-sort'), PATIENCE).toBe('ascending');
    expect(sortIn(page)).toBe('from');
    expect(await headOf(page, 'Sentences').getAttribute('aria-sort')).toBe(null);
    const names = await readColumn(page, 1);
    expect(new Set(names).size).toBeGreaterThan(5);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
    await headOf(page, 'From').getByRole('button').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => headOf(page, 'From').getAttribute('aria-sort'), PATIENCE).toBe('descending');
    expect(sortIn(page)).toBe('-from');
    expect(await page.evaluate(() => history.length)).toBe(steps);
    const turned = await readColumn(page, 1);
    expect(turned).toEqual([...names].reverse());
    await page.reload();
    await expect.poll(() => readColumn(page, 1), PATIENCE).toEqual(turned);
  });

  test('has a sort of its own for every head', async ({ page }) => {
    await openExplorer(page, `${origin}/?view=table`);
    for (const name of ['Relation', 'To', 'Modality', 'According to', 'Wording', 'Date', 'Sentences']) {
      await headOf(page, name).getByRole('button').click();
      const direction = ['Date', 'Sentences'].includes(name) ? 'descending' : 'ascending';
      await expect.poll(() => headOf(page, name).getAttribute('aria-sort'), PATIENCE).toBe(direction);
    }
  });

  test('is walked through by the arrow keys, Enter opens the sentences of the row', async ({ page }) => {
    await openExplorer(page, `${origin}/?view=table&sort=from`);
    const relationIn = (row: number) => rowsOf(page).nth(row).getByRole('button').nth(1);
    await relationIn(0).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => isFocused(relationIn(2)), PATIENCE).toBe(true);
    await page.keyboard.press('ArrowUp');
    expect(await isFocused(relationIn(1))).toBe(true);
    await page.keyboard.press('End');
    expect(await isFocused(relationIn(34))).toBe(true);
    await page.keyboard.press('Home');
    expect(await isFocused(relationIn(0))).toBe(true);
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: 'Evidence' });
    await panel.locator('mark').first().waitFor();
    expect(new URL(page.url()).searchParams.get('edge')).not.toBe(null);
    expect(await relationIn(0).getAttribute('aria-pressed')).toBe('true');
  });

  test('is sorted by a field on the phone', async ({ openPage }) => {
    const page = await openPage({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await openExplorer(page, `${origin}/?view=table`);
    await page.getByLabel('Sort by').selectOption('To');
    await expect.poll(() => sortIn(page), PATIENCE).toBe('to');
    const sorted = (names: string[]) => [...names].sort((a, b) => a.localeCompare(b, 'en'));
    await expect.poll(async () => (await readColumn(page, 3)).length, PATIENCE).toBe(35);
    const names = await readColumn(page, 3);
    expect(names).toEqual(sorted(names));
    await page.getByRole('button', { name: 'Ascending' }).tap();
    await expect.poll(() => sortIn(page), PATIENCE).toBe('-to');
    await expect.poll(() => readColumn(page, 3), PATIENCE).toEqual(sorted(names).reverse());
  });
});
