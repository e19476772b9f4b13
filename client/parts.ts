import { html, nothing, svg, type TemplateResult } from 'lit-html';
import type { EdgeData, Modality, NodeData, RelationClass, StatementView } from '../server/types.ts';

/** Width of a drawn relation, in px, by its number of sentences. */
export function lineWidth(modality: Modality, count: number): number {
  if (modality === 'negated') return 1.4;
  const width = Math.min(6, 1.5 + 1.1 * Math.log2(Math.max(1, count)));
  return modality === 'hypothetical' ? Math.max(2.4, width) : width;
}

/** A block of 11 px for a relation or a statement: solid, striped, hollow or crossed by modality. */
export const BLOCK_FORMS: Record<Modality, string> = {
  asserted: 'M0 0h11v11H0z',
  planned: 'M0 0h4.5v11H0zm6.500 0H11v11H6.500z',
  hypothetical: 'M.75.75h9.500v9.500H.75z',
  negated: 'M.5.5h10v10H.5zm1.500 1.500 7 7m0-7-7 7',
};

/** The small picture of an actor; its name always stands beside it. */
export function disc(node: Pick<NodeData, 'id' | 'kind' | 'initials'>, side = 18): TemplateResult {
  if (node.kind === 'country') {
    const src = `/assets/flags/${encodeURIComponent(node.id)}.svg`;
    return html`<img class="disc disc-country" src=${src} width=${side} height=${side} alt="" />`;
  }
  if (node.kind === 'organisation') {
    return html`<svg class="disc disc-organisation" width=${side} height=${side} viewBox="0 0 18 18" aria-hidden="true">
      <path d="M0 9 4.5 1.2h9L18 9l-4.5 7.8h-9z" />
    </svg>`;
  }
  return html`<span class="disc disc-${node.kind} ${side < 18 ? 'disc-small' : ''}" aria-hidden="true">${node.initials}</span>`;
}

/** The line a relation is drawn with: colour by class, dashes by modality, width by the number of sentences. */
export function lineSample(
  modality: Modality,
  relationClass: RelationClass | 'plain' = 'plain',
  count = 1,
  width = 24,
) {
  const cross = svg`<path class="line-cross" d="m${width / 2 - 3} 3 6 6m0-6-6 6"/>`;
  return html`<svg
    class="line line-${modality} class-${relationClass}"
    width=${width}
    height="12"
    viewBox="0 0 ${width} 12"
    aria-hidden="true"
  >
    <path stroke-width=${lineWidth(modality, count).toFixed(1)} d="M1 6h${width - 2}" />
    ${modality === 'negated' ? cross : nothing}
  </svg>`;
}

/** A bar on a shared scale; hollow when its value is switched off. */
export function bar(value: number, most: number, on: boolean): TemplateResult {
  const width = value === 0 ? 0 : Math.max(5, Math.round((46 * value) / Math.max(1, most)));
  return html`<svg class="measure ${on ? '' : 'measure-off'}" width="46" height="7" viewBox="0 0 46 7" aria-hidden="true">
    <rect class="measure-track" y="1" width="46" height="5" />
    ${
      on
        ? svg`<rect class="measure-fill" y="1" width=${width} height="5"/>`
        : svg`<rect class="measure-fill" x="0.5" y="1.5" width=${Math.max(0, width - 1)} height="4"/>`
    }
  </svg>`;
}

/** A sentence with its cue marked. */
export function markCue(statement: StatementView): TemplateResult {
  const from = Math.max(0, statement.cueStart - statement.start);
  const to = Math.max(from, statement.cueEnd - statement.start);
  const { sentence } = statement;
  return html`${sentence.slice(0, from)}<mark class="class-${statement.class} cue-${statement.modality}"
      >${sentence.slice(from, to)}</mark
    >${sentence.slice(to)}`;
}

/** Class that colours a relation's words: a negated one is grey in every class. */
export function colourClass(edge: { class: RelationClass; modality: Modality }): string {
  return edge.modality === 'negated' ? 'class-negated' : `class-${edge.class}`;
}

/** The arrow between two actors. */
export function arrow(edge: Pick<EdgeData, 'symmetric'>): string {
  return edge.symmetric ? '↔' : '→';
}
