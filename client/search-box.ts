import { html, nothing, render, type TemplateResult } from 'lit-html';
import type { ActorsBody, GraphBody } from '../server/types.ts';
import { icon } from './icons.ts';
import { translate } from './messages.ts';
import { colourClass, disc, lineSample } from './parts.ts';
import { ACTORS_SHOWN, findEdges, type Hit, type Hits, joinHits } from './search-hits.ts';

/** Time without a letter before the server is asked, in ms. */
const TYPING_PAUSE = 80;
const NOTHING: Hits = { list: [], more: 0, nearest: [] };

export interface SearchDeps {
  /** The graph whose relations are searched. */
  graph: () => GraphBody;
  fetchActors: (words: string, limit: number, signal: AbortSignal) => Promise<ActorsBody>;
  choose: (hit: { actor?: string; edge?: string }) => void;
  /** Address of the view with an actor selected. */
  actorAddress: (id: string) => string;
  onError: (error: unknown) => void;
}

/** The search field: finds actors by name and alias and relations by their words, Enter selects one. */
export class SearchBox {
  readonly #root: HTMLElement;
  readonly #deps: SearchDeps;
  #words = '';
  #hits: Hits = NOTHING;
  #at = 0;
  #open = false;
  #loading = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The words that the hits are for; others are still on their way. */
  #hitsOf = '';
  /** Enter came before the hits did. */
  #pickFirst = false;

  constructor(root: HTMLElement, deps: SearchDeps) {
    this.#root = root;
    this.#deps = deps;
    root.replaceChildren();
    root.addEventListener('focusout', ({ relatedTarget }) => {
      // The names that come nearest are links inside of the box.
      if (root.contains(relatedTarget as Node | null)) return;
      this.#open = false;
      this.#pickFirst = false;
      this.#render();
    });
    this.#render();
  }

  focus(): void {
    this.#root.querySelector('input')?.focus();
  }

  #input(words: string): void {
    this.#words = words;
    this.#open = words.trim() !== '';
    this.#pickFirst = false;
    clearTimeout(this.#timer);
    this.#loading.abort();
    if (this.#open) this.#timer = setTimeout(() => this.#find(words), TYPING_PAUSE);
    this.#render();
  }

  async #find(words: string): Promise<void> {
    this.#loading = new AbortController();
    const { signal } = this.#loading;
    try {
      const actors = await this.#deps.fetchActors(words.trim(), ACTORS_SHOWN, signal);
      if (signal.aborted) return;
      this.#hits = joinHits(actors, findEdges(this.#deps.graph(), words));
      this.#hitsOf = words;
      this.#at = 0;
      if (this.#pickFirst) this.#pick(this.#hits.list[0]);
      else this.#render();
    } catch (error) {
      if (!signal.aborted) this.#deps.onError(error);
    }
  }

  #close(): void {
    this.#input('');
    this.#hits = NOTHING;
    this.#hitsOf = '';
  }

  #pick(hit: Hit | undefined): void {
    this.#pickFirst = false;
    if (!hit) return;
    // A link that has the focus is about to go.
    this.focus();
    this.#close();
    // The field has done its work: the keys that go through the relations are idle while it has the focus.
    this.#root.querySelector('input')?.blur();
    this.#deps.choose(hit.kind === 'actor' ? { actor: hit.actor.id } : { edge: hit.edge.id });
  }

  #key(event: KeyboardEvent): void {
    const { list } = this.#hits;
    const count = list.length;
    const ready = this.#hitsOf === this.#words;
    if (event.key === 'Enter') {
      if (ready) this.#pick(list[this.#at]);
      else this.#pickFirst = this.#words.trim() !== '';
    } else if (event.key === 'ArrowDown' && count > 0) this.#at = (this.#at + 1) % count;
    else if (event.key === 'ArrowUp' && count > 0) this.#at = (this.#at - 1 + count) % count;
    else if (event.key === 'Escape') {
      if (!this.#words) (event.currentTarget as HTMLElement).blur();
      this.#close();
    } else return;
    event.preventDefault();
    event.stopPropagation();
    this.#render();
    this.#root.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  #renderHit(hit: Hit, index: number): TemplateResult {
    const content =
      hit.kind === 'actor'
        ? html`${disc(hit.actor)}
            <span>
              ${hit.actor.name}
              ${hit.actor.matched === hit.actor.name ? nothing : html`<span class="hit-alias">${hit.actor.matched}</span>`}
            </span>
            <span class="menu-note"
              >${translate(`legend.${hit.actor.kind}`)}, ${translate('count.relations', { count: hit.actor.degree })}</span
            >`
        : html`${lineSample(hit.edge.modality, hit.edge.class, hit.edge.count)}
            <span>${hit.source.label} <b class=${colourClass(hit.edge)}>${hit.edge.label}</b> ${hit.target.label}</span>
            <span class="menu-note">${translate('count.sentences', { count: hit.edge.count })}</span>`;
    return html`<li
      id="hit-${index}"
      class="menu-item"
      role="option"
      aria-selected=${index === this.#at}
      @pointerdown=${(event: Event) => {
        event.preventDefault();
        this.#pick(hit);
      }}
    >
      ${content}
    </li>`;
  }

  #renderNone(): TemplateResult {
    const { nearest } = this.#hits;
    return html`<div class="search-none">
      <p role="status">${translate('search.none', { words: this.#hitsOf.trim() })}</p>
      ${
        nearest.length > 0
          ? html`<p class="nearest-note">${translate('search.nearest')}</p>
              <ul class="nearest">
                ${nearest.map(
                  (actor) => html`<li>
                    <a
                      href=${this.#deps.actorAddress(actor.id)}
                      @click=${(event: MouseEvent) => {
                        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                        event.preventDefault();
                        this.#pick({ kind: 'actor', actor: { ...actor, matched: actor.name, typo: true } });
                      }}
                      >${actor.name}</a
                    >
                  </li>`,
                )}
              </ul>`
          : nothing
      }
    </div>`;
  }

  #render(): void {
    const { list, more } = this.#hits;
    const shown = this.#open && list.length > 0;
    render(
      html`
        <label class="search-field">
          ${icon('search')}
          <span class="unseen">${translate('search.label')}</span>
          <input
            type="text"
            role="combobox"
            autocomplete="off"
            spellcheck="false"
            placeholder=${translate('search.label')}
            aria-expanded=${shown}
            aria-controls="search-hits"
            aria-autocomplete="list"
            aria-activedescendant=${shown ? `hit-${this.#at}` : ''}
            .value=${this.#words}
            @input=${(event: Event) => this.#input((event.target as HTMLInputElement).value)}
            @keydown=${(event: KeyboardEvent) => this.#key(event)}
            @focus=${() => this.#input(this.#words)}
          />
          <kbd aria-hidden="true">/</kbd>
        </label>
        <div class="search-found" ?hidden=${!shown}>
          <ul class="search-hits" id="search-hits" role="listbox" aria-label=${translate('search.hits')}>
            ${list.map((hit, index) => this.#renderHit(hit, index))}
          </ul>
          ${more > 0 ? html`<p class="search-more">${translate('search.more', { count: more })}</p>` : nothing}
        </div>
        ${this.#open && list.length === 0 && this.#hitsOf === this.#words ? this.#renderNone() : nothing}
      `,
      this.#root,
    );
  }
}
