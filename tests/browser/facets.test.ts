import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { axeViolations, test } from './support/browser.ts';
import { expectShown, openExplorer, PATIENCE, readDrawing, wordsOf } from './support/explorer.ts';

const origin = inject('origin');
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const filtersOf = (page: Page): string => decodeURIComponent(new URL(page.url()).search.slice(1));
const chips = (page: Page) => page.getByRole('list', { name: 'Filters in use' });
const chip = (page: Page, words: string) => page.getByRole('button', { name: `Drop this filter: ${words}` });
const sayFilters = async (page: Page): Promise<string> => (await wordsOf(chips(page))).replace(/\s+/g, ' ').trim();
const only = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^only ?: ${name}$`) });

describe('the filters in use', () => {
  const ADDRESS = '/?class=conflict&modality=asserted&modality=planned&speaker=ayaz-wazir&from=2018-02-19';

  test('stand above the graph as one sentence, each part drops its filter, by pointer', async ({ page }) => {
    await openExplorer(page, origin + ADDRESS);
    expect(await sayFilters(page)).toBe(
      'conflict , asserted or planned , according to Ayaz Wazir , since 19 February 2018',
    );
    await chip(page, 'according to Ayaz Wazir').click();
    await expect
      .poll(() => filtersOf(page), PATIENCE)
      .toBe('class=conflict&modality=asserted&modality=planned&from=2018-02-19');
    await expect.poll(() => chips(page).getByRole('button').count(), PATIENCE).toBe(3);
    await page.getByRole('button', { name: 'Reset filters' }).click();
    await expectShown(page, 35);
    expect(await chips(page).count()).toBe(0);
    expect(filtersOf(page)).toBe('');
  });

  test('are dropped by keyboard, which goes on to the next part', async ({ page }) => {
    await openExplorer(page, `${origin}/?not-class=neutral&min=2&q=pakistan`);
    await chip(page, 'in at least 2 sentences').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => filtersOf(page), PATIENCE).toBe('not-class=neutral&q=pakistan');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await expect.poll(focused, PATIENCE).toBe('Drop this filter: with the words “pakistan”');
    await page.keyboard.press('Enter');
    await expect.poll(focused, PATIENCE).toBe('Drop this filter: without ties');
    await page.keyboard.press('Enter');
    await expectShown(page, 35);
  });

  test('stand on the phone too, and break no rule of accessibility', async ({ openPage }) => {
    const page = await openPage(PHONE);
    await openExplorer(page, origin + ADDRESS);
    expect(await axeViolations(page)).toEqual([]);
    const part = chip(page, 'conflict');
    expect((await part.boundingBox())?.height).toBeGreaterThanOrEqual(36);
    await part.tap();
    await expect.poll(() => filtersOf(page), PATIENCE).not.toContain('class');
    await page.getByRole('button', { name: 'Reset filters' }).tap();
    await expectShown(page, 35);
  });

  for (const [screen, options] of [
    ['desktop', {}],
    ['phone', PHONE],
  ] as const)
    test(`have a strip of their own, which comes without covering an actor, ${screen}`, async ({ openPage }) => {
      const page = await openPage(options);
      await openExplorer(page, origin);
      const before = (await page.locator('#canvas').boundingBox())?.y ?? 0;
      await page
        .getByRole('button', { name: 'Conflict' })
        .or(page.getByText('Conflict', { exact: true }))
        .first()
        .click();
      await chips(page).waitFor();
      const strip = await page.locator('#sentence').boundingBox();
      if (!strip) throw new Error('no strip');
      await expect
        .poll(async () => (await page.locator('#canvas').boundingBox())?.y, PATIENCE)
        .toBe(strip.y + strip.height);
      expect(strip.y + strip.height).toBeGreaterThan(before);
      const radius = 16;
      const highest = async () => Math.min(...(await readDrawing(page)).actors.map(({ y }) => y)) - radius;
      await expect.poll(highest, PATIENCE).toBeGreaterThan(strip.y + strip.height);
    });

  test('change the last step of the history instead of adding one', async ({ page }) => {
    await openExplorer(page, `${origin}/?view=table`);
    const before = await page.evaluate(() => history.length);
    await page.getByRole('button', { name: /^People/ }).click();
    await expect.poll(() => filtersOf(page), PATIENCE).toContain('not-kind=person');
    expect(await page.evaluate(() => history.length)).toBe(before);
  });
});

describe('facets', () => {
  test('leave one kind or one modality alone', async ({ page }) => {
    await openExplorer(page, origin);
    await page.getByRole('button', { name: /^Countries/ }).hover();
    await only(page, 'Countries').click();
    await expect.poll(() => filtersOf(page), PATIENCE).toBe('kind=country');
    expect(await page.getByRole('button', { name: /^People/ }).getAttribute('aria-pressed')).toBe('false');
    await page.getByRole('checkbox', { name: /^hypothetical/ }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => filtersOf(page), PATIENCE).toBe('kind=country&modality=hypothetical');
  });

  test('show what is rejected only when asked, and leave a status out', async ({ page }) => {
    await openExplorer(page, origin);
    const rejected = page.getByRole('checkbox', { name: /^rejected/ });
    expect(await rejected.isChecked()).toBe(false);
    await page.getByRole('checkbox', { name: /^confirmed/ }).focus();
    await page.keyboard.press('Space');
    await expectShown(page, 0);
    expect(filtersOf(page)).toBe('not-status=confirmed');
    await page.getByRole('button', { name: 'Show every status' }).click();
    await expectShown(page, 35);
    await rejected.focus();
    await page.keyboard.press('Space');
    await expect.poll(() => filtersOf(page), PATIENCE).toContain('status=rejected');
    expect(filtersOf(page)).toContain('status=confirmed');
  });

  test('ask for a least number of sentences', async ({ page }) => {
    await openExplorer(page, origin);
    const slider = page.getByRole('slider', { name: /^Sentences behind a relation/ });
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expectShown(page, 3);
    expect(filtersOf(page)).toBe('min=3');
    expect(await slider.getAttribute('aria-valuetext')).toBe('3 or more: 3 relations');
    expect((await readDrawing(page)).relations).toHaveLength(3);
  });

  test('keep actors without relations as they are, also while others hide', async ({ page }) => {
    await openExplorer(page, `${origin}/?type=suspends-aid-to`);
    await page.getByLabel('Hide what is filtered out').check();
    const drawn = async () => (await readDrawing(page)).actors.filter(({ faded }) => !faded).length;
    await expect.poll(drawn, PATIENCE).toBe(2);
    await page.getByLabel('Keep actors without relations').focus();
    await page.keyboard.press('Space');
    await expect.poll(drawn, PATIENCE).toBe(12);
    expect(filtersOf(page)).toBe('type=suspends-aid-to&hide=1&lonely=1');
  });

  test('name the least number as the one to drop when nothing matches', async ({ page }) => {
    await openExplorer(page, `${origin}/?min=5`);
    await page.getByText('Without the filter on the number of sentences there are 35 relations.').waitFor();
    await page.getByRole('button', { name: 'Show any number of sentences' }).click();
    await expectShown(page, 35);
  });
});

describe('the histogram of days', () => {
  const handle = (page: Page, name: string) => page.getByRole('slider', { name });

  test('is moved by keyboard, a handle at a time', async ({ page }) => {
    await openExplorer(page, origin);
    const earliest = handle(page, 'Earliest day');
    await earliest.focus();
    expect(await earliest.getAttribute('aria-valuetext')).toMatch(/^1 February 2018, \d+ sentences in this time$/);
    for (let day = 2; day <= 20; day += 1) {
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => filtersOf(page), PATIENCE).toBe(`from=2018-02-${String(day).padStart(2, '0')}`);
    }
    await expectShown(page, 2);
    expect(await earliest.getAttribute('aria-valuetext')).toBe('20 February 2018, 2 sentences in this time');
    await page.keyboard.press('Home');
    await expectShown(page, 35);
    expect(filtersOf(page)).toBe('');
  });

  test('takes the stretch that the pointer draws', async ({ page }) => {
    await openExplorer(page, origin);
    const box = await page.getByRole('group', { name: 'Published' }).boundingBox();
    if (!box) throw new Error('no histogram');
    const xOf = (day: number) => box.x + ((4 + (208 * (day - 0.5)) / 28) / 216) * box.width;
    await page.mouse.move(xOf(5), box.y + 10);
    await page.mouse.down();
    await page.mouse.move(xOf(12), box.y + 10, { steps: 4 });
    await page.mouse.move(xOf(19), box.y + 10, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => filtersOf(page), PATIENCE).toBe('from=2018-02-05&to=2018-02-19');
    await page.getByText('5–19 Feb 2018').or(page.getByText('5 – 19 Feb 2018')).first().waitFor();
  });
});
