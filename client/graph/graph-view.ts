import cytoscape, { type CollectionReturnValue, type Core, type NodeCollection, type NodeSingular } from 'cytoscape';
import type { NodeData, Point } from '../../server/types.ts';
import type { Drawing } from '../drawing.ts';
import { distanceToCurve } from '../geometry.ts';
import { readPalette } from '../palette.ts';
import type { Places } from '../places.ts';
import { Elements } from './elements.ts';
import { buildStyle } from './graph-style.ts';
import { listenToHover } from './hover.ts';
import { Labels } from './labels.ts';
import { type Covered, Viewport, ZOOM } from './viewport.ts';

export interface GraphSelection {
  edge: string | null;
  actor: string | null;
}

export interface GraphEvents {
  selectEdge: (id: string) => void;
  selectActor: (id: string) => void;
  clear: () => void;
  /** The pointer comes on to a relation, or leaves it. */
  pointEdge: (id: string | null) => void;
  /** The reader asks for the neighbours of an actor. */
  expand: (id: string) => void;
  /** The reader chooses a second actor beside the selected one. */
  connect: (id: string) => void;
  /** The reader has dragged an actor. */
  move: (id: string, to: Point) => void;
}

interface GraphOptions {
  narrow: boolean;
  dark: boolean;
  /** Many actors are there to be drawn. */
  large: boolean;
  places: Places;
}

const TAP_REACH = 22;
const DOTS_AT_MOST = 1.5;

/** The drawn graph. Nothing here lays out: positions come with the data, and only the reader moves an actor. */
export class GraphView {
  readonly #cy: Core;
  readonly #viewport: Viewport;
  readonly #elements: Elements;
  readonly #labels: Labels;
  #narrow: boolean;
  #selection: GraphSelection = { edge: null, actor: null };
  #chains: ReadonlySet<string> | null = null;
  /** Names the part of the graph that is drawn: a new one is brought into view. */
  #scene: string | null = null;

  constructor(container: HTMLElement, events: GraphEvents, { narrow, dark, large, places }: GraphOptions) {
    this.#narrow = narrow;
    this.#cy = cytoscape({
      container,
      style: buildStyle(readPalette(dark), narrow),
      minZoom: ZOOM.least,
      maxZoom: ZOOM.most,
      // While the reader moves about, a large drawing is moved as a picture, and a dense screen is not filled dot by dot.
      textureOnViewport: large,
      ...(large && { pixelRatio: Math.min(devicePixelRatio, DOTS_AT_MOST) }),
      boxSelectionEnabled: false,
      autounselectify: true,
    });
    this.#elements = new Elements(this.#cy, places, narrow);
    this.#labels = new Labels(this.#cy, { narrow, large });
    this.#viewport = new Viewport(this.#cy, container, narrow);
    this.#listen(events);
    listenToHover(this.#cy, container, {
      onRest: (node) => {
        if (this.#selection.edge || this.#selection.actor || this.#chains) return;
        this.#cy.elements().difference(this.#around(node)).addClass('dimmed');
      },
      onLeave: () => this.#showSelection(),
      pointLine: (line) => events.pointEdge(line && this.#first(line)),
    });
  }

  #listen(events: GraphEvents): void {
    const cy = this.#cy;
    cy.on('tap', 'node', ({ target, originalEvent }) => {
      const id = target.id();
      if (originalEvent?.shiftKey && this.#selection.actor && this.#selection.actor !== id) events.connect(id);
      else events.selectActor(id);
    });
    cy.on('dbltap', 'node', ({ target }) => events.expand(target.id()));
    cy.on('tap', 'edge', ({ target }) => events.selectEdge(this.#first(target.id())));
    cy.on('tap', (event) => {
      if (event.target !== cy) return;
      const near = this.#narrow ? this.#lineNear(event.position) : null;
      if (near) events.selectEdge(this.#first(near));
      else events.clear();
    });
    cy.on('dragfree', 'node', ({ target }) => events.move(target.id(), { ...target.position() }));
  }

  #first(line: string): string {
    return this.#elements.relationsOf(line)[0] ?? line;
  }

  #line(relation: string) {
    return this.#cy.getElementById(this.#elements.lineOf(relation));
  }

  /** An actor with its relations that pass the filters, and their other ends. */
  #around(node: NodeCollection): CollectionReturnValue {
    const links = node.connectedEdges().filter((link) => !link.hasClass('gone'));
    return links.union(links.connectedNodes()).union(node);
  }

  /** The drawn line whose middle part is nearest to a point, within reach of a finger. */
  #lineNear(point: Point): string | null {
    let best: string | null = null;
    let least = TAP_REACH / this.#cy.zoom();
    this.#cy.edges(':visible').forEach((edge) => {
      const a = edge.sourceEndpoint();
      const b = edge.targetEndpoint();
      const c = edge.controlPoints()?.[0] ?? edge.midpoint();
      const distance = distanceToCurve(point, a, c, b);
      if (distance < least) {
        least = distance;
        best = edge.id();
      }
    });
    return best;
  }

  /** Shows the whole drawing. */
  fit(animate = false): void {
    this.#viewport.fit(animate);
  }

  /** Zooms about the middle of the canvas. */
  zoomBy(factor: number): void {
    this.#viewport.zoomBy(factor);
  }

  /** Tells how much of the canvas panels cover. */
  setCovered(covered: Covered): void {
    this.#viewport.setCovered(covered);
  }

  /** Puts letters on the relations by who tells them, or takes them off. */
  markTold(marks: ReadonlyMap<string, string> | null): void {
    this.#elements.mark(marks);
  }

  /** Draws a part of the graph and marks what is selected; the rest is dimmed. */
  show(drawing: Drawing, selection: GraphSelection): void {
    const first = this.#scene === null;
    const changed = this.#scene !== drawing.scene;
    this.#selection = selection;
    this.#chains = drawing.chains;
    this.#scene = drawing.scene;
    const fresh = this.#elements.show(drawing, selection.edge);
    this.#cy.batch(() => this.#showSelection());
    this.#viewport.setFrame(drawing.whole);
    if (changed) this.#viewport.fit(!first);
    else if (fresh.length > 0) this.#viewport.include(this.#cy.nodes().filter((node) => fresh.includes(node.id())));
    this.#labels.update();
    if (!first || selection.edge || selection.actor) this.#viewport.reveal();
  }

  #showSelection(): void {
    const cy = this.#cy;
    cy.elements().removeClass('chosen dimmed');
    const { edge: edgeId, actor } = this.#selection;
    const edge = edgeId ? this.#line(edgeId) : cy.collection();
    const node = actor ? cy.getElementById(actor) : cy.collection();
    if (edge.nonempty()) {
      const ends = edge.connectedNodes();
      const pair = ends.edgesWith(ends);
      cy.elements().difference(pair.union(ends)).not(this.#onChains()).addClass('dimmed');
      ends.union(edge).addClass('chosen');
    } else if (this.#chains) {
      cy.elements().not(this.#onChains()).addClass('dimmed');
    } else if (node.nonempty()) {
      cy.elements().difference(this.#around(node)).addClass('dimmed');
      node.addClass('chosen');
    }
  }

  #onChains(): CollectionReturnValue {
    const chains = this.#chains;
    if (!chains) return this.#cy.collection();
    return this.#cy
      .elements()
      .filter((element) => this.#elements.relationsOf(element.id()).some((relation) => chains.has(relation)));
  }

  /** Puts the keyboard's ring on an actor, and on one of its relations, or takes it away. */
  focus(actor: string | null, edge: string | null = null): void {
    this.#cy.elements().removeClass('focused');
    if (!actor) return;
    const ringed = this.#cy.getElementById(actor).union(edge ? this.#line(edge) : this.#cy.collection());
    ringed.addClass('focused');
    this.#labels.update();
    this.#viewport.reveal(ringed.nodes());
  }

  /** Where an actor is drawn, in the graph's own measure; null where it is not. */
  placeOf(id: string): Point | null {
    const node = this.#cy.getElementById(id);
    return node.nonempty() && node.isNode() && node.visible() ? { ...node.position() } : null;
  }

  /** Where an actor is drawn, in px of the canvas. */
  pointOf(id: string): Point | null {
    return this.placeOf(id) && { ...this.#cy.getElementById(id).renderedPosition() };
  }

  /** Where the server has laid an actor out. */
  homeOf(id: string): Point {
    return this.#elements.homeOf(id);
  }

  /** The middle of a drawn relation, in px of the canvas. */
  middleOf(id: string): Point | null {
    const edge = this.#line(id);
    return edge.nonempty() && edge.isEdge() && edge.visible() ? { ...edge.renderedMidpoint() } : null;
  }

  /** The drawn relations of an actor, each with the actor at its other end. */
  listLinks(id: string): { edge: string; actor: string }[] {
    const node = this.#cy.getElementById(id);
    return node
      .connectedEdges(':visible')
      .toArray()
      .flatMap((line) => {
        const actor = line.connectedNodes().difference(node).first().id() ?? id;
        return this.#elements.relationsOf(line.id()).map((edge) => ({ edge, actor }));
      });
  }

  /** Actors drawn now, from left to right: the order of the arrow keys. */
  listDrawn(): string[] {
    return this.#cy
      .nodes()
      .filter((node) => !node.hasClass('gone') && !node.hasClass('faded'))
      .sort((a, b) => (a as NodeSingular).position('x') - (b as NodeSingular).position('x'))
      .map((node) => (node.data() as NodeData).id);
  }

  /** Takes over a change of the reader's own places. */
  settle(): void {
    this.#elements.settle(this.#narrow);
  }

  /** Takes over the colours of the theme and the positions and sizes of the screen. */
  restyle(narrow: boolean, dark: boolean): void {
    const moved = narrow !== this.#narrow;
    this.#narrow = narrow;
    this.#cy.style(buildStyle(readPalette(dark), narrow));
    this.#labels.update(narrow);
    if (!moved) return;
    this.#elements.settle(narrow);
    this.#viewport.setNarrow(narrow);
  }
}
