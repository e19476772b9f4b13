import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { EdgeData, NodeData, RelationsBody, TableRow } from '../server/types.ts';
import type { Actions, Explorer } from './explorer.ts';
import { icon } from './icons.ts';
import { formatDay, formatNumber, type MessageKey, translate } from './messages.ts';
import { colourClass, disc, lineSample } from './parts.ts';
import { parseSort, ROWS } from './state.ts';

type Column = RelationsBody['columns'][number];

function nameSpeakers({ speakers }: EdgeData): string {
  const [first] = speakers;
  if (!first) return '';
  const name = first.value === 'none' ? translate('speaker.article') : first.label;
  return speakers.length > 1 ? translate('table.speakerMore', { name, more: speakers.length - 1 }) : name;
}

/** Up, down, Home and End go through the rows, from whatever stands in one to the same in another. */
function stepThroughRows(event: KeyboardEvent): void {
  const row = (event.target as Element).closest('tr');
  const rows = [...(event.currentTarget as HTMLTableSectionElement).rows];
  if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
  const at = rows.indexOf(row);
  const steps: Record<string, number> = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 };
  const to = rows[steps[event.key] ?? -1];
  if (!(event.key in steps)) return;
  event.preventDefault();
  event.stopPropagation();
  const place = [...row.querySelectorAll('button')].indexOf(event.target as HTMLButtonElement);
  to?.querySelectorAll('button')[place]?.focus();
}

const columnName = ({ id }: Column): string => translate(`table.${id}` as MessageKey);

function renderHead(column: Column, actions: Actions): TemplateResult {
  const { id, sorted, next } = column;
  return html`<th scope="col" class="column-${id}" aria-sort=${sorted ?? nothing}>
    <button type="button" class="sort" @click=${() => actions.setSort(parseSort(next))}>
      ${columnName(column)}${sorted ? html`<span class="sort-mark sort-${sorted}">${icon('chevron-down')}</span>` : nothing}
    </button>
  </th>`;
}

/** The heads as a list and a button, where the phone has no room for them. */
function renderSortField(columns: Column[], actions: Actions): TemplateResult {
  const sorted = columns.find((column) => column.sorted);
  const choose = (event: Event) => {
    const column = columns.find(({ id }) => id === (event.target as HTMLSelectElement).value);
    if (column) actions.setSort(parseSort(column.next));
  };
  return html`<div class="sort-field phone-only">
    <label>
      ${translate('table.sortBy')}
      <select @change=${choose}>
        ${columns.map((column) => html`<option value=${column.id} ?selected=${Boolean(column.sorted)}>${columnName(column)}</option>`)}
      </select>
    </label>
    ${
      sorted
        ? html`<button type="button" class="button" @click=${() => actions.setSort(parseSort(sorted.next))}>
            ${translate('table.turn', { direction: sorted.sorted ?? '' })}
          </button>`
        : nothing
    }
  </div>`;
}

function renderRow({ edge, source, target }: TableRow, x: Explorer, actions: Actions): TemplateResult {
  const actor = (node: NodeData) =>
    html`<button type="button" class="cell-actor" @click=${() => actions.selectActor(node.id)}>
      ${disc(node)} <span>${node.label}</span>
    </button>`;
  const isCurrent = edge.id === x.state.edge;
  const open = (event: Event) => {
    if (!(event.target as Element).closest('button')) actions.selectEdge(edge.id);
  };
  return html`<tr class=${isCurrent ? 'current' : ''} @click=${open}>
    <td>${actor(source)}</td>
    <td>
      <button
        type="button"
        class="cell-relation ${colourClass(edge)}"
        aria-pressed=${isCurrent}
        @click=${() => actions.selectEdge(edge.id)}
      >
        ${lineSample(edge.modality, edge.class, edge.count)}
        <span>${edge.label}${edge.symmetric ? ' ↔' : ''}</span>
      </button>
    </td>
    <td>${actor(target)}</td>
    <td class="quiet">${translate(`modality.${edge.modality}`)}</td>
    <td class="quiet">${nameSpeakers(edge)}</td>
    <td class="column-wording" title=${edge.wording}>${edge.wording}</td>
    <td class="quiet column-date">${edge.lastDate ? formatDay(edge.lastDate) : ''}</td>
    <td class="column-sentences">${formatNumber(edge.count)}</td>
  </tr>`;
}

/** The relations as a table, the text alternative of the graph. */
export function renderTable(x: Explorer, actions: Actions): TemplateResult | typeof nothing {
  if (!x.table || x.table.total === 0) return nothing;
  const { rows, total, columns } = x.table;
  return html`${renderSortField(columns, actions)}
    <table class="relations">
      <caption class="unseen">${translate('table.caption')}. ${translate('table.note')}</caption>
      <thead>
        <tr>
          ${columns.map((column) => renderHead(column, actions))}
        </tr>
      </thead>
      <tbody @keydown=${stepThroughRows}>
        ${repeat(
          rows,
          ({ edge }) => edge.id,
          (row) => renderRow(row, x, actions),
        )}
      </tbody>
    </table>
    ${
      rows.length < total
        ? html`<p class="table-more">
            ${translate('table.first', { shown: rows.length, total })}
            <button type="button" class="button" @click=${() => actions.setRows(x.state.rows + ROWS)}>
              ${translate('table.more', { count: Math.min(ROWS, total - rows.length) })}
            </button>
          </p>`
        : nothing
    }`;
}
