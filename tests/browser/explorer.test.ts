import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { test } from './support/browser.ts';
import {
  clickAt,
  expectShown,
  openExplorer,
  PATIENCE,
  readDrawing,
  relationPoint,
  wordsOf,
} from './support/explorer.ts';

const origin = inject('origin');

/** Part of the canvas that is painted, 0 to 1. */
function measurePaint(page: Page): Promise<number> {
  return page.evaluate(() => {
    const canvases = [...document.querySelectorAll<HTMLCanvasElement>('#canvas canvas')];
    const parts = canvases.map((canvas) => {
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      let painted = 0;
      for (let at = 3; at < pixels.length; at += 4) if (pixels[at]) painted += 1;
      return painted / (pixels.length / 4);
    });
    return Math.max(...parts);
  });
}

describe('the explorer', () => {
  test('draws the sample: 12 actors, 35 relations', async ({ page }) => {
    await openExplorer(page, origin);
    await expectShown(page, 35);
    const { actors, relations } = await readDrawing(page);
    expect([actors.length, relations.length]).toEqual([12, 35]);
    expect(relations).toEqual(
      expect.arrayContaining(['USA:suspends-aid-to:PAK', 'CHN:supports:RUS', 'PAK:talks-with:RUS']),
    );
    await expect.poll(() => measurePaint(page), PATIENCE).toBeGreaterThan(0.02);
  });

  test('keeps every actor inside the canvas and apart from the others', async ({ page }) => {
    await openExplorer(page, origin);
    const { actors } = await readDrawing(page);
    const box = await page.locator('#canvas').boundingBox();
    if (!box) throw new Error('no canvas');
    for (const { x, y } of actors) {
      expect(x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height).toBe(true);
    }
    const gaps = actors.flatMap((a, at) => actors.slice(at + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)));
    expect(Math.min(...gaps)).toBeGreaterThan(50);
  });

  test('breaks no rule of its content security policy, whatever is used of it', async ({ page }) => {
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
        console.error(`policy: ${violatedDirective} ${blockedURI} ${sample}`);
      });
    });
    await openExplorer(page, origin);
    await clickAt(page, await relationPoint(page, 'USA:suspends-aid-to:PAK'));
    await page.getByRole('complementary', { name: 'Evidence' }).locator('mark').first().waitFor();
    await page.getByRole('button', { name: /^Theme/ }).click();
    await page.getByRole('checkbox', { name: /^Conflict/ }).focus();
    await page.keyboard.press('Space');
    await expectShown(page, 25);
    await page.locator('summary:visible', { hasText: 'Export' }).click();
    await page.getByRole('link', { name: /^Table/ }).click();
    await page.getByRole('table').waitFor();
  });

  test('runs no script that a page smuggles in', async ({ page, troubles }) => {
    await openExplorer(page, origin);
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.documentElement.dataset.smuggled = "yes"';
      document.body.append(script);
      return document.documentElement.dataset.smuggled ?? 'refused';
    });
    expect(ran).toBe('refused');
    expect(troubles.splice(0)).toEqual([expect.stringContaining('Content Security Policy')]);
  });

  test('says what is wrong when the graph cannot be loaded', async ({ page, troubles }) => {
    await page.route('**/api/graph', (route) =>
      route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"detail":"The store is away"}' }),
    );
    await page.goto(origin);
    await page.getByText('The store is away').waitFor();
    expect(troubles.splice(0)).toEqual([expect.stringContaining('503')]);
  });

  test('goes through the themes and keeps the choice', async ({ page }) => {
    await openExplorer(page, origin);
    const theme = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await theme();
    const button = page.getByRole('button', { name: /^Theme/ });
    await button.click();
    await button.click();
    await page.getByRole('button', { name: 'Theme: dark' }).waitFor();
    expect(await theme()).not.toBe(light);
    await page.reload();
    await page.getByRole('button', { name: 'Theme: dark' }).waitFor();
    expect(await theme()).not.toBe(light);
  });
});

describe('the search box', () => {
  test('is reached by /, finds an actor, and Enter selects it', async ({ page }) => {
    await openExplorer(page, origin);
    await page.keyboard.press('/');
    await page.keyboard.type('turk');
    await expect.poll(() => wordsOf(page.getByRole('option').first()), PATIENCE).toContain('Turkey');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Turkey' }).waitFor();
    expect(new URL(page.url()).searchParams.get('actor')).toBe('TUR');
  });

  test('finds a relation by its words and says when there is nothing', async ({ page }) => {
    await openExplorer(page, origin);
    const field = page.getByRole('combobox', { name: 'Find an actor or a relation' });
    await field.fill('suspended aid');
    await page.getByRole('option', { name: 'United States suspended aid to Pakistan' }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('edge')).toBe('USA:suspends-aid-to:PAK');
    await field.fill('atlantis');
    await page.getByText('No actor or relation called “atlantis”').waitFor();
  });
});
