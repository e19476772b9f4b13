import { DEPTHS, nameExpansion, parseExpansion } from './canvas-state.ts';
import type { CanvasActions } from './explorer.ts';
import type { GraphView } from './graph/graph-view.ts';
import type { KeyCommand } from './keys.ts';
import type { OwnPlace, Places } from './places.ts';
import type { Session } from './session.ts';
import type { ViewState } from './state.ts';
import { UndoStack } from './undo-stack.ts';

interface CanvasDeps {
  session: Session;
  graph: GraphView;
  places: Places;
  isNarrow: () => boolean;
  /** Shows how many neighbours of an actor are not drawn. */
  askExpansion: (actor: string) => void;
  /** Something can be undone, or no longer. */
  onSteps: (steps: UndoStack) => void;
  /** The places of actors have changed. */
  onPlaces: () => void;
}

type Change = Partial<ViewState>;

/** What a reader does to the drawing. All that changes it is a step that can be undone and done again. */
export class CanvasTools implements CanvasActions {
  readonly #deps: CanvasDeps;
  readonly #steps = new UndoStack();

  constructor(deps: CanvasDeps) {
    this.#deps = deps;
  }

  get #state(): ViewState {
    return this.#deps.session.explorer.state;
  }

  /** Goes to a view; the way back restores exactly what the change has touched. */
  #go(change: Change, { replace = false } = {}): void {
    const { session } = this.#deps;
    const state = this.#state;
    const before = Object.fromEntries(Object.keys(change).map((key) => [key, state[key as keyof ViewState]])) as Change;
    session.go(change, { replace });
    this.#note(
      () => session.go(before, { replace }),
      () => session.go(change, { replace }),
    );
  }

  #note(undo: () => void, redo: () => void): void {
    this.#steps.note({ undo, redo });
    this.#deps.onSteps(this.#steps);
  }

  undo(): void {
    this.#steps.undo();
    this.#deps.onSteps(this.#steps);
  }

  redo(): void {
    this.#steps.redo();
    this.#deps.onSteps(this.#steps);
  }

  askExpansion(actor: string): void {
    this.#deps.askExpansion(actor);
  }

  expand(actor: string, type: string | null): void {
    const { expand, hidden } = this.#state;
    const { graph } = this.#deps.session.explorer;
    const ends = graph.elements.edges
      .map(({ data }) => data)
      .filter((edge) => (edge.source === actor || edge.target === actor) && (type === null || edge.type === type))
      .flatMap(({ source, target }) => [source, target]);
    // All of an actor's neighbours include those of each type.
    const kept = type ? expand : expand.filter((expansion) => parseExpansion(expansion).actor !== actor);
    const added = nameExpansion(actor, type);
    this.#go(
      {
        expand: [...kept.filter((other) => other !== added), added],
        hidden: hidden.filter((id) => !ends.includes(id)),
      },
      { replace: true },
    );
  }

  focus(actor: string, depth: ViewState['depth']): void {
    const { focus } = this.#state;
    // A neighbourhood is what lies within its steps; what was expanded elsewhere comes back with leaving it.
    if (focus === null) this.#expandedBefore = this.#state.expand;
    this.#go({ focus: actor, depth, path: null, expand: [], actor, edge: null, hidden: this.#without(actor) });
  }

  #expandedBefore: string[] = [];

  #without(...actors: string[]): string[] {
    return this.#state.hidden.filter((id) => !actors.includes(id));
  }

  leaveFocus(): void {
    const expand = [...new Set([...this.#expandedBefore, ...this.#state.expand])];
    this.#expandedBefore = [];
    this.#go({ focus: null, depth: 1, expand });
  }

  showChains(from: string, to: string): void {
    this.#go({ path: { from, to }, focus: null, depth: 1, edge: null, actor: null, hidden: this.#without(from, to) });
  }

  leaveChains(): void {
    this.#go({ path: null });
  }

  hide(actor: string): void {
    const { hidden, focus, path, edge } = this.#state;
    const onPath = path && (path.from === actor || path.to === actor);
    const ends = edge?.split(':') ?? [];
    this.#go(
      {
        hidden: [...hidden, actor],
        actor: this.#state.actor === actor ? null : this.#state.actor,
        edge: ends[0] === actor || ends[2] === actor ? null : edge,
        focus: focus === actor ? null : focus,
        path: onPath ? null : path,
      },
      { replace: true },
    );
  }

  showHidden(): void {
    this.#go({ hidden: [] }, { replace: true });
  }

  #own(actor: string): OwnPlace | null {
    const { places, graph, isNarrow } = this.#deps;
    return places.get(actor, graph.homeOf(actor), isNarrow());
  }

  /** Gives an actor a place of the reader's own, or none, as a step. */
  #put(actor: string, before: OwnPlace | null, after: OwnPlace | null): void {
    const { places, graph, isNarrow, onPlaces } = this.#deps;
    const home = graph.homeOf(actor);
    const narrow = isNarrow();
    const put = (place: OwnPlace | null) => {
      places.set(actor, home, narrow, place);
      graph.settle();
      onPlaces();
    };
    put(after);
    this.#note(
      () => put(before),
      () => put(after),
    );
  }

  isPinned(actor: string): boolean {
    return this.#deps.graph.placeOf(actor) !== null && (this.#own(actor)?.pinned ?? false);
  }

  togglePin(actor: string): void {
    const place = this.#deps.graph.placeOf(actor);
    if (!place) return;
    const before = this.#own(actor);
    this.#put(actor, before, { ...place, pinned: !before?.pinned });
  }

  /** The reader has dragged an actor to a place. */
  move(actor: string, to: { x: number; y: number }): void {
    const tenth = (value: number) => Math.round(value * 10) / 10;
    this.#put(actor, this.#own(actor), { x: tenth(to.x), y: tenth(to.y), pinned: false });
  }

  /** The keys of these tools; `actorAt` is the actor that the reader has selected, or that the keyboard's ring is on. */
  listKeys(actorAt: () => string | null): KeyCommand[] {
    const onActor = (key: string, words: KeyCommand['words'], act: (actor: string) => void): KeyCommand => ({
      keys: [key],
      on: 'page',
      words,
      run: () => {
        const actor = actorAt();
        if (actor) act(actor);
        return actor !== null;
      },
    });
    return [
      onActor('e', 'key.expand', (actor) => this.askExpansion(actor)),
      ...DEPTHS.map((depth) => onActor(String(depth), 'key.focus', (actor) => this.focus(actor, depth))),
      onActor('h', 'key.hide', (actor) => this.hide(actor)),
      onActor('p', 'key.pin', (actor) => this.togglePin(actor)),
      { keys: ['Control+z'], on: 'page', words: 'key.undo', run: () => this.undo() },
      { keys: ['Control+Shift+z', 'Control+y'], on: 'page', words: 'key.redo', run: () => this.redo() },
    ];
  }

  /** Leaves the chains or the neighbourhood that is shown; false where neither is. */
  leave(): boolean {
    const { focus, path } = this.#state;
    if (path) this.leaveChains();
    else if (focus) this.leaveFocus();
    return Boolean(path || focus);
  }
}
