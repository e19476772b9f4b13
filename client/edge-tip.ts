import { html, nothing, render } from 'lit-html';
import type { EdgeData, Point, StatementView } from '../server/types.ts';
import { colourClass, lineSample, markCue } from './parts.ts';

const SHOW_AFTER = 120;
/** Time for the pointer to come from the line into the tooltip, in ms. */
const LEAVE_AFTER = 200;
const GAP = 12;

export interface EdgeTipDeps {
  /** Middle of a drawn relation, in px of the canvas. */
  middleOf: (edge: string) => Point | null;
  /** The relation and the names of its ends, unless the panel shows it anyway. */
  describe: (edge: string) => { edge: EdgeData; source: string; target: string } | null;
  fetchFirst: (edge: EdgeData) => Promise<StatementView | undefined>;
}

/**
 * The small picture of a relation's words and first sentence beside its line. It stays while the pointer is in it and
 * goes by Esc without moving anything else.
 */
export class EdgeTip {
  readonly #element: HTMLElement;
  readonly #deps: EdgeTipDeps;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #edge: string | null = null;

  constructor(element: HTMLElement, deps: EdgeTipDeps) {
    this.#element = element;
    this.#deps = deps;
    element.addEventListener('pointerenter', () => clearTimeout(this.#timer));
    element.addEventListener('pointerleave', () => this.point(null));
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape' || element.hidden) return;
        event.stopPropagation();
        event.preventDefault();
        this.hide();
      },
      { capture: true },
    );
  }

  /** The pointer or the keyboard's ring has come on to a relation, or has left it. */
  point(edge: string | null): void {
    clearTimeout(this.#timer);
    if (edge === this.#edge && edge) return;
    this.#timer = setTimeout(() => (edge ? this.#show(edge) : this.hide()), edge ? SHOW_AFTER : LEAVE_AFTER);
  }

  hide(): void {
    clearTimeout(this.#timer);
    this.#edge = null;
    this.#element.hidden = true;
  }

  async #show(id: string): Promise<void> {
    const found = this.#deps.describe(id);
    if (!found) {
      this.hide();
      return;
    }
    this.#edge = id;
    this.#draw(found);
    try {
      const first = await this.#deps.fetchFirst(found.edge);
      if (this.#edge === id) this.#draw(found, first);
    } catch {
      // The words of the relation stand without the sentence; the panel says what is wrong with the server.
    }
  }

  #draw(
    { edge, source, target }: { edge: EdgeData; source: string; target: string },
    statement?: StatementView | undefined,
  ): void {
    render(
      html`<p class="tip-relation">
          ${lineSample(edge.modality, edge.class, edge.count)}
          <span>${source} <b class=${colourClass(edge)}>${edge.label}</b> ${target}</span>
        </p>
        ${statement ? html`<p class="tip-sentence">${markCue(statement)}</p>` : nothing}`,
      this.#element,
    );
    this.#element.hidden = false;
    this.#place(edge.id);
  }

  /** Above the middle of the line where there is room, else below it. */
  #place(id: string): void {
    const middle = this.#deps.middleOf(id);
    const room = this.#element.parentElement;
    if (!middle || !room) {
      this.hide();
      return;
    }
    const { offsetWidth: w, offsetHeight: h, style } = this.#element;
    const x = Math.min(Math.max(8, middle.x - w / 2), Math.max(8, room.clientWidth - w - 8));
    const above = middle.y - h - GAP;
    style.left = `${Math.round(x)}px`;
    style.top = `${Math.round(above >= 8 ? above : middle.y + GAP)}px`;
  }
}
