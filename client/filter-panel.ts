import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { FacetValue, ListKey, Modality, RelationClass } from '../server/types.ts';
import { renderDates } from './date-filter.ts';
import { type Actions, type Explorer, indexNodes, initialsOf } from './explorer.ts';
import { icon } from './icons.ts';
import { type MessageKey, translate } from './messages.ts';
import { bar, disc, lineSample } from './parts.ts';
import { hasFilters, isOn, withOn, withoutKeys, withTypesOn } from './state.ts';

interface Row {
  value: string;
  name: string;
  picture?: TemplateResult;
  count: number;
  on: boolean;
}

function countIn(facet: FacetValue[], value: string, unit: 'count' | 'relations' | 'actors'): number {
  return facet.find((entry) => entry.value === value)?.[unit] ?? 0;
}

function renderRow(row: Row, most: number, toggle: () => void, only: () => void): TemplateResult {
  return html`<li class="row ${row.on ? '' : 'row-off'}">
    <label class="row-label">
      <input type="checkbox" class="unseen" .checked=${row.on} @change=${toggle} />
      ${row.picture ?? nothing}
      <span class="row-name" title=${row.name}>${row.name}</span>
      ${bar(row.count, most, row.on)}
      <span class="row-count">${row.count}</span>
    </label>
    <button type="button" class="only" @click=${only}>
      ${translate('filter.only')}<span class="unseen">: ${row.name}</span>
    </button>
  </li>`;
}

/** A facet of one list key, each value with a bar. */
function renderRows(x: Explorer, actions: Actions, key: ListKey, rows: Row[]): TemplateResult {
  const all = rows.map((row) => row.value);
  const on = new Set(rows.filter((row) => row.on).map((row) => row.value));
  const most = Math.max(...rows.map((row) => row.count));
  const apply = (values: Set<string>) => actions.setFilters(withOn(x.state.filters, key, all, values));
  return html`<ul class="rows">
    ${repeat(
      rows,
      (row) => row.value,
      (row) =>
        renderRow(
          row,
          most,
          () => apply(toggled(on, row.value)),
          () => apply(new Set([row.value])),
        ),
    )}
  </ul>`;
}

function toggled(set: Set<string>, value: string): Set<string> {
  const result = new Set(set);
  if (!result.delete(value)) result.add(value);
  return result;
}

function renderTypes(x: Explorer, actions: Actions): TemplateResult[] {
  const { filters } = x.state;
  const classOf = new Map(x.vocabulary.types.map((type) => [type.id, type.class]));
  const used = x.base.facets.type.filter((entry) => entry.relations > 0 && classOf.has(entry.value));
  const types = used.map((entry) => ({ id: entry.value, class: classOf.get(entry.value) as RelationClass }));
  const isTypeOn = (type: { id: string; class: string }) =>
    isOn(filters, 'type', type.id) && isOn(filters, 'class', type.class);
  const on = new Set(types.filter(isTypeOn).map((type) => type.id));
  const most = Math.max(...used.map((entry) => countIn(x.typeFacet, entry.value, 'relations')));
  const apply = (values: Set<string>) => actions.setFilters(withTypesOn(filters, types, values));

  return x.vocabulary.classes.map(({ id, label }) => {
    const members = types.filter((type) => type.class === id);
    if (members.length === 0) return html``;
    const rows = used
      .filter((entry) => classOf.get(entry.value) === id)
      .sort((a, b) => b.relations - a.relations || a.label.localeCompare(b.label))
      .map((entry) => ({
        value: entry.value,
        name: entry.label,
        count: countIn(x.typeFacet, entry.value, 'relations'),
        on: on.has(entry.value),
      }));
    const total = rows.reduce((sum, row) => sum + row.count, 0);
    const shown = rows.reduce((sum, row) => sum + (row.on ? row.count : 0), 0);
    const rest = types.filter((type) => type.class !== id && on.has(type.id)).map((type) => type.id);
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
          <span class="row-count">${shown === total ? total : translate('filter.of', { shown, total })}</span>
        </label>
        <button type="button" class="only" @click=${() => apply(new Set(ids))}>
          ${translate('filter.only')}<span class="unseen">: ${label}</span>
        </button>
      </div>
      <ul class="rows">
        ${repeat(
          rows,
          (row) => row.value,
          (row) =>
            renderRow(
              row,
              most,
              () => apply(toggled(on, row.value)),
              () => apply(new Set([row.value])),
            ),
        )}
      </ul>
    </section>`;
  });
}

function renderModality(x: Explorer, actions: Actions): TemplateResult {
  const { filters } = x.state;
  const all = x.vocabulary.modalities.map(({ id }) => id as string);
  const on = new Set(all.filter((value) => isOn(filters, 'modality', value)));
  const toggle = (value: string) => actions.setFilters(withOn(filters, 'modality', all, toggled(on, value)));
  return html`<section class="group" aria-labelledby="group-modality">
    <h3 id="group-modality">${translate('filter.modality')}</h3>
    <ul class="rows two-columns">
      ${x.vocabulary.modalities.map(
        ({ id, label }) => html`<li class="row ${on.has(id) ? '' : 'row-off'}">
          <label class="row-label">
            <input type="checkbox" class="unseen" .checked=${on.has(id)} @change=${() => toggle(id)} />
            ${lineSample(id as Modality, 'plain', 1, 18)}
            <span class="row-name">${label}</span>
            <span class="row-count">${countIn(x.graph.facets.modality, id, 'relations')}</span>
          </label>
        </li>`,
      )}
    </ul>
  </section>`;
}

function renderSpeakers(x: Explorer, actions: Actions): TemplateResult {
  const nodes = indexNodes(x.base);
  const rows = x.base.facets.speaker.map(({ value, label }): Row => {
    const isArticle = value === 'none';
    const node = nodes.get(value) ?? { id: value, kind: 'person' as const, initials: initialsOf(label) };
    return {
      value,
      name: isArticle ? translate('speaker.articleItself') : label,
      ...(isArticle ? {} : { picture: disc(node, 16) }),
      count: countIn(x.graph.facets.speaker, value, 'count'),
      on: isOn(x.state.filters, 'speaker', value),
    };
  });
  return html`<section class="group" aria-labelledby="group-speaker">
    <h3 id="group-speaker">${translate('filter.speaker')}</h3>
    ${renderRows(x, actions, 'speaker', rows)}
  </section>`;
}

function renderKinds(x: Explorer, actions: Actions): TemplateResult {
  const { filters } = x.state;
  const all = x.vocabulary.kinds.map(({ id }) => id as string);
  const on = new Set(all.filter((value) => isOn(filters, 'kind', value)));
  return html`<section class="group" aria-labelledby="group-kind">
    <h3 id="group-kind">${translate('filter.kind')}</h3>
    <div class="chips">
      ${x.vocabulary.kinds.map(
        ({ id }) => html`<button
          type="button"
          class="chip"
          aria-pressed=${on.has(id)}
          @click=${() => actions.setFilters(withOn(filters, 'kind', all, toggled(on, id)))}
        >
          ${translate(`kind.${id}.plural` as MessageKey)}
          <span class="chip-count">${countIn(x.graph.facets.kind, id, 'actors')}</span>
        </button>`,
      )}
    </div>
  </section>`;
}

function renderArticles(x: Explorer, actions: Actions): TemplateResult | typeof nothing {
  const entries = x.base.facets.article;
  if (entries.length < 2) return nothing;
  const rows = entries.map(({ value, label }) => ({
    value,
    name: label,
    count: countIn(x.graph.facets.article, value, 'relations'),
    on: isOn(x.state.filters, 'article', value),
  }));
  return html`<section class="group" aria-labelledby="group-article">
    <h3 id="group-article">${translate('filter.article')}</h3>
    ${renderRows(x, actions, 'article', rows)}
  </section>`;
}

/** The filter panel: every row toggles its value, counts follow the other filters, rows never move. */
export function renderFilters(x: Explorer, actions: Actions): TemplateResult {
  const { filters } = x.state;
  return html`
    <div class="panel-title">
      <h2>${translate('filter.title')}</h2>
      ${
        hasFilters(filters)
          ? html`<button type="button" class="plain" @click=${() => actions.setFilters({ include: {}, exclude: {} })}>
              ${translate('filter.clear')}
            </button>`
          : nothing
      }
    </div>
    ${
      filters.q
        ? html`<p class="words">
            ${translate('filter.words', { words: filters.q })}
            <button
              type="button"
              class="icon-button"
              aria-label=${translate('filter.dropWords')}
              @click=${() => actions.setFilters(withoutKeys(filters, 'q'))}
            >
              ${icon('close')}
            </button>
          </p>`
        : nothing
    }
    ${renderTypes(x, actions)} ${renderModality(x, actions)} ${renderSpeakers(x, actions)} ${renderKinds(x, actions)}
    ${renderArticles(x, actions)} ${renderDates(x, actions)}
  `;
}
