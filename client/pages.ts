/** What the pages beside the explorer do with scripts; without them they are whole too. */
import { startMarginNotes } from './margin-notes.ts';
import { nextTheme, readTheme, type Theme } from './theme.ts';

function showThemeName(button: HTMLElement, theme: Theme): void {
  for (const name of button.querySelectorAll<HTMLElement>('[data-theme-name]'))
    name.hidden = name.dataset.themeName !== theme;
}

const button = document.getElementById('theme');
if (button) {
  showThemeName(button, readTheme());
  button.addEventListener('click', () => showThemeName(button, nextTheme()));
}
startMarginNotes();
