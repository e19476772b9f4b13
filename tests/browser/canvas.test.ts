import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { axeViolations, test } from './support/browser.ts';
import {
  actorPoint,
  clickAt,
  expectShown,
  openExplorer,
  PATIENCE,
  readDrawing,
  waitForGraph,
  wordsOf,
} from './support/explorer.ts';

const origin = inject('origin');

const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Evidence' });
const notesOf = (page: Page) => wordsOf(page.locator('#canvas-notes'));
const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);

/** Ids of the actors drawn, sorted. */
const drawnActors = async (page: Page) => (await readDrawing(page)).actors.map(({ id }) => id).sort();

async function selectByClick(page: Page, id: string): Promise<void> {
  await clickAt(page, await actorPoint(page, id));
  await expect.poll(() => parameter(page, 'actor'), PATIENCE).toBe(id);
}

describe('the focus on an actor', () => {
  test('draws its neighbourhood at the same places, says so and is left by Esc', async ({ page }) => {
    await openExplorer(page, origin);
    await selectByClick(page, 'TUR');
    await panelOf(page).getByRole('button', { name: 'Focus on 1 step' }).click();
    await expect.poll(() => drawnActors(page), PATIENCE).toEqual(['AFG', 'PAK', 'TUR']);
    expect(await notesOf(page)).toContain('Turkey and what is one step away');
    expect([parameter(page, 'focus'), parameter(page, 'depth')]).toEqual(['TUR', '1']);
    await page.keyboard.press('2');
    await expect.poll(async () => (await drawnActors(page)).length, PATIENCE).toBeGreaterThan(5);
    expect(await notesOf(page)).toContain('up to 2 steps');
    await page.reload();
    await waitForGraph(page);
    await expect.poll(() => notesOf(page), PATIENCE).toContain('up to 2 steps');
    // The first Esc ends the selection, the second leaves the focus.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expectShown(page, 35);
    expect([await notesOf(page), parameter(page, 'focus')]).toEqual(['', null]);
  });

  test('moves no actor in the graph', async ({ page }) => {
    await openExplorer(page, `${origin}/?actor=TUR`);
    const places = () =>
      page.evaluate(() => {
        const { cy } = (document.getElementById('canvas') as HTMLElement & { _cyreg: { cy: import('cytoscape').Core } })
          ._cyreg;
        return ['TUR', 'AFG', 'PAK'].map((id) => cy.getElementById(id).position());
      });
    const before = await places();
    await page.keyboard.press('1');
    await expect.poll(() => drawnActors(page), PATIENCE).toEqual(['AFG', 'PAK', 'TUR']);
    expect(await places()).toEqual(before);
  });

  test('is left by the way out that the note offers', async ({ page }) => {
    await openExplorer(page, `${origin}/?focus=IRN&depth=1`);
    await expect.poll(() => drawnActors(page), PATIENCE).toEqual(['AFG', 'IRN', 'PAK', 'RUS']);
    await page.getByRole('button', { name: 'Show the whole graph' }).click();
    await expectShown(page, 35);
  });
});

describe('chains of relations', () => {
  test('are drawn over the rest and listed as sentences that open', async ({ page }) => {
    await openExplorer(page, `${origin}/?actor=TUR`);
    const field = panelOf(page).getByLabel('Chains of relations to');
    await field.fill('lavrov');
    await panelOf(page)
      .getByRole('button', { name: /^SL Sergey Lavrov|Sergey Lavrov/ })
      .waitFor();
    await field.press('Enter');
    await panelOf(page)
      .getByRole('heading', { name: /Turkey and .*Sergey Lavrov/ })
      .waitFor();
    expect(parameter(page, 'path')).toBe('TUR~sergey-lavrov');
    const steps = panelOf(page).getByRole('listitem').getByRole('button');
    const words = await steps.allInnerTexts();
    expect(words.map((text) => text.replace(/\s+/g, ' '))).toContain('Sergey Lavrov holds office in Russia');
    const dimmed = await page.evaluate(() => {
      const { cy } = (document.getElementById('canvas') as HTMLElement & { _cyreg: { cy: import('cytoscape').Core } })
        ._cyreg;
      return ['TUR', 'sergey-lavrov', 'maria-zakharova'].map((id) => cy.getElementById(id).hasClass('dimmed'));
    });
    expect(dimmed).toEqual([false, false, true]);
    expect(await axeViolations(page)).toEqual([]);
    await steps.filter({ hasText: 'holds office in' }).first().click();
    await panelOf(page).locator('mark').first().waitFor();
    await page.keyboard.press('Escape');
    await panelOf(page)
      .getByRole('heading', { name: /Turkey and .*Sergey Lavrov/ })
      .waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => parameter(page, 'path'), PATIENCE).toBe(null);
  });

  test('are shown by a click on a second actor with Shift', async ({ page }) => {
    await openExplorer(page, origin);
    await selectByClick(page, 'IRN');
    const { x, y } = await actorPoint(page, 'CHN');
    await page.keyboard.down('Shift');
    await page.mouse.click(x, y);
    await page.keyboard.up('Shift');
    await expect.poll(() => parameter(page, 'path'), PATIENCE).toBe('IRN~CHN');
    await expect.poll(() => notesOf(page), PATIENCE).toContain('Chains between Iran and China');
  });
});

describe('hiding, pinning and dragging', () => {
  test('H hides an actor with its relations; the note shows it again; steps go back and forth', async ({ page }) => {
    await openExplorer(page, `${origin}/?actor=PAK`);
    await page.keyboard.press('h');
    await expect.poll(() => drawnActors(page), PATIENCE).not.toContain('PAK');
    expect(await notesOf(page)).toContain('1 actor hidden');
    expect(parameter(page, 'hidden')).toBe('PAK');
    await page.keyboard.press('Control+z');
    await expectShown(page, 35);
    expect(parameter(page, 'actor')).toBe('PAK');
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect.poll(() => drawnActors(page), PATIENCE).not.toContain('PAK');
    await page.reload();
    await waitForGraph(page);
    await expect.poll(() => notesOf(page), PATIENCE).toContain('1 actor hidden');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expectShown(page, 35);
  });

  test('a dragged actor stays where it was put, in this browser, until that is undone', async ({ page }) => {
    await openExplorer(page, origin);
    const before = await actorPoint(page, 'AFG');
    await page.mouse.move(before.x, before.y);
    await page.mouse.down();
    await page.mouse.move(before.x - 40, before.y - 30, { steps: 4 });
    await page.mouse.move(before.x - 90, before.y - 60, { steps: 4 });
    await page.mouse.up();
    const after = await actorPoint(page, 'AFG');
    expect([Math.round(after.x - before.x), Math.round(after.y - before.y)]).toEqual([-90, -60]);
    expect(new URL(page.url()).search).toBe('');
    await page.reload();
    await waitForGraph(page);
    const again = await actorPoint(page, 'AFG');
    expect([Math.round(again.x - after.x), Math.round(again.y - after.y)]).toEqual([0, 0]);
    // A later drag in the same visit can be undone.
    await page.mouse.move(again.x, again.y);
    await page.mouse.down();
    await page.mouse.move(again.x, again.y - 80, { steps: 5 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Undo' }).click();
    const undone = await actorPoint(page, 'AFG');
    expect([Math.round(undone.x - after.x), Math.round(undone.y - after.y)]).toEqual([0, 0]);
  });

  test('a pinned actor cannot be dragged, also after a reload', async ({ page }) => {
    await openExplorer(page, origin);
    await selectByClick(page, 'TUR');
    await panelOf(page).getByRole('button', { name: /^Pin/ }).click();
    await page.keyboard.press('Escape');
    await page.reload();
    await waitForGraph(page);
    const drag = async () => {
      const { x, y } = await actorPoint(page, 'TUR');
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x - 60, y - 50, { steps: 5 });
      await page.mouse.up();
    };
    const place = () =>
      page.evaluate(() => {
        const { cy } = (document.getElementById('canvas') as HTMLElement & { _cyreg: { cy: import('cytoscape').Core } })
          ._cyreg;
        return cy.getElementById('TUR').position();
      });
    const before = await place();
    await drag();
    expect(await place()).toEqual(before);
    await selectByClick(page, 'TUR');
    await page.keyboard.press('p');
    await page.keyboard.press('Escape');
    await drag();
    expect(await place()).not.toEqual(before);
  });

  test('breaks no rule of accessibility with the tools of an actor and a note shown', async ({ page }) => {
    await openExplorer(page, `${origin}/?actor=RUS&hidden=TUR&focus=RUS&depth=1`);
    await expect.poll(() => notesOf(page), PATIENCE).toContain('1 actor hidden');
    expect(await axeViolations(page)).toEqual([]);
  });
});

/** Zoom of the drawing, and where its middle is. */
const viewOf = (page: Page) =>
  page.evaluate(() => {
    const { cy } = (document.getElementById('canvas') as HTMLElement & { _cyreg: { cy: import('cytoscape').Core } })
      ._cyreg;
    return { zoom: cy.zoom(), pan: { ...cy.pan() } };
  });
const zoomOf = async (page: Page) => (await viewOf(page)).zoom;

describe('zooming', () => {
  test('by buttons and keys; 0 and the button show the whole again', async ({ page }) => {
    await openExplorer(page, origin);
    const start = await viewOf(page);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    expect(await zoomOf(page)).toBeCloseTo(start.zoom * 1.25, 5);
    await page.getByRole('button', { name: 'Zoom out' }).click();
    await page.getByRole('button', { name: 'Zoom out' }).click();
    expect(await zoomOf(page)).toBeCloseTo(start.zoom * 0.8, 5);
    await page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => viewOf(page), PATIENCE).toEqual(start);
    await page.locator('#canvas').focus();
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    expect(await zoomOf(page)).toBeCloseTo(start.zoom * 1.25 ** 2, 5);
    await page.keyboard.press('-');
    expect(await zoomOf(page)).toBeCloseTo(start.zoom * 1.25, 5);
    await page.keyboard.press('0');
    await expect.poll(() => viewOf(page), PATIENCE).toEqual(start);
  });

  test('by the wheel, about the pointer', async ({ page }) => {
    await openExplorer(page, origin);
    const before = await actorPoint(page, 'RUS');
    const start = await zoomOf(page);
    await page.mouse.move(before.x, before.y);
    for (let notch = 0; notch < 5; notch += 1) await page.mouse.wheel(0, -120);
    await expect.poll(() => zoomOf(page), PATIENCE).toBeGreaterThan(start * 1.2);
    const after = await actorPoint(page, 'RUS');
    expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(2);
  });

  test('by two fingers', async ({ openPage }) => {
    const page = await openPage({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await openExplorer(page, origin);
    const start = await zoomOf(page);
    const client = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', apart: number) =>
      client.send('Input.dispatchTouchEvent', {
        type,
        touchPoints:
          type === 'touchEnd' ? [] : [-1, 1].map((side, id) => ({ x: 195 + (side * apart) / 2, y: 300, id })),
      });
    await touch('touchStart', 60);
    for (let apart = 70; apart <= 180; apart += 10) await touch('touchMove', apart);
    await touch('touchEnd', 180);
    await expect.poll(() => zoomOf(page), PATIENCE).toBeGreaterThan(start * 1.5);
    // The page itself stays as it is.
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1);
  });
});
