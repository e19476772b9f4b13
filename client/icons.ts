import { html, type TemplateResult } from 'lit-html';
import { unsafeHTML } from 'lit-html/directives/unsafe-html.js';
import chevronDown from 'lucide-static/icons/chevron-down.svg';
import download from 'lucide-static/icons/download.svg';
import keyboard from 'lucide-static/icons/keyboard.svg';
import link from 'lucide-static/icons/link.svg';
import maximize from 'lucide-static/icons/maximize.svg';
import minus from 'lucide-static/icons/minus.svg';
import monitor from 'lucide-static/icons/monitor.svg';
import moon from 'lucide-static/icons/moon.svg';
import newspaper from 'lucide-static/icons/newspaper.svg';
import panelClose from 'lucide-static/icons/panel-right-close.svg';
import panelOpen from 'lucide-static/icons/panel-right-open.svg';
import plus from 'lucide-static/icons/plus.svg';
import search from 'lucide-static/icons/search.svg';
import share from 'lucide-static/icons/share-2.svg';
import sliders from 'lucide-static/icons/sliders-horizontal.svg';
import sun from 'lucide-static/icons/sun.svg';
import table from 'lucide-static/icons/table-2.svg';
import close from 'lucide-static/icons/x.svg';

const sources = {
  'chevron-down': chevronDown,
  download,
  keyboard,
  link,
  maximize,
  minus,
  monitor,
  moon,
  newspaper,
  'panel-close': panelClose,
  'panel-open': panelOpen,
  plus,
  search,
  share,
  sliders,
  sun,
  table,
  close,
};

/** A Lucide icon, 16 px, stroke 1.75, hidden from the accessibility tree: the control beside it carries the name. */
export function icon(name: keyof typeof sources): TemplateResult {
  const svg = sources[name]
    .replace(/<!--.*?-->/s, '')
    .replace(/class="[^"]*"/, 'class="icon" aria-hidden="true"')
    .replace(/(width|height)="24"/g, '$1="16"')
    .replace('stroke-width="2"', 'stroke-width="1.75"');
  return html`${unsafeHTML(svg)}`;
}
