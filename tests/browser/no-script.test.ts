import { describe, expect, inject } from 'vitest';
import { axeViolations, test } from './support/browser.ts';
import { pixelAt, wordsOf } from './support/explorer.ts';

const origin = inject('origin');

describe('without JavaScript', () => {
  test('the relations stand in a table with their sentences', async ({ openPage }) => {
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto(origin);
    expect((await wordsOf(page.locator('#status'))).trim()).toBe('Showing 35 of 35 relations');
    const rows = page.getByRole('table').locator('tbody > tr');
    expect(await rows.count()).toBe(35);
    const row = rows.filter({ hasText: 'suspended aid to' });
    await row.locator('summary').click();
    await row.getByText('Weeks after suspending aid to Pakistan').waitFor();
    expect(await row.locator('mark').allInnerTexts()).toContain('suspends or ends military cooperation with Pakistan');
    await row.getByText('According to Said Nazir Mohmand').waitFor();
    expect(await page.locator('#canvas').isVisible()).toBe(false);
  });

  test('the filters are a form, whose choice lasts and can be cleared', async ({ openPage }) => {
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto(origin);
    await page.getByRole('checkbox', { name: 'supports' }).check();
    await page.getByRole('checkbox', { name: 'Ayaz Wazir' }).check();
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.waitForURL(/type=supports/);
    expect((await wordsOf(page.locator('#status'))).trim()).toBe('Showing 4 of 35 relations');
    expect(await page.getByRole('table').locator('tbody > tr').count()).toBe(4);
    expect(await page.getByRole('checkbox', { name: 'supports' }).isChecked()).toBe(true);
    expect(await page.getByRole('checkbox', { name: 'Said Nazir Mohmand' }).isChecked()).toBe(false);
    await page.getByRole('link', { name: 'Clear' }).click();
    expect((await wordsOf(page.locator('#status'))).trim()).toBe('Showing 35 of 35 relations');
  });

  test('the heads of the table are links that sort it, and keep the filters', async ({ openPage }) => {
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto(`${origin}/?class=conflict`);
    await page.getByRole('columnheader', { name: 'To', exact: true }).getByRole('link').click();
    await page.waitForURL(/sort=to/);
    expect(new URL(page.url()).searchParams.get('class')).toBe('conflict');
    const head = page.getByRole('columnheader', { name: 'To', exact: true });
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    const names = await page.getByRole('table').locator('tbody > tr > td:nth-child(3)').allInnerTexts();
    expect(names).toHaveLength(10);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'en')));
    await head.getByRole('link').click();
    await page.waitForURL(/sort=-to/);
    expect(await head.getAttribute('aria-sort')).toBe('descending');
  });

  test('the filters in use are a sentence of links that drop them', async ({ openPage }) => {
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto(`${origin}/?class=conflict&speaker=ayaz-wazir&min=2`);
    const sentence = page.getByRole('list', { name: 'Filters in use' });
    expect((await wordsOf(sentence)).replace(/\s+/g, ' ').trim()).toBe(
      'conflict , according to Ayaz Wazir , in at least 2 sentences',
    );
    await sentence.getByRole('link', { name: 'Drop this filter: according to Ayaz Wazir' }).click();
    await page.waitForURL((url) => !url.searchParams.has('speaker'));
    expect(new URL(page.url()).search).toBe('?class=conflict&min=2');
    await page.getByRole('link', { name: 'Reset filters' }).click();
    expect((await wordsOf(page.locator('#status'))).trim()).toBe('Showing 35 of 35 relations');
    expect(await sentence.count()).toBe(0);
  });

  test('a value can be left out by a link, which then takes that back', async ({ openPage }) => {
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto(origin);
    const group = page.getByRole('group', { name: 'Modality' });
    await group.getByRole('link', { name: /^without ?: asserted$/ }).click();
    await page.waitForURL(/not-modality=asserted/);
    const left = await page.getByRole('table').locator('tbody > tr > td:nth-child(4)').allInnerTexts();
    expect(left.length).toBeGreaterThan(0);
    expect(left).not.toContain('asserted');
    await group.getByRole('link', { name: /^take back ?: asserted$/ }).click();
    expect((await wordsOf(page.locator('#status'))).trim()).toBe('Showing 35 of 35 relations');
  });

  test('the export holds what the filters leave', async ({ openPage }) => {
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto(`${origin}/?class=conflict`);
    const address = await page.getByRole('link', { name: 'Export' }).getAttribute('href');
    const body = await (await fetch(new URL(address ?? '', origin))).json();
    expect(body.elements.edges).toHaveLength(10);
  });

  test('a wrong value in the address is named and the rest shown', async ({ openPage }) => {
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto(`${origin}/?type=nonsense&class=conflict`);
    expect(await wordsOf(page.getByText('Ignored in this address'))).toContain('nonsense');
    expect(await page.getByRole('table').locator('tbody > tr').count()).toBe(10);
  });

  test('a page that does not exist says so and leads back', async ({ openPage, troubles }) => {
    const page = await openPage({ javaScriptEnabled: false });
    const response = await page.goto(`${origin}/no/such/page`);
    expect(response?.status()).toBe(404);
    await page.getByRole('heading', { name: 'This page does not exist' }).waitFor();
    expect(troubles.splice(0)).toEqual([expect.stringContaining('404')]);
    await page.getByRole('link', { name: 'Go to the graph' }).click();
    expect((await wordsOf(page.locator('#status'))).trim()).toBe('Showing 35 of 35 relations');
  });

  test('the system’s dark colours are taken', async ({ openPage }) => {
    const [light, dark] = await Promise.all(
      (['light', 'dark'] as const).map(async (colorScheme) => {
        const page = await openPage({ javaScriptEnabled: false, colorScheme });
        await page.goto(origin);
        return pixelAt(page, { x: 2, y: 890 });
      }),
    );
    expect(dark).not.toBe(light);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`breaks no rule of accessibility, ${colorScheme}`, async ({ openPage }) => {
      // axe is a script itself: the page's own are emptied instead of all being forbidden.
      const page = await openPage({ colorScheme });
      await page.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
      await page.goto(origin);
      expect(await axeViolations(page)).toEqual([]);
    });
  }
});
