import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { FacetValue, ListKey } from '../../server/types.ts';
import type { Actions, Explorer } from '../explorer.ts';
import { formatNumber, translate } from '../messages.ts';
import { bar } from '../parts.ts';
import { withOn } from '../state.ts';

/** One value of a facet: its box says whether it passes. */
export interface FacetRow {
  value: string;
  name: string;
  picture?: TemplateResult;
  count: number;
  on: boolean;
}

/** How the rows stand: one a line with a bar, or two a line without. */
type Form = 'bars' | 'columns';

/** More values than this and the list is cut, with a field to search it. */
const SHOWN_AT_MOST = 8;
const SEARCHED_FROM = 10;

/** What a reader searched for in a facet, and whether its list is open; kept here, since it is no part of the view. */
const looks = new Map<string, { words: string; open: boolean }>();

/** Count of a value in a facet. */
export function countIn(facet: FacetValue[], value: string, unit: 'count' | 'relations' | 'actors'): number {
  return facet.find((entry) => entry.value === value)?.[unit] ?? 0;
}

/** The set with a value put in or taken out. */
export function toggled(set: Set<string>, value: string): Set<string> {
  const result = new Set(set);
  if (!result.delete(value)) result.add(value);
  return result;
}

/** The button that leaves a value alone; a short one where there is little room. */
export function renderOnly(name: string, only: () => void, isShort = false): TemplateResult {
  return html`<button type="button" class="only" @click=${only}>
    ${translate(isShort ? 'filter.onlyShort' : 'filter.only')}<span class="unseen">: ${name}</span>
  </button>`;
}

function renderRow(row: FacetRow, most: number, form: Form, toggle: () => void, only: () => void): TemplateResult {
  return html`<li class="row ${row.on ? '' : 'row-off'}">
    <label class="row-label">
      <input type="checkbox" class="unseen" .checked=${row.on} @change=${toggle} />
      ${row.picture ?? nothing}
      <span class="row-name" title=${row.name}>${row.name}</span>
      ${form === 'bars' ? bar(row.count, most, row.on) : nothing}
      <span class="row-count">${formatNumber(row.count)}</span>
    </label>
    ${renderOnly(row.name, only, form === 'columns')}
  </li>`;
}

/** Rows of values, each with its switch and "only this"; bars share the scale `most`. */
export function renderRows(
  rows: FacetRow[],
  { toggle, only }: { toggle: (value: string) => void; only: (value: string) => void },
  { form = 'bars', most = Math.max(...rows.map((row) => row.count)) }: { form?: Form; most?: number } = {},
): TemplateResult {
  return html`<ul class="rows ${form === 'columns' ? 'two-columns' : ''}">
    ${repeat(
      rows,
      (row) => row.value,
      (row) =>
        renderRow(
          row,
          most,
          form,
          () => toggle(row.value),
          () => only(row.value),
        ),
    )}
  </ul>`;
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The first rows, and those that a reader has a word on: chosen alone, or off while most are on. */
function cutRows(rows: FacetRow[]): FacetRow[] {
  const on = rows.filter((row) => row.on).length;
  const mostOn = on > rows.length / 2;
  return rows.filter((row, index) => index < SHOWN_AT_MOST || row.on !== mostOn);
}

/** A facet of one key under a heading. A long one is searched by a field and opens to all of its values. */
export function renderFacet(
  x: Explorer,
  actions: Actions,
  { key, title, rows, form = 'bars' }: { key: ListKey; title: string; rows: FacetRow[]; form?: Form },
): TemplateResult {
  const all = rows.map((row) => row.value);
  const look = looks.get(key) ?? { words: '', open: false };
  const change = (next: Partial<typeof look>) => {
    looks.set(key, { ...look, ...next });
    actions.redraw();
  };
  const isLong = rows.length >= SEARCHED_FROM;
  const words = fold(look.words.trim());
  const found = words ? rows.filter((row) => fold(row.name).includes(words)) : rows;
  const shown = isLong && !words && !look.open ? cutRows(found) : found;
  const on = new Set(rows.filter((row) => row.on).map((row) => row.value));
  const apply = (values: Set<string>) => actions.setFilters(withOn(x.state.filters, key, all, values));
  const presses = {
    toggle: (value: string) => apply(toggled(on, value)),
    only: (value: string) => apply(new Set([value])),
  };
  return html`<section class="group" aria-labelledby="group-${key}">
    <h3 id="group-${key}">${title}</h3>
    ${
      isLong
        ? html`<input
            type="search"
            class="facet-search"
            aria-label=${translate('filter.find', { group: title })}
            placeholder=${translate('filter.find', { group: title })}
            .value=${look.words}
            @input=${(event: Event) => change({ words: (event.target as HTMLInputElement).value })}
          />`
        : nothing
    }
    ${renderRows(shown, presses, { form })}
    ${words && found.length === 0 ? html`<p class="facet-none">${translate('filter.noValue', { words: look.words.trim() })}</p>` : nothing}
    ${
      isLong && !words
        ? html`<button type="button" class="plain" aria-expanded=${look.open} @click=${() => change({ open: !look.open })}>
            ${look.open ? translate('filter.showFew') : translate('filter.showAll', { count: rows.length })}
          </button>`
        : nothing
    }
  </section>`;
}
