import { translate } from './messages.ts';

/** Heights of the phone's sheet as parts of the window: a look, the usual, the whole. */
const STOPS = [0.12, 0.4, 0.92];
const TAP_SLOP = 6;

/** Makes an element a bottom sheet that a handle drags, or steps through its heights by click and key. */
export class Sheet {
  readonly #sheet: HTMLElement;
  readonly #handle: HTMLElement;
  readonly #onSettle: (low: boolean) => void;
  #at = 1;

  constructor(sheet: HTMLElement, handle: HTMLElement, onSettle: (low: boolean) => void) {
    this.#sheet = sheet;
    this.#handle = handle;
    this.#onSettle = onSettle;
    let startY = 0;
    let startHeight = 0;
    let moved = false;
    handle.addEventListener('pointerdown', (event) => {
      startY = event.clientY;
      startHeight = sheet.getBoundingClientRect().height;
      moved = false;
      handle.setPointerCapture(event.pointerId);
    });
    handle.addEventListener('pointermove', (event) => {
      if (!handle.hasPointerCapture(event.pointerId)) return;
      const by = startY - event.clientY;
      if (Math.abs(by) > TAP_SLOP) moved = true;
      if (moved) this.#setHeight((startHeight + by) / innerHeight, false);
    });
    handle.addEventListener('pointerup', (event) => {
      if (!moved) return;
      const part = (startHeight + startY - event.clientY) / innerHeight;
      const gaps = STOPS.map((stop) => Math.abs(stop - part));
      this.#settle(gaps.indexOf(Math.min(...gaps)));
    });
    handle.addEventListener('keydown', (event) => {
      const to = { ArrowUp: this.#at + 1, ArrowDown: this.#at - 1, Home: 0, End: STOPS.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      // Up and down are the page's keys for the next relation.
      event.stopPropagation();
      this.#settle(Math.min(STOPS.length - 1, Math.max(0, to)));
    });
    handle.addEventListener('click', () => {
      if (!moved) this.#settle((this.#at + 1) % STOPS.length);
      moved = false;
    });
  }

  #setHeight(part: number, smooth: boolean): void {
    this.#sheet.classList.toggle('sheet-moving', !smooth);
    this.#sheet.style.setProperty('--sheet-height', `${(Math.min(0.92, Math.max(0.1, part)) * 100).toFixed(1)}dvh`);
  }

  #settle(at: number): void {
    this.#at = at;
    const stop = STOPS[at] ?? 0.4;
    this.#setHeight(stop, true);
    this.#handle.setAttribute('aria-label', translate('sheet.handle', { height: stop }));
    this.#onSettle(at === 0);
  }

  /** Goes down to a look for a panel that is closed, and up again to make room to read. */
  follow(low: boolean): void {
    if (low !== (this.#at === 0)) this.#settle(low ? 0 : 1);
  }
}
