import type { Filters, GraphBody, GraphEdge, ListKey } from '../types.ts';
import { countFacet } from './facets.ts';
import { LIST_KEYS, type Subject, selectStatements } from './filter.ts';
import { countDegrees, describeNode, type GraphIndex } from './graph-index.ts';
import { describeEdge, groupRelations, type Relation } from './relations.ts';

/** A filtered graph: the body of GET /api/graph, and the statements of each of its edges. */
export interface FilteredGraph {
  body: GraphBody;
  /** Edge id → its selected statements. */
  evidence: Map<string, Subject[]>;
}

/** The best-connected actors, the id deciding between equals, and the relations among them. */
function limitActors(relations: Relation[], limit: number): Relation[] {
  const degrees = countDegrees(relations);
  if (degrees.size <= limit) return relations;
  const kept = new Set(
    [...degrees]
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .slice(0, limit)
      .map(([id]) => id),
  );
  return relations.filter(({ source, target }) => kept.has(source) && kept.has(target));
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
 * The graph under filters: statements are selected, relations are made of the selected ones, and of these the
 * `limit` best-connected actors are handed out. Facet counts follow all filters but their own key.
 */
export function buildGraph(index: GraphIndex, filters: Filters, limit = Number.POSITIVE_INFINITY): FilteredGraph {
  const { selected, facetOf } = selectStatements(index.subjects, filters);
  const relations = groupRelations(selected);
  const shown = limitActors(relations, limit);
  const everything = index.relations.flatMap(({ subjects }) => subjects);
  const context = { everything, nameOf: index.nameOf, titleOf: index.titleOf };
  const degrees = countDegrees(relations);
  const nodes = [...countDegrees(shown).keys()].sort().map((id) => describeNode(index, id, degrees.get(id) ?? 0));
  const edges: GraphEdge[] = shown.map((relation) => ({
    data: describeEdge(relation, index.bends.get(relation.id) ?? 0, index.nameOf),
  }));
  const facets = Object.fromEntries(LIST_KEYS.map((key) => [key, countFacet(key, facetOf[key], context)]));
  return {
    body: {
      elements: { nodes, edges },
      facets: facets as Record<ListKey, (typeof facets)[string]>,
      all: measure(index.relations),
      total: measure(relations),
      shown: { nodes: nodes.length, edges: edges.length },
      undrawn: findUndrawn(index),
    },
    evidence: new Map(shown.map(({ id, subjects }) => [id, subjects])),
  };
}
