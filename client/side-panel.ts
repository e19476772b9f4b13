import { html, render } from 'lit-html';
import { icon } from './icons.ts';
import { translate } from './messages.ts';
import type { Sheet } from './sheet.ts';
import type { ViewState } from './state.ts';

const wide = matchMedia('(min-width: 1280px)');
const phone = matchMedia('(max-width: 700px)');
const root = document.documentElement;

interface Shown {
  state: ViewState;
  selected: boolean;
  /** Nothing matches the filters: there is nothing to list. */
  empty: boolean;
}

/** Whether the panel stands beside the graph, or over it on middling screens. */
function isShown({ state, selected, empty }: Shown): boolean {
  if (state.panel) return state.panel === 'open';
  if (selected) return true;
  return wide.matches && !empty && state.view === 'graph';
}

/** Opens and closes the panel: by its button, and on the phone by the height of the sheet. */
export class SidePanel {
  readonly #button: HTMLElement;
  readonly #sheet: Sheet;
  readonly #set: (panel: ViewState['panel']) => void;
  #shown: Shown | null = null;

  constructor(button: HTMLElement, sheet: Sheet, set: (panel: ViewState['panel']) => void) {
    this.#button = button;
    this.#sheet = sheet;
    this.#set = set;
    button.addEventListener('click', () => this.#toggle());
    wide.addEventListener('change', () => this.#shown && this.show(this.#shown));
  }

  /** Follows the view. */
  show(shown: Shown): void {
    this.#shown = shown;
    const { state, selected, empty } = shown;
    const open = isShown(shown);
    const words = translate(open ? 'panel.close' : 'panel.open');
    root.classList.toggle('has-panel', open);
    // the embedded graph has no panel but that of a selection
    root.classList.toggle('has-selection', selected);
    root.classList.toggle('panel-closed', (empty && !selected) || (state.panel === 'closed' && !phone.matches));
    this.#button.setAttribute('aria-expanded', String(open));
    this.#button.setAttribute('aria-label', words);
    this.#button.title = words;
    render(html`${icon(open ? 'panel-close' : 'panel-open')}`, this.#button);
    if (phone.matches) this.#sheet.follow(state.panel === 'closed');
  }

  #toggle(): void {
    if (!this.#shown) return;
    const usual = isShown({ ...this.#shown, state: { ...this.#shown.state, panel: null } });
    this.#set(isShown(this.#shown) ? 'closed' : usual ? null : 'open');
  }
}
