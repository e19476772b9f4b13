import { CLASSES } from '../graph/vocabulary.ts';
import type { Modality, RelationClass } from '../types.ts';
import { blockClass, blockPath } from './blocks.ts';
import { formatDay } from './messages.ts';
import { escapeHtml } from './shapes.ts';

/** What is drawn of a statement. */
export interface Mark {
  id: string;
  day: string | null;
  class: RelationClass;
  modality: Modality;
  /** What it says, for who points at it. */
  title: string;
}

const SIDE = 11;
const STEP = 13;
const LANE_GAP = 10;
const FOOT = 22;
/** Statements of one day and class that are drawn above each other; more are counted in the mark's place. */
const STACK = 5;
/** Share of the width that the marks may take; the rest keeps the last one in the picture. */
const SPAN = 98;

const toNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`);

interface Stack {
  day: string;
  marks: Mark[];
}

function stackByDay(marks: Mark[]): Stack[] {
  const days = new Map<string, Mark[]>();
  for (const mark of marks) if (mark.day) days.set(mark.day, [...(days.get(mark.day) ?? []), mark]);
  return [...days].map(([day, members]) => ({ day, marks: members })).sort((a, b) => (a.day < b.day ? -1 : 1));
}

function drawMark({ id, class: of, modality, title }: Mark, x: number, y: number): string {
  return (
    `<svg x="${x}%" y="${y}" width="${SIDE}" height="${SIDE}" class="${blockClass(modality, of)}"><a href="#st-${escapeHtml(id)}" ` +
    `tabindex="-1"><title>${escapeHtml(title)}</title><rect class="block-ground" width="${SIDE}" height="${SIDE}"/>${blockPath(modality)}</a></svg>`
  );
}

/**
 * Statements over time, a lane a class, as SVG of full width: where a pair's stance changes, the marks change lanes.
 * Null where all are of one day, since there is nothing to compare. Words that say the same stand beside it.
 */
export function drawTimeline(marks: Mark[]): string | null {
  const days = [...new Set(marks.flatMap(({ day }) => day ?? []))].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last || first === last) return null;
  const [from, to] = [toNumber(first), toNumber(last)];
  const place = (day: string) => Number((((toNumber(day) - from) / (to - from)) * SPAN).toFixed(2));
  let top = 0;
  let drawing = '';
  for (const { id, label } of CLASSES) {
    const stacks = stackByDay(marks.filter((mark) => mark.class === id));
    if (stacks.length === 0) continue;
    const height = Math.min(STACK, Math.max(...stacks.map(({ marks: { length } }) => length)));
    const base = top + 18 + height * STEP;
    drawing += `<text class="class-${id} lane-name" x="0" y="${top + 12}">${escapeHtml(label)}</text>`;
    for (const { day, marks: members } of stacks) {
      const shown = members.length > STACK ? members.slice(0, STACK - 1) : members;
      for (const [at, mark] of shown.entries()) drawing += drawMark(mark, place(day), base - STEP * (at + 1));
      if (shown.length < members.length)
        drawing += `<text class="class-${id}" x="${place(day)}%" y="${base - STEP * (STACK - 1) - 3}">+${members.length - shown.length}</text>`;
    }
    drawing += `<line class="lane" x1="0" x2="100%" y1="${base}" y2="${base}"/>`;
    top = base + LANE_GAP;
  }
  const foot = top + FOOT - 8;
  drawing += `<text class="lane-day" x="0" y="${foot}">${formatDay(first)}</text>`;
  drawing += `<text class="lane-day" x="100%" y="${foot}" text-anchor="end">${formatDay(last)}</text>`;
  return `<svg class="timeline" width="100%" height="${top + FOOT}" aria-hidden="true">${drawing}</svg>`;
}
