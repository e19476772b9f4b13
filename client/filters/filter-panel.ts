import { html, nothing, type TemplateResult } from 'lit-html';
import type { ActorKind, Modality } from '../../server/types.ts';
import { type Actions, type Explorer, indexNodes, initialsOf } from '../explorer.ts';
import { type MessageKey, translate } from '../messages.ts';
import { disc, lineSample } from '../parts.ts';
import { hasFilters, isOn, withOn } from '../state.ts';
import { renderDates } from './date-filter.ts';
import { countIn, renderFacet, renderOnly, toggled } from './facet.ts';
import { renderSizes } from './size-filter.ts';
import { renderTypes } from './type-facet.ts';

type Facet = (x: Explorer, actions: Actions) => TemplateResult | TemplateResult[] | typeof nothing;

const renderModality: Facet = (x, actions) =>
  renderFacet(x, actions, {
    key: 'modality',
    title: translate('filter.modality'),
    form: 'columns',
    rows: x.vocabulary.modalities.map(({ id, label }) => ({
      value: id,
      name: label,
      picture: lineSample(id as Modality, 'plain', 1, 18),
      count: countIn(x.graph.facets.modality, id, 'relations'),
      on: isOn(x.state.filters, 'modality', id),
    })),
  });

const renderSpeakers: Facet = (x, actions) => {
  const nodes = indexNodes(x.base);
  return renderFacet(x, actions, {
    key: 'speaker',
    title: translate('filter.speaker'),
    rows: x.base.facets.speaker.map(({ value, label }) => {
      const isArticle = value === 'none';
      const node = nodes.get(value) ?? { id: value, kind: 'person' as const, initials: initialsOf(label) };
      return {
        value,
        name: isArticle ? translate('speaker.articleItself') : label,
        ...(isArticle ? {} : { picture: disc(node, 16) }),
        count: countIn(x.graph.facets.speaker, value, 'count'),
        on: isOn(x.state.filters, 'speaker', value),
      };
    }),
  });
};

/** One chip a kind; its count gives way to "only this". */
const renderKinds: Facet = (x, actions) => {
  const { filters } = x.state;
  const all = x.vocabulary.kinds.map(({ id }) => id as string);
  const on = new Set(all.filter((value) => isOn(filters, 'kind', value)));
  const apply = (values: Set<string>) => actions.setFilters(withOn(filters, 'kind', all, values));
  const renderKind = (id: ActorKind) => {
    const name = translate(`kind.${id}.plural` as MessageKey);
    return html`<span class="chip-set">
      <button type="button" class="chip" aria-pressed=${on.has(id)} @click=${() => apply(toggled(on, id))}>
        ${name} <span class="chip-count">${countIn(x.graph.facets.kind, id, 'actors')}</span>
      </button>
      ${renderOnly(name, () => apply(new Set([id])), true)}
    </span>`;
  };
  return html`<section class="group" aria-labelledby="group-kind">
    <h3 id="group-kind">${translate('filter.kind')}</h3>
    <div class="chips">${x.vocabulary.kinds.map(({ id }) => renderKind(id))}</div>
  </section>`;
};

const renderArticles: Facet = (x, actions) => {
  const entries = x.base.facets.article;
  if (entries.length < 2) return nothing;
  return renderFacet(x, actions, {
    key: 'article',
    title: translate('filter.article'),
    rows: entries.map(({ value, label }) => ({
      value,
      name: label,
      count: countIn(x.graph.facets.article, value, 'relations'),
      on: isOn(x.state.filters, 'article', value),
    })),
  });
};

const renderStatus: Facet = (x, actions) =>
  renderFacet(x, actions, {
    key: 'status',
    title: translate('filter.status'),
    form: 'columns',
    rows: x.vocabulary.statuses.map(({ id }) => ({
      value: id,
      name: translate(`status.${id}`),
      count: countIn(x.graph.facets.status, id, 'relations'),
      on: isOn(x.state.filters, 'status', id),
    })),
  });

/** What becomes of the actors that the filters leave out. */
const renderDisplay: Facet = (x, actions) => {
  const switches = [
    { words: 'filter.hide', on: x.state.hide, set: actions.setHide },
    { words: 'filter.lonely', on: x.state.lonely, set: actions.setLonely },
  ] as const;
  return html`<section class="group" aria-labelledby="group-display">
    <h3 id="group-display">${translate('filter.display')}</h3>
    ${switches.map(
      ({ words, on, set }) => html`<label class="switch-row">
        <input type="checkbox" .checked=${on} @change=${() => set(!on)} />
        <span>${translate(words)}</span>
      </label>`,
    )}
  </section>`;
};

/** The groups of the panel, from above. */
const FACETS: Facet[] = [
  renderTypes,
  renderModality,
  renderSpeakers,
  renderKinds,
  renderArticles,
  renderStatus,
  renderSizes,
  renderDisplay,
  renderDates,
];

/** The filter panel: every row toggles its value, counts follow the other filters, rows never move. */
export function renderFilters(x: Explorer, actions: Actions): TemplateResult {
  return html`
    <div class="panel-title">
      <h2>${translate('filter.title')}</h2>
      ${
        hasFilters(x.state.filters)
          ? html`<button type="button" class="plain" @click=${actions.resetFilters}>${translate('filter.clear')}</button>`
          : nothing
      }
    </div>
    ${FACETS.map((renderGroup) => renderGroup(x, actions))}
  `;
}
