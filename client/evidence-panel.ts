import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { EdgeData, NodeData, StatementView } from '../server/types.ts';
import { articleUrl, pairUrl } from './addresses.ts';
import { type Actions, type Explorer, edgesBetween, indexNodes, isOfEdge } from './explorer.ts';
import { icon } from './icons.ts';
import { formatDay, formatNumber, translate, translateRich } from './messages.ts';
import { arrow, colourClass, disc, lineSample, markCue } from './parts.ts';
import { renderStrip } from './stance-strip.ts';
import { dayOf, sortByTime } from './timeline.ts';

/** The button that ends a selection. */
export function renderClose(actions: Actions): TemplateResult {
  return html`<button
    type="button"
    class="icon-button close"
    aria-label=${translate('action.close')}
    @click=${() => actions.selectEdge(null)}
  >
    ${icon('close')}
  </button>`;
}

/** One relation of a list: line, words, direction as two discs, number of sentences. */
export function renderEdgeRow(edge: EdgeData, nodes: Map<string, NodeData>, actions: Actions): TemplateResult {
  const source = nodes.get(edge.source);
  const target = nodes.get(edge.target);
  if (!source || !target) return html``;
  return html`<li>
    <button type="button" class="edge-row" @click=${() => actions.selectEdge(edge.id)}>
      ${lineSample(edge.modality, edge.class, edge.count)}
      <span class="edge-label ${colourClass(edge)}">${edge.label}</span>
      <span class="unseen">${translate('edge.between', { source: source.label, target: target.label })}</span>
      <span class="edge-ends" aria-hidden="true"
        >${disc(source, 16)}<span class="edge-arrow">${arrow(edge)}</span>${disc(target, 16)}</span
      >
      <span class="edge-count">${formatNumber(edge.count)}<span class="unseen"> ${translate('edge.sentences', { count: edge.count })}</span></span>
    </button>
  </li>`;
}

function renderSource(statement: StatementView): TemplateResult {
  const { article, date } = statement;
  const day = dayOf(statement);
  return html`<p class="source">
    <a class="article-title" href=${articleUrl(article.id, statement.id)} title=${article.title}>${article.title}</a>
    ${day ? html`<time datetime=${day}>${formatDay(day)}</time>` : nothing}
    ${
      article.url
        ? html`<a class="original" href=${article.url} rel="noreferrer"
            >${article.publisher ?? translate('evidence.original')}</a
          >`
        : nothing
    }
    ${
      article.publishedNote && !date
        ? html`<details class="source-note">
            <summary>${translate('evidence.inferred')}</summary>
            ${article.publishedNote}
          </details>`
        : nothing
    }
  </p>`;
}

function renderStatement(statement: StatementView): TemplateResult {
  const speaker = statement.speaker?.name ?? translate('speaker.article');
  return html`<li class="statement" id="s-${statement.id}" tabindex="-1">
    <blockquote>${markCue(statement)}</blockquote>
    <p class="statement-facts">
      <span class="badge">${lineSample(statement.modality)} ${translate(`modality.${statement.modality}`)}</span>
      <span>${translateRich('evidence.according', { speaker })}</span>
    </p>
    ${renderSource(statement)}
  </li>`;
}

/** The relation selected: what it says, its sentences, and what else stands between the two. */
export function renderEvidence(x: Explorer, edge: EdgeData, actions: Actions): TemplateResult {
  const nodes = indexNodes(x.base);
  const source = nodes.get(edge.source);
  const target = nodes.get(edge.target);
  if (!source || !target) return html``;
  const others = edgesBetween(x.graph, edge.source, edge.target).filter(({ id }) => id !== edge.id);
  const actor = (node: NodeData) =>
    html`<button type="button" class="actor-name" @click=${() => actions.selectActor(node.id)}>
      ${disc(node, 22)}<span>${node.label}</span>
    </button>`;
  return html`
    <header class="panel-head">
      <h2 class="pair-title">
        ${actor(source)} <span class="pair-arrow" aria-label=${translate('edge.to')} role="img">${arrow(edge)}</span>
        ${actor(target)}
      </h2>
      <p class="relation-title">
        <span class="relation-name ${colourClass(edge)}">${edge.label}</span>
        <span class="relation-facts"
          >${translate('evidence.facts', { sentences: edge.count, speakers: edge.speakers.length })}</span
        >
      </p>
      ${renderClose(actions)}
    </header>
    <div class="panel-body">
      ${x.evidence ? renderStrip(x.evidence, actions.readStatement) : nothing}
      ${
        x.evidence
          ? html`<ol class="statements" aria-label=${translate('evidence.sentences')}>
              ${repeat(
                sortByTime(x.evidence.filter((statement) => isOfEdge(statement, edge))),
                ({ id }) => id,
                renderStatement,
              )}
            </ol>`
          : html`<p class="loading">${translate('evidence.loading')}</p>`
      }
      ${
        others.length > 0
          ? html`<section class="also" aria-labelledby="also-title">
              <h3 id="also-title">${translate('evidence.also')}</h3>
              <ul class="edge-list">
                ${others.map((other) => renderEdgeRow(other, nodes, actions))}
              </ul>
            </section>`
          : nothing
      }
      <p class="page-link"><a href=${pairUrl(source.id, target.id)}>${translate('evidence.pairPage')}</a></p>
    </div>
    ${renderHints()}
  `;
}

/** The keys that work on a selection. */
export function renderHints(): TemplateResult {
  return html`<footer class="panel-foot hints">
    <span><kbd>↑</kbd><kbd>↓</kbd> ${translate('hint.next')}</span>
    <span><kbd>Esc</kbd> ${translate('hint.close')}</span>
  </footer>`;
}
