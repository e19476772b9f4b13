import type { FilteredGraph } from '../graph/build-graph.ts';
import { refArticle, sortNewestFirst } from '../graph/evidence.ts';
import type { GraphIndex } from '../graph/graph-index.ts';
import { writeFilters } from '../graph/query.ts';
import type { ArticleRef, EdgeData, Filters, GraphNode, Modality, Status } from '../types.ts';

/** A statement as exported; start and end are the sentence's UTF-16 offsets in the article, cueStart and cueEnd the cue's. */
export interface ExportedEvidence {
  sentence: string;
  cue: string;
  start: number;
  end: number;
  cueStart: number;
  cueEnd: number;
  speaker: string | null;
  modality: Modality;
  status: Status;
  date: string | null;
  article: ArticleRef;
}

/** What networkx's cytoscape_graph reads beside Cytoscape's own keys: `value` and `name` of nodes, `key` of edges. */
type ExportedNode = Omit<GraphNode, 'data'> & { data: GraphNode['data'] & { value: string; name: string } };
type ExportedEdge = {
  data: EdgeData & { key: string; interaction: string; name: string; evidence: ExportedEvidence[] };
};

export interface JsonExport {
  format_version: '1.0';
  generated_by: 'Entente';
  directed: true;
  multigraph: true;
  data: { name: string; filters: string; relations: number; actors: number };
  elements: { nodes: ExportedNode[]; edges: ExportedEdge[] };
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
      evidence: sortNewestFirst(evidence.get(data.id) ?? []).map(({ statement }) => ({
        sentence: statement.evidence.text,
        cue: statement.cue.text,
        start: statement.evidence.start,
        end: statement.evidence.end,
        cueStart: statement.cue.start,
        cueEnd: statement.cue.end,
        speaker: statement.speaker === null ? null : index.nameOf(statement.speaker),
        modality: statement.modality,
        status: statement.status,
        date: statement.date,
        article: refArticle(index.source.articles, statement.article),
      })),
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
