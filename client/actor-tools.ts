import { html, type TemplateResult } from 'lit-html';
import './actor-picker.ts';
import type { NodeData } from '../server/types.ts';
import { DEPTHS } from './canvas-state.ts';
import type { CanvasActions, Explorer } from './explorer.ts';
import { translate } from './messages.ts';

/** What a reader can do with a selected actor on the canvas; each has a key too. */
export function renderActorTools({ state }: Explorer, node: NodeData, canvas: CanvasActions): TemplateResult {
  const pinned = canvas.isPinned(node.id);
  return html`<section class="actor-tools" aria-label=${translate('tools.label')}>
    <div class="tool-row">
      <button type="button" class="button" @click=${() => canvas.askExpansion(node.id)}>
        ${translate('tools.expand')} <kbd aria-hidden="true">E</kbd>
      </button>
      <button type="button" class="button" @click=${() => canvas.hide(node.id)}>
        ${translate('tools.hide')} <kbd aria-hidden="true">H</kbd>
      </button>
      <button type="button" class="button" aria-pressed=${pinned} @click=${() => canvas.togglePin(node.id)}>
        ${translate('tools.pin')} <kbd aria-hidden="true">P</kbd>
      </button>
    </div>
    <div class="tool-row" role="group" aria-label=${translate('tools.focus')}>
      <span aria-hidden="true">${translate('tools.focus')}</span>
      ${DEPTHS.map((depth) => {
        const on = state.focus === node.id && state.depth === depth;
        return html`<button
          type="button"
          class="button"
          aria-pressed=${on}
          aria-label=${translate('tools.depth', { depth })}
          @click=${() => (on ? canvas.leaveFocus() : canvas.focus(node.id, depth))}
        >
          ${depth}
        </button>`;
      })}
    </div>
    <actor-picker
      label=${translate('tools.chains')}
      except=${node.id}
      @pick=${(event: CustomEvent<string>) => canvas.showChains(node.id, event.detail)}
    ></actor-picker>
  </section>`;
}
