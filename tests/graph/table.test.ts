import { describe, expect, it } from 'vitest';
import { buildGraph } from '../../server/graph/build-graph.ts';
import type { QueryError } from '../../server/graph/query.ts';
import { listColumns, readSort, sortRows } from '../../server/graph/table.ts';
import { indexSample } from '../support/sample-index.ts';

const { body } = buildGraph(await indexSample(), { include: {}, exclude: {} });
const readOf = (value: string) => {
  const errors: QueryError[] = [];
  return { sort: readSort(new URLSearchParams({ sort: value }), errors), errors };
};
const rowsOf = (value: string) => sortRows(body, value ? readOf(value).sort : null);
const isSorted = (values: (string | number)[], compare: (a: never, b: never) => number) =>
  values.every((value, at) => at === 0 || compare(values[at - 1] as never, value as never) <= 0);

describe('the table', () => {
  it('holds every relation in any order, most sentences first by itself', () => {
    expect(rowsOf('').map(({ edge }) => edge.count)).toEqual(
      [...rowsOf('').map(({ edge }) => edge.count)].sort((a, b) => b - a),
    );
    for (const value of ['from', '-date', 'speaker'])
      expect(new Set(rowsOf(value).map(({ edge }) => edge.id)).size).toBe(35);
  });

  it('sorts by names, and the other way round', () => {
    const names = rowsOf('from').map(({ source }) => source.label);
    expect(isSorted(names, (a: string, b: string) => a.localeCompare(b, 'en'))).toBe(true);
    expect(rowsOf('-from')[0]?.source.label).toBe(names.at(-1));
  });

  it('sorts modality by strength and dates by time, undated relations last either way', () => {
    expect([...new Set(rowsOf('modality').map(({ edge }) => edge.modality))]).toEqual([
      'asserted',
      'planned',
      'hypothetical',
      'negated',
    ]);
    const undated = {
      elements: {
        ...body.elements,
        edges: body.elements.edges.map(({ data }, at) => ({ data: at === 3 ? { ...data, lastDate: null } : data })),
      },
    };
    for (const descending of [true, false])
      expect(sortRows(undated, { column: 'date', descending }).at(-1)?.edge.lastDate).toBe(null);
  });

  it('asks first for the usual direction of a column, then for the other', () => {
    const columnOf = (value: string, id: string) =>
      listColumns(value ? readOf(value).sort : null).find((column) => column.id === id);
    expect(columnOf('', 'sentences')).toEqual({ id: 'sentences', sorted: 'descending', next: 'sentences' });
    expect(columnOf('', 'from')).toEqual({ id: 'from', sorted: null, next: 'from' });
    expect(columnOf('from', 'from')).toEqual({ id: 'from', sorted: 'ascending', next: '-from' });
    expect(columnOf('from', 'date')).toEqual({ id: 'date', sorted: null, next: '-date' });
  });

  it('names a column that does not exist', () => {
    expect(readOf('-colour').errors[0]?.detail).toContain('There is no column "-colour". Known: from, relation');
  });
});
