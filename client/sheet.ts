/** Heights of the phone's sheet as parts of the window: a look, the usual, the whole. */
const STOPS = [0.12, 0.4, 0.92];
const TAP_SLOP = 6;

/** Makes an element a bottom sheet that a handle drags, or steps through its heights by click and key. */
export class Sheet {
  readonly #sheet: HTMLElement;
  readonly #onSettle: () => void;
  #at = 1;

  constructor(sheet: HTMLElement, handle: HTMLElement, onSettle: () => void) {
    this.#sheet = sheet;
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
    this.#setHeight(STOPS[at] ?? 0.4, true);
    this.#onSettle();
  }

  /** Makes room to read a selection when only a look of the sheet is open. */
  rise(): void {
    if (this.#at === 0) this.#settle(1);
  }
}
