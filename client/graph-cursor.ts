import type { EdgeData, NodeData } from '../server/types.ts';
import { type Direction, listTowards, nextOf } from './directions.ts';
import { type Explorer, indexNodes } from './explorer.ts';
import type { GraphView } from './graph/graph-view.ts';
import type { KeyCommand } from './keys.ts';
import { type MessageKey, translate } from './messages.ts';
import { fold } from './words.ts';

/** A name that is being typed ends when no key comes for this long, in ms. */
const NAME_PAUSE = 1000;

export interface GraphCursorEvents {
  /** The reader opens what the ring is on. */
  openActor: (id: string) => void;
  openEdge: (id: string) => void;
  /** Says a sentence to those who hear the page. */
  say: (words: string) => void;
  /** The ring has moved on to a relation, or off it. */
  pointEdge: (id: string | null) => void;
}

/** The keyboard's ring on the canvas: it stands on an actor, and perhaps on one of its relations. */
export class GraphCursor {
  readonly #graph: GraphView;
  readonly #read: () => Explorer;
  readonly #events: GraphCursorEvents;
  #actor: string | null = null;
  #edge: string | null = null;
  /** Where the reader went last from an actor to each side: the same key then goes to the next on that side. */
  readonly #went = new Map<string, string>();
  #name: { letters: string; end: ReturnType<typeof setTimeout> | undefined } | null = null;

  constructor(canvas: HTMLElement, graph: GraphView, read: () => Explorer, events: GraphCursorEvents) {
    this.#graph = graph;
    this.#read = read;
    this.#events = events;
    canvas.addEventListener('blur', () => {
      this.#endName();
      graph.focus(null);
    });
    canvas.addEventListener('focus', () => this.#show());
  }

  /** The actor with the ring. */
  get actor(): string | null {
    return this.#actor && this.#graph.placeOf(this.#actor) ? this.#actor : null;
  }

  /** The keys of the canvas. */
  listKeys(): KeyCommand[] {
    const move = (direction: Direction, key: string, words: MessageKey): KeyCommand => ({
      keys: [key],
      on: 'canvas',
      words,
      run: () => this.#move(direction),
    });
    return [
      move('right', 'ArrowRight', 'key.along'),
      move('left', 'ArrowLeft', 'key.along'),
      move('up', 'ArrowUp', 'key.along'),
      move('down', 'ArrowDown', 'key.along'),
      { keys: ['Shift+ArrowDown'], on: 'canvas', words: 'key.nextLink', run: () => this.#stepEdge(1) },
      { keys: ['Shift+ArrowUp'], on: 'canvas', words: 'key.previousLink', run: () => this.#stepEdge(-1) },
      { keys: [' '], on: 'canvas', words: 'key.follow', run: () => this.#follow() },
      { keys: ['PageDown'], on: 'canvas', words: 'key.nextActor', run: () => this.#stepActor(1) },
      { keys: ['PageUp'], on: 'canvas', words: 'key.previousActor', run: () => this.#stepActor(-1) },
      { keys: ["'"], on: 'canvas', words: 'key.name', run: () => this.#startName() },
      { keys: ['Enter'], on: 'canvas', words: 'key.open', run: () => this.#open() },
      { keys: ['Escape'], on: 'canvas', words: 'key.back', run: () => this.#back() },
    ];
  }

  /** Takes a character as part of a name: after ', or at once where letters are no commands. */
  typeName(character: string, fresh: boolean): boolean {
    if (!this.#name) {
      if (!fresh || character === ' ') return false;
      this.#startName();
    }
    const name = this.#name;
    if (!name) return false;
    name.letters += character;
    this.#waitForName();
    const wanted = fold(name.letters);
    const nodes = this.#listNodes().filter(({ label }) => fold(label).startsWith(wanted));
    const found = nodes.sort((a, b) => b.degree - a.degree || a.label.localeCompare(b.label))[0];
    if (found) this.#stand(found.id);
    else this.#events.say(translate('cursor.noName', { letters: name.letters }));
    return true;
  }

  #startName(): void {
    this.#name = { letters: '', end: undefined };
    this.#waitForName();
  }

  #waitForName(): void {
    if (!this.#name) return;
    clearTimeout(this.#name.end);
    this.#name.end = setTimeout(() => this.#endName(), NAME_PAUSE);
  }

  #endName(): void {
    clearTimeout(this.#name?.end);
    this.#name = null;
  }

  #listNodes(): NodeData[] {
    const nodes = this.#nodes();
    return this.#graph.listDrawn().flatMap((id) => nodes.get(id) ?? []);
  }

  #nodes(): Map<string, NodeData> {
    const { base, graph } = this.#read();
    return new Map([...indexNodes(base), ...indexNodes(graph)]);
  }

  #edges(actor: string): EdgeData[] {
    const drawn = new Set(this.#graph.listLinks(actor).map(({ edge }) => edge));
    return this.#read()
      .graph.elements.edges.map(({ data }) => data)
      .filter(({ id }) => drawn.has(id));
  }

  /** Where the first key finds the ring: on what is selected, else on the actor furthest to the left. */
  #start(): string | null {
    const { state, graph } = this.#read();
    const edge = graph.elements.edges.find(({ data }) => data.id === state.edge)?.data;
    return state.actor ?? edge?.source ?? this.#graph.listDrawn()[0] ?? null;
  }

  /** Puts the ring on an actor, and on one of its relations. */
  #stand(actor: string | null, edge: string | null = null): void {
    this.#actor = actor;
    this.#edge = edge;
    this.#show();
    if (actor) this.#events.say(this.#describe(actor, edge));
  }

  #show(): void {
    if (this.#actor && !this.#graph.placeOf(this.#actor)) this.#actor = null;
    if (!this.#actor) this.#edge = null;
    this.#graph.focus(this.#actor, this.#edge);
    this.#events.pointEdge(this.#edge);
  }

  #describe(actor: string, edge: string | null): string {
    const nodes = this.#nodes();
    const node = nodes.get(actor);
    const edges = this.#edges(actor);
    if (!node) return '';
    const at = edges.findIndex(({ id }) => id === edge);
    const link = edges[at];
    const kind = translate(`legend.${node.kind}`);
    if (!link) return translate('cursor.actor', { name: node.label, kind, count: edges.length });
    const name = (id: string) => nodes.get(id)?.label ?? id;
    const values = { at: at + 1, count: edges.length, label: link.label, other: name(link.target) };
    if (link.symmetric || link.source === actor)
      return translate('cursor.link', { ...values, other: name(link.source === actor ? link.target : link.source) });
    return translate('cursor.linkFrom', { ...values, source: name(link.source) });
  }

  #move(direction: Direction): void {
    this.#endName();
    const from = this.actor;
    const start = from ?? this.#start();
    const place = start ? this.#graph.placeOf(start) : null;
    if (!from || !place) {
      this.#stand(start);
      return;
    }
    const others = [...new Set(this.#graph.listLinks(from).map(({ actor }) => actor))].flatMap((id) => {
      const at = this.#graph.placeOf(id);
      return at ? [{ id, ...at }] : [];
    });
    const ids = listTowards(place, direction, others).map(({ id }) => id);
    const key = `${from} ${direction}`;
    const next = nextOf(ids, this.#went.get(key));
    if (next) {
      this.#went.set(key, next);
      this.#stand(next);
    } else this.#events.say(translate('cursor.noneThere'));
  }

  #stepActor(by: 1 | -1): void {
    this.#endName();
    this.#stand(nextOf(this.#graph.listDrawn(), this.actor ?? undefined, by) ?? null);
  }

  #stepEdge(by: 1 | -1): void {
    this.#endName();
    const actor = this.actor ?? this.#start();
    if (!actor) return;
    const ids = this.#edges(actor).map(({ id }) => id);
    this.#stand(actor, nextOf(ids, this.#edge ?? undefined, by) ?? null);
  }

  /** Goes along the relation with the ring to its other end. */
  #follow(): boolean {
    const link = this.#graph.listLinks(this.actor ?? '').find(({ edge }) => edge === this.#edge);
    if (!link) return false;
    this.#stand(link.actor);
    return true;
  }

  #open(): boolean {
    this.#endName();
    const actor = this.actor;
    if (this.#edge) this.#events.openEdge(this.#edge);
    else if (actor) this.#events.openActor(actor);
    return Boolean(actor);
  }

  /** One step back: from a name being typed, from a relation to its actor; then the page's Esc has its turn. */
  #back(): boolean {
    if (this.#name) this.#endName();
    else if (this.#edge) this.#stand(this.#actor);
    else return false;
    return true;
  }
}
