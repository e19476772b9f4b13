import type { NodeData } from '../server/types.ts';

/** Colours of the theme as the canvas needs them, read from the custom properties of the page. */
export interface Palette {
  dark: boolean;
  paper: string;
  panel: string;
  ink: string;
  ink2: string;
  ink3: string;
  focus: string;
  cooperation: string;
  conflict: string;
  neutral: string;
  negated: string;
}

/** Fonts of the canvas: those whose widths are the same when measured and when drawn. */
export const CANVAS_FONT = 'Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif';

/** The colours that the page shows at this moment. */
export function readPalette(dark: boolean): Palette {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    dark,
    paper: token('paper'),
    panel: token('panel'),
    ink: token('ink'),
    ink2: token('ink2'),
    ink3: token('ink3'),
    focus: token('focus'),
    cooperation: token('cooperation'),
    conflict: token('conflict'),
    neutral: token('tie'),
    negated: token('negated'),
  };
}

/**
 * Address of an actor's initials as a picture: Cytoscape has one label a node, which is the name. Not a data: URL,
 * which the page's policy refuses.
 */
export function initialsPicture({ initials }: NodeData, dark: boolean): string {
  return `/initials/${dark ? 'dark' : 'light'}/${encodeURIComponent(initials)}.svg`;
}
