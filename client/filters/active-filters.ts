import { html, nothing, type TemplateResult } from 'lit-html';
import type { FilterPhrase } from '../../server/types.ts';
import type { Actions, Explorer } from '../explorer.ts';
import { icon } from '../icons.ts';
import { translate } from '../messages.ts';
import { parseState } from '../state.ts';

/** Where the keyboard goes when the chip that it pressed is gone: to the one that follows, else to the one before. */
function refocus(list: HTMLElement, at: number): void {
  const chips = [...list.querySelectorAll('button')];
  const next = chips[Math.min(at, chips.length - 1)];
  if (next) next.focus();
  else document.getElementById('main')?.focus();
}

/** The filters in use as one sentence, above the graph; each part is a button that drops it. */
export function renderActiveFilters(x: Explorer, actions: Actions): TemplateResult | typeof nothing {
  const { phrases } = x.graph;
  if (phrases.length === 0) return nothing;
  const drop = async (event: Event, { without }: FilterPhrase, at: number) => {
    const list = (event.currentTarget as HTMLElement).closest('ul');
    await actions.setFilters(parseState(without).filters);
    if (list) refocus(list, at);
  };
  return html`<ul class="sentence-parts" aria-label=${translate('filter.active')}>
      ${phrases.map(
        (phrase, at) => html`<li>
          <button
            type="button"
            class="sentence-part"
            aria-label=${translate('filter.drop', { words: phrase.words })}
            title=${translate('filter.drop', { words: phrase.words })}
            @click=${(event: Event) => drop(event, phrase, at)}
          >
            ${phrase.words} ${icon('close')}
          </button>${at < phrases.length - 1 ? ',' : nothing}
        </li>`,
      )}
    </ul>
    <button type="button" class="plain" @click=${actions.resetFilters}>${translate('filter.reset')}</button>`;
}
