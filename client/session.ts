import type { GraphBody, ListKey, VocabularyBody } from '../server/types.ts';
import { fetchEvidence, fetchGraph, fetchTable, tableQuery } from './api.ts';
import { parseExpansion } from './canvas-state.ts';
import { selectDrawing } from './drawing.ts';
import { type Explorer, listEdges, listKept } from './explorer.ts';
import { findChains, GraphSource } from './graph-source.ts';
import { keepTold, withTold } from './reading-state.ts';
import {
  filterQuery,
  hasFilters,
  isFiltered,
  LIST_KEYS,
  parseState,
  stateUrl,
  type ViewState,
  withoutKeys,
} from './state.ts';
import { compareWorlds } from './told-by.ts';

/** Values that the filters may take; the API refuses others, a page's address may hold any. */
function knownValues(vocabulary: VocabularyBody, base: GraphBody): Record<ListKey, Set<string>> {
  const ids = (list: { id: string }[]) => new Set(list.map(({ id }) => id));
  const values = (key: ListKey) => new Set(base.facets[key].map(({ value }) => value));
  return {
    type: ids(vocabulary.types),
    class: ids(vocabulary.classes),
    kind: ids(vocabulary.kinds),
    modality: ids(vocabulary.modalities),
    status: ids(vocabulary.statuses),
    speaker: values('speaker').add('none'),
    article: values('article'),
  };
}

export interface SessionEvents {
  /** The state has changed, its data are still those of the one before. */
  onState: (explorer: Explorer) => void;
  /** State and data are of one view. */
  onChange: (explorer: Explorer) => void;
  onError: (error: unknown) => void;
}

/** Holds the view state and what the server says to it; every change is an address. */
export class Session {
  readonly explorer: Explorer;
  readonly #known: Record<ListKey, Set<string>>;
  readonly #source: GraphSource;
  readonly #onChange: (explorer: Explorer) => void;
  readonly #onState: (explorer: Explorer) => void;
  readonly #onError: (error: unknown) => void;
  /** Actors that came with the first answer. */
  readonly #actors: Set<string>;
  #loading = new AbortController();
  /** The filters that `explorer.graph` belongs to. */
  #graphOf = '';
  /** The filters, sort and length that `explorer.table` belongs to. */
  #tableOf = '';
  #evidenceOf = '';
  #chainsOf = '';
  #toldOf = '';

  constructor(vocabulary: VocabularyBody, base: GraphBody, { onState, onChange, onError }: SessionEvents) {
    this.#known = knownValues(vocabulary, base);
    this.#source = new GraphSource(base);
    this.#actors = new Set(base.elements.nodes.map(({ data }) => data.id));
    this.#onState = onState;
    this.#onChange = onChange;
    this.#onError = onError;
    const state = this.#read();
    this.explorer = {
      vocabulary,
      base,
      graph: base,
      typeFacet: base.facets.type,
      state,
      paths: null,
      drawing: selectDrawing({ base, graph: base, state, paths: null, kept: new Set() }),
      evidence: null,
      table: null,
      told: null,
    };
    addEventListener('popstate', () => this.#show(this.#read()));
  }

  #read(): ViewState {
    const state = parseState(location.search);
    for (const key of LIST_KEYS) {
      for (const list of [state.filters.include, state.filters.exclude]) {
        const kept = list[key]?.filter((value) => this.#known[key].has(value)) ?? [];
        if (kept.length > 0) list[key] = kept;
        else delete list[key];
      }
    }
    state.told = keepTold(state.told, state.filters);
    return this.#source.isWhole ? this.#dropUnknown(state) : state;
  }

  /** Leaves out actors that do not exist; of a large graph only the server knows them all. */
  #dropUnknown(state: ViewState): ViewState {
    const { focus, path } = state;
    const known = (id: string) => this.#actors.has(id);
    return {
      ...state,
      focus: focus && known(focus) ? focus : null,
      path: path && known(path.from) && known(path.to) ? path : null,
      expand: state.expand.filter((expansion) => known(parseExpansion(expansion).actor)),
      hidden: state.hidden.filter(known),
    };
  }

  /** Loads what the address of the page asks for. */
  start(): Promise<void> {
    return this.#show(this.explorer.state);
  }

  /** Goes to a view and leaves the one before in the history, unless it takes its place: a small step of the same look. */
  go(change: Partial<ViewState>, { replace = false } = {}): Promise<void> {
    const next = { ...this.explorer.state, ...change };
    next.told = keepTold(next.told, next.filters);
    const url = stateUrl(next);
    if (url !== stateUrl(this.explorer.state))
      // the embedded graph keeps its own path
      history[replace ? 'replaceState' : 'pushState'](null, '', location.pathname + url.slice(1));
    return this.#show(next);
  }

  async #show(state: ViewState): Promise<void> {
    this.#loading.abort();
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    const x = this.explorer;
    x.state = state;
    // The switches follow at once, so that a second press before the answer starts from the first.
    this.#onState(x);
    try {
      await this.#loadGraph(state, signal);
      await this.#loadChains(state, signal);
      await this.#compareTold(state, signal);
      x.drawing = selectDrawing({ ...x, kept: listKept(x) });
      const edge = x.graph.elements.edges.find(({ data }) => data.id === state.edge)?.data;
      const evidenceOf = edge ? `${[edge.source, edge.target].sort().join(' ')} ${this.#graphOf}` : '';
      if (evidenceOf !== this.#evidenceOf) x.evidence = null;
      const tableOf = tableQuery(state).toString();
      this.#onChange(x);
      if (edge && !x.evidence) {
        x.evidence = await fetchEvidence(edge.source, edge.target, state.filters, signal);
        this.#evidenceOf = evidenceOf;
        this.#onChange(x);
      }
      // The rows of before stay until the new ones are there, so that the table does not flash.
      if (state.view === 'table' && tableOf !== this.#tableOf) {
        x.table = await fetchTable(state, signal);
        this.#tableOf = tableOf;
        this.#onChange(x);
      }
    } catch (error) {
      if (!signal.aborted) this.#onError(error);
    }
  }

  async #loadGraph(state: ViewState, signal: AbortSignal): Promise<void> {
    const x = this.explorer;
    const { filters } = state;
    const name = this.#source.nameOf(state);
    if (name === this.#graphOf) return;
    const bare = withoutKeys(filters, 'type', 'class');
    // A class that is switched off would zero the counts of its types, so these are counted without it.
    const [{ base, graph }, typed] = await Promise.all([
      this.#source.fetch(state, signal),
      isFiltered(filters, 'class') && hasFilters(bare) ? fetchGraph(bare, signal) : null,
    ]);
    x.base = base;
    x.graph = graph;
    x.typeFacet = (typed ?? (isFiltered(filters, 'class') ? base : graph)).facets.type;
    this.#graphOf = name;
  }

  async #loadChains(state: ViewState, signal: AbortSignal): Promise<void> {
    const name = state.path ? `${state.path.from} ${state.path.to} ${filterQuery(state.filters)}` : '';
    if (name === this.#chainsOf) return;
    this.explorer.paths = await findChains(state, signal);
    this.#chainsOf = name;
  }

  async #compareTold({ told, filters }: ViewState, signal: AbortSignal): Promise<void> {
    const [a, b] = told;
    const name = a && b ? `${a} ${b} ${filterQuery(filters)}` : '';
    if (name === this.#toldOf) return;
    if (a && b) {
      const [inA, inB] = await Promise.all([a, b].map((speaker) => fetchGraph(withTold(filters, [speaker]), signal)));
      this.explorer.told = inA && inB ? compareWorlds(listEdges(inA), listEdges(inB)) : null;
    } else this.explorer.told = null;
    this.#toldOf = name;
  }
}
