import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { describe, expect, inject, onTestFinished } from 'vitest';
import { axeViolations, test } from './support/browser.ts';
import { clickAt, PATIENCE, readDrawing, relationPoint, waitForGraph, wordsOf } from './support/explorer.ts';

const origin = inject('origin');
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const ARTICLE = '/articles/moscow-talks-2018';
const PAGES = ['/actors/PAK', '/actors/ayaz-wazir', '/pairs/PAK/RUS', '/articles', ARTICLE, '/about'];

async function open(page: Page, path: string): Promise<void> {
  page.setDefaultTimeout(8000);
  await page.goto(origin + path);
}

/** Breaches of the page as it stands, light and dark. */
async function violationsInBothThemes(page: Page): Promise<string[]> {
  const light = await axeViolations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(23, 22, 20)');
  return [...light, ...(await axeViolations(page)).map((violation) => `dark: ${violation}`)];
}

/** Presses Tab until the focus is on a link or button of a name; fails after many. */
async function tabTo(page: Page, name: string, presses = 60): Promise<void> {
  for (let count = 0; count < presses; count++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const { activeElement: at } = document;
      return at?.getAttribute('aria-label') ?? at?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    });
    if (focused === name) return;
  }
  throw new Error(`Tab does not come to "${name}"`);
}

describe('the page of an actor', () => {
  test('leads to the pair, and from there to the other actor and into the graph', async ({ page }) => {
    await open(page, '/actors/PAK');
    await page.getByRole('table').getByRole('link', { name: 'United States' }).click();
    await page.waitForURL('**/pairs/PAK/USA');
    await page.getByRole('heading', { level: 1, name: 'Pakistan and United States' }).waitFor();
    await page.getByRole('link', { name: 'United States suspended aid to Pakistan' }).click();
    await waitForGraph(page);
    expect(new URL(page.url()).search).toBe('?edge=USA:suspends-aid-to:PAK');
    await page.goBack();
    await page.getByRole('heading', { level: 1 }).getByRole('link', { name: 'United States' }).click();
    await page.getByRole('heading', { level: 1, name: 'United States', exact: true }).waitFor();
  });

  test('has conflict to the left of an axis and cooperation to its right, each block in the form of its modality', async ({
    page,
  }) => {
    await open(page, '/actors/PAK');
    const row = page.getByRole('row', { name: /^United States/ });
    const blocks = (side: string) => row.locator(`.side-${side} .block`);
    expect(await blocks('conflict').count()).toBe(9);
    expect(await row.locator('.side-conflict .block-negated').count()).toBe(1);
    const boxes = await Promise.all([
      blocks('conflict').first().boundingBox(),
      blocks('cooperation').first().boundingBox(),
    ]);
    const axis = await row.locator('.side-conflict').evaluate((cell) => cell.getBoundingClientRect().right);
    const [left, right] = boxes;
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThan(axis);
    expect(axis - (left?.x ?? 0)).toBeLessThan(30);
    expect(right?.x).toBeGreaterThan(axis);
    expect(await wordsOf(row.locator('.side-conflict'))).toContain('9');
  });

  test('is shown in the graph by a link, by keyboard', async ({ page }) => {
    await open(page, '/actors/RUS');
    await tabTo(page, 'Show in graph');
    await page.keyboard.press('Enter');
    await waitForGraph(page);
    expect(new URL(page.url()).searchParams.get('actor')).toBe('RUS');
  });

  test('keeps the theme that the reader chose', async ({ page }) => {
    await open(page, '/actors/PAK');
    await page.getByRole('button', { name: 'Theme: as the system' }).click();
    await page.getByRole('button', { name: 'Theme: light' }).click();
    await page.getByRole('button', { name: 'Theme: dark' }).waitFor();
    await open(page, '/pairs/PAK/RUS');
    await page.getByRole('button', { name: 'Theme: dark' }).waitFor();
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(23, 22, 20)');
  });
});

describe('the page of a pair', () => {
  test('leads from a sentence to its words in the article', async ({ page }) => {
    await open(page, '/pairs/PAK/RUS');
    const statement = page.getByRole('listitem').filter({ hasText: 'has a good understanding with Russia' });
    await statement.getByRole('link', { name: /Pakistan’s foreign minister/ }).click();
    await page.waitForURL(`**${ARTICLE}#s-*`);
    const marked = page.locator('mark', { hasText: 'has a good understanding with' });
    const box = await marked.boundingBox();
    expect(box && box.y > 0 && box.y < 900).toBe(true);
    expect(await marked.evaluate((mark) => getComputedStyle(mark).outlineStyle)).toBe('solid');
  });
});

describe('the page of an article', () => {
  test('holds the text to the letter', async ({ page }) => {
    await open(page, ARTICLE);
    const text = await page.locator('#article-text').evaluate((element) => element.textContent);
    expect(text).toContain(
      'Neither Pakistan nor Russia wants to fight the US, he said, which sees Russia as a major threat',
    );
    expect(text).not.toMatch(/\d{1,2}\s*,\d/);
    expect(
      await page
        .locator('.note-number')
        .first()
        .evaluate((number) => getComputedStyle(number, '::after').content),
    ).toBe('"1"');
  });

  test('has its notes in step with the words, and none over another', async ({ page }) => {
    await open(page, ARTICLE);
    await page.locator('.notes.in-step').waitFor();
    const tops = () =>
      page.locator('.note').evaluateAll((notes) =>
        notes.map((note) => {
          const number = document.getElementById(note.id.replace('note-', 'number-'));
          const { top, bottom } = note.getBoundingClientRect();
          return { top, bottom, wanted: number?.getBoundingClientRect().top ?? Number.NaN };
        }),
      );
    const notes = await tops();
    expect(notes.length).toBeGreaterThan(20);
    expect(Math.abs((notes[0]?.top ?? 0) - (notes[0]?.wanted ?? 0))).toBeLessThan(4);
    for (const [at, { top, wanted }] of notes.entries()) {
      expect(top).toBeGreaterThanOrEqual(wanted - 1);
      if (at > 0) expect(top).toBeGreaterThanOrEqual(notes[at - 1]?.bottom ?? 0);
    }
    await page.setViewportSize({ width: 1180, height: 900 });
    await expect.poll(async () => (await tops()).every(({ top, wanted }) => top >= wanted - 1), PATIENCE).toBe(true);
  });

  test('points from a note to its words and back, by pointer and by keyboard', async ({ page }) => {
    await open(page, ARTICLE);
    const outlined = () => page.locator('mark.of-note').allTextContents();
    await page.locator('#note-2').hover();
    await expect.poll(async () => (await outlined()).join('')).toBe('will visit Moscow');
    await tabTo(page, 'Note 1');
    await expect.poll(() => page.locator('.note.of-note').getAttribute('id')).toBe('note-1');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#note-1');
  });

  test('opens in its own graph, and is exported', async ({ page }) => {
    await open(page, ARTICLE);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Export as JSON' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('entente.json');
    await page.getByRole('link', { name: 'Show in graph' }).click();
    await waitForGraph(page);
    expect(new URL(page.url()).search).toBe('?article=moscow-talks-2018');
    expect((await readDrawing(page)).relations).toHaveLength(35);
  });

  test('on a phone opens a note as a sheet from its number, and gives the focus back', async ({ openPage }) => {
    const page = await openPage(PHONE);
    await open(page, ARTICLE);
    const number = page.getByRole('link', { name: 'Note 5', exact: true });
    await number.tap();
    const sheet = page.getByRole('dialog', { name: 'Note' });
    await sheet.waitFor();
    expect(await wordsOf(sheet)).toMatch(/Pakistan to talk with Russia\s+planned/);
    const box = await sheet.boundingBox();
    expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(844);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    expect(await number.evaluate((element) => element === document.activeElement)).toBe(true);
    await number.press('Enter');
    await sheet.getByRole('button', { name: 'Close' }).tap();
    await sheet.waitFor({ state: 'hidden' });
  });
});

describe('sharing', () => {
  test('offers the link and the code of a frame, by keyboard, and gives the focus back', async ({ openPage }) => {
    const page = await openPage({ permissions: ['clipboard-read', 'clipboard-write'] });
    await open(page, '/?class=conflict');
    await waitForGraph(page);
    const button = page.getByRole('button', { name: 'Share' });
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Share this view' });
    await dialog.waitFor();
    expect(await dialog.getByLabel('Link', { exact: true }).inputValue()).toBe(page.url());
    await tabTo(page, 'Copy code', 8);
    await page.keyboard.press('Enter');
    await dialog.getByText('Code copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `<iframe src="${origin}/embed?class=conflict" title="Graph of relations, Entente" width="960" height="640" loading="lazy"></iframe>`,
    );
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('embeds the graph in a page of another site: it opens evidence, keeps its filters, and leads back', async ({
    page,
  }) => {
    const course = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(
        `<title>Course</title><link rel="icon" href="data:,"><iframe src="${origin}/embed?class=conflict" title="Graph" width="1000" height="640"></iframe>`,
      );
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void course.close());
    await once(course, 'listening');
    page.setDefaultTimeout(8000);
    await page.goto(`http://127.0.0.1:${(course.address() as AddressInfo).port}/`);
    const frame = page.frameLocator('iframe');
    await frame.locator('#canvas-note:not(:empty)').waitFor({ state: 'attached' });
    expect(await wordsOf(frame.locator('#status'))).toMatch(/Showing 10 of/);
    expect(await frame.getByRole('banner').isVisible()).toBe(false);
    const link = frame.getByRole('link', { name: 'Open in Entente' });
    const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
    await opened.waitForURL(`${origin}/?class=conflict`);
  });

  test('the embedded graph shows the sentences of a line, and its address stays its own', async ({ page }) => {
    await open(page, '/embed?class=conflict');
    await waitForGraph(page);
    await clickAt(page, await relationPoint(page, 'USA:suspends-aid-to:PAK'));
    await page.locator('#evidence mark').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/embed');
    expect(await violationsInBothThemes(page)).toEqual([]);
    await page.reload();
    await page.locator('#evidence mark').first().waitFor();
  });
});

test('a narrow frame shows the graph alone, the sheet once a line is selected, and the way back', async ({
  openPage,
}) => {
  const page = await openPage({ ...PHONE, viewport: { width: 390, height: 560 } });
  await open(page, '/embed?class=conflict');
  await waitForGraph(page);
  const seen = (selector: string) => page.locator(selector).isVisible();
  expect(await Promise.all(['.bar', '#chips', '.bottom-bar', '#panel'].map(seen))).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(await seen('#embed-link')).toBe(true);
  await open(page, '/embed?edge=USA:suspends-aid-to:PAK');
  await page.locator('#evidence mark').first().waitFor();
  expect(await seen('.bottom-bar')).toBe(false);
  expect(await violationsInBothThemes(page)).toEqual([]);
});

describe('without JavaScript', () => {
  test('one goes from the graph to an article, its actors and their pairs', async ({ openPage }) => {
    const page = await openPage({ javaScriptEnabled: false });
    await open(page, '/');
    await page.getByRole('navigation').getByRole('link', { name: 'Articles' }).click();
    await page.getByRole('link', { name: /Pakistan’s foreign minister/ }).click();
    const note = page.locator('#note-2');
    expect(await wordsOf(note)).toMatch(/Khawaja Asif to visit Russia/);
    await note.getByRole('link', { name: 'Khawaja Asif' }).click();
    await page.getByRole('heading', { level: 1, name: 'Khawaja Asif' }).waitFor();
    await page.getByRole('table').getByRole('link', { name: 'Russia' }).click();
    await page.getByRole('heading', { level: 1, name: 'Russia and Khawaja Asif' }).waitFor();
    expect(await page.locator('mark').allTextContents()).toEqual(['will visit Moscow']);
  });

  test('the notes of an article stand below each other as a list, reached from their numbers', async ({ openPage }) => {
    const page = await openPage({ ...PHONE, javaScriptEnabled: false });
    await open(page, ARTICLE);
    await page.getByRole('link', { name: 'Note 7', exact: true }).tap();
    expect(new URL(page.url()).hash).toBe('#note-7');
    expect(await page.locator('#note-7').isVisible()).toBe(true);
  });

  test('an embedded graph is a table', async ({ openPage }) => {
    const page = await openPage({ javaScriptEnabled: false });
    await open(page, '/embed?class=conflict');
    expect(await page.getByRole('row').count()).toBe(11);
    expect(await page.getByRole('link', { name: 'Open in Entente' }).getAttribute('href')).toBe('/?class=conflict');
  });
});

describe('accessibility of the pages, light and dark', () => {
  for (const [screen, options] of [
    ['desktop', {}],
    ['phone', PHONE],
  ] as const)
    for (const path of PAGES)
      test(`no rule is broken on ${path}, ${screen}, and nothing scrolls sideways`, async ({ openPage }) => {
        const page = await openPage(options);
        await open(page, path);
        for (const summary of await page.locator('main summary').all()) await summary.click();
        expect(await violationsInBothThemes(page)).toEqual([]);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
      });
});
