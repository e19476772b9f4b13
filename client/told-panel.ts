import { html, nothing, type TemplateResult } from 'lit-html';
import type { NodeData } from '../server/types.ts';
import { type Actions, type Explorer, indexNodes } from './explorer.ts';
import { formatNumber, translate } from './messages.ts';
import { arrow, colourClass, disc, lineSample } from './parts.ts';
import { type Comparison, type Disagreement, printMark, type ToldEdge } from './told-by.ts';

interface Speaker {
  value: string;
  label: string;
}

/** Who may tell: everyone who says something in the graph without filters, the article itself among them. */
function listSpeakers(x: Explorer): Speaker[] {
  return x.base.facets.speaker.filter(({ count }) => count > 0);
}

/** The name of a speaker of the graph. */
export function nameSpeaker(x: Explorer, speaker: string): string {
  if (speaker === 'none') return translate('speaker.articleItself');
  return x.base.facets.speaker.find(({ value }) => value === speaker)?.label ?? speaker;
}

/** The control that chooses the one or two speakers. */
export function renderTellers(x: Explorer, actions: Actions): TemplateResult | typeof nothing {
  const speakers = listSpeakers(x);
  if (speakers.length < 2) return nothing;
  const { told } = x.state;
  const choose = (at: number) => (event: Event) => {
    const next = [...told];
    next[at] = (event.target as HTMLSelectElement).value;
    actions.setTold(at === 0 && !next[0] ? [] : next.filter(Boolean));
  };
  const select = (at: number, label: string, none: string) => html`<label class="teller">
    ${told.length > 1 ? html`<span class="teller-letter" aria-hidden="true">${at === 0 ? 'A' : 'B'}</span>` : nothing}
    <span class="unseen">${label}</span>
    <select @change=${choose(at)} .value=${told[at] ?? ''}>
      <option value="" ?selected=${!told[at]}>${none}</option>
      ${speakers
        .filter(({ value }) => value !== told[1 - at])
        .map(
          ({ value }) => html`<option value=${value} ?selected=${told[at] === value}>${nameSpeaker(x, value)}</option>`,
        )}
    </select>
  </label>`;
  return html`<fieldset class="tellers">
    <legend>${translate('told.title')}</legend>
    ${select(0, translate('told.first'), translate('told.everyone'))}
    ${told.length > 0 ? select(1, translate('told.second'), translate('told.nobody')) : nothing}
    ${
      told.length > 0
        ? html`<button type="button" class="plain" @click=${() => actions.setTold([])}>${translate('told.end')}</button>`
        : nothing
    }
  </fieldset>`;
}

function renderToldEdge({ edge, ...mark }: ToldEdge, nodes: Map<string, NodeData>, actions: Actions): TemplateResult {
  const [source, target] = [nodes.get(edge.source), nodes.get(edge.target)];
  if (!source || !target) return html``;
  return html`<li>
    <button type="button" class="edge-row told-row" @click=${() => actions.selectEdge(edge.id)}>
      <span class="told-mark told-${mark.by} ${mark.differs ? 'told-differs' : ''}">${printMark(mark)}</span>
      ${lineSample(edge.modality, edge.class, edge.count)}
      <span class="told-words"
        >${source.label} <span class="edge-form ${colourClass(edge)}">${edge.label}</span> ${target.label}</span
      >
      <span class="unseen">${arrow(edge)}</span>
      <span class="edge-count">${formatNumber(edge.count)}<span class="unseen"> ${translate('edge.sentences', { count: edge.count })}</span></span>
    </button>
  </li>`;
}

function renderGroup(
  id: string,
  title: string,
  edges: ToldEdge[],
  nodes: Map<string, NodeData>,
  actions: Actions,
): TemplateResult | typeof nothing {
  if (edges.length === 0) return nothing;
  return html`<section class="told-group" aria-labelledby="told-${id}">
    <h3 id="told-${id}">${title} <span class="type-count">${formatNumber(edges.length)}</span></h3>
    <ul class="edge-list">
      ${edges.map((edge) => renderToldEdge(edge, nodes, actions))}
    </ul>
  </section>`;
}

function renderDisagreement(
  { pair, relations }: Disagreement,
  nodes: Map<string, NodeData>,
  actions: Actions,
): TemplateResult {
  const [a, b] = pair.map((id) => nodes.get(id));
  if (!a || !b) return html``;
  return html`<h4 class="told-pair">
      ${disc(a)} <span>${a.label}</span> <span class="and">${translate('pair.and')}</span> ${disc(b)} <span>${b.label}</span>
    </h4>
    <ul class="edge-list">
      ${relations.map((edge) => renderToldEdge(edge, nodes, actions))}
    </ul>`;
}

/** What two speakers say, in groups: where they disagree, what both say, what one alone says. */
export function renderComparison(x: Explorer, comparison: Comparison, actions: Actions): TemplateResult {
  const nodes = new Map([...indexNodes(x.base), ...indexNodes(x.graph)]);
  const [a = '', b = ''] = x.state.told.map((speaker) => nameSpeaker(x, speaker));
  const { differ, both, onlyA, onlyB } = comparison;
  return html`
    <section class="told-group" aria-labelledby="told-differ">
      <h3 id="told-differ">${translate('told.differ')} <span class="type-count">${formatNumber(differ.length)}</span></h3>
      ${
        differ.length > 0
          ? differ.map((disagreement) => renderDisagreement(disagreement, nodes, actions))
          : html`<p class="ranked-note">${translate('told.noDiffer')}</p>`
      }
    </section>
    ${renderGroup('both', translate('told.both'), both, nodes, actions)}
    ${renderGroup('a', translate('told.only', { name: a }), onlyA, nodes, actions)}
    ${renderGroup('b', translate('told.only', { name: b }), onlyB, nodes, actions)}
  `;
}
