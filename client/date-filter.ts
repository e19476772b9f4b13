import { html, svg, type TemplateResult } from 'lit-html';
import type { Actions, Explorer } from './explorer.ts';
import { formatDays, translate } from './messages.ts';
import { withoutKeys } from './state.ts';

const WIDTH = 216;
const DAY_MS = 86_400_000;

function toTime(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** Relations per day as ink bars over ticks; whole months, so that the axis has round ends. */
function renderTicks(days: Map<string, number>): TemplateResult {
  const times = [...days.keys()].map(toTime);
  const first = new Date(Math.min(...times));
  const last = new Date(Math.max(...times));
  const start = Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), 1);
  const end = Date.UTC(last.getUTCFullYear(), last.getUTCMonth() + 1, 0);
  const span = Math.max(1, (end - start) / DAY_MS);
  const xOf = (time: number) => 2 + ((WIDTH - 4) * (time - start)) / DAY_MS / span;
  const most = Math.max(...days.values());
  const ticks = span <= 62 ? Array.from({ length: span + 1 }, (_, index) => xOf(start + index * DAY_MS)) : [];
  return html`<svg class="ticks" width=${WIDTH} height="22" viewBox="0 0 ${WIDTH} 22" aria-hidden="true">
    <path class="ticks-axis" d="M0 20.5h${WIDTH}" />
    ${ticks.map((x) => svg`<path class="ticks-day" d="M${x.toFixed(1)} 16v4"/>`)}
    ${[...days].map(([day, count]) => {
      const height = Math.max(4, (18 * count) / most);
      return svg`<rect class="ticks-bar" x=${(xOf(toTime(day)) - 2.5).toFixed(1)} y=${(20 - height).toFixed(1)}
        width="5" height=${height.toFixed(1)}/>`;
    })}
  </svg>`;
}

/** Days of the relations with two fields that bound them. */
export function renderDates(x: Explorer, actions: Actions): TemplateResult {
  const days = new Map<string, number>();
  for (const { data } of x.base.elements.edges) {
    if (data.firstDate) days.set(data.firstDate, (days.get(data.firstDate) ?? 0) + 1);
  }
  if (days.size === 0) return html``;
  const sorted = [...days.keys()].sort();
  const range = formatDays(sorted[0] ?? '', sorted.at(-1) ?? '');
  const { filters } = x.state;
  const change = (key: 'from' | 'to') => (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    actions.setFilters(value ? { ...filters, [key]: value } : withoutKeys(filters, key));
  };
  return html`<section class="group dates" aria-labelledby="group-dates">
    <details ?open=${Boolean(filters.from ?? filters.to)}>
    <summary class="dates-head">
      <h3 id="group-dates">${translate('filter.published')}</h3>
      <span class="dates-range">${range}</span>
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
    ${renderTicks(days)}
  </section>`;
}
