import type { Modality, NodeData, RelationClass, StatementView } from '../types.ts';

/** Text made safe for HTML content and double-quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** The small picture of an actor: flag, initials or organisation mark. Its name always stands beside it. */
export function disc(node: Pick<NodeData, 'id' | 'kind' | 'initials'>): string {
  if (node.kind === 'country') {
    const src = `/assets/flags/${encodeURIComponent(node.id)}.svg`;
    return `<img class="disc disc-country" src="${src}" width="18" height="18" alt="" loading="lazy">`;
  }
  if (node.kind === 'organisation') {
    return (
      '<svg class="disc disc-organisation" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">' +
      '<path d="M0 9 4.5 1.2h9L18 9l-4.5 7.8h-9z"/></svg>'
    );
  }
  return `<span class="disc disc-${node.kind}" aria-hidden="true">${escapeHtml(node.initials)}</span>`;
}

/** The drawn line of a relation: colour by class, dashes by modality, width by the number of sentences. */
export function lineSample(modality: Modality, relationClass: RelationClass | 'plain' = 'plain', count = 1): string {
  const width = modality === 'hypothetical' ? 2.4 : Math.min(6, 1.5 + 1.1 * Math.log2(Math.max(1, count)));
  const cross = modality === 'negated' ? '<path class="line-cross" d="m9 3 6 6m0-6-6 6"/>' : '';
  return (
    `<svg class="line line-${modality} class-${relationClass}" width="24" height="12" viewBox="0 0 24 12" ` +
    `aria-hidden="true"><path stroke-width="${width.toFixed(1)}" d="M1 6h22"/>${cross}</svg>`
  );
}

/** A sentence with its cue marked, as HTML. `cueStart`, `cueEnd` and `start` are offsets into the article. */
export function markCue(
  evidence: Pick<StatementView, 'sentence' | 'start' | 'cueStart' | 'cueEnd' | 'modality'>,
): string {
  const from = Math.max(0, evidence.cueStart - evidence.start);
  const to = Math.max(from, evidence.cueEnd - evidence.start);
  const { sentence, modality } = evidence;
  return (
    `${escapeHtml(sentence.slice(0, from))}<mark class="cue-${modality}">${escapeHtml(sentence.slice(from, to))}</mark>` +
    escapeHtml(sentence.slice(to))
  );
}
