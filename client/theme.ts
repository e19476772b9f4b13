export type Theme = 'system' | 'light' | 'dark';

const KEY = 'entente-theme';
const ORDER: Theme[] = ['system', 'light', 'dark'];

/** The reader's choice; storage may be forbidden, then the system decides. */
export function readTheme(): Theme {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}

/** Puts the theme on the page without keeping it. */
export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Goes to the next of system, light and dark, and keeps it. */
export function nextTheme(): Theme {
  const theme = ORDER[(ORDER.indexOf(readTheme()) + 1) % ORDER.length] ?? 'system';
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  showTheme(theme);
  return theme;
}

/** Whether the page is dark at this moment. */
export function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}
