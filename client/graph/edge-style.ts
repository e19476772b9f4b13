import type { EdgeSingular, StylesheetJson } from 'cytoscape';
import type { EdgeData } from '../../server/types.ts';
import { formatNumber } from '../messages.ts';
import { CANVAS_FONT, type Palette } from '../palette.ts';
import { lineWidth } from '../parts.ts';
import { NARROW_SCALE } from './scale.ts';

/** `told` says in letters who tells it, where two speakers are compared. */
type DrawnEdge = EdgeData & { members?: number; told?: string };

function edgeData(edge: EdgeSingular): DrawnEdge {
  return edge.data() as DrawnEdge;
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

/** A line that stands for several relations says so itself. */
function edgeText({ label, modality, count, members, told }: DrawnEdge): string {
  if (members && members > 1) return label;
  return `${told ? `${told}  ` : ''}${modality === 'negated' ? '✕ ' : ''}${label}${count > 1 ? ` · ${formatNumber(count)}` : ''}`;
}

function edgeColour(edge: EdgeSingular, palette: Palette): string {
  const data = edgeData(edge);
  return data.modality === 'negated' ? palette.negated : palette[data.class];
}

const HEADS = { cooperation: 'vee', conflict: 'triangle', neutral: 'circle' } as const;

/** Relations: colour and head by class, dashes by modality, width by the number of sentences. */
export function edgeStyles(palette: Palette, narrow: boolean): StylesheetJson {
  const colour = (edge: EdgeSingular) => edgeColour(edge, palette);
  const width = (edge: EdgeSingular) => lineWidth(edgeData(edge).modality, edgeData(edge).count);
  const head = (edge: EdgeSingular) => HEADS[edgeData(edge).class];
  const text = (edge: EdgeSingular) => (narrow ? (edgeData(edge).told ?? '') : edgeText(edgeData(edge)));
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
    { selector: 'edge.wordless', style: { label: '' } },
    { selector: 'edge[modality = "planned"]', style: { 'line-style': 'dashed', 'line-dash-pattern': [7, 5] } },
    {
      selector: 'edge[modality = "hypothetical"]',
      style: { 'line-style': 'dashed', 'line-dash-pattern': [0.1, 5.5], 'line-cap': 'round' },
    },
    { selector: 'edge[modality = "negated"]', style: { 'line-style': 'dashed', 'line-dash-pattern': [3, 3] } },
    {
      selector: 'edge[told = "A+B"]',
      style: { 'underlay-color': palette.ink, 'underlay-opacity': 0.12, 'underlay-padding': 4 },
    },
    {
      selector: 'edge[told ^= "≠"]',
      style: { color: palette.paper, 'text-background-color': palette.ink, 'text-background-padding': '3px' },
    },
    {
      selector: 'edge.hovered',
      style: { label: text, width: (edge: EdgeSingular) => width(edge) + 1, 'font-weight': 600, 'z-index': 5 },
    },
    { selector: 'edge.dimmed', style: { opacity: 0.26, label: '' } },
    {
      selector: 'edge.chosen',
      style: {
        label: text,
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
    {
      selector: 'edge.focused',
      style: {
        label: text,
        'underlay-color': palette.focus,
        'underlay-opacity': 1,
        'underlay-padding': 2.5,
        'text-border-color': palette.focus,
        'text-border-width': 2,
        'text-border-opacity': 1,
        'z-index': 11,
      },
    },
  ];
}
