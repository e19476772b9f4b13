import { html, nothing, render, type TemplateResult } from 'lit-html';
import type { EdgeData, GraphBody, NodeData } from '../server/types.ts';
import { indexNodes, listEdges } from './explorer.ts';
import { icon } from './icons.ts';
import { translate } from './messages.ts';
import { colourClass, disc, lineSample } from './parts.ts';
import { fold } from './words.ts';

type Hit = { kind: 'actor'; node: NodeData } | { kind: 'edge'; edge: EdgeData; source: NodeData; target: NodeData };

const HITS_AT_MOST = 8;

/** Rank of a match: at the start, at the start of a word, inside; none is null. */
function rank(text: string, query: string): number | null {
  const at = fold(text).indexOf(query);
  if (at < 0) return null;
  if (at === 0) return 0;
  return fold(text)[at - 1] === ' ' ? 1 : 2;
}

/** Actors and relations of the base graph that hold the words, best first, actors before relations. */
function findHits(base: GraphBody, words: string): Hit[] {
  const query = fold(words.trim());
  if (!query) return [];
  const nodes = indexNodes(base);
  const actors = [...nodes.values()]
    .map((node) => ({ node, rank: rank(node.label, query) }))
    .filter((hit) => hit.rank !== null)
    .sort((a, b) => Number(a.rank) - Number(b.rank) || b.node.total - a.node.total)
    .map(({ node }): Hit => ({ kind: 'actor', node }));
  const relations = listEdges(base).flatMap((edge): Hit[] => {
    const source = nodes.get(edge.source);
    const target = nodes.get(edge.target);
    if (!source || !target) return [];
    const sentence = `${source.label} ${edge.label} ${target.label}`;
    return rank(sentence, query) === null ? [] : [{ kind: 'edge', edge, source, target }];
  });
  return [...actors, ...relations].slice(0, HITS_AT_MOST);
}

/** The search field: finds actors and relations, Enter selects one. */
export class SearchBox {
  readonly #root: HTMLElement;
  readonly #base: GraphBody;
  readonly #choose: (hit: { actor?: string; edge?: string }) => void;
  #words = '';
  #hits: Hit[] = [];
  #at = 0;
  #open = false;

  constructor(root: HTMLElement, base: GraphBody, choose: (hit: { actor?: string; edge?: string }) => void) {
    this.#root = root;
    this.#base = base;
    this.#choose = choose;
    root.replaceChildren();
    this.#render();
  }

  focus(): void {
    this.#root.querySelector('input')?.focus();
  }

  #input(words: string): void {
    this.#words = words;
    this.#hits = findHits(this.#base, words);
    this.#at = 0;
    this.#open = words.trim() !== '';
    this.#render();
  }

  #pick(hit: Hit | undefined): void {
    if (!hit) return;
    this.#input('');
    // The field has done its work: the keys that go through the relations are idle while it has the focus.
    this.#root.querySelector('input')?.blur();
    this.#choose(hit.kind === 'actor' ? { actor: hit.node.id } : { edge: hit.edge.id });
  }

  #key(event: KeyboardEvent): void {
    const count = this.#hits.length;
    if (event.key === 'Enter') this.#pick(this.#hits[this.#at]);
    else if (event.key === 'ArrowDown' && count > 0) this.#at = (this.#at + 1) % count;
    else if (event.key === 'ArrowUp' && count > 0) this.#at = (this.#at - 1 + count) % count;
    else if (event.key === 'Escape') {
      if (!this.#words) (event.currentTarget as HTMLElement).blur();
      this.#input('');
    } else return;
    event.preventDefault();
    event.stopPropagation();
    this.#render();
  }

  #renderHit(hit: Hit, index: number): TemplateResult {
    const content =
      hit.kind === 'actor'
        ? html`${disc(hit.node)} <span>${hit.node.label}</span>
            <span class="menu-note">${translate('count.relations', { count: hit.node.total })}</span>`
        : html`${lineSample(hit.edge.modality, hit.edge.class, hit.edge.count)}
            <span>${hit.source.label} <b class=${colourClass(hit.edge)}>${hit.edge.label}</b> ${hit.target.label}</span>`;
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

  #render(): void {
    const shown = this.#open && this.#hits.length > 0;
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
            @blur=${() => {
              this.#open = false;
              this.#render();
            }}
            @focus=${() => this.#input(this.#words)}
          />
          <kbd aria-hidden="true">/</kbd>
        </label>
        <ul class="search-hits" id="search-hits" role="listbox" aria-label=${translate('search.hits')} ?hidden=${!shown}>
          ${this.#hits.map((hit, index) => this.#renderHit(hit, index))}
        </ul>
        ${
          this.#open && this.#hits.length === 0
            ? html`<p class="search-none" role="status">${translate('search.none', { words: this.#words.trim() })}</p>`
            : nothing
        }
      `,
      this.#root,
    );
  }
}
