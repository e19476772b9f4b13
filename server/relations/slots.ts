import type { PhraseReader, Reference } from '../actors/index.ts';
import type { Tree } from '../language/tree.ts';
import type { Frame, Lexicon } from '../lexicon/index.ts';
import type { Clauses } from './clauses.ts';

export interface Filler extends Reference {
  /** Position of the phrase's head. */
  at: number;
  /** Named through something that belongs to the actor: "Warsaw's allegations". */
  through: boolean;
}

/**
 * Who did what was told last before, other than the given actors; if `asked`, only who asked one of them for something.
 */
export type DoerBefore = (except: string[], asked: boolean) => string | null;

/** "$20 million", "300 tons". */
export const isSum = (tree: Tree, at: number): boolean =>
  tree.upos(at) === 'SYM' || tree.children(at, 'nummod').length > 0;

/** Finds the actors that fill the slots of a frame. */
export abstract class SlotReader {
  protected readonly tree: Tree;

  protected readonly clauses: Clauses;
  protected readonly phrases: PhraseReader;
  protected readonly lexicon: Lexicon;
  protected readonly doerBefore: DoerBefore;

  constructor(clauses: Clauses, phrases: PhraseReader, lexicon: Lexicon, doerBefore: DoerBefore) {
    this.doerBefore = doerBefore;
    this.clauses = clauses;
    this.phrases = phrases;
    this.lexicon = lexicon;
    this.tree = clauses.tree;
  }

  protected isOneOf(at: number, words: string[]): boolean {
    const { form, lemma } = this.tree.token(at);
    return (
      words[0] === '*' || [form, lemma, form.toLowerCase(), lemma.toLowerCase()].some((word) => words.includes(word))
    );
  }

  protected fillSlot(
    slot: string,
    at: number,
    words: number[],
    complements: number[],
    frame: Frame,
    side: 'source' | 'target',
  ): Filler[] {
    const { clauses, phrases, tree } = this;
    const isNoun = frame.nouns !== undefined;
    const isAdjective = frame.adjectives !== undefined;
    const asActors = (heads: number[], inside: string[]): Filler[] =>
      heads.flatMap((head) => this.actorsOf(head, inside));
    const strict = side === 'source' ? ['of'] : ['by', 'of', 'from'];
    switch (slot) {
      case 'subject':
        if (isAdjective && clauses.isPassive(at)) return asActors(clauses.objects(at), ['of']);
        return this.subjectActors(at, isNoun);
      case 'object':
        return isNoun || isAdjective
          ? asActors(clauses.phrases([at], 'of'), strict)
          : asActors(clauses.objects(at), strict);
      case 'indirect':
        return asActors(clauses.indirect(at), strict);
      case 'possessor':
        return phrases.owners(at).map((reference) => ({ ...reference, at: reference.last, through: false }));
      case 'owner':
        return words
          .slice(1)
          .flatMap((word) =>
            phrases.owners(word, ['of', 'by', 'from']).map((reference) => ({ ...reference, at: word, through: false })),
          );
      case 'event':
        return this.doerOfEvent(at, clauses.objects(at));
      case 'clause-subject':
        return asActors(
          complements.flatMap((clause) => clauses.subjects(clause)),
          strict,
        );
      case 'clause-object':
        return complements.flatMap((clause) => this.anyWithin(clause));
      case 'clause-place':
        // "gave money to promote schooling *in Malawi*"
        return asActors(
          complements.flatMap((clause) => clauses.phraseWithin(clause, 'in')),
          strict,
        );
      default: {
        // a noun's phrases may hang on the light verb that carries it
        const verb =
          isNoun &&
          tree.is(at, 'obj', 'nsubj:pass', 'obl') &&
          tree.head(at) > 0 &&
          this.lexicon.cues.lightVerbs.includes(tree.lemma(tree.head(at)))
            ? [tree.head(at)]
            : [];
        const found = asActors(clauses.phrases([...words, ...verb], slot), strict);
        if (found.length > 0) return found;
        if (isNoun) return asActors(this.rightAfter(at, slot), strict);
        return side === 'target' && this.isPlain(at, frame) ? asActors(clauses.phraseWithin(at, slot), strict) : [];
      }
    }
  }

  /** The verb's object is itself one of the frame's, or a sum of it; a "detective film" is no detective. */
  private isPlain(verb: number, { object }: Frame): boolean {
    return (
      object !== undefined &&
      this.clauses
        .objects(verb)
        .some(
          (at) =>
            this.isOneOf(at, object) ||
            isSum(this.tree, at) ||
            this.lexicon.nouns.quantity.includes(this.tree.lemma(at)),
        )
    );
  }

  protected subjectActors(at: number, isNoun: boolean): Filler[] {
    const { clauses, tree } = this;
    const own = (isNoun ? clauses.carriers(at) : clauses.subjects(at)).flatMap((head) => this.actorsOf(head, ['of']));
    if (own.length > 0 || isNoun || !tree.is(at, 'acl')) return own;
    // "put out a report accusing …", "is considering a resolution demanding …"
    return clauses.doers(tree.head(at)).flatMap((head) => this.actorsOf(head, ['of']));
  }

  /** "to end its support for the rebels": the phrase right after the noun, though it is hung on the verb. */
  protected rightAfter(noun: number, preposition: string): number[] {
    const { tree, clauses } = this;
    const head = tree.head(noun);
    if (head === 0) return [];
    const next = tree.range(noun)[1] + 1;
    return clauses.phrases([head], preposition).filter((at) => tree.range(at)[0] === next);
  }

  /** "denounced the verdict", "It refused": whoever did or asked what was told before. */
  protected doerOfEvent(at: number, objects: number[]): Filler[] {
    const { tree, phrases, clauses } = this;
    const [object] = objects;
    if (
      object !== undefined &&
      tree.is(object, 'appos') &&
      tree.children(object, 'det').some((det) => tree.form(det) === 'a')
    ) {
      // "offered to host talks, a proposal welcomed by Pakistan"
      for (let up = tree.head(object); up > 0; up = tree.head(up)) {
        const doers = tree.isVerb(up) ? clauses.subjects(up).flatMap((head) => this.actorsOf(head, ['of'])) : [];
        if (doers.length > 0) return doers;
      }
    }
    if (object !== undefined) {
      const isBare = tree.children(object, 'nmod', 'acl', 'nmod:poss', 'compound').length === 0;
      const isDefinite = tree
        .children(object, 'det')
        .some((det) => ['the', 'this', 'that', 'these', 'those'].includes(tree.form(det)));
      if (
        !(isBare && (isDefinite || ['this', 'that', 'it'].includes(tree.form(object))) && tree.upos(object) !== 'PROPN')
      )
        return [];
      if (phrases.references(object).some(({ actor }) => actor.startsWith('@'))) return [];
    } else if (clauses.complements(at).length > 0) return [];
    const subjects = clauses.subjects(at).flatMap((subject) => phrases.references(subject).map(({ actor }) => actor));
    const actor = this.doerBefore(subjects, object === undefined);
    return actor === null ? [] : [{ actor, first: object ?? at, last: object ?? at, at: object ?? at, through: true }];
  }

  /** An actor as object or in a phrase of a complement clause, the closest first. */
  protected anyWithin(clause: number): Filler[] {
    const { clauses, tree } = this;
    const inside = ['by', 'of', 'from', 'on', 'against', 'with', 'to', 'for'];
    const objects = [...clauses.objects(clause).filter((at) => at !== clause), ...clauses.indirect(clause)].flatMap(
      (at) => this.actorsOf(at, inside),
    );
    if (objects.length > 0) return objects;
    const phrases = [clause, ...tree.children(clause, 'obj')]
      .flatMap((word) => tree.children(word, 'obl', 'nmod'))
      .filter(
        (at) =>
          !['in', 'at', 'after', 'during', 'before', 'since', 'until', 'over', 'by'].includes(
            tree.prepositions(at)[0] ?? 'in',
          ),
      );
    const found = phrases.flatMap((at) => tree.conjuncts(at)).flatMap((at) => this.actorsOf(at, inside));
    if (found.length > 0) return found;
    return tree.children(clause, 'xcomp', 'ccomp').flatMap((at) => this.anyWithin(at));
  }

  /** The actors of a phrase: those it names, else those whose thing it is. */
  protected actorsOf(head: number, inside: string[]): Filler[] {
    const { phrases, tree, lexicon } = this;
    const own = phrases.references(head);
    if (own.length > 0) return own.map((reference) => ({ ...reference, at: head, through: false }));
    if (tree.upos(head) === 'PRON' || phrases.nameOf(head)?.sort === 'nothing') return [];
    const isPlace =
      lexicon.nouns.facility.includes(tree.lemma(head)) || lexicon.nouns.people.includes(tree.lemma(head));
    const prepositions = isPlace ? [...inside, 'in', 'at', 'near'] : inside;
    return phrases.owners(head, prepositions).map((reference) => ({ ...reference, at: head, through: true }));
  }
}
