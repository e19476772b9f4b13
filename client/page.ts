import { translate } from './messages.ts';

const TOAST_FOR = 3000;
const root = document.documentElement;

/** A part of the page that the server has made; without it the page is not the explorer. */
export function part(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}`);
  return element;
}

let toastEnd: ReturnType<typeof setTimeout> | undefined;

/** Says something for a moment, over the page. */
export function say(words: string): void {
  const toast = part('toast');
  toast.textContent = words;
  clearTimeout(toastEnd);
  toastEnd = setTimeout(() => {
    toast.textContent = '';
  }, TOAST_FOR);
}

/** Says what went wrong with loading the graph. */
export function showError(error: unknown): void {
  part('status').textContent = translate('error.load', {
    cause: error instanceof Error ? error.message : String(error),
  });
}

let drawerOpener: Element | null = null;

/** Opens or closes the filters where they are a drawer; the focus goes in and comes back. */
export function setDrawer(open: boolean): void {
  if (open === root.classList.contains('filters-open')) return;
  root.classList.toggle('filters-open', open);
  if (open) {
    drawerOpener = document.activeElement;
    part('filters-close').focus();
  } else if (drawerOpener instanceof HTMLElement) drawerOpener.focus();
}

const IDLE_AT_LAST = 500;

/** Resolves when the browser has painted what was drawn and has nothing else to do, soon in any case. */
export const whenIdle = (): Promise<void> =>
  new Promise((resolve) => {
    // Safari has no idle callback.
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: IDLE_AT_LAST });
    else setTimeout(resolve);
  });
