import type { Token } from '../types.ts';
import { escapeHtml } from './shapes.ts';

/** Widths in px of the drawing's text, which is set in a face of one width. */
const LETTER = 7.3;
const GAP = 22;
const LEVEL = 20;

interface Arc {
  from: number;
  to: number;
  label: string;
  level: number;
}

/** Arcs from heads to dependents; a longer one runs above those it spans. */
function layArcs(tokens: Token[]): Arc[] {
  const arcs = tokens.flatMap(({ head, deprel }, index): Arc[] =>
    head > 0 ? [{ from: head - 1, to: index, label: deprel, level: 1 }] : [],
  );
  const ends = ({ from, to }: Arc): [number, number] => [Math.min(from, to), Math.max(from, to)];
  const span = (arc: Arc): number => ends(arc)[1] - ends(arc)[0];
  arcs.sort((a, b) => span(a) - span(b));
  for (const [index, arc] of arcs.entries()) {
    const [left, right] = ends(arc);
    for (const inner of arcs.slice(0, index)) {
      const [a, b] = ends(inner);
      if (a < right && b > left) arc.level = Math.max(arc.level, inner.level + 1);
    }
  }
  return arcs;
}

/** A dependency tree as an SVG picture: the words in a row, an arrow from each head to what hangs on it. */
export function drawTree(tokens: Token[]): string {
  const arcs = layArcs(tokens);
  const widths = tokens.map(({ form, upos }) => Math.max(form.length, upos.length, 3) * LETTER);
  const lefts = widths.map((_, index) => 12 + widths.slice(0, index).reduce((sum, width) => sum + width + GAP, 0));
  const middle = (index: number): number => (lefts[index] as number) + (widths[index] as number) / 2;
  const top = 26 + LEVEL * Math.max(1, ...arcs.map(({ level }) => level));
  const width = Math.ceil((lefts.at(-1) ?? 0) + (widths.at(-1) ?? 0) + 12);
  const round = (value: number): string => value.toFixed(1);

  const words = tokens.map(({ form, upos }, index) => {
    const x = round(middle(index));
    return `<text class="tree-word" x="${x}" y="${top + 18}">${escapeHtml(form)}</text><text class="tree-tag" x="${x}" y="${top + 34}">${upos}</text>`;
  });
  const lines = arcs.map(({ from, to, label, level }) => {
    const side = to > from ? 5 : -5;
    const [x1, x2] = [middle(from) + side, middle(to) - side / 2];
    const y = top - LEVEL * level;
    const path = `M${round(x1)} ${top}V${y + 6}Q${round(x1)} ${y} ${round(x1 + side)} ${y}H${round(x2 - side)}Q${round(x2)} ${y} ${round(x2)} ${y + 6}V${top - 4}`;
    const tip = `M${round(x2 - 3)} ${top - 7}L${round(x2)} ${top - 1}L${round(x2 + 3)} ${top - 7}z`;
    return `<path class="tree-arc" d="${path}"/><path class="tree-tip" d="${tip}"/><text class="tree-label" x="${round((x1 + x2) / 2)}" y="${y - 3}">${label}</text>`;
  });
  const root = tokens.findIndex(({ head }) => head === 0);
  const rootMark = root < 0 ? '' : `<path class="tree-arc" d="M${round(middle(root))} 12V${top - 4}"/>`;
  return `<svg class="tree" width="${width}" height="${top + 44}" viewBox="0 0 ${width} ${top + 44}" aria-hidden="true">${rootMark}${lines.join('')}${words.join('')}</svg>`;
}
