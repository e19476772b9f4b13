import cytoscape from 'cytoscape';
import { describe, expect, it } from 'vitest';
import { exportJson } from '../../server/export/json.ts';
import { buildGraph } from '../../server/graph/build-graph.ts';
import { indexSample, lexicon } from '../support/sample-index.ts';

const index = await indexSample();
const nothing = { include: {}, exclude: {} };
const whole = JSON.parse(JSON.stringify(exportJson(index, buildGraph(index, nothing), nothing)));

describe('the JSON export', () => {
  it('loads into a headless cytoscape({elements}) with the evidence of every edge', () => {
    const graph = cytoscape({ headless: true, elements: whole.elements });
    expect([graph.nodes().length, graph.edges().length]).toEqual([12, 35]);
    const evidence = graph.edges().map((edge) => edge.data('evidence'));
    expect(evidence.every((list, at) => list.length === graph.edges()[at]?.data('count'))).toBe(true);
    expect(evidence.flat()).toHaveLength(44);
    const text = lexicon.samples[0]?.article.text ?? '';
    for (const { sentence, cue, start, end, cueStart, cueEnd } of evidence.flat()) {
      expect(text.slice(start, end)).toBe(sentence);
      expect(text.slice(cueStart, cueEnd)).toBe(cue);
    }
  });

  it('tells the statements of an edge apart', () => {
    const edge = whole.elements.edges.find(
      ({ data }: { data: { id: string } }) => data.id === 'USA:suspends-aid-to:PAK',
    );
    expect(edge.data.name).toBe('United States suspended aid to Pakistan');
    expect(
      edge.data.evidence.map((entry: Record<string, unknown>) => [entry.modality, entry.speaker, entry.cue]),
    ).toEqual([
      ['asserted', 'Ayaz Wazir', 'suspending aid to Pakistan'],
      ['hypothetical', 'Said Nazir Mohmand', 'suspends or ends military cooperation with Pakistan'],
    ]);
    expect(edge.data.evidence[0].article).toEqual({
      id: 'moscow-talks-2018',
      title: 'Pakistan’s foreign minister to meet Lavrov in Moscow over Afghanistan',
      url: null,
      publisher: 'Entente sample',
      published: '2018-02-19',
      publishedNote: expect.stringContaining('inferred'),
    });
  });

  it('carries what other readers of the format need', () => {
    expect([whole.directed, whole.multigraph]).toEqual([true, true]);
    for (const { data } of whole.elements.nodes) expect([data.value, data.name]).toEqual([data.id, data.label]);
    for (const { data } of whole.elements.edges) expect([data.key, data.interaction]).toEqual([data.id, data.type]);
  });

  it('holds only what the filters select, and says which they were', () => {
    const filters = { include: { type: ['visits'] }, exclude: {} };
    const part = exportJson(index, buildGraph(index, filters), filters);
    expect(part.elements.edges.map(({ data }) => data.id)).toEqual(['khawaja-asif:visits:RUS']);
    expect(part.elements.nodes.map(({ data }) => data.id)).toEqual(['RUS', 'khawaja-asif']);
    expect(part.data).toEqual({ name: 'Entente', filters: 'type=visits', relations: 1, actors: 2 });
  });
});
