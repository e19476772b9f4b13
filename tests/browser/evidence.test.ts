import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { test } from './support/browser.ts';
import { actorPoint, clickAt, openExplorer, PATIENCE, relationPoint, wordsOf } from './support/explorer.ts';

const origin = inject('origin');

const AID = 'USA:suspends-aid-to:PAK';
const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Evidence' });
const parameter = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);

async function expectSelected(page: Page, name: 'edge' | 'actor', id: string | null): Promise<void> {
  await expect.poll(() => parameter(page, name), PATIENCE).toBe(id);
}

describe('the evidence of a relation', () => {
  test('opens on a click on its line: every sentence, cue marked, speaker, modality, article', async ({ page }) => {
    await openExplorer(page, origin);
    await clickAt(page, await relationPoint(page, AID));
    await expectSelected(page, 'edge', AID);
    const panel = panelOf(page);
    await panel.getByText('2 sentences, 2 speakers').waitFor();
    const statements = panel.getByRole('listitem').filter({ has: page.getByRole('blockquote') });
    await expect.poll(() => statements.count(), PATIENCE).toBe(2);
    expect(await panel.locator('mark').allInnerTexts()).toEqual([
      'suspending aid to Pakistan',
      'suspends or ends military cooperation with Pakistan',
    ]);
    const [first, second] = await statements.allInnerTexts();
    expect(first).toContain('Weeks after suspending aid to Pakistan, the US is moving to put Pakistan');
    expect(first).toMatch(/asserted.*According to Ayaz Wazir/s);
    expect(second).toContain('If the US suspends or ends military cooperation with Pakistan, he said');
    expect(second).toMatch(/hypothetical.*According to Said Nazir Mohmand/s);
    expect(first).toContain('Pakistan’s foreign minister to meet Lavrov in Moscow over Afghanistan');
    expect(first).toContain('19 Feb 2018');
  });

  test('says that the date of the article is inferred, and why', async ({ page }) => {
    await openExplorer(page, `${origin}/?edge=${AID}`);
    const words = () => wordsOf(panelOf(page));
    await panelOf(page).getByText('date inferred').first().waitFor();
    expect(await words()).not.toContain('The date is inferred');
    await panelOf(page).getByText('date inferred').first().click();
    await expect.poll(words, PATIENCE).toContain('The date is inferred');
  });

  test('closes on Esc, on the button and on a click beside the graph', async ({ page }) => {
    await openExplorer(page, `${origin}/?edge=${AID}`);
    await page.keyboard.press('Escape');
    await expectSelected(page, 'edge', null);
    await panelOf(page).getByText('35 relations between 12 actors').waitFor();
    await clickAt(page, await relationPoint(page, AID));
    await panelOf(page).getByRole('button', { name: 'Close' }).click();
    await expectSelected(page, 'edge', null);
    await clickAt(page, await relationPoint(page, AID));
    await expectSelected(page, 'edge', AID);
    const [a, b] = [await actorPoint(page, 'sergey-lavrov'), await actorPoint(page, 'maria-zakharova')];
    await clickAt(page, { x: a.x, y: (a.y + b.y) / 2 });
    await expectSelected(page, 'edge', null);
  });

  test('goes to the next and the previous relation by the arrow keys', async ({ page }) => {
    await openExplorer(page, `${origin}/?edge=${AID}`);
    await panelOf(page).getByText('suspended aid to').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => parameter(page, 'edge'), PATIENCE).not.toBe(AID);
    const next = parameter(page, 'edge');
    expect(next).toMatch(/^[\w-]+:[\w-]+:[\w-]+$/);
    await page.keyboard.press('ArrowUp');
    await expectSelected(page, 'edge', AID);
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => parameter(page, 'edge'), PATIENCE).not.toBe(AID);
    expect(parameter(page, 'edge')).not.toBe(next);
  });

  test('goes through all 35 relations by the down key alone and round to the first', async ({ page }) => {
    await openExplorer(page, `${origin}/?edge=${AID}`);
    await panelOf(page).getByText('suspended aid to').first().waitFor();
    const seen: (string | null)[] = [AID];
    for (let step = 0; step < 35; step += 1) {
      const before = parameter(page, 'edge');
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => parameter(page, 'edge'), PATIENCE).not.toBe(before);
      seen.push(parameter(page, 'edge'));
    }
    expect(new Set(seen).size).toBe(35);
    expect(seen.at(-1)).toBe(seen[0]);
  });

  test('holds the sentences of the filtered statements only', async ({ page }) => {
    await openExplorer(page, `${origin}/?speaker=said-nazir-mohmand&edge=${AID}`);
    await panelOf(page).getByText('1 sentence, 1 speaker').waitFor();
    await panelOf(page).locator('mark').waitFor();
    expect(await panelOf(page).getByRole('blockquote').count()).toBe(1);
    await panelOf(page).getByText('may suspend aid to').first().waitFor();
  });
});

describe('the relations of an actor', () => {
  test('open on a click on it, grouped by type, and lead to the evidence', async ({ page }) => {
    await openExplorer(page, origin);
    await clickAt(page, await actorPoint(page, 'USA'));
    await expectSelected(page, 'actor', 'USA');
    const panel = panelOf(page);
    await panel.getByRole('heading', { name: 'United States' }).waitFor();
    await panel.getByText('11 relations with 2 actors').waitFor();
    const types = await panel.getByRole('heading', { level: 3 }).allInnerTexts();
    expect(types.map((text) => text.replace(/\s+/g, ' ').trim())).toEqual(
      expect.arrayContaining(['attacks 3', 'is hostile to 2', 'threatens 2', 'suspended aid to 1']),
    );
    await panel
      .getByRole('region', { name: /^suspended aid to/ })
      .getByRole('button')
      .click();
    await expectSelected(page, 'edge', AID);
    await panel.locator('mark').first().waitFor();
  });
});
