/** Something that was done, and the way back. */
export interface Step {
  undo: () => void;
  redo: () => void;
}

/** What was done and can be undone, and what was undone and can be done again. */
export class UndoStack {
  readonly #done: Step[] = [];
  #undone: Step[] = [];

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Notes a step that has just been done; what was undone before it is past. */
  note(step: Step): void {
    this.#done.push(step);
    this.#undone = [];
  }

  /** Takes the last step back; false where there is none. */
  undo(): boolean {
    const step = this.#done.pop();
    if (!step) return false;
    this.#undone.push(step);
    step.undo();
    return true;
  }

  /** Does again what was taken back last; false where there is nothing. */
  redo(): boolean {
    const step = this.#undone.pop();
    if (!step) return false;
    this.#done.push(step);
    step.redo();
    return true;
  }
}
