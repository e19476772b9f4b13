import type { Core, EdgeSingular, NodeSingular } from 'cytoscape';

const DELAY = 120;

export interface HoverEvents {
  /** The pointer rests on an actor. */
  onRest: (node: NodeSingular) => void;
  /** The pointer has left. */
  onLeave: () => void;
  /** The pointer comes on to a line, or leaves it. */
  pointLine: (id: string | null) => void;
}

/** Marks what the pointer is on. */
export function listenToHover(cy: Core, container: HTMLElement, events: HoverEvents): void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  const enter = () => container.classList.add('over-element');
  cy.on('mouseover', 'node', ({ target }: { target: NodeSingular }) => {
    enter();
    clearTimeout(rest);
    rest = setTimeout(() => {
      target.addClass('hovered');
      events.onRest(target);
    }, DELAY);
  });
  cy.on('mouseover', 'edge', ({ target }: { target: EdgeSingular }) => {
    enter();
    target.addClass('hovered');
    events.pointLine(target.id());
  });
  cy.on('mouseout', 'edge', () => events.pointLine(null));
  cy.on('mouseout', 'node, edge', () => {
    clearTimeout(rest);
    container.classList.remove('over-element');
    cy.batch(() => {
      cy.elements().removeClass('hovered');
      events.onLeave();
    });
  });
}
