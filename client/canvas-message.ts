import { html, nothing, type TemplateResult } from 'lit-html';
import type { Actions, Explorer } from './explorer.ts';
import { translate } from './messages.ts';
import { parseState } from './state.ts';

/** What stands on the canvas when nothing is drawn: no data at all, or filters that leave nothing. */
export function renderMessage(x: Explorer, actions: Actions): TemplateResult | typeof nothing {
  if (x.base.all.edges === 0) {
    return html`<div class="message">
      <h2>${translate('empty.title')}</h2>
      <p>${translate('empty.text')}</p>
    </div>`;
  }
  if (x.graph.total.edges > 0) return nothing;
  const { blame } = x.graph;
  const words = blame
    ? translate('nothing.blame', { filter: translate(`nothing.filter.${blame.key}`), count: blame.relations })
    : translate('nothing.text', { count: x.base.all.edges });
  return html`<div class="message">
    <h2>${translate('nothing.title')}</h2>
    <p>${words}</p>
    <div class="buttons">
      ${
        blame
          ? html`<button
              type="button"
              class="button primary"
              @click=${() => actions.setFilters(parseState(blame.without).filters)}
            >
              ${translate(`nothing.drop.${blame.key}`)}
            </button>`
          : nothing
      }
      <button type="button" class="button" @click=${actions.resetFilters}>${translate('nothing.clear')}</button>
    </div>
  </div>`;
}
