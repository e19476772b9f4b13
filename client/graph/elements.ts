import type { Core, NodeSingular } from 'cytoscape';
import type { NodeData, Point } from '../../server/types.ts';
import type { Drawing, DrawnNode } from '../drawing.ts';
import type { Places } from '../places.ts';
import { collapseEdges, type Line } from './bundles.ts';

/** Keeps the elements of Cytoscape in step with what is to be drawn. What is no longer drawn waits out of sight. */
export class Elements {
  readonly #cy: Core;
  readonly #places: Places;
  #narrow: boolean;
  /** Where the server has laid actors out on wide screens. */
  readonly #wide = new Map<string, Point>();
  /** Relation → the line that stands for it now. */
  readonly #lineOf = new Map<string, string>();
  readonly #members = new Map<string, string[]>();

  constructor(cy: Core, places: Places, narrow: boolean) {
    this.#cy = cy;
    this.#places = places;
    this.#narrow = narrow;
  }

  /** Draws exactly the given; `selected` is the relation whose pair is shown line by line. Returns the new actors' ids. */
  show(drawing: Drawing, selected: string | null): string[] {
    const lines = collapseEdges(drawing.edges, selected);
    const before = new Set(this.#cy.nodes(':visible').map((node) => node.id()));
    this.#cy.batch(() => {
      const drawn = new Set([...drawing.nodes.map(({ data }) => data.id), ...lines.map(({ data }) => data.id)]);
      for (const node of drawing.nodes) this.#showNode(node);
      this.#lineOf.clear();
      for (const line of lines) this.#showLine(line);
      this.#cy.elements().forEach((element) => {
        element.toggleClass('gone', !drawn.has(element.id()));
      });
    });
    return drawing.nodes.map(({ data }) => data.id).filter((id) => !before.has(id));
  }

  #showNode({ data, place, faded }: DrawnNode): void {
    this.#wide.set(data.id, place);
    let node = this.#cy.getElementById(data.id);
    if (node.empty()) {
      node = this.#cy.add({ group: 'nodes', data: { ...data } });
      this.#settle(node as NodeSingular);
    } else node.data(data);
    node.toggleClass('faded', faded);
  }

  #showLine({ data, members }: Line): void {
    for (const member of members) this.#lineOf.set(member, data.id);
    this.#members.set(data.id, members);
    const edge = this.#cy.getElementById(data.id);
    if (edge.empty()) this.#cy.add({ group: 'edges', data: { ...data, members: members.length } });
    else {
      const { source: _source, target: _target, ...rest } = data;
      edge.data({ ...rest, members: members.length });
    }
  }

  /** Puts letters on lines, or takes them off. */
  mark(letters: ReadonlyMap<string, string> | null): void {
    this.#cy.batch(() => {
      this.#cy.edges().forEach((edge) => {
        const letter = letters?.get(edge.id());
        if (letter) edge.data('told', letter);
        else if (edge.data('told')) edge.removeData('told');
      });
    });
  }

  /** The line that stands for a relation. */
  lineOf(relation: string): string {
    return this.#lineOf.get(relation) ?? relation;
  }

  /** The relations that a line stands for, the strongest first. */
  relationsOf(line: string): string[] {
    return this.#members.get(line) ?? [line];
  }

  /** Where the server has laid an actor out for the present size of screen. */
  homeOf(id: string): Point {
    const { narrow } = this.#cy.getElementById(id).data() as NodeData;
    return this.#narrow ? narrow : (this.#wide.get(id) ?? narrow);
  }

  /** Puts an actor where the reader has put it, else where the server has. */
  #settle(node: NodeSingular): void {
    const home = this.homeOf(node.id());
    const own = this.#places.get(node.id(), home, this.#narrow);
    const pinned = own?.pinned ?? false;
    node.unlock().position(own ? { x: own.x, y: own.y } : { ...home });
    node.toggleClass('pinned', pinned);
    if (pinned) node.ungrabify();
    else node.grabify();
  }

  /** Takes over a change of the reader's places, or of the size of screen. */
  settle(narrow: boolean): void {
    this.#narrow = narrow;
    this.#cy.batch(() => {
      for (const node of this.#cy.nodes().toArray()) this.#settle(node as NodeSingular);
    });
  }
}
