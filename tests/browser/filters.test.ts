import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { test } from './support/browser.ts';
import { actorPoint, clickAt, expectShown, openExplorer, PATIENCE, pixelAt, readDrawing } from './support/explorer.ts';

const origin = inject('origin');

/** The filters of the page's address, "type=supports&not-kind=group". */
const filtersOf = (page: Page): string => decodeURIComponent(new URL(page.url()).search.slice(1));

/** The row of a value, found by its name. */
const rowOf = (page: Page, group: string, name: string) =>
  page.getByRole('region', { name: group, exact: true }).getByRole('listitem').filter({ hasText: name });

/** The button that leaves this value alone. */
const only = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^only this ?: ${name}$`) });

/** Number beside a value of a group. */
async function countOf(page: Page, group: string, name: string): Promise<number> {
  const box = page.getByRole('region', { name: group, exact: true }).getByRole('checkbox', { name });
  const label = await box.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '');
  return Number(/(\d+)\s*$/.exec(label)?.[1]);
}

describe('filtering by pointer', () => {
  test('"only this" on a relation leaves that relation, in the address too', async ({ page }) => {
    await openExplorer(page, origin);
    await rowOf(page, 'Conflict', 'suspended aid to').hover();
    await only(page, 'suspended aid to').click();
    await expectShown(page, 1);
    expect(filtersOf(page)).toBe('type=suspends-aid-to');
    const { actors, relations } = await readDrawing(page);
    expect(relations).toEqual(['USA:suspends-aid-to:PAK']);
    expect(actors.filter(({ faded }) => !faded).map(({ id }) => id)).toEqual(['PAK', 'USA']);
  });

  test('the other filters count what is left, the own one what it could bring', async ({ page }) => {
    await openExplorer(page, `${origin}/?type=suspends-aid-to`);
    const speakers = ['Ayaz Wazir', 'Said Nazir Mohmand', 'Maria Zakharova', 'The article itself'];
    expect(await Promise.all(speakers.map((name) => countOf(page, 'According to', name)))).toEqual([1, 1, 0, 0]);
    const modalities = ['asserted', 'planned', 'hypothetical', 'negated'];
    expect(await Promise.all(modalities.map((name) => countOf(page, 'Modality', name)))).toEqual([1, 0, 1, 0]);
    expect(await countOf(page, 'Cooperation', 'supports')).toBe(8);
    expect(await countOf(page, 'Conflict', 'attacks')).toBe(3);
  });

  test('the head of a class switches all of its relations', async ({ page }) => {
    await openExplorer(page, origin);
    await page.getByRole('region', { name: 'Ties' }).getByText('Ties', { exact: true }).click();
    await expectShown(page, 30);
    expect(filtersOf(page)).toBe('not-class=neutral');
    await page.getByRole('region', { name: 'Conflict' }).getByText('Conflict', { exact: true }).click();
    await expectShown(page, 20);
    expect(filtersOf(page)).toBe('class=cooperation');
    expect((await readDrawing(page)).relations).toHaveLength(20);
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await expectShown(page, 35);
    expect(filtersOf(page)).toBe('');
  });

  test('modality and speaker narrow each other', async ({ page }) => {
    await openExplorer(page, origin);
    await rowOf(page, 'Modality', 'asserted').getByText('asserted', { exact: true }).first().click();
    await expect.poll(() => filtersOf(page)).toBe('not-modality=asserted');
    await rowOf(page, 'According to', 'Ayaz Wazir').hover();
    await only(page, 'Ayaz Wazir').click();
    await expectShown(page, 3);
    expect((await readDrawing(page)).relations.sort()).toEqual([
      'PAK:attacks:USA',
      'RUS:attacks:USA',
      'USA:attacks:PAK',
    ]);
    expect(filtersOf(page)).toBe('not-modality=asserted&speaker=ayaz-wazir');
  });

  test('a chip takes a kind of actor away', async ({ page }) => {
    await openExplorer(page, origin);
    const people = page.getByRole('button', { name: /^People/ });
    expect(await people.getAttribute('aria-pressed')).toBe('true');
    await people.click();
    await expectShown(page, 29);
    expect(filtersOf(page)).toBe('not-kind=person');
    expect(await people.getAttribute('aria-pressed')).toBe('false');
    expect((await readDrawing(page)).actors.filter(({ faded }) => faded).map(({ id }) => id)).toEqual([
      'khawaja-asif',
      'maria-zakharova',
      'sergey-lavrov',
    ]);
  });

  test('actors without a relation fade, or hide when asked to', async ({ page }) => {
    await openExplorer(page, `${origin}/?type=suspends-aid-to`);
    await page.getByRole('switch').click();
    await expect
      .poll(async () => (await readDrawing(page)).actors.map(({ id }) => id), PATIENCE)
      .toEqual(['PAK', 'USA']);
    await page.getByRole('switch').click();
    await expect.poll(async () => (await readDrawing(page)).actors.length, PATIENCE).toBe(12);
  });

  test('names the filter to drop when nothing matches', async ({ page }) => {
    await openExplorer(page, `${origin}/?type=suspends-aid-to&speaker=maria-zakharova`);
    await page.getByRole('heading', { name: 'No relation matches these filters' }).waitFor();
    await page.getByRole('button', { name: 'Show all types' }).click();
    await expectShown(page, 2);
    expect(filtersOf(page)).toBe('speaker=maria-zakharova');
  });

  test('filters by the day of the act', async ({ page }) => {
    await openExplorer(page, origin);
    await page.getByText('Published', { exact: true }).click();
    await page.getByLabel('From', { exact: true }).fill('2018-02-20');
    await expectShown(page, 2);
    expect(filtersOf(page)).toBe('from=2018-02-20');
  });
});

describe('filtering by keyboard', () => {
  test('reaches a box by Tab, switches it by Space and "only this" by Enter', async ({ page }) => {
    await openExplorer(page, origin);
    await page.getByRole('checkbox', { name: /^Cooperation/ }).focus();
    await page.keyboard.press('Space');
    await expectShown(page, 15);
    await page.keyboard.press('Space');
    await expectShown(page, 35);
    // Past "only this" of the class to the first relation, and from it to its own "only this".
    for (const _step of [1, 2, 3]) await page.keyboard.press('Tab');
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim());
    expect(await focused()).toBe('only this: supports');
    await page.keyboard.press('Enter');
    await expectShown(page, 8);
    expect(await focused()).toBe('only this: supports');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Space');
    await expectShown(page, 0);
    expect((await readDrawing(page)).relations).toEqual([]);
  });
});

describe('what filtering leaves in place', () => {
  test('no actor moves, be it faded, hidden or drawn', async ({ page }) => {
    await openExplorer(page, origin);
    const before = (await readDrawing(page)).actors.map(({ id, x, y }) => ({ id, x, y }));
    const flag = await actorPoint(page, 'USA');
    // Until the flag is there, paper shows.
    const paper = await pixelAt(page, { x: flag.x - 60, y: flag.y });
    await expect.poll(() => pixelAt(page, flag), PATIENCE).not.toBe(paper);
    const colour = await pixelAt(page, flag);
    for (const group of ['Cooperation', 'Ties']) {
      await page.getByRole('region', { name: group }).getByText(group, { exact: true }).click();
    }
    await expectShown(page, 10);
    expect((await readDrawing(page)).actors.map(({ id, x, y }) => ({ id, x, y }))).toEqual(before);
    await expect.poll(() => pixelAt(page, flag), PATIENCE).toBe(colour);
    await clickAt(page, flag);
    await page.getByRole('heading', { name: 'United States' }).waitFor();
    await page.getByText('10 relations with 2 actors').waitFor();
  });
});
