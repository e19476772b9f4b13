import { html, nothing, type TemplateResult } from 'lit-html';
import type { Actions, Explorer } from './explorer.ts';
import { type MessageKey, translate } from './messages.ts';

/** What stands on the canvas when nothing is drawn: no data at all, or filters that leave nothing. */
export function renderMessage(x: Explorer, actions: Actions): TemplateResult | typeof nothing {
  if (x.base.all.edges === 0) {
    return html`<div class="message">
      <h2>${translate('empty.title')}</h2>
      <p>${translate('empty.text')}</p>
    </div>`;
  }
  if (x.graph.total.edges > 0) return nothing;
  const { blame } = x;
  return html`<div class="message">
    <h2>${translate('nothing.title')}</h2>
    <p>
      ${
        blame
          ? translate('nothing.blame', {
              filter: translate(`nothing.filter.${blame.key}` as MessageKey),
              count: blame.count,
            })
          : translate('nothing.text')
      }
    </p>
    <div class="buttons">
      ${
        blame
          ? html`<button type="button" class="button primary" @click=${() => actions.setFilters(blame.filters)}>
              ${translate(`nothing.drop.${blame.key}` as MessageKey)}
            </button>`
          : nothing
      }
      <button type="button" class="button" @click=${() => actions.setFilters({ include: {}, exclude: {} })}>
        ${translate('nothing.clear')}
      </button>
    </div>
  </div>`;
}
