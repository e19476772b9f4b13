import { html, type TemplateResult } from 'lit-html';
import type { RelationClass } from '../../server/types.ts';
import type { Actions, Explorer } from '../explorer.ts';
import { formatNumber, translate } from '../messages.ts';
import { lineSample } from '../parts.ts';
import { isOn, withTypesOn } from '../state.ts';
import { countIn, renderOnly, renderRows, toggled } from './facet.ts';

interface TypeChoice {
  /** Types that occur, strongest in number first. */
  types: { id: string; label: string; class: RelationClass; count: number }[];
  /** Those that pass. */
  on: Set<string>;
  apply: (on: Set<string>) => void;
}

/** The relation types that occur, which of them pass, and how to change that. */
export function readTypes(x: Explorer, actions: Actions): TypeChoice {
  const { filters } = x.state;
  const classOf = new Map(x.vocabulary.types.map((type) => [type.id, type.class]));
  const types = x.base.facets.type
    .filter((entry) => entry.relations > 0)
    .sort((a, b) => b.relations - a.relations || a.label.localeCompare(b.label))
    .flatMap(({ value, label }) => {
      const relationClass = classOf.get(value);
      const count = countIn(x.typeFacet, value, 'relations');
      return relationClass ? [{ id: value, label, class: relationClass, count }] : [];
    });
  const passes = (type: (typeof types)[number]) => isOn(filters, 'type', type.id) && isOn(filters, 'class', type.class);
  return {
    types,
    on: new Set(types.filter(passes).map(({ id }) => id)),
    apply: (on) => actions.setFilters(withTypesOn(filters, types, on)),
  };
}

function renderClass(
  { types, on, apply }: TypeChoice,
  { id, label }: { id: RelationClass; label: string },
): TemplateResult {
  const members = types.filter((type) => type.class === id);
  if (members.length === 0) return html``;
  const rows = members.map((type) => ({
    value: type.id,
    name: type.label,
    count: type.count,
    on: on.has(type.id),
  }));
  const total = rows.reduce((sum, row) => sum + row.count, 0);
  const shown = rows.reduce((sum, row) => sum + (row.on ? row.count : 0), 0);
  const rest = [...on].filter((type) => !members.some((member) => member.id === type));
  const allOn = rows.every((row) => row.on);
  const ids = members.map((type) => type.id);
  return html`<section class="group class-${id}" aria-labelledby="group-${id}">
    <div class="row group-head">
      <label class="row-label">
        <input
          type="checkbox"
          class="unseen"
          .checked=${allOn}
          .indeterminate=${!allOn && rows.some((row) => row.on)}
          @change=${() => apply(new Set(allOn ? rest : [...rest, ...ids]))}
        />
        ${lineSample('asserted', id, 3, 18)}
        <span class="row-name" id="group-${id}">${label}</span>
        <span class="row-count">
          ${shown === total ? formatNumber(total) : translate('filter.of', { shown, total })}
        </span>
      </label>
      ${renderOnly(label, () => apply(new Set(ids)))}
    </div>
    ${renderRows(
      rows,
      { toggle: (value) => apply(toggled(on, value)), only: (value) => apply(new Set([value])) },
      { most: Math.max(...types.map(({ count }) => count)) },
    )}
  </section>`;
}

/** Relation types by class; the head of a class switches all of its types. */
export function renderTypes(x: Explorer, actions: Actions): TemplateResult[] {
  const choice = readTypes(x, actions);
  return x.vocabulary.classes.map((entry) => renderClass(choice, entry));
}
