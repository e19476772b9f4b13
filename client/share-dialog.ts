import { html, render, type TemplateResult } from 'lit-html';
import { icon } from './icons.ts';
import { type MessageKey, translate } from './messages.ts';

/** Size of the frame that the code asks for; whoever embeds it may change it. */
const FRAME = { width: 960, height: 640 };

const escapeAttribute = (text: string): string => text.replace(/[&"<>]/g, (c) => `&#${c.charCodeAt(0)};`);

/** The code that shows the graph of an address of the explorer in another page. */
export function embedCode(address: string, title: string): string {
  const { origin, search } = new URL(address);
  const source = escapeAttribute(`${origin}/embed${search}`);
  return `<iframe src="${source}" title="${escapeAttribute(title)}" width="${FRAME.width}" height="${FRAME.height}" loading="lazy"></iframe>`;
}

/** The dialog that hands out the link of a view, and the code that shows it in another page. */
export class ShareDialog {
  readonly #dialog: HTMLDialogElement;
  readonly #say: (words: string) => void;

  constructor(dialog: HTMLDialogElement, say: (words: string) => void) {
    this.#dialog = dialog;
    this.#say = say;
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close();
    });
  }

  /** Opens it on the address as it is now; the browser keeps the focus inside and gives it back. */
  open(): void {
    if (this.#dialog.open) return;
    render(this.#renderContent(location.href), this.#dialog);
    this.#dialog.showModal();
  }

  async #copy(text: string, done: MessageKey): Promise<void> {
    const said = await navigator.clipboard.writeText(text).then(
      () => done,
      () => 'share.failed' as const,
    );
    // a dialog covers what lies below it, the page's own messages too
    const line = this.#dialog.querySelector('.share-said');
    if (line) line.textContent = translate(said);
    else this.#say(translate(said));
  }

  #renderField(id: string, label: MessageKey, value: string, copy: MessageKey, done: MessageKey): TemplateResult {
    return html`<div class="share-field">
      <label for=${id}>${translate(label)}</label>
      <textarea
        id=${id}
        readonly
        rows="3"
        .value=${value}
        @focus=${(event: FocusEvent) => (event.target as HTMLTextAreaElement).select()}
      ></textarea>
      <button type="button" class="button primary" @click=${() => this.#copy(value, done)}>${translate(copy)}</button>
    </div>`;
  }

  #renderContent(address: string): TemplateResult {
    const code = embedCode(address, translate('share.frame'));
    return html`<div class="dialog-content">
      <header class="dialog-head">
        <h2 id="share-title">${translate('share.title')}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label=${translate('action.close')}
          @click=${() => this.#dialog.close()}
        >
          ${icon('close')}
        </button>
      </header>
      ${this.#renderField('share-link', 'share.link', address, 'share.copyLink', 'share.copied')}
      ${this.#renderField('share-code', 'share.code', code, 'share.copyCode', 'share.codeCopied')}
      <footer class="dialog-foot">
        <p>${translate('share.note')}</p>
        <p class="share-said" role="status"></p>
      </footer>
    </div>`;
  }
}
