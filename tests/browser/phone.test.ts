import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { test } from './support/browser.ts';
import { actorPoint, expectShown, openExplorer, PATIENCE, readDrawing, relationPoint } from './support/explorer.ts';

const origin = inject('origin');

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const AID = 'USA:suspends-aid-to:PAK';
const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Evidence' });

describe('on a phone', () => {
  test('all actors stand on the canvas above the sheet, and nothing scrolls sideways', async ({ openPage }) => {
    const page = await openPage(PHONE);
    await openExplorer(page, origin);
    const sheet = await panelOf(page).boundingBox();
    const { actors } = await readDrawing(page);
    expect(actors).toHaveLength(12);
    for (const { x, y } of actors) expect(x > 10 && x < 380 && y > 100 && y < (sheet?.y ?? 0)).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  test('the filters open in a drawer and close again', async ({ openPage }) => {
    const page = await openPage(PHONE);
    await openExplorer(page, origin);
    const filters = page.getByRole('complementary', { name: 'Filters' });
    expect(await filters.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Filter', exact: true }).tap();
    await filters.waitFor();
    await filters.getByRole('region', { name: 'Ties' }).getByText('Ties', { exact: true }).tap();
    await expectShown(page, 30);
    await filters.getByRole('button', { name: 'Close' }).tap();
    await filters.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /^Conflict/ }).tap();
    await expectShown(page, 20);
  });

  test('a tap on a line shows its evidence in the sheet', async ({ openPage }) => {
    const page = await openPage(PHONE);
    await openExplorer(page, `${origin}/?type=suspends-aid-to`);
    const { x, y } = await relationPoint(page, AID);
    // A finger is no mouse: beside the line is near enough.
    await page.touchscreen.tap(x + 8, y);
    await expect.poll(() => new URL(page.url()).searchParams.get('edge'), PATIENCE).toBe(AID);
    await panelOf(page).locator('mark').first().waitFor();
    const bottom = (await panelOf(page).boundingBox())?.y ?? 0;
    for (const id of ['USA', 'PAK']) expect((await actorPoint(page, id)).y).toBeLessThan(bottom);
  });

  test('the handle changes the height of the sheet', async ({ openPage }) => {
    const page = await openPage(PHONE);
    await openExplorer(page, origin);
    const height = async () => (await panelOf(page).boundingBox())?.height ?? 0;
    const before = await height();
    await page.getByRole('button', { name: 'Change the height of the panel' }).click();
    await expect.poll(height, PATIENCE).toBeGreaterThan(before * 1.5);
    await page.getByRole('button', { name: 'Change the height of the panel' }).click();
    await expect.poll(height, PATIENCE).toBeLessThan(before * 0.7);
  });

  test('the search opens by its button', async ({ openPage }) => {
    const page = await openPage(PHONE);
    await openExplorer(page, origin);
    await page.getByRole('button', { name: 'Find an actor or a relation' }).tap();
    await page.keyboard.type('lavrov');
    await page.keyboard.press('Enter');
    await panelOf(page).getByRole('heading', { name: 'Sergey Lavrov' }).waitFor();
  });

  test('what is tapped all the time is at least 44 px high', async ({ openPage }) => {
    const page = await openPage(PHONE);
    await openExplorer(page, origin);
    const targets = [
      page.getByRole('navigation').getByRole('link', { name: /^Table/ }),
      page.locator('summary:visible', { hasText: 'Export' }),
      page.getByRole('button', { name: 'Find an actor or a relation' }),
      page.getByRole('button', { name: /^Theme/ }),
    ];
    for (const target of targets) expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  });
});
