import type { ActorKind, Modality, RelationClass, RelationType, Status, VocabularyBody } from '../types.ts';

type Described<Id> = { id: Id; label: string; description: string };

/** The closed lists of the graph, in the order in which readers meet them. */
export const CLASSES: Described<RelationClass>[] = [
  { id: 'cooperation', label: 'Cooperation', description: 'The source works with the target or helps it.' },
  { id: 'conflict', label: 'Conflict', description: 'The source acts or stands against the target.' },
  { id: 'neutral', label: 'Ties', description: 'Offices, membership, seats and requests: neither for nor against.' },
];

export const KINDS: Described<ActorKind>[] = [
  { id: 'country', label: 'Countries', description: 'A state with its government, army and officials.' },
  { id: 'person', label: 'People', description: 'One person, however named.' },
  { id: 'organisation', label: 'Organisations', description: 'A body, bloc, party, company or armed group.' },
  { id: 'group', label: 'Groups', description: 'Countries named as one, a people, or a region without a code.' },
];

/** Strongest first: the order in which one of several stands for a relation. */
export const MODALITIES: Described<Modality>[] = [
  { id: 'asserted', label: 'asserted', description: 'Stated as done, going on or standing.' },
  { id: 'planned', label: 'planned', description: 'It will happen, is to happen or is intended.' },
  { id: 'hypothetical', label: 'hypothetical', description: 'A condition or a possibility: if, could, may.' },
  { id: 'negated', label: 'negated', description: 'Said not to be so.' },
];

export const STATUSES: Described<Status>[] = [
  { id: 'confirmed', label: 'confirmed', description: 'Found or written, and checked by a reader.' },
  { id: 'added', label: 'added', description: 'Added by a reader.' },
  { id: 'extracted', label: 'extracted', description: 'Found by the extraction, not checked yet.' },
  { id: 'rejected', label: 'rejected', description: 'Found by the extraction, refused by a reader.' },
];

/** Value of the key `speaker` for statements without one. */
export const NO_SPEAKER = 'none';
export const ARTICLE_ITSELF = 'The article itself';

/** How a relation of so many sources reads in a modality: "suspended aid to", "to visit", "may attack", "does not attack". */
export function labelRelation({ forms }: RelationType, modality: Modality, sources = 1): string {
  switch (modality) {
    case 'asserted':
      return sources > 1 ? forms.plural : forms.singular;
    case 'planned':
      return `to ${forms.base}`;
    case 'hypothetical':
      return `may ${forms.base}`;
    case 'negated':
      return sources > 1 ? forms.negatedPlural : forms.negated;
  }
}

/** The vocabulary as GET /api/vocabulary shows it. */
export function describeVocabulary(types: Iterable<RelationType>): VocabularyBody {
  const label = (type: RelationType) =>
    Object.fromEntries(MODALITIES.map(({ id }) => [id, labelRelation(type, id)])) as Record<Modality, string>;
  return {
    types: [...types].map((type) => ({ ...type, labels: label(type) })),
    classes: CLASSES,
    kinds: KINDS,
    modalities: MODALITIES,
    statuses: STATUSES,
  };
}
