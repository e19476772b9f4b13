import { labelRelation } from '../graph/vocabulary.ts';
import type { Change, ChangesBody, RelationType, SaidStatement } from '../types.ts';
import { translate } from './messages.ts';
import type { SaidSentence } from './sentences.ts';

type Sentence = Omit<SaidSentence, 'speaker'> & { according: string | null };

export interface ChangesPage {
  changes: {
    change: Change;
    /** What was done, in words: "Statement rejected". */
    title: string;
    /** What the statement says, and what it said before. */
    said: Sentence | null;
    before: Sentence | null;
    /** What the article or the actor is, where the change is about one. */
    detail: string | null;
    /** The article, if it may still be here. */
    article: { id: string; title: string } | null;
    canUndo: boolean;
  }[];
  total: number;
  next: string | null;
  /** Why the change that was to be undone was not. */
  refusal: string | null;
}

function writeTitle({ kind, subject: { of } }: Change): string {
  const name = (key: string) => translate(`changes.kind.${key}`);
  return of ? translate(`changes.${kind}`, { what: name(of) }) : name(kind);
}

function writeDetail({ subject: { actor, other, fields } }: Change): string | null {
  const changed = fields?.map((field) => translate(`changes.field.${field}`)).join(', ');
  if (actor && other) return translate('changes.two', { actor: actor.name, other: other.name });
  if (actor?.before) return translate('changes.renamed', { before: actor.before, name: actor.name });
  if (actor) return translate('changes.fields', { name: actor.name, fields: changed ?? '' });
  return changed ?? null;
}

function sayStatement(said: SaidStatement | undefined, types: ReadonlyMap<string, RelationType>): Sentence | null {
  const type = said && types.get(said.type);
  if (!type) return null;
  const { source, target, modality, speaker } = said;
  return {
    sources: [{ id: '', name: source }],
    label: labelRelation(type, modality),
    targets: [{ id: '', name: target }],
    class: type.class,
    modality,
    according: speaker,
  };
}

/** The history of changes in words. */
export function describeChanges(
  { changes, total, next }: ChangesBody,
  types: ReadonlyMap<string, RelationType>,
  isHere: (article: string) => boolean,
  refusal: string | null,
): ChangesPage {
  return {
    changes: changes.map((change) => {
      const { statement, article } = change.subject;
      return {
        change,
        title: writeTitle(change),
        said: sayStatement(statement?.said, types),
        before: sayStatement(statement?.before, types),
        detail: writeDetail(change),
        article: article ? { id: isHere(article.id) ? article.id : '', title: article.title } : null,
        canUndo: change.undoneBy === null && change.kind !== 'article-purged',
      };
    }),
    total,
    next,
    refusal,
  };
}
