import { html, type TemplateResult } from 'lit-html';
import type { RelationClass } from '../server/types.ts';
import type { Actions, Explorer } from './explorer.ts';
import { icon } from './icons.ts';
import { translate } from './messages.ts';
import { isOn, withTypesOn } from './state.ts';

/** The row under the phone's header: the filter drawer and one switch a class. */
export function renderChips(x: Explorer, actions: Actions, openFilters: () => void): TemplateResult {
  const { filters } = x.state;
  const classOf = new Map(x.vocabulary.types.map((type) => [type.id, type.class]));
  const types = x.base.facets.type
    .filter((entry) => entry.relations > 0 && classOf.has(entry.value))
    .map((entry) => ({ id: entry.value, class: classOf.get(entry.value) as RelationClass }));
  const on = new Set(
    types.filter((type) => isOn(filters, 'type', type.id) && isOn(filters, 'class', type.class)).map(({ id }) => id),
  );
  const chips = x.vocabulary.classes.map(({ id, label }) => {
    const members = types.filter((type) => type.class === id).map((type) => type.id);
    const pressed = members.some((type) => on.has(type));
    const count = x.typeFacet
      .filter((entry) => members.includes(entry.value))
      .reduce((sum, entry) => sum + entry.relations, 0);
    const next = new Set(on);
    for (const type of members) {
      if (pressed) next.delete(type);
      else next.add(type);
    }
    return html`<button
      type="button"
      class="chip chip-class class-${id}"
      aria-pressed=${pressed}
      @click=${() => actions.setFilters(withTypesOn(filters, types, next))}
    >
      ${label} ${count}
    </button>`;
  });
  return html`<button type="button" class="chip" @click=${openFilters}>
      ${icon('sliders')} ${translate('filter.button')}
    </button>
    ${chips}`;
}
