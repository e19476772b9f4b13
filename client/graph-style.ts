import type { EdgeSingular, NodeSingular, StylesheetJson } from 'cytoscape';
import type { EdgeData, NodeData } from '../server/types.ts';
import { CANVAS_FONT, initialsPicture, type Palette } from './palette.ts';
import { lineWidth } from './parts.ts';

const NARROW_SCALE = 0.62;

function nodeData(node: NodeSingular): NodeData {
  return node.data() as NodeData;
}

function edgeData(edge: EdgeSingular): EdgeData {
  return edge.data() as EdgeData;
}

/** Side or diameter of an actor in px, by its relations without filters. */
function nodeSize(data: NodeData, narrow: boolean): number {
  const root = Math.sqrt(Math.max(1, data.total));
  const size = data.kind === 'country' ? 30 + 5.2 * root : 28 + 3.4 * root;
  return narrow ? size * NARROW_SCALE : size;
}

/**
 * Cytoscape counts the distance of a control point to the right of the way from source to target on a screen whose y
 * grows downwards, and the curve's middle lies half as far; `bend` is to the left of the way from the smaller id.
 */
function controlDistance(edge: EdgeSingular, narrow: boolean): number {
  const { source, target, bend } = edgeData(edge);
  const distance = (source < target ? -2 : 2) * bend * (narrow ? NARROW_SCALE : 1);
  // A distance of nothing makes Cytoscape leave out the control point and the label's angle with it.
  return distance === 0 ? 0.01 : distance;
}

function edgeText({ label, modality, count }: EdgeData): string {
  return `${modality === 'negated' ? '✕ ' : ''}${label}${count > 1 ? ` · ${count}` : ''}`;
}

function edgeColour(edge: EdgeSingular, palette: Palette): string {
  const data = edgeData(edge);
  return data.modality === 'negated' ? palette.negated : palette[data.class];
}

const HEADS = { cooperation: 'vee', conflict: 'triangle', neutral: 'circle' } as const;

function nodeStyles(palette: Palette, narrow: boolean): StylesheetJson {
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
  ];
}

function nodeStates(palette: Palette): StylesheetJson {
  const quiet = { 'font-weight': 400 } as const;
  return [
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
      selector: 'node.focused',
      style: {
        'outline-width': 2,
        'outline-color': palette.focus,
        'outline-offset': 3,
        'outline-opacity': 1,
      },
    },
    { selector: '.gone', style: { display: 'none' } },
  ];
}

function edgeStyles(palette: Palette, narrow: boolean): StylesheetJson {
  const colour = (edge: EdgeSingular) => edgeColour(edge, palette);
  const width = (edge: EdgeSingular) => lineWidth(edgeData(edge).modality, edgeData(edge).count);
  const head = (edge: EdgeSingular) => HEADS[edgeData(edge).class];
  const text = (edge: EdgeSingular) => (narrow ? '' : edgeText(edgeData(edge)));
  return [
    {
      selector: 'edge',
      style: {
        'curve-style': 'unbundled-bezier',
        'control-point-distances': (edge: EdgeSingular) => controlDistance(edge, narrow),
        'control-point-weights': 0.5,
        'source-distance-from-node': 4,
        'target-distance-from-node': 4,
        width,
        'line-color': colour,
        'target-arrow-color': colour,
        'source-arrow-color': colour,
        'target-arrow-shape': head,
        'source-arrow-shape': (edge: EdgeSingular) => (edgeData(edge).symmetric ? head(edge) : 'none'),
        'arrow-scale': (edge: EdgeSingular) => (edgeData(edge).class === 'neutral' ? 0.7 : 1),
        label: text,
        color: colour,
        'font-family': CANVAS_FONT,
        'font-size': 13,
        'font-weight': (edge: EdgeSingular) => (edgeData(edge).class === 'neutral' ? 400 : 500),
        'text-rotation': 'autorotate',
        'text-background-color': palette.paper,
        'text-background-opacity': 1,
        'text-background-padding': '1.5px',
        'overlay-opacity': 0,
        'z-index': 1,
      },
    },
    { selector: 'edge[modality = "planned"]', style: { 'line-style': 'dashed', 'line-dash-pattern': [7, 5] } },
    {
      selector: 'edge[modality = "hypothetical"]',
      style: { 'line-style': 'dashed', 'line-dash-pattern': [0.1, 5.5], 'line-cap': 'round' },
    },
    { selector: 'edge[modality = "negated"]', style: { 'line-style': 'dashed', 'line-dash-pattern': [3, 3] } },
    {
      selector: 'edge.hovered',
      style: { width: (edge: EdgeSingular) => width(edge) + 1, 'font-weight': 600, 'z-index': 5 },
    },
    { selector: 'edge.dimmed', style: { opacity: 0.26, label: '' } },
    {
      selector: 'edge.chosen',
      style: {
        width: (edge: EdgeSingular) => width(edge) + 2,
        // The package's types allow this mapper for nodes only; the drawing takes it for edges too.
        'underlay-color': colour as never,
        'underlay-opacity': 0.16,
        'underlay-padding': 5,
        color: palette.panel,
        'font-weight': 600,
        'text-background-color': colour,
        'text-background-padding': '3px',
        'text-background-shape': 'roundrectangle',
        'z-index': 10,
      },
    },
  ];
}

/** The whole look of the graph for a theme and a size of screen. */
export function buildStyle(palette: Palette, narrow: boolean): StylesheetJson {
  return [
    ...nodeStyles(palette, narrow),
    {
      selector: 'node[kind = "person"], node[kind = "group"]',
      style: {
        'background-image': (node: NodeSingular) => initialsPicture(nodeData(node), palette.dark),
        'background-width': '100%',
        'background-height': '100%',
      },
    },
    ...edgeStyles(palette, narrow),
    ...nodeStates(palette),
  ];
}
