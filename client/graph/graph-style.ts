import type { StylesheetJson } from 'cytoscape';
import type { Palette } from '../palette.ts';
import { edgeStyles } from './edge-style.ts';
import { nodeStates, nodeStyles } from './node-style.ts';

/** The whole look of the graph for a theme and a size of screen; what comes later in the list wins. */
export function buildStyle(palette: Palette, narrow: boolean): StylesheetJson {
  return [...nodeStyles(palette, narrow), ...edgeStyles(palette, narrow), ...nodeStates(palette)];
}
