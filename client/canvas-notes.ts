import { html, nothing, type TemplateResult } from 'lit-html';
import type { CanvasActions, Explorer } from './explorer.ts';
import { translate, translateRich } from './messages.ts';

/** A sentence with the way out of what it tells. */
function renderNote(words: TemplateResult | string, wayOut: string, leave: () => void): TemplateResult {
  return html`<p class="canvas-note">
    ${words} <button type="button" class="plain" @click=${leave}>${wayOut}</button>
  </p>`;
}

/** What the canvas leaves out and why, each with the way to have it back: nothing is cut off in silence. */
export function renderNotes({ state, drawing, paths }: Explorer, canvas: CanvasActions): TemplateResult {
  const name = (id: string) => drawing.nodes.find(({ data }) => data.id === id)?.data.label ?? id;
  const left = drawing.matched - drawing.nodes.filter(({ faded }) => !faded).length - state.hidden.length;
  return html`
    ${
      state.focus
        ? renderNote(
            translateRich('note.focus', { name: name(state.focus), depth: state.depth }),
            translate('note.leave'),
            () => canvas.leaveFocus(),
          )
        : nothing
    }
    ${
      state.path
        ? renderNote(
            translateRich(paths?.length ? 'note.chains' : 'note.noChains', {
              from: paths?.from.name ?? state.path.from,
              to: paths?.to.name ?? state.path.to,
            }),
            translate('note.leave'),
            () => canvas.leaveChains(),
          )
        : nothing
    }
    ${
      !state.focus && left > 0
        ? html`<p class="canvas-note">${translateRich('note.best', { shown: drawing.nodes.length, all: drawing.matched })}</p>`
        : nothing
    }
    ${
      state.hidden.length > 0
        ? renderNote(translate('note.hidden', { count: state.hidden.length }), translate('note.show'), () =>
            canvas.showHidden(),
          )
        : nothing
    }
  `;
}
