import type { FilteredGraph } from '../graph/build-graph.ts';
import { sortNewestFirst, viewStatement } from '../graph/evidence.ts';
import type { Subject } from '../graph/filter.ts';
import type { GraphIndex } from '../graph/graph-index.ts';
import { writeFilters } from '../graph/query.ts';
import type { EdgeData, Filters, GraphNode, StatementView } from '../types.ts';

/** A statement as exported: offsets in UTF-16 units of the article's text, the speaker by name. */
type ExportedEvidence = Pick<
  StatementView,
  'sentence' | 'cue' | 'start' | 'end' | 'cueStart' | 'cueEnd' | 'modality' | 'status' | 'date' | 'article'
> & { speaker: string | null };

/** What networkx's cytoscape_graph reads beside Cytoscape's own keys: `value` and `name` of nodes, `key` of edges. */
type ExportedNode = Omit<GraphNode, 'data'> & { data: GraphNode['data'] & { value: string; name: string } };
type ExportedEdge = {
  data: EdgeData & { key: string; interaction: string; name: string; evidence: ExportedEvidence[] };
};

interface JsonExport {
  format_version: '1.0';
  generated_by: 'Entente';
  directed: true;
  multigraph: true;
  data: { name: string; filters: string; relations: number; actors: number };
  elements: { nodes: ExportedNode[]; edges: ExportedEdge[] };
}

function exportEvidence(index: GraphIndex, subject: Subject): ExportedEvidence {
  const view = viewStatement(index, subject);
  const { sentence, cue, start, end, cueStart, cueEnd, speaker, modality, status, date, article } = view;
  return {
    sentence,
    cue,
    start,
    end,
    cueStart,
    cueEnd,
    speaker: speaker?.name ?? null,
    modality,
    status,
    date,
    article,
  };
}

/** Cytoscape.js JSON with every edge's statements in `data.evidence`; reads into cytoscape({elements}) as it is. */
export function exportJson(index: GraphIndex, { body, evidence }: FilteredGraph, filters: Filters): JsonExport {
  const nodes = body.elements.nodes.map(({ data, position }) => ({
    data: { ...data, value: data.id, name: data.label },
    position,
  }));
  const edges = body.elements.edges.map(({ data }) => ({
    data: {
      ...data,
      key: data.id,
      interaction: data.type,
      name: `${index.nameOf(data.source)} ${data.label} ${index.nameOf(data.target)}`,
      evidence: sortNewestFirst(evidence.get(data.id) ?? []).map((subject) => exportEvidence(index, subject)),
    },
  }));
  return {
    format_version: '1.0',
    generated_by: 'Entente',
    directed: true,
    multigraph: true,
    data: { name: 'Entente', filters: writeFilters(filters).toString(), relations: edges.length, actors: nodes.length },
    elements: { nodes, edges },
  };
}
