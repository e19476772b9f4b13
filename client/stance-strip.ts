import { html, nothing, svg, type TemplateResult } from 'lit-html';
import type { StatementView } from '../server/types.ts';
import { nextOf } from './directions.ts';
import { formatDay, translate } from './messages.ts';
import { BLOCK_FORMS } from './parts.ts';
import { dayOf, type Lane, layTimeline, type Mark } from './timeline.ts';

const WIDTH = 336;
const SIDE = 11;
const STEP = 13;
const LANE_GAP = 10;
const LABEL = 16;

/** Goes from mark to mark by the arrow keys: the strip is one stop of the Tab key. */
function stepByKey(event: KeyboardEvent): void {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
  const strip = event.currentTarget as SVGElement;
  const marks = [...strip.querySelectorAll<SVGGElement>('[role="button"]')];
  const current = marks.find((mark) => mark === event.target);
  if (!current) return;
  if (event.key === 'Enter' || event.key === ' ') current.dispatchEvent(new MouseEvent('click'));
  else if (by) {
    const next = nextOf(marks, current, by);
    for (const mark of marks) mark.setAttribute('tabindex', mark === next ? '0' : '-1');
    next?.focus();
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

function nameMark({ statement, behind }: Mark): string {
  const words = translate('strip.mark', {
    day: formatDay(dayOf(statement) ?? ''),
    source: statement.source.name,
    label: statement.label,
    target: statement.target.name,
    modality: translate(`modality.${statement.modality}`),
  });
  return behind > 0 ? `${words}, ${translate('strip.behind', { count: behind })}` : words;
}

/** The change of a pair's stance at a glance; nothing where all is of one day. */
export function renderStrip(
  statements: StatementView[],
  read: (statement: StatementView) => void,
): TemplateResult | typeof nothing {
  const timeline = layTimeline(statements);
  if (!timeline) return nothing;
  let y = 0;
  let started = false;
  const renderMark = (mark: Mark, bottom: number) => {
    const x = Math.round(mark.at * (WIDTH - SIDE));
    const tabindex = started ? -1 : 0;
    started = true;
    const negated = mark.modality === 'negated' ? 'negated' : mark.statement.class;
    return svg`<g
      class="strip-mark block block-${mark.modality} class-${negated}"
      role="button"
      tabindex=${tabindex}
      aria-label=${nameMark(mark)}
      transform="translate(${x} ${bottom - SIDE - mark.level * STEP})"
      @click=${() => read(mark.statement)}
    ><title>${nameMark(mark)}</title><rect class="strip-target" x="-1" y="-1" width=${STEP} height=${STEP} /><path d=${BLOCK_FORMS[mark.modality]} />${
      mark.behind > 0
        ? svg`<text class="strip-behind" x=${SIDE / 2} y=${-3} text-anchor="middle">+${mark.behind}</text>`
        : nothing
    }</g>`;
  };
  const renderLane = (lane: Lane) => {
    const top = y;
    const room = lane.marks.some(({ behind }) => behind > 0) ? 12 : 0;
    const bottom = top + LABEL + room + lane.height * STEP;
    y = bottom + LANE_GAP;
    return svg`<text class="strip-lane class-${lane.class}" x="0" y=${top + 12}
      >${translate(`strip.lane.${lane.class}`, { count: lane.count })}</text
    >${lane.marks.map((mark) => renderMark(mark, bottom))}<path class="strip-axis" d="M0 ${bottom + 2.5}H${WIDTH}" />`;
  };
  const lanes = timeline.lanes.map(renderLane);
  return html`<section class="strip" aria-labelledby="strip-title">
    <h3 id="strip-title">${translate('strip.title')}</h3>
    <svg
      role="group"
      aria-label=${translate('strip.label')}
      width=${WIDTH}
      height=${y}
      viewBox="0 0 ${WIDTH} ${y}"
      @keydown=${stepByKey}
    >
      ${lanes}
    </svg>
    <p class="strip-days">
      <time datetime=${timeline.first}>${formatDay(timeline.first)}</time>
      <time datetime=${timeline.last}>${formatDay(timeline.last)}</time>
    </p>
    ${timeline.undated > 0 ? html`<p class="strip-note">${translate('strip.undated', { count: timeline.undated })}</p>` : nothing}
  </section>`;
}
