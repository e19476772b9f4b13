import { isCalled } from './people.ts';
import { type Reference, SPEAKER } from './phrase-context.ts';
import { PronounReader } from './pronouns.ts';

/** An armed group is called "the rebels" long after its name was given. */
const SENTENCES_BACK_FOR_REBELS = 15;

const SENTENCES_BACK_FOR_BODIES = 12;
const COUNTED = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** Nouns that point back: "the bloc", "the rebels", "both governments", "its neighbour", "the prime minister". */
export abstract class DefiniteReader extends PronounReader {
  /** "his country", "its neighbour", "our nation": what the possessor says of the noun. */
  protected ownedBy(noun: string, owners: Reference[]): string[] {
    const { definite, companion, organ } = this.lexicon.nouns;
    const [owner] = owners;
    if (owner === undefined) return [];
    if (companion.includes(noun) && !owner.actor.startsWith('@')) {
      const bodies = owners.map(({ actor }) => this.asBody(actor) ?? actor);
      const other = this.discourse.ownCountry((actor) => this.kind(actor) === 'country' && !bodies.includes(actor));
      return other === null ? [] : [other];
    }
    if (!definite.country.includes(noun) && !organ.includes(noun)) return [];
    if (owner.actor.startsWith('@')) return [SPEAKER.we];
    const body = this.asBody(owner.actor);
    return body === null ? [] : [body];
  }

  /** "the bloc", "the rebels", "the two sides", "the government": what was named before. */
  protected recallDefinite(head: number, span: { first: number; last: number }): Reference[] {
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
    if (possessor !== undefined) {
      // "her counterpart in Beijing"
      const next = head + 1 <= tree.length && ['in', 'from'].includes(tree.form(head + 1)) ? [tree.head(head + 1)] : [];
      const there = this.lexicon.nouns.companion.includes(noun) ? next : [];
      const elsewhere = there.flatMap((child) =>
        tree.conjuncts(child).flatMap((part) => this.referencesOrOwners(part)),
      );
      if (elsewhere.length > 0) return elsewhere;
      return as(this.ownedBy(noun, this.references(possessor)));
    }
    const group = this.recallGroup(head, determiners, span);
    if (group.length > 0) return group;
    // "police arrested …" are the country's own, "sent soldiers" may be anybody's
    const isBareOrgan = organ.includes(noun) && tree.is(tree.firstConjunct(head), 'nsubj', 'obl:agent');
    if (isPair || tree.is(head, 'compound') || !(determiners.includes('the') || isBareOrgan)) return [];
    // "the Mexican border", "the drug company": a noun that is described further is a new one
    const isPlace = (child: number): boolean =>
      tree.is(child, 'nmod') &&
      ['in', 'at', 'near', 'around', 'outside', 'along'].includes(tree.prepositions(child)[0] ?? '');
    // "accused the government *of passing* …" does not say which government
    const describes = (child: number): boolean => !tree.is(child, 'acl') || tree.children(child, 'mark').length === 0;
    const further = tree.children(head, 'amod', 'compound', 'nmod', 'acl', 'appos', 'nmod:poss').filter(describes);
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
      if (kind) return as(discourse.recall({ sentence, at: head }, fits).slice(0, 1));
    }
    if (!isBare) return [];
    const body = this.bodyCalled(noun, head);
    if (body !== null && !this.isPlural(head)) return as([body]);
    if (definite.rebels.includes(noun) && this.isPlural(head)) {
      const recallBody = (fits: (actor: string) => boolean): string[] =>
        discourse.recall({ sentence, at: head }, fits, { back: SENTENCES_BACK_FOR_REBELS }).slice(0, 1);
      const armed = recallBody((actor) => lexicon.armedGroups.has(actor));
      return as(armed.length > 0 ? armed : recallBody((actor) => register.get(actor)?.actor.kind === 'organisation'));
    }
    if (definite.country.includes(noun) && !this.isPlural(head)) {
      const found = as(discourse.recall({ sentence, at: head }, (_, kind) => kind === 'country').slice(0, 1));
      if (found.length > 0) return found;
    }
    // a bank is no front, but a group may be
    if (definite.organisation.includes(noun) && !definite.ownName.includes(noun) && !this.isPlural(head)) {
      const found = as(discourse.recall({ sentence, at: head }, (_, kind) => kind === 'organisation').slice(0, 1));
      if (found.length > 0) return found;
    }
    if (!organ.includes(noun) || further.length > 0) return [];
    const country = discourse.mostNamed((actor) => this.kind(actor) === 'country');
    return country ? as([country]) : [];
  }

  /** "the two have made up", "all three share data". */
  protected resolveNumber(head: number): Reference[] {
    const { tree, discourse, sentence } = this;
    const determiners = tree.children(head, 'det').map((child) => tree.form(child));
    const isAlone = tree.is(head, 'nsubj', 'obj', 'obl') && tree.children(head, 'nmod').length === 0;
    if (!isAlone || !determiners.some((word) => ['the', 'all', 'these', 'those'].includes(word))) return [];
    const span = { first: head, last: head };
    if (tree.form(head) !== 'two') return this.recallGroup(head, determiners, span);
    return discourse.recallPair(sentence, this.asBody, false).map((actor) => ({ actor, ...span }));
  }

  /** "the front", "the bank": the body last named whose name has this word at its head. */
  private bodyCalled(noun: string, at: number): string | null {
    const { discourse, sentence, register } = this;
    const fits = (actor: string): boolean => isCalled(register.actor(actor), noun);
    return discourse.recall({ sentence, at }, fits, { back: SENTENCES_BACK_FOR_BODIES })[0] ?? null;
  }

  /** "the four signatories", "all three": as many as were last named in one breath. */
  private recallGroup(head: number, determiners: string[], span: { first: number; last: number }): Reference[] {
    const { pair } = this.lexicon.nouns.definite;
    const size = COUNTED.findIndex((word) => determiners.includes(word) || this.tree.form(head) === word);
    if (size < 3 || !(pair.includes(this.noun(head)) || this.tree.upos(head) === 'NUM')) return [];
    return this.discourse.recallTogether(this.sentence, size, this.asBody).map((actor) => ({ actor, ...span }));
  }

  /** "the prime minister" of whom the article gives no name: of the country that it speaks of most, else the office itself. */
  protected unnamedOffice(head: number, span: { first: number; last: number }): Reference[] {
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
}
