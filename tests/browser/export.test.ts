import { readFileSync } from 'node:fs';
import cytoscape, { type ElementsDefinition } from 'cytoscape';
import type { Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { test } from './support/browser.ts';
import { openExplorer } from './support/explorer.ts';

const origin = inject('origin');

/** Downloads by a link of the export menu, and loads the file as a reader would. */
async function downloadGraph(page: Page, link: RegExp) {
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).click();
  const download = await started;
  const { elements } = JSON.parse(readFileSync(await download.path(), 'utf8')) as { elements: ElementsDefinition };
  const graph = cytoscape({ headless: true, elements });
  return {
    file: download.suggestedFilename(),
    actors: graph.nodes().map((node) => node.id()),
    relations: graph.edges().map((edge) => edge.id()),
    evidence: graph.edges().map((edge) => (edge.data('evidence') as unknown[]).length),
    counts: graph.edges().map((edge) => edge.data('count') as number),
    first: graph.edges()[0]?.data('evidence')[0] as Record<string, unknown>,
  };
}

const openMenu = (page: Page) => page.locator('summary:visible', { hasText: 'Export' }).click();

describe('the export', () => {
  test('downloads what is shown under the filters', async ({ page }) => {
    await openExplorer(page, `${origin}/?type=suspends-aid-to`);
    await openMenu(page);
    const { file, actors, relations, evidence, first } = await downloadGraph(page, /^What is shown/);
    expect(file).toMatch(/\.json$/);
    expect([actors.sort(), relations, evidence]).toEqual([['PAK', 'USA'], ['USA:suspends-aid-to:PAK'], [2]]);
    expect(first).toMatchObject({
      sentence: expect.stringContaining('suspending aid to Pakistan'),
      cue: 'suspending aid to Pakistan',
      speaker: 'Ayaz Wazir',
      modality: 'asserted',
    });
  });

  test('downloads everything, filters or not, with the evidence of every relation', async ({ page }) => {
    await openExplorer(page, `${origin}/?type=suspends-aid-to`);
    await openMenu(page);
    const { actors, relations, evidence, counts } = await downloadGraph(page, /^Everything/);
    expect([actors.length, relations.length]).toEqual([12, 35]);
    expect(evidence).toEqual(counts);
    expect(Math.min(...evidence)).toBeGreaterThan(0);
  });

  test('is reached by keyboard, and its menu closes on Esc', async ({ page }) => {
    await openExplorer(page, origin);
    await page.locator('summary:visible', { hasText: 'Export' }).focus();
    await page.keyboard.press('Enter');
    const link = page.getByRole('link', { name: /^What is shown/ });
    await link.waitFor();
    await page.keyboard.press('Escape');
    await link.waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const started = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await started).suggestedFilename()).toMatch(/\.json$/);
  });
});
