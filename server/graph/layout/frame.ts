import type { Point } from '../../types.ts';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A canvas at zoom 1, in px, y downwards; the origin is the canvas's top left corner. */
export interface Frame {
  name: 'wide' | 'narrow';
  canvas: Box;
  /** Where centres of nodes may lie: the canvas less its margins. */
  inner: Box;
  /** Controls over the canvas that no node may lie under. */
  corners: Box[];
  /** Factor on the sizes of nodes and the bends of edges. */
  scale: number;
  /** Centres of nodes should keep this distance. */
  minDistance: number;
  /** Whether the canvas shows labels of edges. */
  labels: boolean;
  /** Font size of node names. */
  nameSize: number;
}

/** Room for one node with its name, and for one edge with its label, in px² of the wide frame. */
const NODE_AREA = 15000;
const EDGE_AREA = 3000;

/** Desktop canvas between the two side panels. */
export const wideFrame: Frame = {
  name: 'wide',
  canvas: { left: 0, top: 0, right: 804, bottom: 848 },
  inner: { left: 56, top: 96, right: 748, bottom: 788 },
  corners: [
    { left: 16, top: 14, right: 306, bottom: 50 },
    { left: 596, top: 14, right: 796, bottom: 50 },
    { left: 12, top: 730, right: 372, bottom: 840 },
    { left: 750, top: 724, right: 796, bottom: 836 },
  ],
  scale: 1,
  minDistance: 120,
  labels: true,
  nameSize: 13,
};

/** Phone canvas above the sheet; its controls lie in the header. */
export const narrowFrame: Frame = {
  name: 'narrow',
  canvas: { left: 0, top: 0, right: 390, bottom: 404 },
  inner: { left: 42, top: 34, right: 348, bottom: 358 },
  corners: [],
  scale: 0.62,
  minDistance: 74,
  labels: false,
  nameSize: 12,
};

export function findCentre(box: Box): Point {
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}

function growBox(box: Box, centre: Point, factor: number): Box {
  return {
    left: centre.x + (box.left - centre.x) * factor,
    top: centre.y + (box.top - centre.y) * factor,
    right: centre.x + (box.right - centre.x) * factor,
    bottom: centre.y + (box.bottom - centre.y) * factor,
  };
}

/**
 * The frame, enlarged about its centre when so many nodes and edges do not fit at zoom 1. Its corners grow as well: the
 * client shows the whole at a smaller zoom, where the controls cover more of the drawing.
 */
export function growFrame(frame: Frame, nodes: number, edges: number): Frame {
  const { inner } = frame;
  const needed = (nodes * NODE_AREA + (frame.labels ? edges * EDGE_AREA : 0)) * frame.scale ** 2;
  const factor = Math.sqrt(needed / ((inner.right - inner.left) * (inner.bottom - inner.top)));
  if (factor <= 1) return frame;
  const centre = findCentre(frame.canvas);
  return {
    ...frame,
    canvas: growBox(frame.canvas, centre, factor),
    inner: growBox(inner, centre, factor),
    corners: frame.corners.map((corner) => growBox(corner, centre, factor)),
  };
}
