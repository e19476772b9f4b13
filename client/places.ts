import type { Point } from '../server/types.ts';

const KEY = 'entente-places';

/** Where a reader has put an actor; a pinned one cannot be dragged by accident. */
export interface OwnPlace extends Point {
  pinned: boolean;
}

/**
 * Name under which a place is kept: the actor, the size of screen and where the server has laid the actor out. The last
 * tells the same actor of two databases apart, and lets go of what belongs to a layout that is no more.
 */
function nameOf(actor: string, home: Point, narrow: boolean): string {
  return `${narrow ? 'narrow' : 'wide'} ${actor} ${home.x},${home.y}`;
}

function isPlace(value: unknown): value is OwnPlace {
  const { x, y, pinned } = (value ?? {}) as Partial<OwnPlace>;
  return Number.isFinite(x) && Number.isFinite(y) && typeof pinned === 'boolean';
}

/** The places that the reader has given to actors, kept in the reader's browser. */
export class Places {
  readonly #places: Map<string, OwnPlace>;

  constructor() {
    this.#places = new Map();
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
      for (const [name, place] of Object.entries(stored ?? {})) if (isPlace(place)) this.#places.set(name, place);
    } catch {
      // Storage may be forbidden, or hold what another program wrote: then actors stand where the server puts them.
    }
  }

  /** The reader's own place of an actor, if there is one. */
  get(actor: string, home: Point, narrow: boolean): OwnPlace | null {
    return this.#places.get(nameOf(actor, home, narrow)) ?? null;
  }

  /** Keeps a place, or gives the actor back to the layout. */
  set(actor: string, home: Point, narrow: boolean, place: OwnPlace | null): void {
    const name = nameOf(actor, home, narrow);
    if (place) this.#places.set(name, place);
    else this.#places.delete(name);
    try {
      localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(this.#places)));
    } catch {
      // Without storage the places last as long as the page.
    }
  }
}
