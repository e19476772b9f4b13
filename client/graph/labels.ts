import type { Core, NodeCollection, NodeSingular } from 'cytoscape';
import type { NodeData } from '../../server/types.ts';

/** Names of so many of the best-connected actors are read at every zoom, where there is room. */
const PROMINENT = 30;
/** Least size on the screen, in px, of a name that is always read. */
const READABLE = 10;
/** Names smaller than this on the screen are left out. */
const LEGIBLE = 8;
/** Zoom from which lines have their words: where there are many, only once the reader has come near. */
const WORDS_FROM = { small: 0.55, large: 0.8 };
/** The size grows in steps of this factor, so that zooming does not measure every name in every frame. */
const STEP = 1.12;
/** Sizes at zoom 1, as in the style of the nodes. */
const SIZE = { wide: { font: 13, margin: 5 }, narrow: { font: 12, margin: 3 } };
const WIDTH = 110;
/** Mean width of a letter and height of a line, as parts of the size. */
const LETTER = 0.58;
const LINE = 1.15;

interface Box {
  x1: number;
  x2: number;
  y1: number;
  y2: number;
}

function overlaps(a: Box, b: Box): boolean {
  return a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;
}

/** Keeps the names readable that matter most when the drawing is small: the rest appear on zooming in. */
export class Labels {
  readonly #cy: Core;
  #narrow: boolean;
  #factor = 1;
  #enlarged: NodeCollection;
  readonly #wordsFrom: number;
  /** Whether lines have words, and whether all actors have names, at the present zoom. */
  #shown = { words: true, names: true };

  constructor(cy: Core, { narrow, large }: { narrow: boolean; large: boolean }) {
    this.#cy = cy;
    this.#narrow = narrow;
    this.#enlarged = cy.collection();
    this.#wordsFrom = large ? WORDS_FROM.large : WORDS_FROM.small;
    cy.on('zoom', () => {
      const { words, names } = this.#findShown();
      const changed = words !== this.#shown.words || names !== this.#shown.names;
      if (changed || this.#findFactor() !== this.#factor) this.update();
    });
  }

  #findShown(): { words: boolean; names: boolean } {
    const { font } = this.#narrow ? SIZE.narrow : SIZE.wide;
    const zoom = this.#cy.zoom();
    return { words: zoom >= this.#wordsFrom, names: font * zoom >= LEGIBLE };
  }

  /** How much larger than drawn a name has to be at the present zoom. */
  #findFactor(): number {
    const { font } = this.#narrow ? SIZE.narrow : SIZE.wide;
    const needed = READABLE / (font * this.#cy.zoom());
    return needed <= 1 ? 1 : STEP ** Math.ceil(Math.log(needed) / Math.log(STEP));
  }

  /** The best-connected of the actors drawn, without those whose name would lie on that of a better-connected one. */
  #findProminent(): Set<string> {
    const degree = (node: NodeSingular) => (node.data() as NodeData).total;
    const drawn = this.#cy.nodes(':visible').toArray() as NodeSingular[];
    const best = drawn.sort((a, b) => degree(b) - degree(a) || (a.id() < b.id() ? -1 : 1)).slice(0, PROMINENT);
    const placed: Box[] = [];
    const kept = best.filter((node) => {
      const box = this.#measureName(node);
      if (this.#factor > 1 && placed.some((other) => overlaps(box, other))) return false;
      placed.push(box);
      return true;
    });
    return new Set(kept.map((node) => node.id()));
  }

  /** About where a name lies, in the measure of the graph. */
  #measureName(node: NodeSingular): Box {
    const { font, margin } = this.#narrow ? SIZE.narrow : SIZE.wide;
    const { x, y } = node.position();
    const length = (node.data() as NodeData).label.length * font * LETTER;
    const lines = Math.ceil(length / WIDTH);
    const half = (Math.min(length, WIDTH) / 2) * this.#factor;
    const top = y + node.height() / 2 + margin * this.#factor;
    return { x1: x - half, x2: x + half, y1: top, y2: top + lines * font * LINE * this.#factor };
  }

  /** Sets the sizes for the present zoom; to be called when other actors stand out than before. */
  update(narrow = this.#narrow): void {
    this.#narrow = narrow;
    this.#factor = this.#findFactor();
    this.#shown = this.#findShown();
    const { font, margin } = narrow ? SIZE.narrow : SIZE.wide;
    const prominent = this.#findProminent();
    this.#cy.nodes().forEach((node) => {
      node.toggleClass('prominent', prominent.has(node.id()));
    });
    const large =
      this.#factor === 1 ? this.#cy.collection() : this.#cy.nodes('.prominent, .chosen, .focused, .hovered');
    this.#cy.batch(() => {
      this.#cy.edges().toggleClass('wordless', !this.#shown.words);
      this.#cy.nodes().toggleClass('nameless', !this.#shown.names);
      this.#enlarged.difference(large).removeStyle('font-size text-margin-y text-max-width');
      large.style({
        'font-size': font * this.#factor,
        'text-margin-y': margin * this.#factor,
        'text-max-width': `${Math.round(WIDTH * this.#factor)}px`,
      });
    });
    this.#enlarged = large;
  }
}
