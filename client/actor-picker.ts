import { html, nothing, render } from 'lit-html';
import type { ActorsBody } from '../server/types.ts';
import { fetchActors } from './api.ts';
import { translate } from './messages.ts';
import { disc } from './parts.ts';

/** Names offered at most; how many more there are is said. */
const FOUND = 8;

/**
 * A field that finds an actor by name or alias as it is typed. It tells of the choice by an event `pick` with the
 * actor's id; `label` names the field, `except` is an actor not to offer.
 */
export class ActorPicker extends HTMLElement {
  #found: ActorsBody | null = null;
  #words = '';
  #asking = new AbortController();

  connectedCallback(): void {
    this.#render();
  }

  async #ask(words: string): Promise<void> {
    this.#words = words;
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    try {
      const found = words.trim() ? await fetchActors(words.trim(), FOUND, signal) : null;
      if (signal.aborted) return;
      this.#found = found;
    } catch {
      // A later key has asked again, or the server is away: what was found stays.
    }
    this.#render();
  }

  #list(): ActorsBody['actors'] {
    return this.#found?.actors.filter(({ id }) => id !== this.getAttribute('except')) ?? [];
  }

  #pick(id: string | undefined): void {
    if (!id) return;
    this.#words = '';
    this.#found = null;
    this.#render();
    this.dispatchEvent(new CustomEvent('pick', { detail: id }));
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.#pick(this.#list()[0]?.id);
    else if (event.key === 'Escape' && this.#words) this.#ask('');
    else if (event.key === 'ArrowDown') this.querySelector('button')?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Up and down go through the names found, from the first back to the field. */
  #step(event: KeyboardEvent): void {
    const row = (event.currentTarget as HTMLElement).parentElement;
    const to = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
    if (event.key === 'ArrowDown') to?.querySelector('button')?.focus();
    else if (event.key === 'ArrowUp') (to?.querySelector('button') ?? this.querySelector('input'))?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #render(): void {
    const list = this.#list();
    render(
      html`<label class="picker-label">
          <span>${this.getAttribute('label')}</span>
          <input
            type="text"
            class="field"
            autocomplete="off"
            spellcheck="false"
            .value=${this.#words}
            @input=${(event: Event) => this.#ask((event.target as HTMLInputElement).value)}
            @keydown=${(event: KeyboardEvent) => this.#key(event)}
          />
        </label>
        <ul class="picker-list" ?hidden=${list.length === 0}>
          ${list.map(
            (actor) => html`<li>
              <button
                type="button"
                class="menu-item"
                @click=${() => this.#pick(actor.id)}
                @keydown=${(event: KeyboardEvent) => this.#step(event)}
              >
                ${disc(actor)} <span>${actor.name}</span>
                <span class="menu-note">${translate('count.relations', { count: actor.degree })}</span>
              </button>
            </li>`,
          )}
        </ul>
        <p class="picker-count" role="status">
          ${this.#found ? translate('picker.found', { count: list.length, more: this.#found.more }) : nothing}
        </p>`,
      this,
    );
  }
}

customElements.define('actor-picker', ActorPicker);
