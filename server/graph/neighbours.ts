import type { ActorBody, Filters } from '../types.ts';
import { refActor } from './actor-search.ts';
import type { GraphIndex } from './graph-index.ts';
import { groupRelations, type Relation } from './relations.ts';
import { selectStatements } from './selection.ts';
import { CLASSES } from './vocabulary.ts';

const CLASS_ORDER: readonly string[] = CLASSES.map(({ id }) => id);

/** An actor with its neighbours by type of relation, under filters; the actor has to exist. */
export function describeActor(index: GraphIndex, filters: Filters, id: string): ActorBody {
  const actor = index.actors.get(id);
  if (!actor) throw new RangeError(`no actor "${id}"`);
  const { selected } = selectStatements(index.subjects, filters);
  const own = selected.filter(({ statement }) => statement.source === id || statement.target === id);
  const relations = groupRelations(own);
  const otherEnd = ({ source, target }: Relation) => (source === id ? target : source);
  const degreeOf = (other: string) => index.degrees.get(other) ?? 0;
  const groups = new Map<string, Relation[]>();
  for (const relation of relations) groups.set(relation.type.id, [...(groups.get(relation.type.id) ?? []), relation]);
  return {
    actor: { ...actor, ...refActor(index, id) },
    relations: relations.length,
    statements: own.length,
    articles: new Set(own.map(({ statement }) => statement.article)).size,
    neighbours: [...groups.values()]
      .map((members) => {
        const { id: type, label, class: relationClass } = (members[0] as Relation).type;
        const actors = [...new Set(members.map(otherEnd))].sort(
          (a, b) => degreeOf(b) - degreeOf(a) || (a < b ? -1 : 1),
        );
        return { type, label, class: relationClass, relations: members.length, actors };
      })
      .sort(
        (a, b) =>
          CLASS_ORDER.indexOf(a.class) - CLASS_ORDER.indexOf(b.class) ||
          b.actors.length - a.actors.length ||
          (a.type < b.type ? -1 : 1),
      ),
    actors: [...new Set(relations.map(otherEnd))].map((other) => refActor(index, other)),
  };
}
