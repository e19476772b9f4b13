import { html, nothing, type TemplateResult } from 'lit-html';
import { exportUrl } from './api.ts';
import type { Explorer } from './explorer.ts';
import { icon } from './icons.ts';
import { formatNumber, translate } from './messages.ts';
import { stateUrl, type ViewState } from './state.ts';
import { nextTheme, readTheme } from './theme.ts';

const TAB_ICONS = { graph: 'share', table: 'table' } as const;
const THEME_ICONS = { system: 'monitor', light: 'sun', dark: 'moon' } as const;

/** The two downloads, as plain links. */
export function renderExportLinks(x: Explorer): TemplateResult {
  return html`<ul class="menu-list">
    <li>
      <a class="menu-item" href=${exportUrl(x.state.filters)} download="entente-shown.json">
        <span>${translate('export.shown')}</span>
        <span class="menu-note">${translate('count.relations', { count: x.graph.total.edges })}</span>
      </a>
    </li>
    <li>
      <a class="menu-item" href=${exportUrl()} download="entente.json">
        <span>${translate('export.all')}</span>
        <span class="menu-note">${translate('count.relations', { count: x.base.all.edges })}</span>
      </a>
    </li>
  </ul>`;
}

/** Closes a menu when the reader goes elsewhere. */
function closeWhenLeft(event: FocusEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (!menu.contains(event.relatedTarget as Node | null)) menu.open = false;
}

function closeOnEscape(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.key !== 'Escape' || !menu.open) return;
  event.stopPropagation();
  menu.open = false;
  menu.querySelector('summary')?.focus();
}

export interface ToolEvents {
  share: () => void;
  onTheme: () => void;
  showKeys: () => void;
}

/** Export, share, keys and theme at the right of the header. */
export function renderTools(x: Explorer, { share, onTheme, showKeys }: ToolEvents): TemplateResult {
  const theme = readTheme();
  return html`
    <details class="menu" @focusout=${closeWhenLeft} @keydown=${closeOnEscape}>
      <summary class="tool">${icon('download')} <span>${translate('export.button')}</span> ${icon('chevron-down')}</summary>
      <div class="menu-panel">
        <p class="menu-head">${translate('export.json')}</p>
        ${renderExportLinks(x)}
      </div>
    </details>
    <button type="button" class="tool" aria-label=${translate('share.button')} aria-haspopup="dialog" @click=${share}>
      ${icon('link')} <span class="tool-label">${translate('share.button')}</span>
    </button>
    <button
      type="button"
      class="tool tool-keys"
      aria-label=${translate('key.title')}
      title=${translate('key.title')}
      aria-haspopup="dialog"
      @click=${showKeys}
    >
      ${icon('keyboard')}
    </button>
    <button
      type="button"
      class="tool"
      aria-label=${translate(`theme.${theme}`)}
      title=${translate(`theme.${theme}`)}
      @click=${() => {
        nextTheme();
        onTheme();
      }}
    >
      ${icon(THEME_ICONS[theme])}
    </button>
  `;
}

/** Graph, Table and the pages as links, so that they open in a new tab too; on the phone's bar with a picture each. */
export function renderTabs(x: Explorer, setView: (view: ViewState['view']) => void, pictures = false): TemplateResult {
  const tab = (view: ViewState['view'], content: TemplateResult) =>
    html`<a
      class="tab"
      href=${stateUrl({ ...x.state, view })}
      aria-current=${x.state.view === view ? 'page' : 'false'}
      @click=${(event: MouseEvent) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        setView(view);
      }}
      >${pictures ? icon(TAB_ICONS[view]) : nothing}${content}</a
    >`;
  return html`${tab('graph', html`${translate('tab.graph')}`)}
  ${tab(
    'table',
    html`<span>${translate('tab.table')}</span>
      ${pictures ? nothing : html`<span class="tab-count">${formatNumber(x.graph.total.edges)}</span>`}`,
  )}
    <a class="tab" href="/articles"
      >${pictures ? icon('newspaper') : nothing}<span>${translate('tab.articles')}</span>
      ${pictures ? nothing : html`<span class="tab-count">${formatNumber(x.base.facets.article.length)}</span>`}</a
    >
    ${pictures ? nothing : html`<a class="tab tab-about" href="/about">${translate('tab.about')}</a>`}`;
}
