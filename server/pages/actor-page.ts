import { sortNewestFirst, viewStatement } from '../graph/evidence.ts';
import type { Subject } from '../graph/filter.ts';
import { describeNode, type GraphIndex } from '../graph/graph-index.ts';
import { countSpeakers, describeEdge, groupRelations, nameRelation } from '../graph/relations.ts';
import { MODALITIES } from '../graph/vocabulary.ts';
import type {
  Actor,
  Counted,
  EdgeData,
  Modality,
  NodeData,
  RelationClass,
  RelationType,
  StatementView,
} from '../types.ts';
import { type PageSelection, selectForPage } from './page-selection.ts';
import { combineStatements, type SaidSentence } from './sentences.ts';

/** An actor that the page's actor has relations with, and what is stated of the two, by class. */
export interface Counterpart {
  node: NodeData;
  /** Modalities of the statements, strongest first: one block each. */
  blocks: Record<RelationClass, Modality[]>;
  count: number;
}

export interface ActorPage {
  actor: Actor;
  node: NodeData;
  counts: { relations: number; actors: number; articles: number; statements: number };
  selection: PageSelection;
  /** Offices, membership and seats that are stated to be so. */
  ties: SaidSentence[];
  /** Counterparts with most statements of a class, negated ones apart; several where they are equal. */
  most: { class: RelationClass; names: string[]; count: number }[];
  counterparts: Counterpart[];
  speakers: (Counted & { node: NodeData | null })[];
  /** What those quoted say of the actor: one statement a relation. */
  quotations: StatementView[];
  relations: { edge: EdgeData; sentence: SaidSentence }[];
  /** What the actor says of others. */
  says: SaidSentence[];
}

const QUOTATIONS_AT_MOST = 6;
/** Of more that are equal no heading should speak. */
const NAMED_AT_MOST = 3;
const MODALITY_ORDER = MODALITIES.map(({ id }) => id);

const otherEnd = ({ statement }: Subject, id: string): string =>
  statement.source === id ? statement.target : statement.source;

function listCounterparts(index: GraphIndex, subjects: Subject[], id: string): Counterpart[] {
  const found = new Map<string, Counterpart>();
  for (const subject of subjects) {
    const other = otherEnd(subject, id);
    const entry = found.get(other) ?? {
      node: describeNode(index, other, 0).data,
      blocks: { cooperation: [], conflict: [], neutral: [] },
      count: 0,
    };
    entry.blocks[subject.type.class].push(subject.statement.modality);
    entry.count += 1;
    found.set(other, entry);
  }
  const strongestFirst = (a: Modality, b: Modality) => MODALITY_ORDER.indexOf(a) - MODALITY_ORDER.indexOf(b);
  for (const { blocks } of found.values()) for (const list of Object.values(blocks)) list.sort(strongestFirst);
  return [...found.values()].sort((a, b) => b.count - a.count || a.node.label.localeCompare(b.node.label, 'en'));
}

function findMost(counterparts: Counterpart[], relationClass: RelationClass): ActorPage['most'] {
  const counted = counterparts.map(({ node, blocks }) => ({
    name: node.label,
    count: blocks[relationClass].filter((modality) => modality !== 'negated').length,
  }));
  const count = Math.max(0, ...counted.map((entry) => entry.count));
  const names = counted.filter((entry) => entry.count === count).map(({ name }) => name);
  return count === 0 || names.length > NAMED_AT_MOST ? [] : [{ class: relationClass, names, count }];
}

/** One statement a relation and a sentence, those with a speaker, different speakers before the same one again. */
function chooseQuotations(index: GraphIndex, subjects: Subject[]): StatementView[] {
  const quoted = sortNewestFirst(subjects).filter(({ statement }) => statement.speaker !== null);
  const used = new Set<string>();
  const bySpeaker = new Map<string, Subject[]>();
  for (const subject of quoted) {
    const { source, target, speaker, article, evidence } = subject.statement;
    const keys = [nameRelation(source, subject.type, target), `${article} ${evidence.start}`];
    if (keys.some((key) => used.has(key))) continue;
    for (const key of keys) used.add(key);
    bySpeaker.set(speaker ?? '', [...(bySpeaker.get(speaker ?? '') ?? []), subject]);
  }
  const rounds = Math.max(0, ...[...bySpeaker.values()].map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) => [...bySpeaker.values()].flatMap((list) => list[round] ?? []))
    .flat()
    .slice(0, QUOTATIONS_AT_MOST)
    .map((subject) => viewStatement(index, subject));
}

/** Everything stated of an actor; the actor has to exist. */
export function describeActorPage(
  index: GraphIndex,
  types: ReadonlyMap<string, RelationType>,
  id: string,
  query: URLSearchParams,
): ActorPage {
  const isEnd = ({ statement }: Subject) => statement.source === id || statement.target === id;
  const selection = selectForPage(index, types, query, isEnd);
  const { subjects } = selection;
  const view = (list: Subject[]) => sortNewestFirst(list).map((subject) => viewStatement(index, subject));
  const relations = groupRelations(subjects).map((relation) => {
    const edge = describeEdge(relation, 0, index.nameOf);
    const named = (actor: string) => [{ id: actor, name: index.nameOf(actor) }];
    const sentence = { ...edge, sources: named(edge.source), targets: named(edge.target), speaker: null };
    return { edge, sentence };
  });
  const counterparts = listCounterparts(index, subjects, id);
  const standing = subjects.filter(({ statement, type }) => type.event === null && statement.modality === 'asserted');
  const said = selectForPage(index, types, query, ({ statement }) => statement.speaker === id);
  return {
    actor: index.actors.get(id) as Actor,
    node: describeNode(index, id, relations.length).data,
    counts: {
      relations: relations.length,
      actors: counterparts.length,
      articles: new Set(subjects.map(({ statement }) => statement.article)).size,
      statements: subjects.length,
    },
    selection,
    ties: combineStatements(view(standing.filter(({ type }) => type.class === 'neutral')), types),
    most: [...findMost(counterparts, 'cooperation'), ...findMost(counterparts, 'conflict')],
    counterparts,
    speakers: countSpeakers(subjects, index.nameOf).map((entry) => ({
      ...entry,
      node: index.actors.has(entry.value) ? describeNode(index, entry.value, 0).data : null,
    })),
    quotations: chooseQuotations(index, subjects),
    relations: relations.sort((a, b) => b.edge.count - a.edge.count || (a.edge.id < b.edge.id ? -1 : 1)),
    says: combineStatements(view(said.subjects), types),
  };
}
