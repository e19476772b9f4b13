import { html, nothing, type TemplateResult } from 'lit-html';
import type { EdgeData, NodeData } from '../server/types.ts';
import { renderEdgeRow } from './evidence-panel.ts';
import { type Actions, type Explorer, indexNodes, listPairs, type Pair } from './explorer.ts';
import { joinNames, translate } from './messages.ts';
import { BLOCK_FORMS, colourClass, disc } from './parts.ts';
import { hasFilters, isFiltered, LIST_KEYS } from './state.ts';
import { nameSpeaker, renderComparison, renderTellers } from './told-panel.ts';

/** Pairs that the list begins with: some hundred rows would be long in drawing, and no one reads them through. */
const PAIRS = 40;

/** Whether the reader has asked for every pair; kept here, since it is no part of the view. */
let isOpen = false;

/** One block a relation: solid, striped, hollow or crossed by modality. */
function renderBlock(edge: EdgeData): TemplateResult {
  return html`<svg class="block block-${edge.modality} ${colourClass(edge)}" width="11" height="11" viewBox="0 0 11 11">
    <path d=${BLOCK_FORMS[edge.modality]} />
  </svg>`;
}

function renderRanked(pair: Pair, actions: Actions): TemplateResult {
  const [first] = pair.edges;
  return html`<li>
    <button type="button" class="pair-row" @click=${() => actions.selectEdge(first?.id ?? null)}>
      <span class="pair-discs">${disc(pair.a)} ${disc(pair.b)}</span>
      <span class="pair-names">${pair.a.label}, ${pair.b.label}</span>
      <span class="unseen">${translate('count.relations', { count: pair.edges.length })}</span>
      <span class="blocks" aria-hidden="true">${pair.edges.map(renderBlock)}</span>
    </button>
  </li>`;
}

function renderPair(pair: Pair, nodes: Map<string, NodeData>, actions: Actions): TemplateResult {
  return html`<section class="pair">
    <h3 class="pair-heading">
      ${disc(pair.a)} <span>${pair.a.label}</span> <span class="and">${translate('pair.and')}</span> ${disc(pair.b)}
      <span>${pair.b.label}</span>
    </h3>
    <ul class="edge-list">
      ${pair.edges.map((edge) => renderEdgeRow(edge, nodes, actions))}
    </ul>
  </section>`;
}

/** What the filters leave, in words, where one choice says it all. */
function describeFilters(x: Explorer): string {
  const { filters } = x.state;
  const active = LIST_KEYS.filter((key) => isFiltered(filters, key));
  const only = active.length === 1 && !filters.from && !filters.to && !filters.q ? active[0] : undefined;
  const values = only ? filters.include[only] : undefined;
  if (only === 'class' && values?.length === 1) {
    const label = x.vocabulary.classes.find(({ id }) => id === values[0])?.label;
    if (label) return translate('overview.onlyClass', { name: label });
  }
  if (only === 'type' && values?.length === 1) {
    const label = x.vocabulary.types.find(({ id }) => id === values[0])?.label;
    if (label) return translate('overview.onlyType', { name: label });
  }
  return translate('overview.filtered');
}

function speakersOf(x: Explorer): string {
  const speakers = new Set(x.graph.elements.edges.flatMap(({ data }) => data.speakers.map(({ value }) => value)));
  const article = speakers.delete('none');
  return translate(article ? 'overview.speakersAndArticle' : 'overview.speakers', { count: speakers.size });
}

function renderUndrawn(x: Explorer): TemplateResult | typeof nothing {
  const { named, quoted } = x.base.undrawn;
  if (named.length + quoted.length === 0) return nothing;
  const names = (list: { label: string }[]) => joinNames(list.map(({ label }) => label));
  return html`<footer class="panel-foot">
    ${named.length > 0 ? translate('overview.named', { names: names(named) }) : nothing}
    ${quoted.length > 0 ? translate('overview.quoted', { names: names(quoted) }) : nothing}
  </footer>`;
}

function renderFaded(x: Explorer, actions: Actions): TemplateResult | typeof nothing {
  const count = x.base.all.nodes - x.graph.total.nodes;
  if (count <= 0) return nothing;
  const { hide } = x.state;
  return html`<footer class="panel-foot">
    ${translate(hide ? 'overview.hidden' : 'overview.faded', { count })}
    <button type="button" class="plain" role="switch" aria-checked=${hide} @click=${() => actions.setHide(!hide)}>
      ${translate(hide ? 'overview.show' : 'overview.hide')}
    </button>
  </footer>`;
}

function kickerOf(x: Explorer, filtered: boolean): string {
  if (x.state.told.length > 0) return translate(x.state.told.length > 1 ? 'told.two' : 'told.one');
  return filtered ? describeFilters(x) : translate('overview.all');
}

/** What the panel says about the view as a whole. */
function leadOf(x: Explorer, filtered: boolean): string {
  const [a, b] = x.state.told.map((speaker) => nameSpeaker(x, speaker));
  if (a && b) return translate('told.key', { a, b });
  if (a) return translate('told.choose');
  return filtered ? speakersOf(x) : translate('overview.lead');
}

/** The way to the rest of a long list of pairs, and back. */
function renderMorePairs(count: number, actions: Actions): TemplateResult | typeof nothing {
  if (count <= PAIRS) return nothing;
  const toggle = () => {
    isOpen = !isOpen;
    actions.redrawPanel();
  };
  return html`<button type="button" class="button" aria-expanded=${isOpen} @click=${toggle}>
    ${isOpen ? translate('filter.showFew') : translate('overview.allPairs', { count })}
  </button>`;
}

/** Nothing selected: counts, then the pairs; under filters each with its relations. */
export function renderOverview(x: Explorer, actions: Actions): TemplateResult {
  const filtered = hasFilters(x.state.filters);
  const nodes = indexNodes(x.base);
  const allPairs = listPairs(x.graph, nodes);
  const pairs = isOpen ? allPairs : allPairs.slice(0, PAIRS);
  const { edges: relations, nodes: actors } = x.graph.total;
  return html`
    <header class="panel-head">
      <p class="kicker">${kickerOf(x, filtered)}</p>
      <h2 class="panel-headline">${translate('overview.headline', { relations, actors })}</h2>
      <p class="panel-lead">${leadOf(x, filtered)}</p>
      ${renderTellers(x, actions)}
    </header>
    <div class="panel-body">
      ${
        x.told
          ? renderComparison(x, x.told, actions)
          : filtered
            ? pairs.map((pair) => renderPair(pair, nodes, actions))
            : html`<section class="ranked" aria-labelledby="ranked-title">
              <h3 id="ranked-title">${translate('overview.ranked')}</h3>
              <p class="ranked-note">${translate('overview.rankedNote')}</p>
              <ul class="pair-list">
                ${pairs.map((pair) => renderRanked(pair, actions))}
              </ul>
            </section>`
      }
      ${x.told ? nothing : renderMorePairs(allPairs.length, actions)}
    </div>
    ${filtered ? renderFaded(x, actions) : renderUndrawn(x)}
  `;
}
