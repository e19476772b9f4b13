import type { Filters, GraphBody, GraphEdge, ListKey } from '../types.ts';
import { findBlame } from './blame.ts';
import { countDays, countFacet, countSizes } from './facets.ts';
import { LIST_KEYS, type Subject } from './filter.ts';
import { countDegrees, describeNode, type GraphIndex } from './graph-index.ts';
import { describeEdge, groupRelations, type Relation } from './relations.ts';
import { type GraphScope, selectScope } from './scope.ts';
import { selectStatements } from './selection.ts';

/** A filtered graph: the body of GET /api/graph but for its words, and the statements of each of its edges. */
export interface FilteredGraph {
  body: Omit<GraphBody, 'phrases'>;
  /** Edge id → its selected statements. */
  evidence: Map<string, Subject[]>;
}

function findUndrawn({ source, degrees, nameOf }: GraphIndex): GraphBody['undrawn'] {
  const speakers = new Set(source.statements.map(({ speaker }) => speaker));
  const loose = source.actors.filter(({ id }) => !degrees.has(id)).map(({ id }) => ({ id, label: nameOf(id) }));
  return {
    named: loose.filter(({ id }) => !speakers.has(id)),
    quoted: loose.filter(({ id }) => speakers.has(id)),
  };
}

const measure = (relations: Relation[]) => ({ nodes: countDegrees(relations).size, edges: relations.length });

/**
 * The graph under filters: statements are selected, relations are made of the selected ones, and of these
 * those in scope are handed out. Facet counts follow all filters but their own key.
 */
export function buildGraph(index: GraphIndex, filters: Filters, scope: GraphScope = {}): FilteredGraph {
  const { selected, facetOf } = selectStatements(index.subjects, filters);
  const relations = groupRelations(selected);
  const { relations: shown, neighbourhood } = selectScope(relations, scope);
  const everything = index.relations.flatMap(({ subjects }) => subjects);
  const context = { everything, nameOf: index.nameOf, titleOf: index.titleOf };
  const degrees = countDegrees(relations);
  const drawn = new Set([...countDegrees(shown).keys(), ...(scope.focus ? [scope.focus] : [])]);
  const nodes = [...drawn].sort().map((id) => describeNode(index, id, degrees.get(id) ?? 0));
  const edges: GraphEdge[] = shown.map((relation) => ({
    data: describeEdge(relation, index.bends.get(relation.id) ?? 0, index.nameOf),
  }));
  const facets = Object.fromEntries(LIST_KEYS.map((key) => [key, countFacet(key, facetOf[key], context)]));
  return {
    body: {
      elements: { nodes, edges },
      facets: facets as Record<ListKey, (typeof facets)[string]>,
      days: countDays(facetOf.days),
      sizes: countSizes(facetOf.min),
      blame: relations.length === 0 && index.relations.length > 0 ? findBlame(index.subjects, filters) : null,
      all: measure(index.relations),
      total: measure(relations),
      shown: { nodes: nodes.length, edges: edges.length },
      focus: neighbourhood && { actor: scope.focus ?? '', depth: scope.depth ?? 1, ...measure(neighbourhood) },
      undrawn: findUndrawn(index),
    },
    evidence: new Map(shown.map(({ id, subjects }) => [id, subjects])),
  };
}
