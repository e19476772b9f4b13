import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { test } from './support/browser.ts';
import { expectShown, openExplorer, PATIENCE, readDrawing, waitForGraph, wordsOf } from './support/explorer.ts';

const origin = inject('origin');

interface View {
  status: string;
  off: string[];
  panel: string;
  drawn: string[];
  view: string | undefined;
}

/** What a reader sees of a view: counts, filters that are off, the panel, the relations drawn. */
async function readView(page: Page): Promise<View> {
  return {
    ...(await page.evaluate(() => ({
      status: document.getElementById('status')?.textContent ?? '',
      off: [...document.querySelectorAll<HTMLInputElement>('#filters input[type="checkbox"]')]
        .filter((input) => !input.checked)
        .map((input) => input.labels?.[0]?.textContent.replace(/\s+/g, ' ').trim() ?? ''),
      panel: document.getElementById('evidence')?.textContent ?? '',
      view: document.documentElement.dataset.view,
    }))),
    drawn: (await readDrawing(page)).relations.sort(),
  };
}

/** Address of a view with a filter, another one and a selection. */
const ADDRESS = '/?not-class=neutral&speaker=ayaz-wazir&edge=USA:suspends-aid-to:PAK';

describe('the address of the page', () => {
  test('restores the view on reload and for another reader', async ({ page, openPage }) => {
    await openExplorer(page, origin + ADDRESS);
    await expectShown(page, 12);
    await page.locator('mark').first().waitFor();
    const view = await readView(page);
    expect(view.off).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Ties/), expect.stringMatching(/^Russia/)]),
    );
    expect(view.panel).toContain('suspended aid to');
    expect(view.drawn).toHaveLength(12);
    await page.reload();
    await waitForGraph(page);
    await expect.poll(() => readView(page), PATIENCE).toEqual(view);
    const other = await openPage();
    await openExplorer(other, page.url());
    await expect.poll(() => readView(other), PATIENCE).toEqual(view);
  });

  test('goes back and forward through the views', async ({ page }) => {
    await openExplorer(page, origin);
    const views: { url: string; view: View }[] = [{ url: page.url(), view: await readView(page) }];
    const remember = async () => views.push({ url: page.url(), view: await readView(page) });

    await page.keyboard.press('/');
    await page.keyboard.type('iran');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Iran' }).waitFor();
    await remember();
    await page.getByRole('link', { name: /^Table/ }).click();
    await expect.poll(async () => (await readView(page)).view).toBe('table');
    await remember();

    // A filter is a small step: it changes the last view instead of adding one.
    await page.getByRole('region', { name: 'Ties' }).getByText('Ties', { exact: true }).click();
    await expectShown(page, 30);
    views.pop();
    await remember();

    for (const { url, view } of views.slice(0, -1).reverse()) {
      await page.goBack();
      expect(page.url()).toBe(url);
      await expect.poll(() => readView(page), PATIENCE).toEqual(view);
    }
    for (const { url, view } of views.slice(1)) {
      await page.goForward();
      expect(page.url()).toBe(url);
      await expect.poll(() => readView(page), PATIENCE).toEqual(view);
    }
  });

  test('is what "Share" copies', async ({ openPage }) => {
    const page = await openPage({ permissions: ['clipboard-read', 'clipboard-write'] });
    await openExplorer(page, `${origin}/?class=conflict&actor=RUS`);
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByText('Link copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  });

  test('may hold nonsense: it is named, and the rest is shown', async ({ page }) => {
    await openExplorer(page, `${origin}/?type=nonsense&type=supports&edge=A:b:C&actor=nobody&colour=red`);
    await expectShown(page, 8);
    expect(await wordsOf(page.getByText('Ignored in this address'))).toMatch(/colour.*nonsense/s);
  });

  test('shows the last view when filters are switched faster than the server answers', async ({ page }) => {
    await openExplorer(page, origin);
    await page.route('**/api/graph?*', async (route) => {
      if (route.request().url().includes('not-kind=person')) await new Promise((done) => setTimeout(done, 500));
      // The page gives a slow answer up when a later one is wanted.
      await route.continue().catch(() => undefined);
    });
    await page.getByRole('button', { name: /^People/ }).click();
    await page.keyboard.press('Space');
    await page.waitForTimeout(700);
    await expectShown(page, 35);
    expect(new URL(page.url()).search).toBe('');
  });
});
