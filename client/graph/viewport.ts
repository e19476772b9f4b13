import type { Core, NodeCollection } from 'cytoscape';
import { fitBox, fitFrame, shiftInto } from '../geometry.ts';

/** Parts of the canvas under panels, in px. */
export interface Covered {
  right: number;
  bottom: number;
}

/** Canvas sizes that the positions are made for, in px. */
const FRAME = { wide: { w: 804, h: 848 }, narrow: { w: 390, h: 404 } };
/** Room in px around a part of the graph, for names and for the controls over the canvas. */
const MARGIN = { wide: { x: 70, top: 80, bottom: 90 }, narrow: { x: 40, top: 40, bottom: 40 } };
/**
 * Height in px of the strip of filters in use. Where there is none its room is left free all the same, so that no actor
 * moves when a filter brings it.
 */
const STRIP = { wide: 39, narrow: 45 };
/** Height in px of the controls at the top of the canvas. */
const CONTROLS = 56;
export const ZOOM = { least: 0.1, most: 4 };

/** What of the drawing the reader sees: fits, zooms and pans. */
export class Viewport {
  readonly #cy: Core;
  readonly #container: HTMLElement;
  #narrow: boolean;
  #size = { w: 0, h: 0, top: 0 };
  /** What panels cover of the canvas, in px. */
  #covered: Covered = { right: 0, bottom: 0 };
  /** Whether the drawing fills the frame that the positions are made for; a part of it is shown as large as it can be. */
  #framed = true;
  /** Whether the reader has chosen a place: then nothing but the reader leaves it. */
  #touched = false;

  constructor(cy: Core, container: HTMLElement, narrow: boolean) {
    this.#cy = cy;
    this.#container = container;
    this.#narrow = narrow;
    cy.on('dragpan pinchzoom scrollzoom', () => {
      this.#touched = true;
    });
    new ResizeObserver(() => this.#resize()).observe(container);
    this.#resize();
  }

  /**
   * Keeps the middle in the middle when panels open or close, and actors where they are on the screen when the strip of
   * filters comes or goes above the canvas, as long as it covers none; fits when the window itself changes.
   */
  #resize(): void {
    const w = this.#container.clientWidth;
    const h = this.#container.clientHeight;
    if (w === 0 || h === 0 || (w === this.#size.w && h === this.#size.h)) return;
    const { top } = this.#container.getBoundingClientRect();
    const before = this.#size;
    this.#size = { w, h, top };
    this.#cy.resize();
    const lower = top - before.top;
    if (before.h > 0 && lower !== 0 && h + lower === before.h) {
      this.#cy.panBy({ x: (w - before.w) / 2, y: -lower });
      const highest = this.#cy.nodes(':visible').renderedBoundingBox({ includeLabels: false }).y1;
      if (!this.#touched && highest < CONTROLS) this.fit(true);
    } else if (before.w === 0 || (!this.#touched && h !== before.h)) this.fit();
    else this.#cy.panBy({ x: (w - before.w) / 2, y: (h - before.h) / 2 });
  }

  /** Height in px of the strip above the canvas: as much lower the stage stands. */
  #strip(): number {
    return (this.#container.offsetParent as HTMLElement | null)?.offsetTop ?? 0;
  }

  /** Tells whether the drawing is the whole graph, in its frame. */
  setFrame(framed: boolean): void {
    this.#framed = framed;
  }

  /** Shows the whole of what is drawn, or of what stands out from it, as large as the canvas allows up to 1.6. */
  fit(animate = false): void {
    const standing = this.#cy.nodes(':visible').not('.dimmed');
    const nodes = (this.#framed ? this.#cy.nodes(':visible') : standing).boundingBox({ includeLabels: false });
    if (nodes.w === 0 || this.#size.w === 0) return;
    const spare = Math.max(0, (this.#narrow ? STRIP.narrow : STRIP.wide) - this.#strip());
    const free = { w: this.#size.w - this.#covered.right, h: this.#size.h - this.#covered.bottom - spare };
    const frame = this.#narrow ? FRAME.narrow : FRAME.wide;
    const { zoom, pan: within } = this.#framed
      ? fitFrame(frame, nodes, { ...free, w: this.#size.w })
      : fitBox(nodes, free, this.#narrow ? MARGIN.narrow : MARGIN.wide);
    const pan = { x: within.x, y: within.y + spare };
    this.#touched = false;
    this.#cy.stop();
    if (animate) this.#move({ zoom, pan });
    else this.#cy.viewport({ zoom, pan });
  }

  /** Makes room for actors that have just come, where they stand outside of what is seen. */
  include(nodes: NodeCollection): void {
    const box = nodes.renderedBoundingBox({ includeLabels: false });
    const { right, bottom } = this.#covered;
    const seen = box.x1 >= 0 && box.y1 >= 0 && box.x2 <= this.#size.w - right && box.y2 <= this.#size.h - bottom;
    if (!seen) this.fit(true);
  }

  #move(to: { zoom?: number; pan: { x: number; y: number } }): void {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#cy.animate({ ...to, duration: still ? 0 : 300, easing: 'ease-out' });
  }

  /** Zooms about the middle of what panels leave of the canvas. */
  zoomBy(factor: number): void {
    this.#touched = true;
    const level = Math.min(ZOOM.most, Math.max(ZOOM.least, this.#cy.zoom() * factor));
    const x = (this.#size.w - this.#covered.right) / 2;
    const y = (this.#size.h - this.#covered.bottom) / 2;
    this.#cy.zoom({ level, renderedPosition: { x, y } });
  }

  /** Tells how much of the canvas panels cover. */
  setCovered(covered: Covered): void {
    const { bottom, right } = this.#covered;
    if (covered.bottom === bottom && covered.right === right) return;
    this.#covered = covered;
    if (covered.bottom !== bottom && !this.#touched) this.fit();
    else if (covered.right !== right) {
      this.#cy.panBy({ x: (right - covered.right) / 2, y: 0 });
      this.reveal();
    }
  }

  /** Pans so that the selection, or what else is given, stands clear of panels and of the canvas's ends. */
  reveal(nodes: NodeCollection = this.#cy.nodes('.chosen')): void {
    if (nodes.empty() || this.#size.w === 0) return;
    const box = nodes.renderedBoundingBox({ includeLabels: true });
    const room = { w: this.#size.w - this.#covered.right, h: this.#size.h - this.#covered.bottom };
    const by = { x: shiftInto(box.x1, box.x2, room.w), y: shiftInto(box.y1, box.y2, room.h) };
    if (by.x === 0 && by.y === 0) return;
    const pan = this.#cy.pan();
    this.#cy.stop();
    this.#move({ pan: { x: pan.x + by.x, y: pan.y + by.y } });
  }

  /** Takes over the frame of another size of screen. */
  setNarrow(narrow: boolean): void {
    this.#narrow = narrow;
    this.fit();
  }
}
