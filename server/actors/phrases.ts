import type { Tree } from '../language/tree.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { ActorKind } from '../types.ts';
import type { Name } from './names.ts';
import type { Register } from './people.ts';
import type { Discourse } from './salience.ts';

/** An actor in a sentence, with the positions of the words that name it. */
export interface Reference {
  actor: string;
  first: number;
  last: number;
}

/** Stands for whoever speaks, until it is known: `I` for the person, `we` for those the person speaks for. */
export const SPEAKER = { I: '@I', we: '@we' } as const;

const PRONOUNS: Record<string, 'he' | 'she' | 'it' | 'they' | 'I' | 'we'> = {
  he: 'he',
  him: 'he',
  his: 'he',
  himself: 'he',
  she: 'she',
  her: 'she',
  hers: 'she',
  herself: 'she',
  it: 'it',
  its: 'it',
  itself: 'it',
  they: 'they',
  them: 'they',
  their: 'they',
  themselves: 'they',
  i: 'I',
  me: 'I',
  my: 'I',
  myself: 'I',
  we: 'we',
  us: 'we',
  our: 'we',
  ours: 'we',
  ourselves: 'we',
};
/** An armed group is called "the rebels" long after its name was given. */
const SENTENCES_BACK_FOR_REBELS = 15;
/** "it rained", "it seems": nobody's pronoun. */
const IMPERSONAL = ['rain', 'snow', 'hail', 'seem', 'appear', 'happen', 'turn', 'take', 'matter'];
const MODIFIERS = ['nmod:poss', 'amod', 'compound', 'nmod:desc', 'flat'];
const BELONGS = ['of', 'from', 'in', 'at', 'for', 'inside'];

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
  for (const from of [role, lastOfPhrase]) {
    const next = from + 1;
    if (next > tree.length) continue;
    const afterComma = tree.form(next) === ',';
    for (let at = afterComma ? next + 1 : next; at <= Math.min(next + (afterComma ? 2 : 0), tree.length); at++) {
      const name = nameAt.get(at);
      if (name?.actor && isPerson(name.actor) && name.titleFirst === at) return name;
      if (name || tree.is(at, 'cc', 'case', 'det')) break;
    }
  }
  return null;
}

export interface SentenceContext {
  tree: Tree;
  sentence: number;
  names: Name[];
}

/** Resolves the noun phrases of a sentence, from left to right, against what the article has named so far. */
export class PhraseReader {
  private readonly nameAt = new Map<number, Name>();
  private readonly done = new Map<number, Reference[]>();
  private readonly tree: Tree;
  private readonly sentence: number;

  private readonly lexicon: Lexicon;
  private readonly register: Register;
  private readonly discourse: Discourse;

  constructor(context: SentenceContext, lexicon: Lexicon, register: Register, discourse: Discourse) {
    this.lexicon = lexicon;
    this.register = register;
    this.discourse = discourse;
    this.tree = context.tree;
    this.sentence = context.sentence;
    for (const name of context.names) for (let at = name.titleFirst; at <= name.last; at++) this.nameAt.set(at, name);
  }

  /** Actors that the phrase with this head names by itself; [] if it names none. */
  references(head: number): Reference[] {
    const known = this.done.get(head);
    if (known) return known;
    this.done.set(head, []); // a tree is no cycle, but an apposition looks both ways
    const found = this.resolve(head);
    this.done.set(head, found);
    return found;
  }

  /** What `references` has found so far, without looking further. */
  known(head: number): Reference[] {
    return this.done.get(head) ?? [];
  }

  kind(actor: string): ActorKind {
    return this.register.actor(actor)?.kind ?? 'organisation';
  }

  /** The country or body itself, of a person the one that the person acts for. */
  private readonly asBody = (actor: string): string | null => {
    if (this.kind(actor) !== 'person') return actor;
    const [tied] = this.register.get(actor)?.ties ?? [];
    return tied ?? null;
  };

  private noun(head: number): string {
    const { form, lemma, upos } = this.tree.token(head);
    if (upos === 'PROPN')
      return form
        .toLowerCase()
        .replace(/ies$/, 'y')
        .replace(/(?<=[^s])s$/, '');
    return lemma.toLowerCase();
  }

  private isPlural(head: number): boolean {
    return /S$/.test(this.tree.token(head).xpos) || this.noun(head) === 'people' || this.noun(head) === 'police';
  }

  private has(list: string[], head: number): boolean {
    return list.includes(this.noun(head));
  }

  nameOf(head: number): Name | undefined {
    return this.nameAt.get(head);
  }

  private resolve(head: number): Reference[] {
    const { tree } = this;
    const token = tree.token(head);
    if (token.upos === 'PRON' || token.upos === 'DET') return this.resolvePronoun(head);
    const name = this.nameAt.get(head);
    if (name && name.first <= head) return this.resolveName(name);
    if (!tree.isNominal(head) && token.upos !== 'ADJ' && token.upos !== 'DET') return [];
    return this.resolveNoun(head);
  }

  private resolveName(name: Name): Reference[] {
    const span = { first: name.titleFirst, last: name.last };
    if (name.actor !== null) return [{ actor: name.actor, ...span }];
    return [];
  }

  /** Countries and bodies that a noun belongs to: "Russia's", "Russian", "EU", "of France", "in Japan". */
  owners(head: number, prepositions: string[] = []): Reference[] {
    const { tree } = this;
    const before = tree.children(head, ...MODIFIERS).filter((child) => child < head || tree.is(child, 'nmod:poss'));
    // "Islamabad-Moscow relations"
    const paired = (child: number): number[] =>
      tree.children(child, 'flat', 'compound').filter((part) => {
        const name = this.nameAt.get(part);
        return (
          part > 1 &&
          name?.actor &&
          name !== this.nameAt.get(child) &&
          [tree.form(part - 1), part < tree.length ? tree.form(part + 1) : ''].includes('-')
        );
      });
    const found = before.flatMap((child) =>
      [...tree.conjuncts(child), ...paired(child)].flatMap((part) => {
        // "two EU-based airlines" are the EU's, a "U.N.-backed government" is nobody's of these
        if (tree.is(part, 'amod') && ['base', 'based', 'run'].includes(tree.lemma(part)))
          return tree.children(part).flatMap((child) => this.references(child));
        if (tree.is(part, 'amod') && tree.isVerb(part)) return [];
        const own = this.nameAt.get(part) || tree.upos(part) === 'PRON' ? this.references(part) : [];
        if (own.length > 0) return own;
        return tree.is(child, 'nmod:poss')
          ? this.referencesOrOwners(part)
          : tree.isNominal(part)
            ? this.owners(part)
            : [];
      }),
    );
    if (found.length > 0 || prepositions.length === 0) return found;
    const after = tree
      .children(head, 'nmod')
      .filter((child) => tree.prepositions(child).some((word) => prepositions.includes(word)));
    return after.slice(0, 1).flatMap((child) => tree.conjuncts(child).flatMap((part) => this.referencesOrOwners(part)));
  }

  private referencesOrOwners(head: number): Reference[] {
    const own = this.references(head);
    return own.length > 0 ? own : this.owners(head, BELONGS);
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

  private span(head: number): { first: number; last: number } {
    const { tree } = this;
    const parts = tree.children(head, 'amod', 'compound', 'nmod:poss', 'nmod:desc').filter((child) => child < head);
    const first = Math.min(head, ...parts.map((child) => tree.range(child)[0]));
    return { first, last: head };
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

  /** "the prime minister" of whom the article gives no name: of the country that it speaks of most, else the office itself. */
  private unnamedOffice(head: number, span: { first: number; last: number }): Reference[] {
    const { tree, register, discourse } = this;
    const isHigh = ['president', 'minister', 'premier', 'chancellor', 'king', 'government'].includes(this.noun(head));
    if (!isHigh || !this.isDefinite(head) || tree.children(head, 'cop', 'appos').length > 0) return [];
    if (!['nsubj', 'obj', 'iobj', 'obl', 'conj'].some((relation) => tree.is(head, relation))) return [];
    const country = discourse.mostNamed((actor) => this.kind(actor) === 'country', true);
    if (country) return [{ actor: country, ...span }];
    const words = tree.tokens
      .slice(span.first - 1, span.last)
      .map(({ form }) => form)
      .filter((form) => form.toLowerCase() !== 'the');
    return [{ actor: register.described(words.join(' '), 'person').actor.id, ...span }];
  }

  private isDefinite(head: number): boolean {
    return this.tree
      .children(head, 'det')
      .some((child) =>
        ['the', 'both', 'these', 'this', 'that', 'those', 'either', 'neither'].includes(this.tree.form(child)),
      );
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

  private resolvePronoun(head: number): Reference[] {
    const { tree, discourse, sentence, register } = this;
    const pronoun = PRONOUNS[tree.form(head)];
    const here = { first: head, last: head };
    if (['which', 'who', 'whose', 'whom', 'that'].includes(tree.form(head)))
      for (let up = head; up > 0; up = tree.head(up))
        if (tree.is(up, 'acl:relcl'))
          return tree.conjuncts(tree.firstConjunct(tree.head(up))).flatMap((part) => this.references(part));
    // "the US, he said, which sees Russia as a threat": the last one named before who says it
    if (['which', 'who'].includes(tree.form(head)) && head > 2 && tree.form(head - 1) === ',') {
      for (let at = head - 2; at >= 1; at--) {
        const isSayer = tree.is(at, 'nsubj') && tree.is(tree.head(at), 'parataxis', 'ccomp');
        const found = tree.isNominal(at) && !isSayer && tree.upos(at) !== 'PRON' ? this.references(at) : [];
        if (found.length > 0) return found;
      }
    }
    if (pronoun === 'I' || pronoun === 'we') return [{ actor: SPEAKER[pronoun], ...here }];
    if (['both', 'neither', 'either'].includes(tree.form(head)) && tree.upos(head) !== 'DET')
      return discourse.recallPair(sentence, this.asBody, false).map((actor) => ({ actor, ...here }));
    if (pronoun === undefined || tree.is(head, 'expl')) return [];
    if (
      pronoun === 'it' &&
      tree.is(head, 'nsubj') &&
      tree.head(head) > 0 &&
      IMPERSONAL.includes(tree.lemma(tree.head(head)))
    )
      return [];
    // "it is the US which …"
    const isCleft =
      pronoun === 'it' && tree.is(head, 'nsubj') && tree.children(tree.head(head), 'acl:relcl').length > 0;
    if (isCleft && tree.children(tree.head(head), 'cop').length > 0) return this.references(tree.head(head));
    // "offered them a loan": not the one who offers
    const isObject =
      tree.is(head, 'obj', 'iobj', 'obl') && !tree.form(head).endsWith('self') && !tree.form(head).endsWith('selves');
    const except = isObject ? this.clauseSubjects(head).map(({ actor }) => actor) : [];
    const local = tree.is(head, 'nmod:poss') ? this.clauseSubjects(head) : [];
    const fitsLocal = (actor: string): boolean =>
      pronoun === 'he' || pronoun === 'she'
        ? this.kind(actor) === 'person'
        : this.kind(actor) !== 'person' || pronoun === 'they';
    if (local.length > 0 && local.every(({ actor }) => !actor.startsWith('@') && fitsLocal(actor)))
      return local.map(({ actor }) => ({ actor, ...here }));
    const announced = pronoun === 'it' && tree.is(head, 'nsubj') ? this.announcer(head) : [];
    if (announced.length > 0) return announced.map(({ actor }) => ({ actor, ...here }));
    if (pronoun === 'he' || pronoun === 'she') {
      const [person] = discourse.recall(
        sentence,
        (actor, kind) => {
          const gender = register.get(actor)?.gender;
          return kind === 'person' && (!gender || gender === pronoun);
        },
        except,
      );
      if (!person) return [];
      const entry = register.get(person);
      if (entry) entry.gender = pronoun;
      return [{ actor: person, ...here }];
    }
    const bodies = discourse.recall(sentence, (_, kind) => kind !== 'person', except);
    const found = bodies.length > 0 || pronoun !== 'they' ? bodies : discourse.recall(sentence, () => true, except);
    return (pronoun === 'it' ? found.slice(0, 1) : found).map((actor) => ({ actor, ...here }));
  }

  /** "a warning from Washington that *it* could …": whose warning it is. */
  private announcer(pronoun: number): Reference[] {
    const { tree } = this;
    const clause = tree.head(pronoun);
    if (!tree.is(clause, 'acl', 'ccomp') || !tree.isNominal(tree.head(clause))) return [];
    return this.owners(tree.head(clause), ['from', 'by', 'of']).filter(({ actor }) => this.kind(actor) !== 'person');
  }

  /** Who acts in the clause around a possessive: "Kigali says *its* troops", "accused Peru of subsidising *its* smelters". */
  private clauseSubjects(pronoun: number): Reference[] {
    const { tree } = this;
    for (let at = tree.head(pronoun), below = pronoun; at > 0; below = at, at = tree.head(at)) {
      const subject = tree.children(at, 'nsubj').find((child) => child !== below && child < pronoun);
      if (subject) {
        const own = tree.conjuncts(subject).flatMap((part) => this.references(part));
        if (own.length > 0) return own;
        continue;
      }
      const governor = tree.head(at);
      const isGerund =
        tree.is(at, 'advcl', 'xcomp') &&
        tree.children(at, 'mark').some((mark) => ['of', 'from', 'for', 'to'].includes(tree.form(mark)));
      const asked = ['call', 'appeal', 'press', 'urge', 'demand'].includes(governor > 0 ? tree.lemma(governor) : '');
      const object =
        governor > 0 && isGerund
          ? (tree.children(governor, 'obj').find((child) => child < at) ??
            (asked
              ? tree
                  .children(governor, 'obl')
                  .find((child) => child < at && ['on', 'to', 'upon'].includes(tree.prepositions(child)[0] ?? ''))
              : undefined))
          : undefined;
      if (object) {
        const own = tree.conjuncts(object).flatMap((part) => this.references(part));
        if (own.length > 0) return own;
      }
    }
    return [];
  }

  /** "his country", "its neighbour", "our nation": what the possessor says of the noun. */
  private ownedBy(noun: string, owners: Reference[]): string[] {
    const { definite, companion } = this.lexicon.nouns;
    const [owner] = owners;
    if (owner === undefined) return [];
    if (companion.includes(noun) && !owner.actor.startsWith('@')) {
      const bodies = owners.map(({ actor }) => this.asBody(actor) ?? actor);
      const other = this.discourse.ownCountry((actor) => this.kind(actor) === 'country' && !bodies.includes(actor));
      return other === null ? [] : [other];
    }
    if (!definite.country.includes(noun) && noun !== 'government') return [];
    if (owner.actor.startsWith('@')) return [SPEAKER.we];
    const body = this.asBody(owner.actor);
    return body === null ? [] : [body];
  }

  /** "the bloc", "the rebels", "the two sides", "the government": what was named before. */
  private recallDefinite(head: number, span: { first: number; last: number }): Reference[] {
    const { tree, lexicon, discourse, sentence, register } = this;
    const { definite, organ } = lexicon.nouns;
    const noun = this.noun(head);
    const determiners = tree.children(head, 'det', 'nummod', 'cc:preconj').map((child) => tree.form(child));
    const isPair = determiners.some((word) => ['two', 'both', 'either', 'neither'].includes(word));
    const as = (actors: string[]): Reference[] => actors.map((actor) => ({ actor, ...span }));
    const forPeople = ['leader', 'minister', 'president', 'man'].includes(noun);
    if (definite.pair.includes(noun) && (isPair || (this.isPlural(head) && ['side', 'belligerent'].includes(noun)))) {
      const asPerson = (actor: string): string | null => (this.kind(actor) === 'person' ? actor : null);
      const asCountry = (actor: string): string | null => {
        const body = this.asBody(actor);
        return body !== null && this.kind(body) === 'country' ? body : null;
      };
      const isCountry = ['government', 'country', 'capital', 'nation', 'neighbour', 'neighbor', 'state'].includes(noun);
      const pair = discourse.recallPair(
        sentence,
        forPeople ? asPerson : isCountry ? asCountry : this.asBody,
        !isCountry && !forPeople,
      );
      if (pair.length > 0) return as(pair);
    }
    const [possessor] = tree.children(head, 'nmod:poss').filter((child) => tree.upos(child) === 'PRON');
    if (possessor !== undefined) return as(this.ownedBy(noun, this.references(possessor)));
    // "police arrested …" are the country's own, "sent soldiers" may be anybody's
    const isBareOrgan = organ.includes(noun) && tree.is(tree.firstConjunct(head), 'nsubj', 'obl:agent');
    if (isPair || tree.is(head, 'compound') || !(determiners.includes('the') || isBareOrgan)) return [];
    // "the Mexican border", "the drug company": a noun that is described further is a new one
    const isPlace = (child: number): boolean =>
      tree.is(child, 'nmod') &&
      ['in', 'at', 'near', 'around', 'outside', 'along'].includes(tree.prepositions(child)[0] ?? '');
    const further = tree.children(head, 'amod', 'compound', 'nmod', 'acl', 'appos', 'nmod:poss');
    const isBare = further.every(isPlace);
    // "the island nation", "the Andean country", "the 27-nation bloc"
    const isDescribed = further.every(
      (child) => isPlace(child) || (tree.is(child, 'amod', 'compound') && !this.nameAt.has(child)),
    );
    if (isDescribed && !isBare && !this.isPlural(head)) {
      const kind = definite.country.includes(noun)
        ? 'country'
        : definite.organisation.includes(noun)
          ? 'organisation'
          : null;
      const subjects = this.clauseSubjects(head).map(({ actor }) => actor);
      const fits = (actor: string): boolean => this.kind(actor) === kind && !subjects.includes(actor);
      const named = kind === 'country' ? discourse.ownCountry(fits) : null;
      if (named) return as([named]);
      if (kind) return as(discourse.recall(sentence, fits).slice(0, 1));
    }
    if (!isBare) return [];
    if (definite.rebels.includes(noun) && this.isPlural(head))
      return as(
        discourse
          .recall(
            sentence,
            (actor) => lexicon.armedGroups.has(actor) || register.get(actor)?.actor.kind === 'organisation',
            [],
            SENTENCES_BACK_FOR_REBELS,
          )
          .slice(0, 1),
      );
    if (definite.country.includes(noun) && !this.isPlural(head)) {
      const found = as(discourse.recall(sentence, (_, kind) => kind === 'country').slice(0, 1));
      if (found.length > 0) return found;
    }
    if (definite.organisation.includes(noun) && !this.isPlural(head)) {
      const found = as(discourse.recall(sentence, (_, kind) => kind === 'organisation').slice(0, 1));
      if (found.length > 0) return found;
    }
    if (!organ.includes(noun) || further.length > 0) return [];
    const country = discourse.mostNamed((actor) => this.kind(actor) === 'country');
    return country ? as([country]) : [];
  }
}
