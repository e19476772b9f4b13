import { html, nothing, type TemplateResult } from 'lit-html';
import type { Actions, Explorer } from '../explorer.ts';
import { translate } from '../messages.ts';
import { withoutKeys } from '../state.ts';

/** The least number of sentences behind a relation, on a scale up to the most that any has. */
export function renderSizes(x: Explorer, actions: Actions): TemplateResult | typeof nothing {
  const largest = x.base.sizes.at(-1)?.size ?? 1;
  const { filters } = x.state;
  const count = Math.min(filters.min ?? 1, Math.max(largest, 2));
  if (largest < 2 && !filters.min) return nothing;
  const relations = x.graph.sizes.reduce((sum, entry) => sum + (entry.size >= count ? entry.relations : 0), 0);
  const words = translate('filter.minValue', { count, relations });
  const set = (value: number) =>
    actions.setFilters(value > 1 ? { ...filters, min: value } : withoutKeys(filters, 'min'));
  return html`<section class="group" aria-labelledby="group-min">
    <h3 id="group-min">${translate('filter.min')}</h3>
    <label class="size-row">
      <span class="unseen">${translate('filter.minLabel')}</span>
      <input
        type="range"
        min="1"
        max=${Math.max(largest, 2)}
        step="1"
        .value=${String(count)}
        aria-valuetext=${words}
        @change=${(event: Event) => set(Number((event.target as HTMLInputElement).value))}
      />
      <span class="size-value">${words}</span>
    </label>
  </section>`;
}
