/** A note of the margin: the height of its words in the text, and its own. */
export interface Noted {
  wanted: number;
  height: number;
}

/** Tops of notes that stand at the height of their words, pushed down as far as the one above needs. */
export function stackNotes(notes: Noted[], gap: number): number[] {
  let free = Number.NEGATIVE_INFINITY;
  return notes.map(({ wanted, height }) => {
    const top = Math.max(wanted, free);
    free = top + height + gap;
    return top;
  });
}
