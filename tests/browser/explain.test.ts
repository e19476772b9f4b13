import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { axeViolations, test } from './support/browser.ts';
import { PATIENCE, wordsOf } from './support/explorer.ts';

const address = `${inject('origin')}/explain`;
const SENTENCE = '“Norway may sanction Chad,” Jonas Berg said on Monday.';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function open(page: Page, text?: string): Promise<void> {
  page.setDefaultTimeout(8000);
  await page.goto(text === undefined ? address : `${address}?${new URLSearchParams({ text })}`);
}

const fieldOf = (page: Page) => page.getByRole('textbox', { name: 'A sentence' });
/** The words of a found relation: those of the screen, in one line. */
const relationsOf = async (page: Page): Promise<string[]> => {
  const items = await page.getByRole('region', { name: 'Relations found' }).getByRole('listitem').all();
  return Promise.all(items.map(async (item) => (await wordsOf(item)).replace(/\s+/g, ' ').trim()));
};
/** Items of the list under a heading of the sentence. */
const listUnder = (page: Page, heading: string) =>
  page.getByRole('heading', { name: heading, exact: true }).locator('xpath=following-sibling::*[1]');

/** Presses Tab until the focus is on the element of a role and a name; fails after a few. */
async function tabTo(page: Page, role: 'textbox' | 'button' | 'region', name: string): Promise<void> {
  const wanted = page.getByRole(role, { name });
  for (let count = 0; count < 6; count++) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not come to the ${role} "${name}"`);
}

/** Breaches of the page as it stands, light and dark. */
async function violationsInBothThemes(page: Page): Promise<string[]> {
  const light = await axeViolations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(23, 22, 20)');
  return [...light, ...(await axeViolations(page)).map((violation) => `dark: ${violation}`)];
}

describe('the page of an explanation', () => {
  test('is used with the keyboard alone', async ({ page }) => {
    await open(page);
    await page.getByRole('heading', { name: 'How a sentence is read', level: 1 }).waitFor();
    expect(await page.getByRole('heading', { name: 'Relations found' }).count()).toBe(0);
    await tabTo(page, 'textbox', 'A sentence');
    await page.keyboard.type(SENTENCE);
    await tabTo(page, 'button', 'Explain');
    await page.keyboard.press('Enter');

    await page.getByRole('heading', { name: 'Relations found' }).waitFor();
    expect(new URL(page.url()).searchParams.get('text')).toBe(SENTENCE);
    expect(await fieldOf(page).inputValue()).toBe(SENTENCE);
    expect(await relationsOf(page)).toEqual([
      'Norway sanctions Chad hypothetical, according to Jonas Berg, frame sanction-verb',
    ]);
    // the tree scrolls within itself, so the keyboard has to come to it
    await tabTo(page, 'region', 'The tree of sentence 1');
  });

  test('shows the tree, who is named, and which frames fit or do not', async ({ page }) => {
    await open(page, SENTENCE);
    await page.getByRole('heading', { name: SENTENCE, level: 2 }).waitFor();
    const tree = page.getByRole('region', { name: 'The tree of sentence 1' });
    expect((await tree.locator('.tree-word').allTextContents()).join(' ')).toBe(
      '“ Norway may sanction Chad , ” Jonas Berg said on Monday .',
    );
    expect(await tree.locator('.tree-label').allTextContents()).toEqual(
      expect.arrayContaining(['nsubj', 'obj', 'aux']),
    );
    expect(await tree.locator('.tree-arc').count()).toBe(13);

    const named = listUnder(page, 'Who is named').getByRole('listitem');
    expect(await named.allInnerTexts()).toEqual([
      expect.stringMatching(/^“Norway” → Norway\s+country$/),
      expect.stringMatching(/^“Chad” → Chad\s+country$/),
      expect.stringMatching(/^“Jonas Berg” → Jonas Berg\s+person$/),
    ]);
    const fitting = await wordsOf(listUnder(page, 'Frames that fit'));
    expect(fitting).toMatch(/^sanction-verb “sanction”:\s+Norway → sanctions → Chad\s+hypothetical \(“may”\); /);
    expect(fitting).toContain('according to Jonas Berg (“said”)');
  });

  test('keeps the table of words and the frames that do not fit until they are asked for', async ({ page }) => {
    await open(page, 'Kenya visited a museum.');
    expect(await wordsOf(page.getByRole('region', { name: 'Relations found' }))).toContain('None.');
    const table = page.getByRole('table');
    expect(await table.isVisible()).toBe(false);
    await page.getByText('Words in a table').focus();
    await page.keyboard.press('Enter');
    await table.waitFor();
    const rows = await table.locator('tbody tr').allInnerTexts();
    expect(rows.map((row) => row.split(/\s+/))).toEqual([
      ['1', 'Kenya', 'Kenya', 'PROPN', 'NNP', 'nsubj', 'visited', '(2)'],
      ['2', 'visited', 'visit', 'VERB', 'VBD', 'root'],
      ['3', 'a', 'a', 'DET', 'DT', 'det', 'museum', '(4)'],
      ['4', 'museum', 'museum', 'NOUN', 'NN', 'obj', 'visited', '(2)'],
      ['5', '.', '.', 'PUNCT', '.', 'punct', 'visited', '(2)'],
    ]);
    const miss = page.getByRole('listitem').filter({ hasText: 'visit-verb' });
    expect(await miss.isVisible()).toBe(false);
    await page.locator('summary').last().click();
    await miss.waitFor();
    expect(await wordsOf(miss)).toBe('visit-verb on “visited”: its object is excluded');
  });

  test('shows each of several sentences, and what is typed as words only', async ({ page }) => {
    const text = 'Norway sanctioned Chad.\n\nKenya <b>visited</b> Peru & "Mali".';
    await open(page, text);
    expect(await page.getByRole('region', { name: /^The tree of sentence / }).count()).toBe(2);
    expect(await page.locator('main q').allTextContents()).toEqual([
      'Norway sanctioned Chad.',
      'Kenya <b>visited</b> Peru & "Mali".',
    ]);
    expect(await fieldOf(page).inputValue()).toBe(text);
    expect(await relationsOf(page)).toContain('Norway sanctions Chad asserted, frame sanction-verb');
  });

  test('refuses nothing and too much', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'Explain' }).click();
    expect(new URL(page.url()).search).toBe('');
    expect(await fieldOf(page).evaluate((field: HTMLTextAreaElement) => field.validity.valueMissing)).toBe(true);
    await open(page, 'x'.repeat(2001));
    expect(await wordsOf(page.getByRole('status'))).toBe('Give at most 2000 characters; this text has 2001.');
    expect(await page.getByRole('heading', { name: 'Relations found' }).count()).toBe(0);
  });

  test('works without JavaScript, and leads back to the graph', async ({ openPage }) => {
    const page = await openPage({ javaScriptEnabled: false });
    await open(page);
    await fieldOf(page).fill('Norway sanctioned Chad.');
    await page.getByRole('button', { name: 'Explain' }).click();
    await page.getByRole('heading', { name: 'Relations found' }).waitFor();
    expect(await relationsOf(page)).toEqual(['Norway sanctions Chad asserted, frame sanction-verb']);
    await page.getByRole('banner').getByRole('link').click();
    await page.waitForURL((url) => url.pathname === '/');
  });
});

describe('on a phone', () => {
  test('a sentence is explained by touch, and only the tree scrolls sideways', async ({ openPage }) => {
    const page = await openPage(PHONE);
    await open(page);
    await fieldOf(page).fill(`${SENTENCE} ${'Kenya and Peru condemned Mali and praised Nepal on Tuesday. '.repeat(2)}`);
    await page.getByRole('button', { name: 'Explain' }).tap();
    const tree = page.getByRole('region', { name: 'The tree of sentence 1' }).first();
    await tree.waitFor();
    // with everything open, since a table is wide too
    for (const summary of await page.locator('summary').all()) await summary.tap();
    await page.getByRole('table').first().waitFor();
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    await expect.poll(width, PATIENCE).toBe(390);
    expect(await tree.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toBe(true);
    const box = await tree.boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 390).toBe(true);
  });

  test('the page before a sentence does not scroll sideways', async ({ openPage }) => {
    const page = await openPage(PHONE);
    await open(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});

describe('accessibility, light and dark', () => {
  for (const [screen, options] of [
    ['desktop', {}],
    ['phone', PHONE],
  ] as const) {
    test(`no rule is broken before and after a sentence, ${screen}`, async ({ openPage }) => {
      const page = await openPage(options);
      await open(page);
      expect(await violationsInBothThemes(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
      await open(page, SENTENCE.replace('Jonas Berg', 'Foreign Minister Elena Duarte of Chile'));
      await page.getByRole('heading', { name: 'Titles and appositions' }).waitFor();
      for (const summary of await page.locator('summary').all()) await summary.click();
      expect(await violationsInBothThemes(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
      await open(page, 'x'.repeat(2001));
      expect(await violationsInBothThemes(page)).toEqual([]);
    });
  }
});
