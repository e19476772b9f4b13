import type { Filters, GraphBody, PathsBody } from '../server/types.ts';
import { fetchGraph, fetchPaths } from './api.ts';
import { filterQuery, hasFilters, type ViewState } from './state.ts';

type Scope = [name: string, value: string][];

/** Joins what two answers hold of one graph; counts and facets are those of the first. */
function mergeGraphs(first: GraphBody, second: GraphBody): GraphBody {
  const nodes = new Map([...second.elements.nodes, ...first.elements.nodes].map((node) => [node.data.id, node]));
  const edges = new Map([...second.elements.edges, ...first.elements.edges].map((edge) => [edge.data.id, edge]));
  return { ...first, elements: { nodes: [...nodes.values()], edges: [...edges.values()] } };
}

/** Actors that a view needs whether or not they are among the best-connected ones. */
function listWanted(state: ViewState): string[] {
  const [source, , target] = state.edge?.split(':') ?? [];
  return [...state.expand, ...[state.actor, source, target].flatMap((id) => id || [])];
}

/**
 * Fetches graphs for views. Of a large graph the server sends the best-connected actors; what a view needs besides is
 * asked for by name. A small graph comes whole, and then only filters lead to a request.
 */
export class GraphSource {
  readonly #opening: GraphBody;

  constructor(opening: GraphBody) {
    this.#opening = opening;
  }

  /** Whether every actor has come with the first answer. */
  get isWhole(): boolean {
    return this.#opening.shown.nodes >= this.#opening.all.nodes;
  }

  /** Names the graphs that a view is made of: two views of one name have the same ones. */
  nameOf(state: ViewState): string {
    const scope = this.isWhole ? [] : [listWanted(state), state.focus ?? '', state.depth];
    return JSON.stringify([filterQuery(state.filters).toString(), ...scope]);
  }

  /** The graph without and with the filters of a view. */
  async fetch(state: ViewState, signal: AbortSignal): Promise<{ base: GraphBody; graph: GraphBody }> {
    const { filters } = state;
    const filtered = hasFilters(filters);
    if (this.isWhole) {
      const base = this.#opening;
      return { base, graph: filtered ? await fetchGraph(filters, signal) : base };
    }
    const wanted = listWanted(state).map((id): [string, string] => ['expand', id]);
    const [base, graph] = await Promise.all([
      wanted.length > 0 ? this.#fetchScope(undefined, signal, wanted) : this.#opening,
      filtered ? this.#fetchScope(filters, signal, wanted) : null,
    ]);
    const near = state.focus ? await this.#fetchFocus(state, signal) : null;
    const whole = graph ?? base;
    return { base, graph: near ? mergeGraphs(whole, near) : whole };
  }

  /** An address may name actors that do not exist: then what it names besides the best-connected ones is left out. */
  async #fetchScope(filters: Filters | undefined, signal: AbortSignal, scope: Scope): Promise<GraphBody> {
    try {
      return await fetchGraph(filters, signal, scope);
    } catch (error) {
      if (signal.aborted || scope.length === 0) throw error;
      return fetchGraph(filters, signal);
    }
  }

  async #fetchFocus({ filters, focus, depth }: ViewState, signal: AbortSignal): Promise<GraphBody | null> {
    try {
      return await fetchGraph(filters, signal, [
        ['focus', focus ?? ''],
        ['depth', String(depth)],
      ]);
    } catch (error) {
      if (signal.aborted) throw error;
      return null;
    }
  }
}

/** The chains of a view's path; null where there is no path, or none between actors that exist. */
export async function findChains({ path, filters }: ViewState, signal: AbortSignal): Promise<PathsBody | null> {
  if (!path) return null;
  try {
    return await fetchPaths(path, filters, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    return null;
  }
}
