import type { Tree } from '../language/tree.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { Name } from './names.ts';
import type { Register } from './people.ts';
import { type PhraseReader, personBeside } from './phrases.ts';

/** A standing tie that a title or an apposition states: "Pakistan's Foreign Minister Khawaja Asif". */
export interface Tie {
  source: string;
  type: 'holds-office-in' | 'member-of' | 'based-in';
  target: string;
  /** Positions of the words that say it. */
  first: number;
  last: number;
  frame: string;
}

/** What joins a role to what it is held in: "minister of", "ambassador to" is another country's. */
const OF = ['of', 'for', 'at', 'from', 'with', 'in'];

/** "Lis of the Policy Forum, a Warsaw-based think tank": the apposition right after the name, though it is hung on another. */
function appositionsAfter(tree: Tree, last: number): number[] {
  const found: number[] = [];
  for (let at = last + 2; at <= Math.min(last + 10, tree.length); at++)
    if (tree.is(at, 'appos', 'conj') && tree.head(at) < last && tree.range(at)[0] === last + 1) found.push(at);
  return found;
}

/** "Foreign Minister NAME announced that *Tokyo* would …": the country that the holder of an office speaks for. */
function announced(
  tree: Tree,
  person: number,
  phrases: PhraseReader,
  kindOf: (actor: string) => string | undefined,
): string | null {
  if (!tree.is(person, 'nsubj')) return null;
  const subjects = tree
    .children(tree.head(person), 'ccomp')
    .flatMap((clause) => tree.children(clause, 'nsubj'))
    .filter((at) => tree.upos(at) !== 'PRON');
  const [country] = subjects.flatMap((at) => phrases.references(at)).filter(({ actor }) => kindOf(actor) === 'country');
  return country?.actor ?? null;
}

/** "held talks in *Kigali* with Foreign Minister NAME" */
const metIn = (tree: Tree, { titleFirst }: Name, names: Name[]): string | null => {
  const place = names.find(({ last, sort }) => last === titleFirst - 2 && sort === 'known');
  const isThere =
    place && tree.form(titleFirst - 1) === 'with' && place.first > 1 && tree.form(place.first - 1) === 'in';
  return isThere ? place.actor : null;
};

/** Finds the ties of the people and bodies in a sentence, and tells the register for whom they act. */
export function findTies(
  tree: Tree,
  names: Name[],
  phrases: PhraseReader,
  lexicon: Lexicon,
  register: Register,
  home: string | null,
): Tie[] {
  const ties: Tie[] = [];
  const { nouns } = lexicon;
  const nounAt = (at: number): string => {
    const { form, lemma, upos } = tree.token(at);
    return (upos === 'PROPN' ? form.toLowerCase() : lemma.toLowerCase()).replace(
      /(?<=minister|leader|president)s$/,
      '',
    );
  };
  const kindOf = (id: string) => register.actor(id)?.kind;

  const tie = (person: string, role: number, [from, to]: [number, number], frame: string): boolean => {
    const before = ties.length;
    const entry = register.get(person);
    entry?.roles.add(nounAt(role));
    for (const owner of phrases.owners(role, OF)) {
      // "his defence minister" is a minister of his country
      const isTheirs = kindOf(owner.actor) === 'person' && !nouns.companion.includes(nounAt(role));
      const actor = isTheirs ? ([...(register.get(owner.actor)?.ties ?? [])][0] ?? owner.actor) : owner.actor;
      if (actor === person || actor.startsWith('@') || kindOf(actor) === 'person' || kindOf(actor) === undefined)
        continue;
      entry?.ties.add(actor);
      const country = register.actor(actor)?.country;
      if (country) entry?.ties.add(country);
      const type = nouns.office.includes(nounAt(role)) && nounAt(role) !== 'member' ? 'holds-office-in' : 'member-of';
      if (kindOf(actor) === 'group' && type === 'holds-office-in') continue;
      if (kindOf(actor) === 'country' && type === 'member-of') continue;
      const isExpert = nouns.expert.includes(nounAt(role));
      const target = actor;
      // a spokesman of a ministry holds office in its country too
      if (country && !isExpert && register.actor(actor)?.kind === 'organisation' && lexicon.governmentBodies.has(actor))
        ties.push({ source: person, type: 'holds-office-in', target: country, first: from, last: to, frame });
      ties.push({ source: person, type: isExpert ? 'member-of' : type, target, first: from, last: to, frame });
    }
    return ties.length > before;
  };

  const nameAt = new Map<number, Name>();
  for (const name of names) for (let at = name.titleFirst; at <= name.last; at++) nameAt.set(at, name);

  for (const name of names) {
    if (name.actor === null || name.sort === 'place' || name.sort === 'nothing') continue;
    let head = name.first;
    for (let at = name.first; at <= name.last; at++)
      if (tree.head(at) < name.first || tree.head(at) > name.last) {
        head = at;
        break;
      }
    const kind = kindOf(name.actor);
    const roles = [...tree.children(head, 'nmod:desc', 'compound', 'nmod:unmarked'), ...tree.children(head, 'appos')];
    const isRole = (at: number): boolean => nouns.office.includes(nounAt(at)) || nouns.people.includes(nounAt(at));
    if (kind === 'person') {
      const entry = register.get(name.actor);
      const title = tree.tokens.slice(name.titleFirst - 1, name.first - 1).map(({ form }) => form);
      if (entry && title.some((form) => /^(Mrs|Ms|Lady|Queen|Princess)\.?$/.test(form))) entry.gender = 'she';
      if (entry && title.some((form) => /^(Mr|Sir|Lord|King|Prince)\.?$/.test(form))) entry.gender = 'he';
      const range = (role: number): [number, number] => {
        const [a, b] = tree.range(role);
        return [Math.min(a, name.first), Math.max(b > name.last && tree.is(role, 'appos') ? b : name.last, name.last)];
      };
      let tied = false;
      for (const role of roles) {
        if (!isRole(role)) continue;
        if (tie(name.actor, role, range(role), tree.is(role, 'appos') ? 'apposition' : 'title')) tied = true;
      }
      // "Russian Foreign Ministry official Maria Zakharova", "his Russian counterpart Sergey Lavrov": the noun is the head
      const above = tree.head(head);
      if (above > 0 && tree.is(head, 'appos', 'flat', 'nmod:desc', 'compound') && isRole(above)) {
        const first = Math.min(tree.range(above)[0], name.first);
        if (tie(name.actor, above, [first, Math.max(name.last, above)], 'apposition')) tied = true;
      }
      if (!tied)
        for (let at = 1; at < name.titleFirst; at++)
          if (
            isRole(at) &&
            !nameAt.has(at) &&
            personBeside(tree, at, nameAt, (actor) => actor === name.actor) === name
          ) {
            tie(name.actor, at, [Math.min(tree.range(at)[0], at), name.last], 'apposition');
            tied = true;
            break;
          }
      // "Kremlin spokesman X" with the country's name right before a title
      if (!tied && name.titleFirst < name.first) {
        const owner =
          name.titleFirst > 1 && ["'s", '’s'].includes(tree.form(name.titleFirst - 1))
            ? name.titleFirst - 2
            : name.titleFirst - 1;
        const before = names.find(({ last }) => last === owner);
        if (before?.actor && ['demonym', 'known', 'organ'].includes(before.sort) && kindOf(before.actor) !== 'person') {
          entry?.ties.add(before.actor);
          entry?.roles.add((title.at(-1) as string).toLowerCase());
          ties.push({
            source: name.actor,
            type: 'holds-office-in',
            target: before.actor,
            first: before.first,
            last: name.last,
            frame: 'title',
          });
        }
      }
      // "Foreign Minister Liis Tammsaar" in an article from Tallinn, or in a sentence that begins "In Bucharest,"
      const place =
        names.find(({ first, sort }) => first === 2 && sort === 'known' && tree.form(1) === 'in')?.actor ??
        announced(tree, head, phrases, kindOf) ??
        metIn(tree, name, names) ??
        home;
      const office = title.map((form) => form.toLowerCase()).find((form) => nouns.highOffice.includes(form));
      const isTied = ties.some(({ source }) => source === name.actor) || (entry && entry.ties.size > 0);
      const isForeign = title.some((form) => !lexicon.nameWords.titles.includes(form));
      const hasOf = isForeign || tree.children(head, 'nmod').some((child) => tree.prepositions(child)[0] === 'of');
      if (office && place && !isTied && !hasOf && kindOf(place) === 'country') {
        entry?.ties.add(place);
        entry?.roles.add(office);
        ties.push({
          source: name.actor,
          type: 'holds-office-in',
          target: place,
          first: name.titleFirst,
          last: name.last,
          frame: 'title-at-home',
        });
      }
      // "President Tayyip Erdogan of Turkey", "Katarzyna Lis of the Eastern Policy Forum"
      const parts = Array.from({ length: name.last - name.first + 1 }, (_, step) => name.first + step);
      for (const child of parts.flatMap((part) => tree.children(part, 'nmod'))) {
        if (tree.prepositions(child)[0] !== 'of' || child < name.last) continue;
        for (const part of tree.conjuncts(child))
          for (const { actor, last } of phrases.references(part)) {
            const of = kindOf(actor);
            if (of !== 'country' && of !== 'organisation') continue;
            entry?.ties.add(actor);
            const type = of === 'country' ? 'holds-office-in' : 'member-of';
            if (of === 'country' && name.titleFirst === name.first) continue;
            ties.push({ source: name.actor, type, target: actor, first: name.first, last, frame: 'of' });
          }
      }
    }
    if (kind === 'organisation') {
      const before = name.titleFirst - 1;
      if (
        before >= 1 &&
        tree.upos(before) === 'NOUN' &&
        nouns.body.includes(nounAt(before)) &&
        !register.actor(name.actor)?.country
      )
        for (const { actor } of phrases.owners(before))
          if (kindOf(actor) === 'country') {
            const entry = register.get(name.actor);
            if (entry) entry.actor.country = actor;
            ties.push({
              source: name.actor,
              type: 'based-in',
              target: actor,
              first: tree.range(before)[0],
              last: name.last,
              frame: 'apposition',
            });
          }
      for (const role of [...tree.children(head, 'appos'), ...appositionsAfter(tree, name.last)]) {
        const first = Math.min(name.first, tree.range(role)[0]);
        const last = tree.range(role)[1];
        // "a Warsaw-based think tank", "the Eastern-based army"
        for (const based of tree
          .children(role, 'amod')
          .filter((child) => tree.lemma(child) === 'base' || tree.form(child) === 'based'))
          for (const child of tree.children(based))
            for (const { actor } of phrases.references(child))
              if (kindOf(actor) === 'country')
                ties.push({ source: name.actor, type: 'based-in', target: actor, first, last, frame: 'based' });
        if (nouns.body.includes(nounAt(role)))
          for (const { actor } of phrases.owners(role))
            if (kindOf(actor) === 'country' && actor !== name.actor)
              ties.push({ source: name.actor, type: 'based-in', target: actor, first, last, frame: 'apposition' });
      }
    }
  }
  return ties;
}
