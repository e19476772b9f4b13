import type { Tree } from '../language/tree.ts';
import type { ActorKind } from '../types.ts';
import { DefiniteReader } from './definites.ts';
import type { Name } from './names.ts';
import { BELONGS, type Reference } from './phrase-context.ts';

/**
 * The name that belongs to a role although the tree does not join them: "foreign minister NAME", "Kenya's envoy, retired Gen. NAME",
 * "a spokesman for the Commerce Department, NAME".
 */
export function personBeside(
  tree: Tree,
  role: number,
  nameAt: Map<number, Name>,
  isPerson: (actor: string) => boolean,
): Name | null {
  const phrase = tree
    .children(role, 'nmod')
    .filter((at) => at > role)
    .map((at) => tree.children(at).filter((child) => !tree.is(child, 'appos', 'punct')));
  const lastOfPhrase = Math.max(role, ...phrase.flat().map((at) => tree.range(at)[1]), ...tree.children(role, 'nmod'));
  // "China's consul general in Los Angeles, NAME": the comma right after the phrase, whatever the tree has hung behind it
  const comma = Array.from({ length: Math.max(0, lastOfPhrase - role) }, (_, step) => role + step + 1).find(
    (at) => tree.form(at) === ',',
  );
  for (const from of [role, ...(comma === undefined ? [] : [comma - 1]), lastOfPhrase]) {
    const next = from + 1;
    if (next > tree.length) continue;
    const afterComma = tree.form(next) === ',';
    for (let at = afterComma ? next + 1 : next; at <= Math.min(next + (afterComma ? 2 : 0), tree.length); at++) {
      const name = nameAt.get(at);
      if (name?.actor && isPerson(name.actor) && name.titleFirst === at) return name;
      // "retired Gen. NAME" goes on, "…, met NAME" does not
      if (name || tree.is(at, 'cc', 'case', 'det') || (tree.isVerb(at) && tree.lemma(at) !== 'retire')) break;
    }
  }
  return null;
}

/** Resolves the noun phrases of a sentence, from left to right, against what the article has named so far. */
export class PhraseReader extends DefiniteReader {
  protected resolve(head: number): Reference[] {
    const { tree } = this;
    const token = tree.token(head);
    if (token.upos === 'NUM') return this.resolveNumber(head);
    if (token.upos === 'PRON' || token.upos === 'DET') return this.resolvePronoun(head);
    const name = this.nameAt.get(head);
    if (name && (name.first <= head || this.leads(name, head))) return this.resolveName(name);
    if (!tree.isNominal(head) && token.upos !== 'ADJ' && token.upos !== 'DET') return [];
    return this.resolveNoun(head);
  }

  /** "*Secretary* of State NAME": the title's first word is the head of it all. */
  private leads(name: Name, head: number): boolean {
    return head === name.titleFirst && this.tree.isBelow(name.first, head) && this.tree.form(head + 1) === 'of';
  }

  private resolveName(name: Name): Reference[] {
    const span = { first: name.titleFirst, last: name.last };
    if (name.actor !== null) return [{ actor: name.actor, ...span }];
    return [];
  }

  /** A name that stands for the noun: "spokesman, Oleg Tarasov", "the M23 rebel group", "the newspaper Bild". */
  private nameOfNoun(head: number): Reference[] {
    const { tree, lexicon } = this;
    const isOffice = this.has(lexicon.nouns.office, head) || this.has(lexicon.nouns.people, head);
    for (const child of tree.children(head, 'appos', 'flat', 'nmod:desc', 'compound', 'nmod:unmarked')) {
      const name = this.nameAt.get(child);
      const [reference] = name ? this.references(child) : [];
      if (!name || !reference) continue;
      const kind = this.kind(reference.actor);
      if (kind === 'person' && isOffice && (child > head || tree.is(child, 'appos', 'nmod:desc'))) return [reference];
      if (kind === 'organisation' && this.has(lexicon.nouns.body, head)) return [reference];
    }
    // "the Red Sea Front, a rebel group armed by Asmara"
    const governor = tree.head(head);
    const apposed = tree.is(head, 'appos') && this.nameAt.has(governor) ? this.references(governor) : [];
    if (apposed.length > 0) return apposed;
    const beside = isOffice ? personBeside(tree, head, this.nameAt, (actor) => this.kind(actor) === 'person') : null;
    return beside?.actor ? [{ actor: beside.actor, first: beside.titleFirst, last: beside.last }] : [];
  }

  private resolveNoun(head: number): Reference[] {
    const { lexicon, tree } = this;
    const { nouns } = lexicon;
    const span = this.span(head);
    const named = this.nameOfNoun(head);
    if (named.length > 0) return named;
    // one reference for each owner; of several, each keeps its own words so that they can be told apart
    const standFor = (list: Reference[]): Reference[] =>
      list.length === 1
        ? list.map(({ actor }) => ({ actor: isOffice ? actor : (this.asBody(actor) ?? actor), ...span }))
        : list;
    const isOffice = this.has(nouns.office, head) && !this.isPlural(head);
    if (this.has(nouns.quantity, head)) {
      const of = tree.children(head, 'nmod').filter((child) => tree.prepositions(child)[0] === 'of');
      const members = of.flatMap((child) => tree.conjuncts(child).flatMap((part) => this.references(part)));
      if (members.length > 0) return members;
    }
    if (this.has(nouns.companion, head)) {
      // "her Brazilian counterpart" is Brazil's, "her counterpart" neither hers nor her own country's
      const others = this.owners(head, BELONGS).filter(({ last }) => tree.upos(last) !== 'PRON');
      if (others.length > 0) return standFor(others);
      if (tree.children(head, 'nmod:poss').length > 0) return this.recallDefinite(head, span);
    }
    if (isOffice) {
      const owners = this.owners(head, BELONGS);
      const holder = this.register.holderOf(
        this.noun(head),
        owners.map(({ actor }) => actor),
      );
      if (holder && (owners.length > 0 || this.isDefinite(head))) return [{ actor: holder, ...span }];
    }
    if (isOffice || this.has(nouns.standIn, head)) {
      const owners = this.owners(head, BELONGS);
      if (owners.length > 0) return standFor(owners);
    }
    if (this.has(nouns.people, head)) return this.describe(head, this.isPlural(head) ? 'group' : 'person');
    if (this.has(nouns.body, head) && !this.isPlural(head)) {
      const described = this.describe(head, 'organisation');
      if (described.length > 0) return described;
    }
    if (this.has(nouns.body, head) && this.isPlural(head)) {
      const owners = this.owners(head, BELONGS);
      if (owners.length > 0) return standFor(owners);
    }
    if (this.has(nouns.local, head)) {
      const local = this.describeByPlace(head, 'organisation', span);
      if (local.length > 0) return local;
    }
    const recalled = this.recallDefinite(head, span);
    return recalled.length > 0 || !isOffice ? recalled : this.unnamedOffice(head, span);
  }

  /** "Syrian refugees", "an Israeli company", "a court in Lyon": an actor without a name, known by whose it is. */
  private describe(head: number, kind: ActorKind): Reference[] {
    const { tree, lexicon } = this;
    const [owner] = this.owners(head);
    const span = this.span(head);
    const word = kind === 'group' ? tree.form(head) : this.noun(head);
    if (owner) {
      if (owner.actor.startsWith('@')) return [];
      if (this.kind(owner.actor) === 'person') return kind === 'organisation' ? [{ actor: owner.actor, ...span }] : [];
      const country = lexicon.countries.find(({ id }) => id === owner.actor);
      if (!country && kind !== 'organisation') return [{ actor: owner.actor, ...span }];
      const name = `${country?.demonyms[0] ?? this.register.actor(owner.actor)?.name ?? ''} ${word}`.trim();
      const { actor } = this.register.described(name, kind, country?.id);
      return [{ actor: actor.id, ...span }];
    }
    const [place] = this.owners(head, BELONGS);
    if (place && !place.actor.startsWith('@')) return [{ actor: place.actor, ...span }];
    const local = this.describeByPlace(head, kind, span);
    if (local.length > 0 || kind !== 'group' || !this.has(lexicon.nouns.crowd, head)) return local;
    return [{ actor: this.register.described(tree.form(head), 'group').actor.id, ...span }];
  }

  /** "a court in Lyon", "Delhi police": told apart by a town that no list knows. */
  private describeByPlace(head: number, kind: ActorKind, span: { first: number; last: number }): Reference[] {
    const { tree, register } = this;
    const isTown = (at: number): boolean =>
      this.nameAt.get(at)?.sort === 'place' && this.nameAt.get(at)?.actor === null;
    const before = tree.children(head, 'compound', 'nmod:poss').find((child) => child < head && isTown(child));
    const after = tree
      .children(head, 'nmod')
      .find((child) => ['in', 'of', 'from', 'at'].includes(tree.prepositions(child)[0] ?? '') && isTown(child));
    const town = before ?? after;
    if (town === undefined) return [];
    const name = this.nameAt.get(town)?.text ?? '';
    const word = kind === 'group' ? tree.form(head) : this.noun(head);
    const { actor } = register.described(before ? `${name} ${word}` : `${word} in ${name}`, kind);
    return [{ actor: actor.id, ...span }];
  }
}
