import type { Modality, RelationClass } from '../types.ts';

const FORMS: Record<Modality, string> = {
  asserted: 'M0 0h11v11H0z',
  planned: 'M0 0h4.5v11H0zm6.500 0H11v11H6.500z',
  hypothetical: 'M.75.75h9.500v9.500H.75z',
  negated: 'M.5.5h10v10H.5zm1.500 1.500 7 7m0-7-7 7',
};

/** The inside of a block: solid, striped, hollow or crossed by modality. */
export const blockPath = (modality: Modality): string => `<path d="${FORMS[modality]}"/>`;

/** The class of a block, which colours it. */
export const blockClass = (modality: Modality, relationClass: RelationClass | 'plain'): string =>
  `block block-${modality} ${modality === 'negated' && relationClass !== 'plain' ? 'class-negated' : `class-${relationClass}`}`;

/** One statement as a block of 11 px. */
export function drawBlock(modality: Modality, relationClass: RelationClass | 'plain' = 'plain'): string {
  return (
    `<svg class="${blockClass(modality, relationClass)}" width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">` +
    `${blockPath(modality)}</svg>`
  );
}
