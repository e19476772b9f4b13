import { html, type TemplateResult } from 'lit-html';
import type { EdgeData, NodeData, PathsBody } from '../server/types.ts';
import { renderClose, renderHints } from './evidence-panel.ts';
import type { Actions } from './explorer.ts';
import { translate } from './messages.ts';
import { colourClass, disc, lineSample } from './parts.ts';

function renderStep(edge: EdgeData, nodes: Map<string, NodeData>, actions: Actions): TemplateResult {
  const name = (id: string) => nodes.get(id)?.label ?? id;
  return html`<li>
    <button type="button" class="chain-step" @click=${() => actions.selectEdge(edge.id)}>
      ${lineSample(edge.modality, edge.class, edge.count)}
      <span
        >${name(edge.source)} <b class=${colourClass(edge)}>${edge.label}</b> ${name(edge.target)}</span
      >
    </button>
  </li>`;
}

/** The chains of relations between two actors, each as sentences that open onto their evidence. */
export function renderChains(paths: PathsBody, actions: Actions): TemplateResult {
  const nodes = new Map(paths.elements.nodes.map(({ data }) => [data.id, data]));
  const edges = new Map(paths.elements.edges.map(({ data }) => [data.id, data]));
  const { from, to, length, total, chains } = paths;
  return html`
    <header class="panel-head">
      <p class="kicker">${translate('chains.kicker')}</p>
      <h2 class="actor-title">
        ${disc(from, 22)} <span>${from.name}</span> <span class="and">${translate('pair.and')}</span> ${disc(to, 22)}
        <span>${to.name}</span>
      </h2>
      <p class="panel-lead">
        ${
          length === null
            ? translate('chains.none')
            : translate(total > chains.length ? 'chains.some' : 'chains.facts', {
                count: total,
                length,
                shown: chains.length,
              })
        }
      </p>
      ${renderClose(actions)}
    </header>
    <div class="panel-body">
      <ol class="chain-list">
        ${chains.map(
          ({ actors, steps }, at) => html`<li class="chain">
            <h3>
              <span class="unseen">${translate('chains.number', { number: at + 1 })}</span>
              ${actors.map((id, place) => html`${place > 0 ? html`<span aria-hidden="true"> – </span>` : ''}${nodes.get(id)?.label ?? id}`)}
            </h3>
            <ul class="chain-steps">
              ${steps.flat().flatMap((id) => {
                const edge = edges.get(id);
                return edge ? renderStep(edge, nodes, actions) : [];
              })}
            </ul>
          </li>`,
        )}
      </ol>
    </div>
    ${renderHints()}
  `;
}
