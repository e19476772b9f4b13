import { html, nothing, svg, type TemplateResult } from 'lit-html';
import type { Actions, Explorer } from '../explorer.ts';
import { formatDay, formatDays, translate } from '../messages.ts';
import { withoutKeys } from '../state.ts';
import { type Bin, binDays, coverBins, daysOf } from './histogram.ts';

const WIDTH = 216;
const HEIGHT = 30;
const BASE = 26;
const MARGIN = 4;
/** From this near, in bars or px, the pointer takes hold of a handle instead of beginning a new stretch. */
const GRIP = 8;
const PAGE = 0.1;

interface Brush {
  start: number;
  end: number;
}

/** The stretch that is being drawn: the bar where it began and the one under the pointer. */
let drag: { anchor: number; at: number } | null = null;

const xOf = (index: number, bins: Bin[]): number => MARGIN + ((WIDTH - 2 * MARGIN) * index) / bins.length;

/** The bar under a pointer. */
function binAt(event: PointerEvent, bins: Bin[]): number {
  const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
  const x = ((event.clientX - left) / width) * WIDTH;
  const index = Math.floor(((x - MARGIN) / (WIDTH - 2 * MARGIN)) * bins.length);
  return Math.min(bins.length - 1, Math.max(0, index));
}

/** The end of a stretch that stays when the pointer takes hold of the other, or the bar where a new one begins. */
function anchorOf(event: PointerEvent, bins: Bin[], { start, end }: Brush): number {
  const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
  const x = ((event.clientX - left) / width) * WIDTH;
  const [toStart, toEnd] = [Math.abs(x - xOf(start, bins)), Math.abs(x - xOf(end + 1, bins))];
  if (Math.min(toStart, toEnd) > GRIP) return binAt(event, bins);
  return toStart < toEnd ? end : start;
}

/** Where a key moves a handle; null for other keys. */
function stepOf(key: string, at: number, count: number): number | null {
  const page = Math.max(1, Math.round(count * PAGE));
  const steps: Record<string, number> = {
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    PageDown: at - page,
    PageUp: at + page,
    Home: 0,
    End: count - 1,
  };
  return steps[key] ?? null;
}

function renderHandle(side: keyof Brush, bins: Bin[], brush: Brush, set: (brush: Brush) => void): TemplateResult {
  const at = brush[side];
  const [least, most] = side === 'start' ? [0, brush.end] : [brush.start, bins.length - 1];
  const bin = bins[at];
  const day = (side === 'start' ? bin?.first : bin?.last) ?? '';
  const count = bins.slice(brush.start, brush.end + 1).reduce((sum, entry) => sum + entry.count, 0);
  const move = (event: KeyboardEvent) => {
    const to = stepOf(event.key, at, bins.length);
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    set({ ...brush, [side]: Math.min(most, Math.max(least, to)) });
  };
  const x = xOf(side === 'start' ? at : at + 1, bins);
  return svg`<g
    class="brush-handle"
    role="slider"
    tabindex="0"
    aria-label=${translate(side === 'start' ? 'filter.earliest' : 'filter.latest')}
    aria-valuemin="0"
    aria-valuemax=${bins.length - 1}
    aria-valuenow=${at}
    aria-valuetext=${`${formatDay(day, 'long')}, ${translate('filter.histogram', { count })}`}
    transform="translate(${x.toFixed(1)} 0)"
    @keydown=${move}
  ><rect class="brush-reach" x="-7" width="14" height="${HEIGHT}"/><path d="M0 1v${BASE}"/><rect class="brush-grip" x="-2.5" y="9" width="5" height="10" rx="2"/></g>` as unknown as TemplateResult;
}

/** Sentences per day, week, month or year as ink bars; a stretch of them is chosen by dragging or by two handles. */
function renderHistogram(x: Explorer, actions: Actions): TemplateResult {
  const { filters } = x.state;
  const days = x.base.days.map(({ day }) => day);
  const bins = binDays(days, x.graph.days);
  const most = Math.max(1, ...binDays(days, x.base.days).map(({ count }) => count));
  const chosen = coverBins(bins, filters);
  const brush = drag ? { start: Math.min(drag.anchor, drag.at), end: Math.max(drag.anchor, drag.at) } : chosen;
  const set = ({ start, end }: Brush) =>
    actions.setFilters({ ...withoutKeys(filters, 'from', 'to'), ...daysOf(bins, start, end) });
  const width = (WIDTH - 2 * MARGIN) / bins.length;
  const renderBar = ({ count }: Bin, index: number) => {
    const height = count === 0 ? 0 : Math.max(3, ((BASE - 6) * count) / most);
    const isIn = index >= brush.start && index <= brush.end;
    const thickness = Math.max(1, Math.min(5, width - 0.6));
    return svg`<rect class="ticks-bar ${isIn ? '' : 'ticks-off'}" x=${(xOf(index, bins) + (width - thickness) / 2).toFixed(1)}
      y=${(BASE - height).toFixed(1)} width=${thickness.toFixed(1)} height=${height.toFixed(1)}/>`;
  };
  const begin = (event: PointerEvent) => {
    if (event.button !== 0) return;
    drag = { anchor: anchorOf(event, bins, chosen), at: binAt(event, bins) };
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    actions.redraw();
  };
  const move = (event: PointerEvent) => {
    if (!drag) return;
    drag = { ...drag, at: binAt(event, bins) };
    actions.redraw();
  };
  const end = (event: PointerEvent) => {
    if (!drag) return;
    drag = null;
    if (event.type === 'pointerup') set(brush);
    else actions.redraw();
  };
  return html`<svg
    class="ticks"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    role="group"
    aria-labelledby="group-dates"
    @pointerdown=${begin}
    @pointermove=${move}
    @pointerup=${end}
    @pointercancel=${end}
  >
    <rect class="ticks-ground" width=${WIDTH} height=${HEIGHT} />
    <rect
      class="ticks-chosen"
      x=${xOf(brush.start, bins).toFixed(1)}
      width=${(xOf(brush.end + 1, bins) - xOf(brush.start, bins)).toFixed(1)}
      height=${BASE}
    />
    <path class="ticks-axis" d="M0 ${BASE + 0.5}h${WIDTH}" />
    ${bins.length <= 100 ? bins.map((_, index) => svg`<path class="ticks-day" d="M${xOf(index, bins).toFixed(1)} ${BASE}v3"/>`) : nothing}
    ${bins.map(renderBar)} ${renderHandle('start', bins, brush, set)} ${renderHandle('end', bins, brush, set)}
  </svg>
  <p class="ticks-ends" aria-hidden="true">
    <span>${formatDay(bins[0]?.first ?? '')}</span><span>${formatDay(bins.at(-1)?.last ?? '')}</span>
  </p>`;
}

/** Days of the sentences: a histogram to draw on, and two fields for exact days. */
export function renderDates(x: Explorer, actions: Actions): TemplateResult | typeof nothing {
  const { days } = x.base;
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  if (first === undefined || last === undefined) return nothing;
  const { filters } = x.state;
  const change = (key: 'from' | 'to') => (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    actions.setFilters(value ? { ...filters, [key]: value } : withoutKeys(filters, key));
  };
  return html`<section class="group dates" aria-labelledby="group-dates">
    <details>
      <summary class="dates-head">
        <h3 id="group-dates">${translate('filter.published')}</h3>
        <span class="dates-range">${formatDays(filters.from ?? first, filters.to ?? last)}</span>
      </summary>
      <div class="date-fields">
        ${(['from', 'to'] as const).map(
          (key) => html`<label>
            <span>${translate(`filter.${key}`)}</span>
            <input type="date" .value=${filters[key] ?? ''} @change=${change(key)} />
          </label>`,
        )}
      </div>
    </details>
    ${first === last ? nothing : renderHistogram(x, actions)}
  </section>`;
}
