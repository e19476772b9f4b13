import type { Counted, EdgeData, Modality, RelationType, Status } from '../types.ts';
import type { Subject } from './filter.ts';
import { ARTICLE_ITSELF, labelRelation, MODALITIES, NO_SPEAKER, STATUSES } from './vocabulary.ts';

/** One relation with the statements it is made of, before it has a place among its neighbours. */
export interface Relation {
  id: string;
  source: string;
  target: string;
  type: RelationType;
  subjects: Subject[];
}

/** Id of the relation of a statement: a symmetric type has its ends in id order. */
export function nameRelation(source: string, type: RelationType, target: string): string {
  const [from, to] = type.symmetric && source > target ? [target, source] : [source, target];
  return `${from}:${type.id}:${to}`;
}

/** Groups statements into relations, in the order in which they are first met. */
export function groupRelations(subjects: Subject[]): Relation[] {
  const relations = new Map<string, Relation>();
  for (const subject of subjects) {
    const { statement, type } = subject;
    const id = nameRelation(statement.source, type, statement.target);
    const relation = relations.get(id);
    if (relation) relation.subjects.push(subject);
    else {
      const swapped = type.symmetric && statement.source > statement.target;
      const [source, target] = swapped ? [statement.target, statement.source] : [statement.source, statement.target];
      relations.set(id, { id, source, target, type, subjects: [subject] });
    }
  }
  return [...relations.values()];
}

/** Values with their counts, in the order of the vocabulary. */
function countIn<Id extends string>(order: { id: Id; label: string }[], values: Id[]): Counted[] {
  return order
    .map(({ id, label }) => ({ value: id, label, count: values.filter((value) => value === id).length }))
    .filter(({ count }) => count > 0);
}

/** Most statements first; the article itself before speakers with as many. */
export function countSpeakers(subjects: Subject[], nameOf: (actor: string) => string): Counted[] {
  const counts = new Map<string, number>();
  for (const { statement } of subjects) {
    const speaker = statement.speaker ?? NO_SPEAKER;
    counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  }
  const label = (value: string) => (value === NO_SPEAKER ? ARTICLE_ITSELF : nameOf(value));
  const rank = ({ value }: Counted) => (value === NO_SPEAKER ? 0 : 1);
  return [...counts]
    .map(([value, count]) => ({ value, label: label(value), count }))
    .sort((a, b) => b.count - a.count || rank(a) - rank(b) || a.label.localeCompare(b.label, 'en'));
}

/** The strongest modality among the statements stands for the relation. */
export function strongestModality(subjects: Subject[]): Modality {
  const found = new Set(subjects.map(({ statement }) => statement.modality));
  return MODALITIES.find(({ id }) => found.has(id))?.id ?? 'asserted';
}

/** The words of the newest statement in a modality. */
function findWording(subjects: Subject[], modality: Modality): string {
  const own = subjects.filter(({ statement }) => statement.modality === modality);
  const [newest] = own.sort((a, b) => (b.day ?? '').localeCompare(a.day ?? ''));
  return newest?.statement.cue.text ?? '';
}

/** The data of an edge; `bend` is the offset of its curve in px, see bundles.ts. */
export function describeEdge(relation: Relation, bend: number, nameOf: (actor: string) => string): EdgeData {
  const { id, source, target, type, subjects } = relation;
  const modality = strongestModality(subjects);
  const days = subjects.flatMap(({ day }) => day ?? []).sort();
  return {
    id,
    source,
    target,
    type: type.id,
    label: labelRelation(type, modality),
    class: type.class,
    symmetric: type.symmetric,
    modality,
    count: subjects.length,
    wording: findWording(subjects, modality),
    modalities: countIn<Modality>(
      MODALITIES,
      subjects.map(({ statement }) => statement.modality),
    ),
    speakers: countSpeakers(subjects, nameOf),
    statuses: countIn<Status>(
      STATUSES,
      subjects.map(({ statement }) => statement.status),
    ),
    firstDate: days[0] ?? null,
    lastDate: days.at(-1) ?? null,
    bend,
  };
}
