import { html, render, type TemplateResult } from 'lit-html';
import { icon } from './icons.ts';
import { type KeyCommand, keepSingleKeys, readSingleKeys } from './keys.ts';
import { type MessageKey, translate } from './messages.ts';

/** How a key is printed, where its name is not what stands on it. */
const PRINTED: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Control: 'Ctrl',
  PageUp: 'Page up',
  PageDown: 'Page down',
  ' ': 'Space',
};

function printKey(name: string): TemplateResult[] {
  // "+" itself is a key, so a name is cut only at a plus between two others.
  return name.split(/(?<=.)\+(?=.)/).map((part) => {
    const printed = PRINTED[part] ?? (part.length === 1 ? part.toUpperCase() : part);
    return html`<kbd>${printed}</kbd>`;
  });
}

/** Commands of one place with the same words are one line. */
function groupByWords(commands: KeyCommand[]): Map<MessageKey, string[]> {
  const lines = new Map<MessageKey, string[]>();
  for (const { words, keys } of commands) lines.set(words, [...(lines.get(words) ?? []), ...keys]);
  return lines;
}

/** The dialog that shows the keys and switches those of a single character off. */
export class KeyDialog {
  readonly #dialog: HTMLDialogElement;
  readonly #commands: () => KeyCommand[];

  constructor(dialog: HTMLDialogElement, commands: () => KeyCommand[]) {
    this.#dialog = dialog;
    this.#commands = commands;
    dialog.addEventListener('click', (event) => {
      // The dialog's own box is filled by its content: a click that hits the element is one on the backdrop.
      if (event.target === dialog) dialog.close();
    });
  }

  /** Opens it; the browser keeps the focus inside and gives it back. */
  open(): void {
    if (this.#dialog.open) return;
    render(this.#renderContent(), this.#dialog);
    this.#dialog.showModal();
  }

  #renderGroup(on: KeyCommand['on']): TemplateResult {
    const lines = groupByWords(this.#commands().filter((command) => command.on === on));
    return html`<section aria-labelledby="keys-${on}">
      <h3 id="keys-${on}">${translate(`key.on.${on}`)}</h3>
      <dl class="key-list">
        ${[...lines].map(
          ([words, keys]) => html`<div>
            <dt>${keys.map((key) => html`<span class="key">${printKey(key)}</span>`)}</dt>
            <dd>${translate(words)}</dd>
          </div>`,
        )}
      </dl>
    </section>`;
  }

  #renderContent(): TemplateResult {
    return html`<div class="dialog-content">
      <header class="dialog-head">
        <h2 id="keys-title">${translate('key.title')}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label=${translate('action.close')}
          @click=${() => this.#dialog.close()}
        >
          ${icon('close')}
        </button>
      </header>
      <div class="key-groups">${this.#renderGroup('page')} ${this.#renderGroup('canvas')}</div>
      <footer class="dialog-foot">
        <label class="check">
          <input
            type="checkbox"
            .checked=${readSingleKeys()}
            @change=${(event: Event) => keepSingleKeys((event.target as HTMLInputElement).checked)}
          />
          ${translate('key.single')}
        </label>
        <p>${translate('key.singleNote')}</p>
      </footer>
    </div>`;
  }
}
