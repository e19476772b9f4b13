/** Brings what is opened before the reader: the focus goes into the panel, to one of its sentences, and back to the graph. */
export class Reader {
  readonly #panel: HTMLElement;
  readonly #canvas: HTMLElement;
  /** The panel was opened by a key, so the graph has the focus again when it is closed. */
  #openedByKey = false;
  #intoPanel = false;
  /** The statement to bring before the reader as soon as the panel has it. */
  #statement: string | null = null;

  constructor(panel: HTMLElement, canvas: HTMLElement) {
    this.#panel = panel;
    this.#canvas = canvas;
  }

  /** What is opened next is opened by a key. */
  enterByKey(): void {
    this.#openedByKey = true;
    this.#intoPanel = true;
  }

  /** What is opened next is read at a statement. */
  enterAt(statement: string): void {
    this.#statement = statement;
  }

  /** The reader closes what was opened. */
  leave(): void {
    if (this.#openedByKey) this.#canvas.focus();
    this.#openedByKey = false;
  }

  /** Draws the panel and keeps the keyboard where it belongs. */
  draw(drawPanel: () => void): void {
    const hadFocus = this.#panel.contains(document.activeElement);
    drawPanel();
    // The button that was pressed may be gone with its list; the keyboard stays in the panel.
    if (this.#intoPanel || (hadFocus && !this.#panel.contains(document.activeElement))) this.#panel.focus();
    this.#intoPanel = false;
    const wanted = this.#statement && document.getElementById(`s-${this.#statement}`);
    if (!wanted) return;
    this.#statement = null;
    wanted.scrollIntoView({ block: 'nearest' });
    wanted.focus();
  }
}
