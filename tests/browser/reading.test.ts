import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { startServer } from '../support/server.ts';
import { fillToldStore } from '../support/told-store.ts';
import { test } from './support/browser.ts';
import { openExplorer, PATIENCE, wordsOf } from './support/explorer.ts';

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  server = await startServer({ samples: false });
  await fillToldStore(server.store);
});
afterAll(() => server.close());

const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Evidence' });
const parameter = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);

describe('the evidence of a pair over time', () => {
  test('stands oldest first, with links to the article and to the page of the pair', async ({ page }) => {
    await openExplorer(page, `${server.origin}/?edge=north-union:supports:south-union`);
    const panel = panelOf(page);
    await panel.getByText('2 sentences, 2 speakers').waitFor();
    await panel.getByRole('blockquote').first().waitFor();
    expect(await panel.getByRole('blockquote').allInnerTexts()).toEqual([
      'It was said on day 1 that north-union supports south-union, and no more.',
      'It was said on day 2 that north-union supports south-union, and no more.',
    ]);
    expect(await panel.getByRole('link', { name: 'Day 1' }).getAttribute('href')).toMatch(/^\/articles\/day-1#s-/);
    expect(await panel.getByRole('link', { name: 'All between them on one page' }).getAttribute('href')).toBe(
      '/pairs/north-union/south-union',
    );
  });

  test('shows the change of stance in lanes; each mark opens its sentence by pointer', async ({ page }) => {
    await openExplorer(page, `${server.origin}/?edge=north-union:supports:south-union`);
    const strip = panelOf(page).getByRole('region', { name: 'Over time' });
    await strip.getByText('Cooperation 3').waitFor();
    await strip.getByText('Conflict 2').waitFor();
    expect(await wordsOf(strip)).toMatch(/10 Jan 2020\s+1 Jun 2020/);
    const marks = strip.getByRole('button');
    expect(await marks.count()).toBe(5);
    const place = async (name: RegExp) => (await strip.getByRole('button', { name }).boundingBox())?.x ?? 0;
    expect(await place(/^10 Jan 2020/)).toBeLessThan(await place(/^1 May 2020/));
    await strip.getByRole('button', { name: '1 May 2020: North Union suspended aid to South Union, asserted' }).click();
    await expect.poll(() => parameter(page, 'edge'), PATIENCE).toBe('north-union:suspends-aid-to:south-union');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent ?? ''), PATIENCE)
      .toContain('It was said on day 4');
  });

  test('is gone through by keyboard: one stop, arrows between the marks, Enter opens', async ({ page }) => {
    await openExplorer(page, `${server.origin}/?edge=north-union:supports:south-union`);
    const strip = panelOf(page).getByRole('region', { name: 'Over time' });
    await strip.getByRole('button').first().focus();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    expect(await focused()).toMatch(/^10 Jan 2020/);
    for (let press = 0; press < 4; press += 1) await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('1 Jun 2020: South Union does not threaten North Union, negated');
    // The arrows moved in the strip, not through the relations.
    expect(parameter(page, 'edge')).toBe('north-union:supports:south-union');
    expect(await strip.locator('[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await expect.poll(() => parameter(page, 'edge'), PATIENCE).toBe('south-union:threatens:north-union');
  });

  test('has no strip where all is of one day', async ({ page }) => {
    await openExplorer(page, `${server.origin}/?edge=east-union:attacks:west-union`);
    await panelOf(page).getByRole('blockquote').waitFor();
    expect(await page.getByRole('region', { name: 'Over time' }).count()).toBe(0);
  });

  test('an actor has a link to its page', async ({ page }) => {
    await openExplorer(page, `${server.origin}/?actor=north-union`);
    const link = panelOf(page).getByRole('link', { name: 'Everything about North Union on one page' });
    expect(await link.getAttribute('href')).toBe('/actors/north-union');
  });
});

describe('the search', () => {
  test('finds an actor by an alias, says its kind and number of relations', async ({ page }) => {
    await openExplorer(page, server.origin);
    await page.keyboard.press('/');
    await page.keyboard.type('nu');
    await expect
      .poll(() => page.getByRole('option').allInnerTexts(), PATIENCE)
      .toContainEqual(expect.stringMatching(/North Union\s+NU\s+organisation, 6 relations/));
    await page.keyboard.press('Enter');
    await panelOf(page).getByRole('heading', { name: 'North Union' }).waitFor();
  });

  test('forgives one slip in a name and in the words of a relation', async ({ page }) => {
    await openExplorer(page, server.origin);
    const field = page.getByRole('combobox', { name: /^Find/ });
    await field.fill('sotuh');
    await page
      .getByRole('option', { name: /South Union/ })
      .first()
      .waitFor();
    await field.fill('suspendd aid');
    await page.getByRole('option', { name: /suspended aid to/ }).click();
    await expect.poll(() => parameter(page, 'edge'), PATIENCE).toBe('north-union:suspends-aid-to:south-union');
  });

  test('leads to the nearest names where there is nothing, by keyboard too', async ({ page }) => {
    await openExplorer(page, server.origin);
    await page.keyboard.press('/');
    await page.keyboard.type('wexxt uniom');
    await page.getByText('No actor or relation called “wexxt uniom”').waitFor();
    const link = page.getByRole('link', { name: 'West Union' });
    await page.keyboard.press('Tab');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), PATIENCE).toBe('A');
    await link.press('Enter');
    await panelOf(page).getByRole('heading', { name: 'West Union' }).waitFor();
    expect(parameter(page, 'actor')).toBe('west-union');
  });

  test('an Enter that comes before the answer opens the first hit of the answer', async ({ page }) => {
    await openExplorer(page, server.origin);
    await page.route('**/api/actors?*', async (route) => {
      await new Promise((done) => setTimeout(done, 300));
      await route.continue().catch(() => undefined);
    });
    await page.keyboard.press('/');
    await page.keyboard.type('east');
    await page.keyboard.press('Enter');
    await panelOf(page).getByRole('heading', { name: 'East Union' }).waitFor();
  });
});
