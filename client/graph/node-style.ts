import type { NodeSingular, StylesheetJson } from 'cytoscape';
import type { NodeData } from '../../server/types.ts';
import { CANVAS_FONT, initialsPicture, type Palette } from '../palette.ts';
import { NARROW_SCALE } from './scale.ts';

function nodeData(node: NodeSingular): NodeData {
  return node.data() as NodeData;
}

/** Side or diameter of an actor in px, by its relations without filters. */
function nodeSize(data: NodeData, narrow: boolean): number {
  const root = Math.sqrt(Math.max(1, data.total));
  const size = data.kind === 'country' ? 30 + 5.2 * root : 28 + 3.4 * root;
  return narrow ? size * NARROW_SCALE : size;
}

/** Actors as they stand when nothing is said about them. */
export function nodeStyles(palette: Palette, narrow: boolean): StylesheetJson {
  const size = (node: NodeSingular) => nodeSize(nodeData(node), narrow);
  return [
    {
      selector: 'node',
      style: {
        width: size,
        height: size,
        label: 'data(label)',
        'font-family': CANVAS_FONT,
        'font-size': narrow ? 12 : 13,
        'font-weight': 600,
        color: palette.ink,
        'text-valign': 'bottom',
        'text-margin-y': narrow ? 3 : 5,
        'text-wrap': 'wrap',
        'text-max-width': '110px',
        'text-background-color': palette.paper,
        'text-background-opacity': 0.86,
        'text-background-padding': '1px',
        'border-color': palette.ink2,
        'border-width': 1.5,
        'background-color': palette.panel,
        'overlay-opacity': 0,
        'transition-property': 'background-image-opacity, border-opacity, background-opacity, text-opacity',
        'transition-duration': matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 160,
        'transition-timing-function': 'ease-out',
      },
    },
    {
      selector: 'node[kind = "country"]',
      style: {
        shape: 'ellipse',
        'background-image': (node: NodeSingular) => `/assets/flags/${encodeURIComponent(node.id())}.svg`,
        'background-width': '100%',
        'background-height': '100%',
        'background-image-opacity': palette.dark ? 0.88 : 0.94,
        'background-color': palette.paper,
        'border-width': 1,
        'border-color': palette.dark ? '#8D8677' : '#6B665D',
        'underlay-color': palette.paper,
        'underlay-opacity': 1,
        'underlay-padding': 3,
        'underlay-shape': 'ellipse',
      },
    },
    { selector: 'node[kind = "person"]', style: { shape: 'round-rectangle', 'corner-radius': narrow ? '5' : '8' } },
    {
      selector: 'node[kind = "organisation"]',
      style: {
        shape: 'hexagon',
        'background-color': palette.ink2,
        'background-image': `/assets/landmark-${palette.dark ? 'dark' : 'light'}.svg`,
        'background-width': '52%',
        'background-height': '52%',
        'border-width': 2,
        'border-color': palette.paper,
      },
    },
    {
      selector: 'node[kind = "group"]',
      style: { shape: 'ellipse', 'border-width': narrow ? 3 : 5, 'border-style': 'double' },
    },
    {
      selector: 'node[kind = "person"], node[kind = "group"]',
      style: {
        'background-image': (node: NodeSingular) => initialsPicture(nodeData(node), palette.dark),
        'background-width': '100%',
        'background-height': '100%',
      },
    },
  ];
}

/** Actors that are pointed at, selected, dimmed, filtered out or ringed by the keyboard. */
export function nodeStates(palette: Palette): StylesheetJson {
  const quiet = { 'font-weight': 400 } as const;
  return [
    // What stands out keeps its name at every zoom; labels.ts makes it large enough to be read.
    { selector: 'node.nameless', style: { label: '' } },
    {
      selector: 'node.prominent, node.hovered, node.chosen, node.focused',
      style: { label: 'data(label)', 'z-index': 3 },
    },
    { selector: 'node.hovered', style: { 'border-width': 2, 'border-style': 'solid', 'border-color': palette.ink } },
    {
      selector: 'node.dimmed',
      style: { ...quiet, 'background-image-opacity': 0.45, 'border-opacity': 0.6, color: palette.ink2 },
    },
    {
      selector: 'node[kind = "organisation"].dimmed',
      style: { 'background-color': palette.ink3, 'background-opacity': 0.55 },
    },
    {
      selector: 'node.faded',
      style: {
        ...quiet,
        'background-image-opacity': 0.22,
        'border-opacity': 0.35,
        'background-opacity': 0.5,
        color: palette.ink3,
        'text-opacity': 0.75,
      },
    },
    {
      selector: 'node.chosen',
      style: { 'border-width': 3, 'border-style': 'solid', 'border-color': palette.ink, 'border-opacity': 1 },
    },
    {
      selector: 'node.pinned',
      style: {
        'outline-width': 1.5,
        'outline-style': 'dashed',
        'outline-color': palette.ink2,
        'outline-offset': 3,
        'outline-opacity': 1,
      },
    },
    {
      selector: 'node.focused',
      style: {
        'outline-width': 2,
        'outline-style': 'solid',
        'outline-color': palette.focus,
        'outline-offset': 3,
        'outline-opacity': 1,
      },
    },
    { selector: '.gone', style: { display: 'none' } },
  ];
}
