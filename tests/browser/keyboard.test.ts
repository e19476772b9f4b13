import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { test } from './support/browser.ts';
import {
  actorPoint,
  clickAt,
  openExplorer,
  PATIENCE,
  pixelAt,
  readDrawing,
  readRing,
  relationPoint,
  wordsOf,
} from './support/explorer.ts';

const origin = inject('origin');

const AID = 'USA:suspends-aid-to:PAK';
const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Evidence' });
const parameter = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);
const spoken = (page: Page) => page.locator('#canvas-live').textContent();

async function expectRing(page: Page, ...ids: string[]): Promise<void> {
  await expect.poll(() => readRing(page), PATIENCE).toEqual(ids);
}

/** A side of an actor with several neighbours, nearest first, as the picture has them. */
async function crowdedSideOf(page: Page, id: string): Promise<{ key: string; neighbours: string[] }> {
  const { actors, relations } = await readDrawing(page);
  const from = actors.find((actor) => actor.id === id);
  if (!from) throw new Error(`${id} is not drawn`);
  const joined = new Set(
    relations.map((relation) => relation.split(':')).flatMap(([a, , b]) => (a === id ? [b] : b === id ? [a] : [])),
  );
  const sides: Record<string, { id: string; away: number }[]> = {};
  for (const { id: other, x, y } of actors.filter((actor) => joined.has(actor.id))) {
    const [dx, dy] = [x - from.x, y - from.y];
    const across = Math.abs(dx) >= Math.abs(dy);
    const key = across ? (dx > 0 ? 'ArrowRight' : 'ArrowLeft') : dy > 0 ? 'ArrowDown' : 'ArrowUp';
    sides[key] = [...(sides[key] ?? []), { id: other, away: Math.hypot(dx, dy) }];
  }
  const [key, found] = Object.entries(sides).sort(([, a], [, b]) => b.length - a.length)[0] ?? ['', []];
  return { key, neighbours: found.sort((a, b) => a.away - b.away).map((neighbour) => neighbour.id) };
}

describe('the graph by keyboard', () => {
  test('is one stop of the Tab key', async ({ page }) => {
    await openExplorer(page, origin);
    await page.getByRole('combobox', { name: /^Find/ }).focus();
    const stops: string[] = [];
    for (let press = 0; press < 3; press += 1) {
      await page.keyboard.press('Tab');
      stops.push(
        await page.evaluate(
          () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id ?? '',
        ),
      );
    }
    expect(stops.filter((stop) => stop === 'Graph of relations')).toHaveLength(1);
    expect(stops).toContain('Zoom in');
  });

  test('the arrow keys go along the relations, to the nearest and then to the next on that side', async ({ page }) => {
    await openExplorer(page, `${origin}/?actor=PAK`);
    await page.locator('#canvas').focus();
    await page.keyboard.press('ArrowRight');
    await expectRing(page, 'PAK');
    expect(await spoken(page)).toMatch(/^Pakistan, country, \d+ relations$/);
    const { key, neighbours } = await crowdedSideOf(page, 'PAK');
    expect(neighbours.length).toBeGreaterThan(1);
    await page.keyboard.press(key);
    await expectRing(page, neighbours[0] ?? '');
    // Back by typing the name, and the same key leads to the next of them.
    await page.keyboard.type("'pakis");
    await expectRing(page, 'PAK');
    await page.keyboard.press(key);
    await expectRing(page, neighbours[1] ?? '');
  });

  test('the ring is seen: its colour stands around the actor', async ({ page }) => {
    await openExplorer(page, origin);
    await page.locator('#canvas').focus();
    await page.keyboard.type("'turk");
    await expectRing(page, 'TUR');
    const { x, y } = await actorPoint(page, 'TUR');
    // The flag is red and white: what is blue beside it is the ring.
    const isRinged = async () => {
      for (let away = 14; away < 40; away += 1) {
        const [red = 0, , blue = 0] = (await pixelAt(page, { x: x - away, y })).split(',').map(Number);
        if (blue > 150 && red < 120) return true;
      }
      return false;
    };
    expect(await isRinged()).toBe(true);
    await page.getByRole('combobox', { name: /^Find/ }).focus();
    await expectRing(page);
    expect(await isRinged()).toBe(false);
  });

  test('goes through the relations of an actor, says each, follows and opens them', async ({ page }) => {
    await openExplorer(page, origin);
    await page.locator('#canvas').focus();
    await page.keyboard.type("'afgh");
    await expectRing(page, 'AFG');
    expect(await spoken(page)).toBe('Afghanistan, country, 4 relations');
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => spoken(page), PATIENCE).toMatch(/^1 of 4: .+ supports it$/);
    const [, first] = await readRing(page);
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => spoken(page), PATIENCE).toMatch(/^2 of 4: /);
    await page.keyboard.press('Shift+ArrowUp');
    await expectRing(page, 'AFG', first ?? '');
    await page.getByRole('tooltip').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expectRing(page, 'AFG');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Space');
    await expectRing(page, first?.split(':')[0] ?? '');
    await page.keyboard.press('Shift+ArrowUp');
    const [, last] = await readRing(page);
    await page.keyboard.press('Enter');
    await expect.poll(() => parameter(page, 'edge'), PATIENCE).toBe(last);
  });

  test('Enter opens the actor for reading, and Esc leads back to the graph', async ({ page }) => {
    await openExplorer(page, origin);
    await page.locator('#canvas').focus();
    await page.keyboard.type("'iran");
    await page.keyboard.press('Enter');
    await panelOf(page).getByRole('heading', { name: 'Iran' }).waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.id);
    await expect.poll(focused, PATIENCE).toBe('evidence');
    await page.keyboard.press('Escape');
    await expect.poll(() => parameter(page, 'actor'), PATIENCE).toBeNull();
    expect(await focused()).toBe('canvas');
    await expectRing(page, 'IRN');
  });

  test('a name may have several words, and ends after a second without a letter', async ({ page }) => {
    await openExplorer(page, origin);
    await page.locator('#canvas').focus();
    await page.keyboard.type("'russian f");
    await expectRing(page, 'russian-foreign-ministry');
    await page.waitForTimeout(1100);
    // The letters are over: this one is no command and no name.
    await page.keyboard.type('t');
    await expectRing(page, 'russian-foreign-ministry');
    await page.keyboard.type("'xyz");
    await expect.poll(() => spoken(page), PATIENCE).toBe('No actor begins with “xyz”');
  });

  test('page up and page down go through all actors, from left to right', async ({ page }) => {
    await openExplorer(page, origin);
    await page.locator('#canvas').focus();
    const seen: string[] = [];
    for (let press = 0; press < 12; press += 1) {
      await page.keyboard.press('PageDown');
      seen.push(...(await readRing(page)));
    }
    const drawn = (await readDrawing(page)).actors.sort((a, b) => a.x - b.x).map(({ id }) => id);
    expect(seen).toEqual(drawn);
    await page.keyboard.press('PageUp');
    await expectRing(page, drawn.at(-2) ?? '');
  });
});

describe('the dialog of keys', () => {
  test('opens by ?, holds the focus, and gives it back on Esc', async ({ page }) => {
    await openExplorer(page, origin);
    await page.locator('#canvas').focus();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    await dialog.waitFor();
    for (const key of ['/', '?', '→', 'Enter', 'Esc']) {
      expect(await dialog.locator('kbd').allInnerTexts()).toContain(key);
    }
    for (let press = 0; press < 4; press += 1) {
      await page.keyboard.press('Tab');
      // Beyond the last control lies the browser's own window, which the page sees as its body.
      expect(
        await page.evaluate(
          () => document.activeElement === document.body || document.activeElement?.closest('#keys') !== null,
        ),
      ).toBe(true);
    }
    // The keys of the page rest.
    await page.keyboard.press('/');
    expect(await dialog.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('canvas');
  });

  test('opens and closes by its buttons', async ({ page }) => {
    await openExplorer(page, origin);
    await page.getByRole('button', { name: 'Keys' }).click();
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  test('switches single-character keys off, which lasts; letters then name actors at once', async ({ page }) => {
    await openExplorer(page, origin);
    await page.keyboard.press('?');
    await page.getByRole('checkbox', { name: 'Keys of a single character' }).uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('INPUT');
    await page.reload();
    await page.locator('#canvas-note:not(:empty)').waitFor({ state: 'attached' });
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.locator('#canvas').focus();
    await page.keyboard.type('china');
    await expectRing(page, 'CHN');
    await page.getByRole('button', { name: 'Keys' }).click();
    await page.getByRole('checkbox', { name: 'Keys of a single character' }).check();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), PATIENCE).toBe('INPUT');
  });
});

describe('the tooltip of a relation', () => {
  test('comes with the ring, and Esc takes it away before anything else', async ({ page }) => {
    await openExplorer(page, origin);
    await page.locator('#canvas').focus();
    await page.keyboard.type("'china");
    await page.keyboard.press('Shift+ArrowDown');
    const tip = page.getByRole('tooltip');
    await expect.poll(() => wordsOf(tip), PATIENCE).toMatch(/China .*\w+/s);
    await tip.locator('mark').waitFor();
    const ring = await readRing(page);
    await page.keyboard.press('Escape');
    await tip.waitFor({ state: 'hidden' });
    await expectRing(page, ...ring);
    await page.keyboard.press('Escape');
    await expectRing(page, 'CHN');
  });

  test('comes under the pointer with the first sentence, may be entered, and leaves with it', async ({ page }) => {
    await openExplorer(page, origin);
    const point = await relationPoint(page, AID);
    await page.mouse.move(point.x, point.y);
    const tip = page.getByRole('tooltip');
    await tip.waitFor();
    await expect.poll(() => wordsOf(tip), PATIENCE).toContain('suspended aid to');
    await expect.poll(() => wordsOf(tip), PATIENCE).toContain('Weeks after suspending aid to Pakistan');
    const box = await tip.boundingBox();
    if (!box) throw new Error('no tooltip');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForTimeout(400);
    expect(await tip.isVisible()).toBe(true);
    await page.mouse.move(5, 400);
    await tip.waitFor({ state: 'hidden' });
    await clickAt(page, point);
    await panelOf(page).locator('mark').first().waitFor();
    await page.waitForTimeout(400);
    // The panel says it all.
    expect(await tip.isVisible()).toBe(false);
  });
});
