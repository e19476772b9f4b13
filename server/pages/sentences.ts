import { labelRelation } from '../graph/vocabulary.ts';
import type { Modality, RelationClass, RelationType, StatementView } from '../types.ts';
import { actorUrl } from './addresses.ts';
import { joinWords } from './messages.ts';
import { escapeHtml } from './shapes.ts';

type Named = StatementView['source'];

/** What one or more statements say in one sentence: "China, Iran and Central Asian states support Russia". */
export interface SaidSentence {
  sources: Named[];
  label: string;
  targets: Named[];
  class: RelationClass;
  modality: Modality;
  speaker: Named | null;
}

function groupBy(statements: StatementView[], key: (statement: StatementView) => string): StatementView[][] {
  const groups = new Map<string, StatementView[]>();
  for (const statement of statements) groups.set(key(statement), [...(groups.get(key(statement)) ?? []), statement]);
  return [...groups.values()];
}

function unique(named: Named[]): Named[] {
  return [...new Map(named.map((actor) => [actor.id, actor])).values()];
}

/** Says statements in as few sentences as their sources, or else their targets, allow. */
export function combineStatements(
  statements: StatementView[],
  types: ReadonlyMap<string, RelationType>,
): SaidSentence[] {
  const manner = ({ type, modality, speaker }: StatementView) => [type, modality, speaker?.id ?? null];
  const bySources = groupBy(statements, (one) => JSON.stringify([...manner(one), one.target.id]));
  const single = bySources.filter((members) => unique(members.map(({ source }) => source)).length === 1).flat();
  const byTargets = groupBy(single, (one) => JSON.stringify([...manner(one), one.source.id]));
  const groups = [...bySources.filter((members) => !single.includes(members[0] as StatementView)), ...byTargets];
  return groups
    .sort(([a], [b]) => statements.indexOf(a as StatementView) - statements.indexOf(b as StatementView))
    .map((members) => {
      const { type, modality, speaker, label, class: of } = members[0] as StatementView;
      const sources = unique(members.map(({ source }) => source));
      const known = types.get(type);
      return {
        sources,
        label: known ? labelRelation(known, modality, sources.length) : label,
        targets: unique(members.map(({ target }) => target)),
        class: of,
        modality,
        speaker,
      };
    });
}

/** A name as HTML, of whichever direction its letters are; as a link where asked for. */
export function writeName({ id, name }: Named, linked = false): string {
  const words = `<bdi>${escapeHtml(name)}</bdi>`;
  return linked ? `<a href="${actorUrl(id)}">${words}</a>` : words;
}

/** A sentence as HTML, the relation in the colour of its class. */
export function writeSentence(
  { sources, label, targets, class: of, modality }: Omit<SaidSentence, 'speaker'>,
  linked = false,
): string {
  const names = (list: Named[]) => joinWords(list.map((actor) => writeName(actor, linked)));
  const colour = modality === 'negated' ? 'class-negated' : `class-${of}`;
  return `${names(sources)} <b class="said ${colour}">${escapeHtml(label)}</b> ${names(targets)}`;
}
