import { html, nothing, type TemplateResult } from 'lit-html';
import type { EdgeData, NodeData } from '../server/types.ts';
import { renderActorTools } from './actor-tools.ts';
import { actorUrl } from './addresses.ts';
import { renderClose, renderHints } from './evidence-panel.ts';
import { type Actions, type Explorer, indexNodes, listEdges } from './explorer.ts';
import { formatNumber, type MessageKey, translate } from './messages.ts';
import { colourClass, disc, lineSample } from './parts.ts';

function directionOf(edge: EdgeData, id: string): 'out' | 'in' | 'mutual' {
  if (edge.symmetric) return 'mutual';
  return edge.source === id ? 'out' : 'in';
}

const ARROWS = { out: '→', in: '←', mutual: '↔' };

function renderRow(edge: EdgeData, node: NodeData, nodes: Map<string, NodeData>, actions: Actions): TemplateResult {
  const other = nodes.get(edge.source === node.id ? edge.target : edge.source);
  if (!other) return html``;
  const direction = directionOf(edge, node.id);
  return html`<li>
    <button type="button" class="edge-row" @click=${() => actions.selectEdge(edge.id)}>
      ${lineSample(edge.modality, edge.class, edge.count)}
      <span class="edge-arrow" aria-hidden="true">${ARROWS[direction]}</span>
      <span class="edge-other">${disc(other, 16)} <span>${other.label}</span></span>
      <span class="unseen">${translate(`direction.${direction}`)}</span>
      <span class="edge-form ${colourClass(edge)}">${edge.label}</span>
      <span class="edge-count">${formatNumber(edge.count)}<span class="unseen"> ${translate('edge.sentences', { count: edge.count })}</span></span>
    </button>
  </li>`;
}

/** The actor selected: its relations under the filters, by type, out before in. */
export function renderActor(x: Explorer, node: NodeData, actions: Actions): TemplateResult {
  const nodes = indexNodes(x.base);
  const edges = listEdges(x.graph).filter(({ source, target }) => source === node.id || target === node.id);
  const others = new Set(edges.map((edge) => (edge.source === node.id ? edge.target : edge.source)));
  const isSpeaker = x.base.facets.speaker.some(({ value, count }) => value === node.id && count > 0);
  const groups = x.vocabulary.classes.flatMap((entry) =>
    x.vocabulary.types
      .filter((type) => type.class === entry.id)
      .map((type) => ({ type, edges: edges.filter((edge) => edge.type === type.id) }))
      .filter((group) => group.edges.length > 0)
      .sort((a, b) => b.edges.length - a.edges.length),
  );
  return html`
    <header class="panel-head">
      <p class="kicker">${translate(`kind.${node.kind}` as MessageKey)}</p>
      <h2 class="actor-title">${disc(node, 22)} <span>${node.label}</span></h2>
      <p class="panel-lead">${translate('actor.facts', { relations: edges.length, actors: others.size })}</p>
      ${renderClose(actions)}
    </header>
    <div class="panel-body">
      ${renderActorTools(x, node, actions.canvas)}
      ${edges.length === 0 ? html`<p class="loading">${translate('actor.none')}</p>` : nothing}
      ${groups.map(
        ({ type, edges: members }) => html`<section class="type-group" aria-labelledby="of-${type.id}">
          <h3 id="of-${type.id}" class="class-${type.class}">
            ${type.label} <span class="type-count">${formatNumber(members.length)}</span>
          </h3>
          <ul class="edge-list">
            ${[...members]
              .sort((a, b) => Number(a.target === node.id) - Number(b.target === node.id) || b.count - a.count)
              .map((edge) => renderRow(edge, node, nodes, actions))}
          </ul>
        </section>`,
      )}
      ${
        isSpeaker
          ? html`<p class="page-link">
              <button type="button" class="plain" @click=${() => actions.setTold([node.id])}>
                ${translate('told.by', { name: node.label })}
              </button>
            </p>`
          : nothing
      }
      <p class="page-link"><a href=${actorUrl(node.id)}>${translate('actor.page', { name: node.label })}</a></p>
    </div>
    ${renderHints()}
  `;
}
