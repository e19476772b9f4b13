/** Runs before the first paint, so that neither the theme nor the page without scripts flashes up. */
import { readTheme, showTheme } from './theme.ts';

document.documentElement.classList.add('js');
showTheme(readTheme());
