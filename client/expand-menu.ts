import { html, render, type TemplateResult } from 'lit-html';
import type { ActorBody, NeighbourGroup, Point } from '../server/types.ts';
import { formatNumber, translate } from './messages.ts';

/** Neighbours of an actor that are not drawn, by type of relation. */
interface Missing extends Pick<NeighbourGroup, 'type' | 'label' | 'class'> {
  count: number;
}

/** The groups of an actor's neighbours without those that are drawn. */
function listMissing({ neighbours }: ActorBody, drawn: ReadonlySet<string>): Missing[] {
  return neighbours
    .map(({ type, label, class: relationClass, actors }) => ({
      type,
      label,
      class: relationClass,
      count: actors.filter((id) => !drawn.has(id)).length,
    }))
    .filter(({ count }) => count > 0);
}

/** Says how many neighbours of an actor are not drawn, by type of relation, and lets the reader choose which to add. */
export class ExpandMenu {
  readonly #dialog: HTMLDialogElement;
  readonly #choose: (actor: string, type: string | null) => void;

  constructor(dialog: HTMLDialogElement, choose: (actor: string, type: string | null) => void) {
    this.#dialog = dialog;
    this.#choose = choose;
    // What is clicked is the dialog itself only where nothing of its content is: beside it.
    dialog.addEventListener('click', ({ target }) => {
      if (target === dialog) dialog.close();
    });
  }

  /** Opens beside a point of the page. */
  open(body: ActorBody, drawn: ReadonlySet<string>, at: Point): void {
    const { id, name } = body.actor;
    const groups = listMissing(body, drawn);
    const missing = new Set(body.neighbours.flatMap(({ actors }) => actors).filter((actor) => !drawn.has(actor)));
    this.#dialog.setAttribute('aria-label', translate('expand.label', { name }));
    this.#dialog.style.setProperty('--x', `${Math.round(at.x)}px`);
    this.#dialog.style.setProperty('--y', `${Math.round(at.y)}px`);
    const choice = (type: string | null, words: string, count: number, colour = ''): TemplateResult =>
      html`<li>
        <button type="button" class="menu-item" @click=${() => this.#pick(id, type)}>
          <span class=${colour}>${words}</span> <span class="menu-note">${formatNumber(count)}</span>
        </button>
      </li>`;
    render(
      html`<div class="expand-content">
        <p class="menu-head">${translate('expand.facts', { name, count: missing.size })}</p>
        <ul class="menu-list">
          ${missing.size > 0 ? choice(null, translate('expand.all'), missing.size) : ''}
          ${groups.map(({ type, label, class: relationClass, count }) => choice(type, label, count, `class-${relationClass}`))}
        </ul>
        <button type="button" class="plain" @click=${() => this.#dialog.close()}>${translate('action.close')}</button>
      </div>`,
      this.#dialog,
    );
    if (!this.#dialog.open) this.#dialog.showModal();
  }

  #pick(actor: string, type: string | null): void {
    this.#dialog.close();
    this.#choose(actor, type);
  }
}
