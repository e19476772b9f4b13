import { html, type TemplateResult } from 'lit-html';
import type { Actions, Explorer } from './explorer.ts';
import { readTypes } from './filters/type-facet.ts';
import { icon } from './icons.ts';
import { formatNumber, translate } from './messages.ts';

/** The row under the phone's header: the filter drawer and one switch a class. */
export function renderChips(x: Explorer, actions: Actions, openFilters: () => void): TemplateResult {
  const { types, on, apply } = readTypes(x, actions);
  const chips = x.vocabulary.classes.map(({ id, label }) => {
    const members = types.filter((type) => type.class === id);
    const pressed = members.some((type) => on.has(type.id));
    const count = members.reduce((sum, type) => sum + type.count, 0);
    const next = new Set(on);
    for (const type of members) {
      if (pressed) next.delete(type.id);
      else next.add(type.id);
    }
    return html`<button
      type="button"
      class="chip chip-class class-${id}"
      aria-pressed=${pressed}
      @click=${() => apply(next)}
    >
      ${label} ${formatNumber(count)}
    </button>`;
  });
  return html`<button type="button" class="chip" @click=${openFilters}>
      ${icon('sliders')} ${translate('filter.button')}
    </button>
    ${chips}`;
}
