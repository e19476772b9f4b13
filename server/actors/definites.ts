import { type Reference, SPEAKER } from './phrase-context.ts';
import { PronounReader } from './pronouns.ts';

/** An armed group is called "the rebels" long after its name was given. */
const SENTENCES_BACK_FOR_REBELS = 15;

/** Nouns that point back: "the bloc", "the rebels", "both governments", "its neighbour", "the prime minister". */
export abstract class DefiniteReader extends PronounReader {
  /** "his country", "its neighbour", "our nation": what the possessor says of the noun. */
  protected ownedBy(noun: string, owners: Reference[]): string[] {
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
