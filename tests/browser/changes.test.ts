import { describe, expect, inject } from 'vitest';
import { axeViolations, test } from './support/browser.ts';

const origin = inject('origin');

/** Rejects a statement and returns what the graph then holds of it. */
async function rejectOne(): Promise<{ id: string; count: () => Promise<number> }> {
  const read = async () =>
    (await (await fetch(`${origin}/api/statements?source=USA&target=PAK&type=suspends-aid-to`)).json()) as {
      statements: { id: string }[];
      total: number;
    };
  const id = (await read()).statements[0]?.id ?? '';
  await fetch(`${origin}/api/statements/${id}`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ status: 'rejected' }),
  });
  return { id, count: async () => (await read()).total };
}

describe('the page of changes', () => {
  test('undoes a change without JavaScript', async ({ openPage }) => {
    const { count } = await rejectOne();
    const before = await count();
    const page = await openPage({ javaScriptEnabled: false });
    await page.goto(`${origin}/changes`);
    await page.getByRole('button', { name: 'Undo: Statement rejected' }).first().click();
    await page.getByRole('heading', { name: 'Undone: Statement rejected' }).first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/changes');
    expect(await count()).toBe(before + 1);
  });

  test('breaks no rule of accessibility, light and dark', async ({ page }) => {
    await page.goto(`${origin}/changes`);
    await page.getByRole('heading', { level: 1, name: 'Changes' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect
      .poll(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor))
      .toBe('rgb(23, 22, 20)');
    expect(await axeViolations(page)).toEqual([]);
  });
});
