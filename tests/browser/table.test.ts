import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { test } from './support/browser.ts';
import { expectShown, openExplorer, PATIENCE } from './support/explorer.ts';

const origin = inject('origin');

const rowsOf = (page: Page) => page.getByRole('table').locator('tbody').getByRole('row');

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
});
