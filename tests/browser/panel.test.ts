import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { test } from './support/browser.ts';
import { actorPoint, clickAt, openExplorer, PATIENCE, relationPoint, waitForGraph } from './support/explorer.ts';

const origin = inject('origin');

const AID = 'USA:suspends-aid-to:PAK';
const panelOf = (page: Page) => page.locator('#panel');
const parameter = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);

describe('the panel', () => {
  test('closes and opens by its button, and the graph moves by half of the width', async ({ page }) => {
    await openExplorer(page, origin);
    const before = await actorPoint(page, 'RUS');
    const width = (await panelOf(page).boundingBox())?.width ?? 0;
    await page.getByRole('button', { name: 'Hide the panel' }).click();
    await panelOf(page).waitFor({ state: 'hidden' });
    expect(parameter(page, 'panel')).toBe('closed');
    await expect.poll(async () => (await actorPoint(page, 'RUS')).x, PATIENCE).toBeCloseTo(before.x + width / 2, 0);
    await page.reload();
    await waitForGraph(page);
    expect(await panelOf(page).isVisible()).toBe(false);
    const button = page.getByRole('button', { name: 'Show the panel' });
    await button.focus();
    await page.keyboard.press('Enter');
    await panelOf(page).waitFor();
    expect(parameter(page, 'panel')).toBeNull();
  });

  test('opens for a reader who selects a line', async ({ page }) => {
    await openExplorer(page, `${origin}/?panel=closed`);
    await clickAt(page, await relationPoint(page, AID));
    await panelOf(page).locator('mark').first().waitFor();
    expect(parameter(page, 'panel')).toBeNull();
  });

  test('may be closed over a selection, which stays', async ({ page }) => {
    await openExplorer(page, `${origin}/?edge=${AID}`);
    await page.getByRole('button', { name: 'Hide the panel' }).click();
    await panelOf(page).waitFor({ state: 'hidden' });
    expect(parameter(page, 'edge')).toBe(AID);
  });

  test('lies over the graph on a middling screen, where it opens without a selection too', async ({ openPage }) => {
    const page = await openPage({ viewport: { width: 1100, height: 800 } });
    await openExplorer(page, origin);
    expect(await panelOf(page).isVisible()).toBe(false);
    const before = await actorPoint(page, 'RUS');
    await page.getByRole('button', { name: 'Show the panel' }).click();
    await panelOf(page).getByText('35 relations between 12 actors').waitFor();
    expect(parameter(page, 'panel')).toBe('open');
    const width = (await panelOf(page).boundingBox())?.width ?? 0;
    await expect.poll(async () => (await actorPoint(page, 'RUS')).x, PATIENCE).toBeCloseTo(before.x - width / 2, 0);
    await page.getByRole('button', { name: 'Hide the panel' }).click();
    await panelOf(page).waitFor({ state: 'hidden' });
  });
});

describe('the sheet of the phone', () => {
  const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

  async function drag(page: Page, to: number): Promise<void> {
    const handle = await page.locator('#sheet-handle').boundingBox();
    if (!handle) throw new Error('no handle');
    const x = handle.x + handle.width / 2;
    await page.mouse.move(x, handle.y + 10);
    await page.mouse.down();
    await page.mouse.move(x, to + 60, { steps: 4 });
    await page.mouse.move(x, to, { steps: 4 });
    await page.mouse.up();
  }

  test('is dragged to its three heights', async ({ openPage }) => {
    const page = await openPage(PHONE);
    await openExplorer(page, origin);
    const heights: number[] = [];
    for (const to of [120, 800, 520]) {
      await drag(page, to);
      await expect.poll(() => page.locator('#panel.sheet-moving').count(), PATIENCE).toBe(0);
      await page.waitForTimeout(50);
      heights.push((await panelOf(page).boundingBox())?.height ?? 0);
    }
    expect(heights.map((height) => Math.round(height / 8.44))).toEqual([92, 12, 40]);
  });

  test('goes through its heights by the arrow keys, and says which it has', async ({ openPage }) => {
    const page = await openPage(PHONE);
    await openExplorer(page, origin);
    const handle = page.locator('#sheet-handle');
    await handle.focus();
    await page.keyboard.press('ArrowUp');
    await page.getByRole('button', { name: 'now 92%' }).waitFor();
    await page.keyboard.press('Home');
    await page.getByRole('button', { name: 'now 12%' }).waitFor();
    expect(parameter(page, 'panel')).toBe('closed');
    await page.reload();
    await waitForGraph(page);
    await page.getByRole('button', { name: 'now 12%' }).waitFor();
    await handle.focus();
    await page.keyboard.press('ArrowUp');
    await page.getByRole('button', { name: 'now 40%' }).waitFor();
    expect(parameter(page, 'panel')).toBeNull();
  });

  test('rises from a look for a reader who selects', async ({ openPage }) => {
    const page = await openPage(PHONE);
    await openExplorer(page, `${origin}/?type=suspends-aid-to&panel=closed`);
    const { x, y } = await relationPoint(page, AID);
    await page.touchscreen.tap(x + 8, y);
    await panelOf(page).locator('mark').first().waitFor();
    await page.getByRole('button', { name: 'now 40%' }).waitFor();
  });
});
