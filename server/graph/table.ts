import type { EdgeData, GraphBody, NodeData, RelationsBody, TableRow } from '../types.ts';
import { type QueryError, quoteSome } from './query.ts';
import { MODALITIES } from './vocabulary.ts';

/** Columns that the table can be sorted by, as `sort=COLUMN` or `sort=-COLUMN` names them. */
const SORT_COLUMNS = ['from', 'relation', 'to', 'modality', 'speaker', 'wording', 'date', 'sentences'] as const;
type SortColumn = (typeof SORT_COLUMNS)[number];

interface Sort {
  column: SortColumn;
  descending: boolean;
}

/** Columns that are first wanted with their largest or newest above. */
const DESCENDING_FIRST: readonly SortColumn[] = ['date', 'sentences'];
/** The table's own order. */
const DEFAULT_SORT: Sort = { column: 'sentences', descending: true };

const MODALITY_ORDER = MODALITIES.map(({ id }) => id);
const collator = new Intl.Collator('en', { numeric: true });

const VALUES: Record<SortColumn, (row: TableRow) => string | number | null> = {
  from: ({ source }) => source.label,
  relation: ({ edge }) => edge.label,
  to: ({ target }) => target.label,
  modality: ({ edge }) => MODALITY_ORDER.indexOf(edge.modality),
  speaker: ({ edge }) => edge.speakers[0]?.label ?? null,
  wording: ({ edge }) => edge.wording,
  date: ({ edge }) => edge.lastDate,
  sentences: ({ edge }) => edge.count,
};

/** Reads the parameter `sort`, "date" or "-date"; what it gets wrong is added to the errors and left out. */
export function readSort(params: URLSearchParams, errors: QueryError[]): Sort | null {
  const value = params.get('sort');
  if (!value) return null;
  const descending = value.startsWith('-');
  const column = SORT_COLUMNS.find((name) => name === value.slice(descending ? 1 : 0));
  if (column) return { column, descending };
  const given = quoteSome([value]);
  const detail = `There is no column ${given}. Known: ${SORT_COLUMNS.join(', ')}, and each with a - before it.`;
  errors.push({ field: 'sort', given, detail });
  return null;
}

/** The columns under a sort: a press on a head asks for its usual direction, or the other one when it has that already. */
export function listColumns(sort: Sort | null): RelationsBody['columns'] {
  const current = sort ?? DEFAULT_SORT;
  return SORT_COLUMNS.map((id) => {
    const isSorted = id === current.column;
    const downNext = isSorted ? !current.descending : DESCENDING_FIRST.includes(id);
    const direction = current.descending ? 'descending' : 'ascending';
    return { id, sorted: isSorted ? direction : null, next: downNext ? `-${id}` : id };
  });
}

function compareValues(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}

/** The relations of a graph as rows; a row without a value stands last either way, equals keep the graph's order. */
export function sortRows(body: Pick<GraphBody, 'elements'>, sort: Sort | null): TableRow[] {
  const nodes = new Map(body.elements.nodes.map(({ data }) => [data.id, data]));
  const toRow = (edge: EdgeData): TableRow[] => {
    const [source, target]: (NodeData | undefined)[] = [nodes.get(edge.source), nodes.get(edge.target)];
    return source && target ? [{ edge, source, target }] : [];
  };
  const { column, descending } = sort ?? DEFAULT_SORT;
  return body.elements.edges
    .flatMap(({ data }) => toRow(data))
    .map((row) => ({ row, value: VALUES[column](row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      return (descending ? -1 : 1) * compareValues(a.value, b.value);
    })
    .map(({ row }) => row);
}
