/** Runs before the first paint, so that neither the theme nor the page without scripts flashes up. */
import { readTheme, showTheme } from './theme.ts';

document.documentElement.classList.add('js');
showTheme(readTheme());
// The canvas is as wide as it stays: a panel that comes late would push the graph aside.
if (new URLSearchParams(location.search).get('panel') === 'closed')
  document.documentElement.classList.add('panel-closed');
