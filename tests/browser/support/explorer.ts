import { inflateSync } from 'node:zlib';
import type { Core } from 'cytoscape';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Point } from '../../../server/types.ts';

/** Waits longer than `expect.poll` does by itself: two cores share the page, the server and the test. */
export const PATIENCE = { timeout: 8000, interval: 50 };
/** Relations of the sample. */
const ALL = 35;

interface DrawnActor extends Point {
  id: string;
  faded: boolean;
}

interface Drawing {
  /** Actors drawn, with the middles of their pictures in px of the page. */
  actors: DrawnActor[];
  /** Ids of the relations drawn. */
  relations: string[];
}

/** Opens an address of the explorer and waits until its graph is drawn. */
export async function openExplorer(page: Page, address: string): Promise<void> {
  page.setDefaultTimeout(8000);
  await page.goto(address);
  await waitForGraph(page);
}

/** Waits until the client has drawn: it says what there is to those who cannot see the canvas. */
export async function waitForGraph(page: Page): Promise<void> {
  await page.locator('#canvas-note:not(:empty)').waitFor({ state: 'attached' });
}

/** Waits for "Showing SHOWN of 35 relations". */
export async function expectShown(page: Page, shown: number): Promise<void> {
  await expect
    .poll(() => wordsOf(page.locator('#status')), PATIENCE)
    .toMatch(new RegExp(`^Showing ${shown} of ${ALL} relations$`));
}

/** What is drawn, asked of Cytoscape itself, which hangs its graph on the element it draws into. */
export function readDrawing(page: Page): Promise<Drawing> {
  return page.evaluate(() => {
    const canvas = document.getElementById('canvas') as HTMLElement & { _cyreg: { cy: Core } };
    const { left, top } = canvas.getBoundingClientRect();
    const { cy } = canvas._cyreg;
    return {
      actors: cy.nodes(':visible').map((node) => {
        const { x, y } = node.renderedPosition();
        return { id: node.id(), x: left + x, y: top + y, faded: node.hasClass('faded') };
      }),
      relations: cy.edges(':visible').map((edge) => edge.id()),
    };
  });
}

/** Ids of what the keyboard's ring is on: an actor, and perhaps one of its relations. */
export function readRing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const canvas = document.getElementById('canvas') as HTMLElement & { _cyreg: { cy: Core } };
    return canvas._cyreg.cy.elements('.focused').map((element) => element.id());
  });
}

/** Where to click an actor, in px of the page. */
export async function actorPoint(page: Page, id: string): Promise<Point> {
  const actor = (await readDrawing(page)).actors.find((drawn) => drawn.id === id);
  if (!actor) throw new Error(`${id} is not drawn`);
  return actor;
}

/** Where to click a relation, in px of the page: the middle of its curve. */
export async function relationPoint(page: Page, id: string): Promise<Point> {
  return page.evaluate((wanted) => {
    const canvas = document.getElementById('canvas') as HTMLElement & { _cyreg: { cy: Core } };
    const { left, top } = canvas.getBoundingClientRect();
    const { x, y } = canvas._cyreg.cy.getElementById(wanted).renderedMidpoint();
    return { x: left + x, y: top + y };
  }, id);
}

/** Clicks at a point of the page. */
export async function clickAt(page: Page, { x, y }: Point): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
}

/** "R,G,B" of the pixel that the reader sees at a point of the page. */
export async function pixelAt(page: Page, { x, y }: Point): Promise<string> {
  const png = await page.screenshot({ clip: { x: Math.round(x), y: Math.round(y), width: 1, height: 1 } });
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const data = at + 8;
    if (png.toString('latin1', at + 4, data) === 'IDAT') parts.push(png.subarray(data, data + png.readUInt32BE(at)));
  }
  // The first byte of a row says how it differs from the row above; a single pixel has none and is as it is.
  return inflateSync(Buffer.concat(parts)).subarray(1, 4).join(',');
}

/** The words that a reader sees in a part of the page, without what is hidden. */
export function wordsOf(part: Locator): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: the text content holds hidden words too
  return part.innerText();
}
