import cytoscape, { type Core, type NodeCollection, type NodeSingular } from 'cytoscape';
import type { GraphBody, NodeData, Point } from '../../server/types.ts';
import { distanceToCurve } from '../geometry.ts';
import { readPalette } from '../palette.ts';
import { buildStyle } from './graph-style.ts';
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
}

const HOVER_DELAY = 120;
const TAP_REACH = 22;

/** The drawn graph. Nothing here lays out: positions come with the data, filters and selection move no actor. */
export class GraphView {
  readonly #cy: Core;
  readonly #viewport: Viewport;
  readonly #container: HTMLElement;
  readonly #wide: Map<string, { x: number; y: number }>;
  #narrow: boolean;
  #hover: ReturnType<typeof setTimeout> | undefined;
  #selection: GraphSelection = { edge: null, actor: null };

  constructor(container: HTMLElement, base: GraphBody, events: GraphEvents, narrow: boolean, dark: boolean) {
    this.#container = container;
    this.#narrow = narrow;
    this.#wide = new Map(base.elements.nodes.map(({ data, position }) => [data.id, position]));
    this.#cy = cytoscape({
      container,
      elements: [
        ...base.elements.nodes.map(({ data, position }) => ({
          group: 'nodes' as const,
          data: { ...data },
          position: { ...(narrow ? data.narrow : position) },
        })),
        ...base.elements.edges.map(({ data }) => ({ group: 'edges' as const, data: { ...data } })),
      ],
      style: buildStyle(readPalette(dark), narrow),
      layout: { name: 'preset', fit: false },
      minZoom: ZOOM.least,
      maxZoom: ZOOM.most,
      boxSelectionEnabled: false,
      autounselectify: true,
      autoungrabify: true,
    });
    this.#listen(events);
    this.#viewport = new Viewport(this.#cy, container, narrow);
  }

  #listen(events: GraphEvents): void {
    const cy = this.#cy;
    cy.on('tap', 'node', (event) => events.selectActor(event.target.id()));
    cy.on('tap', 'edge', (event) => events.selectEdge(event.target.id()));
    cy.on('tap', (event) => {
      if (event.target !== cy) return;
      const near = this.#narrow ? this.#edgeNear(event.position) : null;
      if (near) events.selectEdge(near);
      else events.clear();
    });
    cy.on('mouseover', 'node', (event) => this.#hoverOn(event.target));
    cy.on('mouseover', 'edge', (event) => {
      event.target.addClass('hovered');
      this.#container.classList.add('over-element');
      events.pointEdge(event.target.id());
    });
    cy.on('mouseout', 'edge', () => events.pointEdge(null));
    cy.on('mouseout', 'node, edge', () => this.#hoverOff());
  }

  #hoverOn(node: NodeSingular): void {
    this.#container.classList.add('over-element');
    clearTimeout(this.#hover);
    this.#hover = setTimeout(() => {
      node.addClass('hovered');
      if (this.#selection.edge || this.#selection.actor) return;
      this.#cy.elements().difference(this.#around(node)).addClass('dimmed');
    }, HOVER_DELAY);
  }

  /** An actor with its relations that pass the filters, and their other ends. */
  #around(node: NodeCollection) {
    const links = node.connectedEdges().filter((link) => !link.hasClass('gone'));
    return links.union(links.connectedNodes()).union(node);
  }

  #hoverOff(): void {
    clearTimeout(this.#hover);
    this.#container.classList.remove('over-element');
    this.#cy.batch(() => {
      this.#cy.elements().removeClass('hovered');
      this.#showSelection();
    });
  }

  /** The drawn relation whose middle part is nearest to a point, within reach of a finger. */
  #edgeNear(point: { x: number; y: number }): string | null {
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

  /** Draws the relations of a filtered graph; actors left without one fade, or go if `hide`, except those `kept`. */
  showGraph(graph: GraphBody, { hide, kept }: { hide: boolean; kept: Set<string> }): void {
    const edges = new Map(graph.elements.edges.map(({ data }) => [data.id, data]));
    const nodes = new Set(graph.elements.nodes.map(({ data }) => data.id));
    this.#cy.batch(() => {
      this.#cy.edges().forEach((edge) => {
        const data = edges.get(edge.id());
        if (data) {
          const { source: _source, target: _target, ...rest } = data;
          edge.data(rest);
        }
        edge.toggleClass('gone', !data);
      });
      this.#cy.nodes().forEach((node) => {
        const matches = nodes.has(node.id()) || kept.has(node.id());
        node.toggleClass('faded', !matches && !hide);
        node.toggleClass('gone', !matches && hide);
      });
    });
  }

  /** Marks what is selected and dims the rest. */
  select(selection: GraphSelection): void {
    this.#selection = selection;
    this.#cy.batch(() => this.#showSelection());
    this.#viewport.reveal();
  }

  #showSelection(): void {
    const cy = this.#cy;
    cy.elements().removeClass('chosen dimmed');
    const { edge: edgeId, actor } = this.#selection;
    const edge = edgeId ? cy.getElementById(edgeId) : cy.collection();
    const node = actor ? cy.getElementById(actor) : cy.collection();
    if (edge.nonempty()) {
      const ends = edge.connectedNodes();
      const pair = ends.edgesWith(ends);
      cy.elements().difference(pair.union(ends)).addClass('dimmed');
      ends.union(edge).addClass('chosen');
    } else if (node.nonempty()) {
      cy.elements().difference(this.#around(node)).addClass('dimmed');
      node.addClass('chosen');
    }
  }

  /** Puts the keyboard's ring on an actor, and on one of its relations, or takes it away. */
  focus(actor: string | null, edge: string | null = null): void {
    this.#cy.elements().removeClass('focused');
    if (!actor) return;
    const ringed = this.#cy.getElementById(actor).union(edge ? this.#cy.getElementById(edge) : this.#cy.collection());
    this.#viewport.reveal(ringed.addClass('focused').nodes());
  }

  /** Where an actor is drawn, in the graph's own measure; null where it is not. */
  placeOf(id: string): Point | null {
    const node = this.#cy.getElementById(id);
    return node.nonempty() && node.isNode() && node.visible() ? { ...node.position() } : null;
  }

  /** The middle of a drawn relation, in px of the canvas. */
  middleOf(id: string): Point | null {
    const edge = this.#cy.getElementById(id);
    return edge.nonempty() && edge.isEdge() && edge.visible() ? { ...edge.renderedMidpoint() } : null;
  }

  /** The drawn relations of an actor, each with the actor at its other end. */
  listLinks(id: string): { edge: string; actor: string }[] {
    const node = this.#cy.getElementById(id);
    return node
      .connectedEdges(':visible')
      .map((edge) => ({ edge: edge.id(), actor: edge.connectedNodes().difference(node).first().id() ?? id }));
  }

  /** Actors drawn now, from left to right: the order of the arrow keys. */
  listDrawn(): string[] {
    return this.#cy
      .nodes()
      .filter((node) => !node.hasClass('gone') && !node.hasClass('faded'))
      .sort((a, b) => (a as NodeSingular).position('x') - (b as NodeSingular).position('x'))
      .map((node) => (node.data() as NodeData).id);
  }

  /** Takes over the colours of the theme and the positions and sizes of the screen. */
  restyle(narrow: boolean, dark: boolean): void {
    const moved = narrow !== this.#narrow;
    this.#narrow = narrow;
    this.#cy.style(buildStyle(readPalette(dark), narrow));
    if (!moved) return;
    this.#cy.nodes().positions((node) => {
      const data = node.data() as NodeData;
      return narrow ? data.narrow : (this.#wide.get(data.id) ?? data.narrow);
    });
    this.#viewport.setNarrow(narrow);
  }
}
