import type { Modality, RelationClass, StatementView } from '../server/types.ts';

/** The day of a statement: of the act where the text dates it, else of publication. */
export function dayOf({ date, article }: StatementView): string | null {
  return date ?? article.published;
}

/** Oldest day first, undated last; within a day in the order of the articles and of their text. */
export function sortByTime(statements: StatementView[]): StatementView[] {
  const day = (statement: StatementView) => dayOf(statement) ?? '9999';
  return [...statements].sort(
    (a, b) => day(a).localeCompare(day(b)) || a.article.id.localeCompare(b.article.id) || a.cueStart - b.cueStart,
  );
}

/** A mark of the timeline: one statement, or the rest of a heap that would grow too high. */
export interface Mark {
  statement: StatementView;
  modality: Modality;
  /** Place along the axis, 0 to 1. */
  at: number;
  /** Place in its heap, 0 at the bottom. */
  level: number;
  /** Statements that stand behind this mark besides its own. */
  behind: number;
}

export interface Lane {
  class: RelationClass;
  count: number;
  marks: Mark[];
  /** Levels of the highest heap. */
  height: number;
}

export interface Timeline {
  first: string;
  last: string;
  lanes: Lane[];
  undated: number;
}

const LANES: RelationClass[] = ['cooperation', 'neutral', 'conflict'];
/** Marks side by side on the whole axis. */
const COLUMNS = 28;
const HEAP_MOST = 5;

/**
 * The statements of a pair on a time axis, a lane a class: a change of stance is seen as marks that end in one lane and
 * begin in another. Null where there are no two days to compare.
 */
export function layTimeline(statements: StatementView[]): Timeline | null {
  const dated = sortByTime(statements).flatMap((statement) => {
    const day = dayOf(statement);
    return day ? [{ statement, day, time: Date.parse(day) }] : [];
  });
  const [first, last] = [dated[0], dated.at(-1)];
  if (!first || !last || first.day === last.day) return null;
  const span = last.time - first.time;
  const lanes = LANES.flatMap((relationClass): Lane[] => {
    const own = dated.filter(({ statement }) => statement.class === relationClass);
    if (own.length === 0) return [];
    const heaps = new Map<number, Mark[]>();
    for (const { statement, time } of own) {
      const column = Math.round(((time - first.time) / span) * (COLUMNS - 1));
      const heap = heaps.get(column) ?? [];
      heaps.set(column, heap);
      const top = heap.at(-1);
      if (top && heap.length === HEAP_MOST) top.behind += 1;
      else
        heap.push({
          statement,
          modality: statement.modality,
          at: column / (COLUMNS - 1),
          level: heap.length,
          behind: 0,
        });
    }
    const marks = [...heaps.values()].flat();
    return [
      { class: relationClass, count: own.length, marks, height: Math.max(...marks.map(({ level }) => level + 1)) },
    ];
  });
  return { first: first.day, last: last.day, lanes, undated: statements.length - dated.length };
}
