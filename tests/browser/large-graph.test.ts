import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { axeViolations, test } from './support/browser.ts';
import { actorPoint, PATIENCE, readDrawing, waitForGraph, wordsOf } from './support/explorer.ts';
import { startLargeGraph } from './support/large-graph.ts';

let large = '';
let close = async (): Promise<void> => {};

beforeAll(async () => {
  const program = await startLargeGraph(600);
  large = program.origin;
  close = program.close;
}, 120_000);

afterAll(() => close());

/** Opens an address of the program: its page is large, and the table that it brings takes the browser seconds to read. */
async function openLarge(page: Page, search = ''): Promise<void> {
  page.setDefaultTimeout(30_000);
  await page.goto(large + search);
  await waitForGraph(page);
}

const statusOf = (page: Page) => wordsOf(page.locator('#status'));
/** Relations drawn, also those of which several are one line. */
const countRelations = (page: Page) =>
  page.evaluate(() => {
    const { cy } = (document.getElementById('canvas') as HTMLElement & { _cyreg: { cy: import('cytoscape').Core } })
      ._cyreg;
    return cy.edges(':visible').reduce((sum, line) => sum + Number(line.data('members')), 0);
  });
const placesOf = (page: Page) =>
  page.evaluate(() => {
    const { cy } = (document.getElementById('canvas') as HTMLElement & { _cyreg: { cy: import('cytoscape').Core } })
      ._cyreg;
    return Object.fromEntries(cy.nodes(':visible').map((node) => [node.id(), { ...node.position() }]));
  });

/** Names that are drawn, with their size on the screen, and how many lines have words. */
const labelsOf = (page: Page) =>
  page.evaluate(() => {
    const { cy } = (document.getElementById('canvas') as HTMLElement & { _cyreg: { cy: import('cytoscape').Core } })
      ._cyreg;
    const named = cy.nodes(':visible').filter((node) => node.style('label') !== '');
    return {
      names: named.map((node) => Number.parseFloat(node.style('font-size')) * cy.zoom()),
      words: cy.edges(':visible').filter((line) => line.style('label') !== '').length,
    };
  });

describe('a graph of 600 actors', () => {
  test('opens with the 60 best-connected and says what it leaves out', async ({ page }) => {
    await openLarge(page);
    const { actors } = await readDrawing(page);
    expect(actors).toHaveLength(60);
    expect(await statusOf(page)).toMatch(new RegExp(`^Showing ${await countRelations(page)} of 1,\\d{3} relations$`));
    expect(await wordsOf(page.locator('#canvas-notes'))).toContain('60 of 600 actors drawn');
    const canvas = await page.locator('#canvas').boundingBox();
    if (!canvas) throw new Error('no canvas');
    for (const { x, y } of actors)
      expect(x > canvas.x && x < canvas.x + canvas.width && y > canvas.y && y < canvas.y + canvas.height).toBe(true);
  });

  test('E counts the neighbours that are not drawn, by type, and draws them without moving the others', async ({
    page,
  }) => {
    await openLarge(page);
    const before = await placesOf(page);
    const id = Object.keys(before)[0] as string;
    await openLarge(page, `/?actor=${id}`);
    await page.locator('#canvas').focus();
    await page.keyboard.press('e');
    const menu = page.getByRole('dialog', { name: /^Neighbours of/ });
    await menu.waitFor();
    expect(await axeViolations(page)).toEqual([]);
    const [facts = ''] = await menu.locator('.menu-head').allInnerTexts();
    const missing = Number(/^(\d+) neighbours?/.exec(facts)?.[1]);
    const types = await menu.locator('.menu-note').allInnerTexts();
    expect(missing).toBeGreaterThan(0);
    expect(Number(types[0])).toBe(missing);
    // The second row is the first type: as many actors come as it says.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(async () => Object.keys(await placesOf(page)).length, PATIENCE).toBe(60 + Number(types[1]));
    expect(new URL(page.url()).searchParams.get('expand')).toMatch(new RegExp(`^${id}~`));
    expect(await placesOf(page)).toMatchObject(before);
    const drawn = await placesOf(page);
    await page.reload();
    await waitForGraph(page);
    await expect.poll(() => placesOf(page), PATIENCE).toEqual(drawn);
  });

  test('a double click expands all, and undo takes them away', async ({ page }) => {
    await openLarge(page);
    const { actors } = await readDrawing(page);
    const { x, y } = await actorPoint(page, actors[0]?.id ?? '');
    await page.mouse.dblclick(x, y);
    const menu = page.getByRole('dialog', { name: /^Neighbours of/ });
    await menu.getByRole('button', { name: /^Draw all/ }).click();
    await expect.poll(async () => (await readDrawing(page)).actors.length, PATIENCE).toBeGreaterThan(60);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await readDrawing(page)).actors.length, PATIENCE).toBe(60);
  });

  test('an actor that is not drawn comes with its selection, also one beyond what was sent', async ({ page }) => {
    await openLarge(page);
    const drawn = new Set((await readDrawing(page)).actors.map(({ id }) => id));
    const sent = await page.evaluate(async () => {
      const body = (await (await fetch('/api/graph')).json()) as import('../../server/types.ts').GraphBody;
      return body.elements.nodes.map(({ data }) => data.id);
    });
    const all = await page.evaluate(async () => {
      const body = (await (await fetch('/api/graph?limit=5000')).json()) as import('../../server/types.ts').GraphBody;
      return body.elements.nodes.map(({ data }) => data.id);
    });
    const near = sent.find((id) => !drawn.has(id)) as string;
    const far = all.find((id) => !sent.includes(id)) as string;
    for (const id of [near, far]) {
      await openLarge(page, `/?actor=${id}`);
      await expect.poll(async () => (await readDrawing(page)).actors.map((actor) => actor.id), PATIENCE).toContain(id);
      await page.getByRole('complementary', { name: 'Evidence' }).getByRole('heading', { level: 2 }).waitFor();
    }
  });

  test('has readable names only, and words on the lines from a zoom of 0.8 on', async ({ page }) => {
    await openLarge(page);
    const zoomTo = (level: number) =>
      page.evaluate((zoom) => {
        const { cy } = (document.getElementById('canvas') as HTMLElement & { _cyreg: { cy: import('cytoscape').Core } })
          ._cyreg;
        cy.zoom(zoom);
      }, level);
    await zoomTo(0.3);
    const far = await labelsOf(page);
    expect(far.words).toBe(0);
    expect(far.names.length).toBeGreaterThan(8);
    expect(far.names.length).toBeLessThanOrEqual(30);
    expect(Math.min(...far.names)).toBeGreaterThanOrEqual(9.5);
    await zoomTo(0.79);
    expect((await labelsOf(page)).words).toBe(0);
    await zoomTo(0.81);
    const near = await labelsOf(page);
    expect([near.words > 100, near.names.length]).toEqual([true, 60]);
  });

  test('the table begins with a hundred rows, says so, and shows more on a press', async ({ page }) => {
    await openLarge(page, '/?view=table');
    const rows = page.getByRole('table').locator('tbody > tr');
    await expect.poll(() => rows.count(), PATIENCE).toBe(100);
    await page.getByText(/^\s*The first 100 of 1,\d{3} relations/).waitFor();
    const first = await wordsOf(rows.first());
    const more = page.getByRole('button', { name: 'Show 100 more' });
    await more.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => rows.count(), PATIENCE).toBe(200);
    expect(await wordsOf(rows.first())).toBe(first);
    expect(new URL(page.url()).searchParams.get('rows')).toBe('200');
    await page.getByText(/^\s*The first 200 of 1,\d{3} relations/).waitFor();
  });

  test('without scripts the page stays small, and leads to more rows and more values', async ({ openPage }) => {
    expect((await (await fetch(large)).text()).length).toBeLessThan(300_000);
    const page = await openPage({ javaScriptEnabled: false });
    page.setDefaultTimeout(30_000);
    await page.goto(large);
    await page.getByText(/^\s*The first 100 of 1,\d{3} relations/).waitFor();
    await page.getByRole('link', { name: 'Show more', exact: true }).click();
    await page.waitForURL(/rows=200/);
    expect(await page.getByRole('table').locator('tbody > tr').count()).toBe(200);
    const speakers = page.getByRole('group', { name: 'According to' });
    expect(await speakers.getByRole('checkbox').count()).toBe(25);
    const all = speakers.getByRole('link', { name: /^Show all \d+ ?: According to$/ });
    const count = Number(/\d+/.exec(await wordsOf(all))?.[0]);
    await all.click();
    await page.waitForURL(/values=speaker/);
    expect(await speakers.getByRole('checkbox').count()).toBe(count);
  });

  test('a long facet is cut, opens to all of its values, and is searched', async ({ page }) => {
    await openLarge(page);
    const speakers = page.getByRole('region', { name: 'According to' });
    const rows = speakers.getByRole('listitem');
    expect(await rows.count()).toBe(8);
    const all = speakers.getByRole('button', { name: /^Show all \d+$/ });
    const count = Number(/\d+/.exec(await wordsOf(all))?.[0]);
    await all.click();
    await expect.poll(() => rows.count(), PATIENCE).toBe(count);
    const last = (await wordsOf(rows.last().locator('.row-name'))).trim();
    await speakers.getByRole('button', { name: 'Show fewer' }).click();
    await expect.poll(() => rows.count(), PATIENCE).toBe(8);
    await speakers.getByRole('searchbox', { name: 'Find in According to' }).fill(last.toUpperCase());
    await expect.poll(async () => (await wordsOf(rows.last().locator('.row-name'))).trim(), PATIENCE).toBe(last);
    await rows
      .filter({ hasText: last })
      .getByRole('button', { name: new RegExp(`^only this ?: ${last}$`) })
      .focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).searchParams.getAll('speaker').length, PATIENCE).toBe(1);
    await page.getByRole('button', { name: `Drop this filter: according to ${last}` }).waitFor();
    await speakers.getByRole('searchbox').fill('no one of this name');
    await speakers.getByText('None called “no one of this name”').waitFor();
  });

  test('the panel begins with forty pairs and shows all on a press', async ({ page }) => {
    await openLarge(page);
    const pairs = page.locator('#evidence .pair-row');
    await expect.poll(() => pairs.count(), PATIENCE).toBe(40);
    const all = page.getByRole('button', { name: /^Show all [\d,]+ pairs$/ });
    const count = Number(/[\d,]+/.exec(await wordsOf(all))?.[0].replace(',', ''));
    await all.click();
    await expect.poll(() => pairs.count(), PATIENCE).toBe(count);
    await page.getByRole('button', { name: 'Show fewer' }).last().click();
    await expect.poll(() => pairs.count(), PATIENCE).toBe(40);
  });
});
