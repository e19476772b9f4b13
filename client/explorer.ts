import type {
  EdgeData,
  FacetValue,
  Filters,
  GraphBody,
  NodeData,
  PathsBody,
  RelationClass,
  RelationsBody,
  StatementView,
  VocabularyBody,
} from '../server/types.ts';
import type { Depth } from './canvas-state.ts';
import type { Drawing } from './drawing.ts';
import { isOn, type Sort, type ViewState } from './state.ts';
import type { Comparison } from './told-by.ts';

/** Everything the panels draw from at one moment. */
export interface Explorer {
  vocabulary: VocabularyBody;
  /** Without filters: all actors, all positions, every value a filter may take. */
  base: GraphBody;
  /** Under the filters of the state. */
  graph: GraphBody;
  /** Counts of relation types without the filters on types and classes, so that a type that is off keeps its count. */
  typeFacet: FacetValue[];
  state: ViewState;
  /** Chains of relations between the two actors of the state's path; null without one. */
  paths: PathsBody | null;
  /** The part of the graph that is drawn. */
  drawing: Drawing;
  /** Sentences of the pair that the selected relation joins, newest first; null while they load. */
  evidence: StatementView[] | null;
  /** The rows of the table under filters and sort; null while they load. */
  table: RelationsBody | null;
  /** The worlds of the two speakers of the state, compared; null without two. */
  told: Comparison | null;
}

/** What the panels may ask for. */
export interface Actions {
  /** Resolves when the filtered graph is shown. */
  setFilters: (filters: Filters) => Promise<void>;
  resetFilters: () => void;
  setSort: (sort: Sort | null) => void;
  /** Lets the table have so many rows. */
  setRows: (rows: number) => void;
  selectEdge: (id: string | null) => void;
  selectActor: (id: string | null) => void;
  /** Opens the relation that a statement belongs to, at its sentence. */
  readStatement: (statement: StatementView) => void;
  /** Shows the worlds of one or two speakers; of everyone where there is none. */
  setTold: (speakers: string[]) => void;
  setHide: (hide: boolean) => void;
  setLonely: (lonely: boolean) => void;
  /** Draws the filters again after a change that is no part of the view. */
  redraw: () => void;
  /** Draws the panel again, likewise. */
  redrawPanel: () => void;
  canvas: CanvasActions;
}

/** What a reader does to the drawing; all but the asking can be undone. */
export interface CanvasActions {
  /** Asks which neighbours to add. */
  askExpansion: (actor: string) => void;
  /** Draws the neighbours of an actor by one type of relation, or all. */
  expand: (actor: string, type: string | null) => void;
  focus: (actor: string, depth: Depth) => void;
  leaveFocus: () => void;
  showChains: (from: string, to: string) => void;
  leaveChains: () => void;
  hide: (actor: string) => void;
  showHidden: () => void;
  isPinned: (actor: string) => boolean;
  togglePin: (actor: string) => void;
}

export interface Pair {
  a: NodeData;
  b: NodeData;
  edges: EdgeData[];
}

const CLASS_ORDER: RelationClass[] = ['cooperation', 'neutral', 'conflict'];

/** Actors by id. */
export function indexNodes(graph: GraphBody): Map<string, NodeData> {
  return new Map(graph.elements.nodes.map(({ data }) => [data.id, data]));
}

/** Actors that stay as they are without a relation under the filters: all whose kind passes, when the reader keeps them. */
export function listKept({ base, state }: Explorer): Set<string> {
  if (!state.lonely) return new Set();
  const kept = base.elements.nodes.filter(({ data }) => isOn(state.filters, 'kind', data.kind));
  return new Set(kept.map(({ data }) => data.id));
}

function compareActors(a: NodeData, b: NodeData): number {
  return Number(b.kind === 'country') - Number(a.kind === 'country') || a.label.localeCompare(b.label);
}

function compareEdges(a: EdgeData, b: EdgeData): number {
  return (
    CLASS_ORDER.indexOf(a.class) - CLASS_ORDER.indexOf(b.class) || b.count - a.count || a.label.localeCompare(b.label)
  );
}

/** Pairs of actors with their relations, those with most sentences first. */
export function listPairs(graph: GraphBody, nodes: Map<string, NodeData>): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const { data } of graph.elements.edges) {
    const source = nodes.get(data.source);
    const target = nodes.get(data.target);
    if (!source || !target) continue;
    const [a, b] = compareActors(source, target) <= 0 ? [source, target] : [target, source];
    const key = `${a.id}|${b.id}`;
    const pair = pairs.get(key) ?? { a, b, edges: [] };
    pair.edges.push(data);
    pairs.set(key, pair);
  }
  const sentences = (pair: Pair) => pair.edges.reduce((sum, edge) => sum + edge.count, 0);
  for (const pair of pairs.values()) pair.edges.sort(compareEdges);
  return [...pairs.values()].sort(
    (x, y) =>
      sentences(y) - sentences(x) ||
      y.edges.length - x.edges.length ||
      compareActors(x.a, y.a) ||
      compareActors(x.b, y.b),
  );
}

/** A drawn relation with the names of its ends; null where the panel shows it anyway. */
export function describeEdge(x: Explorer, id: string): { edge: EdgeData; source: string; target: string } | null {
  const edge = x.graph.elements.edges.find(({ data }) => data.id === id)?.data;
  if (!edge || id === x.state.edge) return null;
  const nodes = indexNodes(x.graph);
  const name = (actor: string) => nodes.get(actor)?.label ?? actor;
  return { edge, source: name(edge.source), target: name(edge.target) };
}

/** The relations between the ends of one, that one included. */
export function edgesBetween(graph: GraphBody, a: string, b: string): EdgeData[] {
  return graph.elements.edges
    .map(({ data }) => data)
    .filter(({ source, target }) => (source === a && target === b) || (source === b && target === a))
    .sort((x, y) => y.count - x.count);
}

/** Whether a statement is one of a relation. */
export function isOfEdge(statement: StatementView, { source, type, target, symmetric }: EdgeData): boolean {
  const joins = (a: string, b: string) => statement.source.id === a && statement.target.id === b;
  return statement.type === type && (joins(source, target) || (symmetric && joins(target, source)));
}

/** Relations by number of sentences, the order of the table. */
export function listEdges(graph: GraphBody): EdgeData[] {
  return graph.elements.edges.map(({ data }) => data).sort((x, y) => y.count - x.count);
}

/** Two letters for a name that has no picture. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)].map((word) => word?.[0] ?? '') : [name.slice(0, 2)];
  return letters.join('').toUpperCase();
}
