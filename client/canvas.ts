import { render } from 'lit-html';
import { fetchActor } from './api.ts';
import { CanvasTools } from './canvas-actions.ts';
import { renderNotes } from './canvas-notes.ts';
import { ExpandMenu } from './expand-menu.ts';
import type { Explorer } from './explorer.ts';
import { GraphView } from './graph/graph-view.ts';
import { part } from './page.ts';
import { Places } from './places.ts';
import type { Session } from './session.ts';
import { printMark } from './told-by.ts';
import type { UndoStack } from './undo-stack.ts';

/** Up to here a drawing is laid out label by label. */
const FEW = 60;

interface CanvasDeps {
  session: Session;
  narrow: () => boolean;
  dark: boolean;
  selectEdge: (id: string | null) => void;
  selectActor: (id: string) => void;
  pointEdge: (id: string | null) => void;
  onError: (error: unknown) => void;
  /** Something beside the canvas has to be drawn anew. */
  redraw: () => void;
}

/** The graph with what belongs to it: the menu of neighbours, the notes on what is left out, the steps back and forth. */
export class Canvas {
  readonly graph: GraphView;
  readonly tools: CanvasTools;
  readonly #deps: CanvasDeps;
  readonly #menu: ExpandMenu;

  constructor(deps: CanvasDeps) {
    this.#deps = deps;
    const { session, selectEdge, selectActor, pointEdge, narrow } = deps;
    const places = new Places();
    this.graph = new GraphView(
      part('canvas'),
      {
        selectEdge,
        selectActor,
        clear: () => selectEdge(null),
        pointEdge,
        expand: (id) => this.#askExpansion(id),
        connect: (id) => {
          const { actor } = session.explorer.state;
          if (actor) this.tools.showChains(actor, id);
        },
        move: (id, to) => this.tools.move(id, to),
      },
      { narrow: narrow(), dark: deps.dark, large: session.explorer.base.all.nodes > FEW, places },
    );
    this.tools = new CanvasTools({
      session,
      places,
      graph: this.graph,
      isNarrow: narrow,
      askExpansion: (id) => this.#askExpansion(id),
      onSteps: (steps) => this.#showSteps(steps),
      onPlaces: deps.redraw,
    });
    this.#menu = new ExpandMenu(part('expand-menu') as HTMLDialogElement, (actor, type) => {
      this.tools.expand(actor, type);
      part('canvas').focus();
    });
    part('undo').addEventListener('click', () => this.tools.undo());
    part('redo').addEventListener('click', () => this.tools.redo());
  }

  /** Draws the part of the graph that the view shows. */
  show(x: Explorer, selection: { edge: string | null; actor: string | null }): void {
    this.graph.show(x.drawing, selection);
    this.graph.markTold(x.told && new Map([...x.told.marks].map(([id, mark]) => [id, printMark(mark)])));
    render(renderNotes(x, this.tools), part('canvas-notes'));
  }

  #showSteps({ canUndo, canRedo }: UndoStack): void {
    const undo = part('undo') as HTMLButtonElement;
    const redo = part('redo') as HTMLButtonElement;
    part('steps').hidden = false;
    // A disabled button loses the focus; the keyboard stays beside it.
    const focused = document.activeElement;
    undo.disabled = !canUndo;
    redo.disabled = !canRedo;
    if (focused === undo && !canUndo) redo.focus();
    if (focused === redo && !canRedo) undo.focus();
  }

  async #askExpansion(actor: string): Promise<void> {
    const { session, onError } = this.#deps;
    try {
      const body = await fetchActor(actor, session.explorer.state.filters);
      const drawn = new Set(session.explorer.drawing.nodes.map(({ data }) => data.id));
      const { left, top, width, height } = part('canvas').getBoundingClientRect();
      const at = this.graph.pointOf(actor) ?? { x: width / 2, y: height / 2 };
      this.#menu.open(body, drawn, { x: left + at.x, y: top + at.y });
    } catch (error) {
      onError(error);
    }
  }
}
