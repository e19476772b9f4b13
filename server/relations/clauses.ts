import type { Tree } from '../language/tree.ts';
import type { Cues } from '../lexicon/index.ts';

/**
 * Who takes part in what a word says: the logical subject and object of verbs, of verbal nouns and of predicates with a
 * copula, through passives, relative clauses, participles, control (Universal Dependencies leaves it out) and coordination.
 * Positions of phrase heads are returned, coordination spread out.
 */
export class Clauses {
  readonly tree: Tree;
  private readonly cues: Cues;

  constructor(tree: Tree, cues: Cues) {
    this.tree = tree;
    this.cues = cues;
  }

  /** "Iranian" of "the Iranian-backed movement": who does what the participle before a noun says. */
  private hyphenated(participle: number): number[] {
    const { tree } = this;
    if (!tree.is(participle, 'amod') || tree.form(participle - 1) !== '-') return [];
    return tree.children(participle).filter((child) => child === participle - 2 && tree.upos(child) !== 'ADV');
  }

  isPassive(verb: number): boolean {
    const { tree } = this;
    if (tree.children(verb, 'aux:pass').length > 0) return true;
    // a subject is called passive now and then where the verb is plainly active
    if (tree.children(verb, 'nsubj:pass').length > 0) return tree.token(verb).xpos === 'VBN';
    if (tree.token(verb).xpos !== 'VBN' && tree.token(verb).xpos !== 'VBD') return false;
    // "the man arrested by police", "arrested last week, he …"
    const bare = tree.children(verb, 'aux', 'obj', 'nsubj').length === 0;
    // "was summoned and told to leave"
    if (bare && tree.is(verb, 'conj') && this.isPassive(tree.head(verb))) return true;
    return (
      bare && tree.is(verb, 'acl', 'advcl') && !tree.is(verb, 'acl:relcl') && tree.children(verb, 'mark').length === 0
    );
  }

  private all(list: number[]): number[] {
    return list.flatMap((at) => this.tree.conjuncts(at));
  }

  /** "Paraguay is one of the countries *that* …", "France is a country *that* …": whom the predicate is said of. */
  private ofPredicate(noun: number): number {
    const { tree } = this;
    const head = tree.is(noun, 'nmod') && tree.prepositions(noun)[0] === 'of' ? tree.head(noun) : noun;
    if (head === 0 || tree.children(head, 'cop').length === 0 || tree.upos(noun) !== 'NOUN') return noun;
    const [subject] = tree.children(head, 'nsubj');
    return subject !== undefined && tree.upos(subject) !== 'PRON' ? subject : noun;
  }

  /** The word a relative pronoun stands for. */
  private antecedent(at: number): number {
    const { tree } = this;
    const isRelative = tree.upos(at) === 'PRON' && ['which', 'who', 'that', 'whom', 'whose'].includes(tree.form(at));
    if (!isRelative) return at;
    for (let up = at; up > 0; up = tree.head(up))
      if (tree.is(up, 'acl:relcl', 'acl')) return this.ofPredicate(tree.firstConjunct(tree.head(up)));
    return at;
  }

  /** "bombed *what the army called a Hezbollah depot*": the name that a free relative gives. */
  private named(at: number): number {
    const { tree } = this;
    if (tree.form(at) !== 'what') return at;
    const verb = tree.children(at, 'acl').find((child) => this.cues.namingVerbs.includes(tree.lemma(child)));
    const [name] =
      verb === undefined
        ? []
        : tree.children(verb, 'obj', 'xcomp', 'obl').filter((child) => child > verb && tree.isNominal(child));
    return name ?? at;
  }

  private follow(list: number[]): number[] {
    return this.all(list.map((at) => this.named(this.antecedent(at))));
  }

  /** The relativised word itself when the clause has no pronoun: "the man police arrested". */
  private gap(verb: number): number[] {
    return this.tree.is(verb, 'acl:relcl') ? this.all([this.tree.head(verb)]) : [];
  }

  /** Logical subject. `seen` ends the walk through control. */
  subjects(verb: number, depth = 0): number[] {
    const { tree } = this;
    if (depth > 8) return [];
    if (verb > 2 && this.hyphenated(verb).length > 0) return this.all(this.hyphenated(verb));
    if (this.isPassive(verb)) {
      const agents = tree.children(verb, 'obl:agent');
      const by =
        agents.length > 0 ? agents : tree.children(verb, 'obl').filter((at) => tree.prepositions(at)[0] === 'by');
      if (by.length > 0) return this.all(by);
      // "was received at the palace by her counterpart": the agent is hung on the place
      const far = tree
        .children(verb, 'obl')
        .flatMap((at) => tree.children(at, 'nmod'))
        .filter((at) => tree.prepositions(at)[0] === 'by');
      if (far.length > 0) return this.all(far);
      const first = this.sharedWith(verb);
      return first && this.isPassive(first) && !tree.children(verb, 'nsubj:pass').length
        ? this.subjects(first, depth + 1)
        : [];
    }
    const own = tree.children(verb, 'nsubj', 'csubj').filter((at) => !tree.is(at, 'csubj'));
    if (own.length > 0) return this.withBesides(verb, this.follow(own));
    return this.understood(verb, depth);
  }

  /** "Besides Pakistan, China and Iran back Russia": what is besides does it too. */
  private withBesides(verb: number, subjects: number[]): number[] {
    const { tree } = this;
    const also = tree
      .children(verb, 'obl', 'nmod', 'advcl')
      .filter((at) => at < verb && ['besides', 'alongside', 'like'].includes(tree.prepositions(at)[0] ?? ''));
    return [...this.all(also), ...subjects];
  }

  private sharedWith(verb: number): number {
    return this.tree.is(verb, 'conj') ? this.tree.head(verb) : 0;
  }

  /** The grammatical subject, which control passes on: of a passive what it is done to. */
  private surfaceSubjects(verb: number, depth: number): number[] {
    return this.isPassive(verb) ? this.objects(verb, depth + 1) : this.subjects(verb, depth + 1);
  }

  private understood(verb: number, depth: number): number[] {
    const { tree, cues } = this;
    const head = tree.head(verb);
    if (head === 0) return [];
    const shared = this.sharedWith(verb);
    if (shared) {
      const own = this.isPassive(shared) ? this.objects(shared, depth + 1) : this.subjects(shared, depth + 1);
      return own;
    }
    if (tree.is(verb, 'acl:relcl')) {
      const object = tree.children(verb, 'obj');
      return object.length > 0 || !this.isPassive(verb) ? this.gap(verb) : [];
    }
    if (tree.is(verb, 'acl')) {
      // "its decision to cut", "sanctions targeting": the noun's doer for infinitives, the noun itself for participles
      const infinitive = tree.children(verb, 'mark').some((at) => ['to', 'of', 'for'].includes(tree.form(at)));
      const governor = tree.head(head);
      const isAsked = tree.is(head, 'obj', 'iobj') && governor > 0 && cues.objectControl.includes(tree.lemma(governor));
      if (infinitive && isAsked && tree.upos(head) !== 'NOUN') return this.all([head]);
      return infinitive ? this.doers(head, depth + 1) : this.all([head]);
    }
    if (
      tree.is(verb, 'xcomp', 'advcl', 'ccomp', 'parataxis', 'dep') &&
      (tree.isVerb(head) || tree.children(head, 'nsubj').length > 0)
    ) {
      const object = this.isPassive(head) ? [] : tree.children(head, 'obj', 'iobj');
      const marks = tree.children(verb, 'mark').map((at) => tree.form(at));
      const isPurpose = tree.is(verb, 'advcl') && !['of', 'for', 'from'].includes(marks[0] ?? '');
      if (object.length > 0 && !isPurpose && cues.objectControl.includes(tree.lemma(head))) return this.follow(object);
      // "appealed to the rebels to let trucks through"
      if (object.length === 0 && tree.is(verb, 'xcomp', 'advcl') && ['appeal', 'call'].includes(tree.lemma(head))) {
        const asked = tree
          .children(head, 'obl')
          .filter((at) => ['to', 'on', 'upon'].includes(tree.prepositions(at)[0] ?? ''));
        if (asked.length > 0) return this.all(asked);
      }
      return this.surfaceSubjects(head, depth);
    }
    return [];
  }

  /** Who does what a noun says: its possessor, or the subject of the light verb that carries it. */
  doers(noun: number, depth = 0): number[] {
    const { tree } = this;
    const possessor = tree.children(noun, 'nmod:poss');
    if (possessor.length > 0) return this.follow(possessor);
    const by = tree.children(noun, 'nmod').filter((at) => tree.prepositions(at)[0] === 'by');
    if (by.length > 0) return this.all(by);
    const front = tree
      .children(noun, 'compound', 'amod')
      .filter((at) => at < noun && tree.upos(at) !== 'NOUN' && !tree.isVerb(at));
    const carried = this.carriers(noun, depth);
    return carried.length > 0 ? carried : this.all(front);
  }

  /** Subjects of the light verb whose object the noun is ("voiced support"), of the copula, or the noun of an apposition. */
  carriers(noun: number, depth = 0): number[] {
    const { tree, cues } = this;
    // "has already good understanding with Russia" may be read with the noun as its predicate
    if (
      tree.children(noun, 'cop').length > 0 ||
      (tree.children(noun, 'nsubj').length > 0 && tree.upos(noun) === 'NOUN')
    )
      // "sells electricity to Kabul and was the first to send flour"
      return tree.children(noun, 'nsubj').length === 0 && tree.is(noun, 'conj') && depth < 4
        ? this.surfaceSubjects(tree.firstConjunct(noun), depth + 1)
        : this.withBesides(noun, this.follow(tree.children(noun, 'nsubj')));
    if (tree.is(noun, 'appos')) return this.all([tree.head(noun)]);
    const first = tree.firstConjunct(noun);
    const verb = tree.head(first);
    // "is on the path of defiance", "launched a series of attacks"
    if (
      tree.is(first, 'nmod') &&
      cues.carrierNouns.includes(tree.lemma(verb)) &&
      tree.prepositions(first)[0] === 'of' &&
      depth < 4
    )
      return this.carriers(verb, depth + 1);
    if (verb === 0) return [];
    if (tree.is(first, 'appos')) return this.all([verb]);
    if (tree.children(first, 'cop').length > 0) return this.follow(tree.children(first, 'nsubj'));
    // "will visit Moscow for talks with …"
    const isPurpose = tree.is(first, 'obl') && tree.prepositions(first)[0] === 'for';
    if (isPurpose && cues.travelVerbs.includes(tree.lemma(verb))) return this.subjects(verb, depth + 1);
    if (
      tree.is(first, 'obj', 'nsubj:pass', 'obl', 'xcomp') &&
      tree.isVerb(verb) &&
      cues.lightVerbs.includes(tree.lemma(verb))
    ) {
      if (tree.is(first, 'obl') && !['in', 'into', 'out'].includes(tree.prepositions(first)[0] ?? '')) return [];
      return this.subjects(verb, depth + 1);
    }
    return [];
  }

  /** Logical object. */
  objects(verb: number, depth = 0): number[] {
    const { tree } = this;
    if (depth > 8) return [];
    if (verb > 2 && this.hyphenated(verb).length > 0) return [tree.head(verb)];
    if (this.isPassive(verb)) {
      const own = tree.children(verb, 'nsubj:pass', 'nsubj');
      if (own.length > 0) return this.follow(own);
      if (tree.is(verb, 'acl')) return this.all([tree.head(verb)]);
      const shared = this.sharedWith(verb);
      if (shared) return this.isPassive(shared) ? this.objects(shared, depth + 1) : this.subjects(shared, depth + 1);
      if (tree.is(verb, 'xcomp', 'advcl') && tree.head(verb) > 0) {
        const object = tree.children(tree.head(verb), 'obj');
        return tree.is(verb, 'xcomp') && object.length > 0
          ? this.follow(object)
          : this.surfaceSubjects(tree.head(verb), depth);
      }
      return [];
    }
    const own = tree.children(verb, 'obj');
    if (own.length > 0) return this.follow(own);
    // "suspends or ends cooperation": the later verb's object is both's
    const next = tree.children(verb, 'conj').find((at) => tree.isVerb(at) && tree.children(at, 'nsubj').length === 0);
    const isBare = tree.children(verb, 'obl', 'ccomp', 'xcomp').length === 0;
    if (next && isBare && tree.children(next, 'obj').length > 0) return this.objects(next, depth + 1);
    if (tree.is(verb, 'acl:relcl') && tree.children(verb, 'nsubj').length > 0 && isBare) return this.gap(verb);
    return [];
  }

  indirect(verb: number): number[] {
    const { tree } = this;
    const own = tree.children(verb, 'iobj');
    const objects = tree.children(verb, 'obj');
    if (own.length > 0) return this.follow(own);
    if (objects.length > 1) return this.follow(objects.slice(0, 1));
    // "give Congo 25 million euros": the name right after the verb is read as part of the sum
    const next = verb + 1 <= tree.length && tree.form(verb + 1) === 'the' ? verb + 2 : verb + 1;
    const [object] = objects;
    const isInside = object !== undefined && next < object && tree.upos(next) === 'PROPN' && tree.isBelow(next, object);
    return isInside && tree.is(next, 'nmod', 'compound', 'iobj') && tree.children(next, 'case').length === 0
      ? this.all([next])
      : [];
  }

  /** Phrases with a preposition that hang on the words. */
  phrases(words: number[], preposition: string): number[] {
    const { tree } = this;
    const found: number[] = [];
    for (const word of words)
      for (const child of tree.children(word, 'obl', 'nmod', 'advcl', 'acl', 'xcomp')) {
        if (!tree.isNominal(child) && tree.upos(child) !== 'ADJ') continue;
        const prepositions = tree.prepositions(child);
        if (!preposition.split(' ').every((word) => prepositions.includes(word))) continue;
        found.push(...this.follow([child]));
        if (preposition === 'between') found.push(...this.secondOfBetween(child));
      }
    // "the country with which it broke off relations"
    return found;
  }

  /**
   * The first phrase with a preposition after a verb and within its clause, however deep it is hung: "handed over $4 million worth
   * of medicines *to the ministry*". Where a phrase hangs is what a parser knows least.
   */
  phraseWithin(verb: number, preposition: string): number[] {
    const { tree } = this;
    const inClause = (at: number): number[] =>
      tree
        .children(at, 'obj', 'obl', 'nmod', 'conj', 'appos', 'compound', 'nummod')
        .filter((child) => child > verb && tree.isNominal(child))
        .flatMap((child) => [child, ...inClause(child)]);
    const found = inClause(verb).filter((at) => !tree.is(at, 'conj') && tree.prepositions(at)[0] === preposition);
    return found.length > 0 ? this.follow([Math.min(...found)]) : [];
  }

  /** "relations between Pakistan and the US was …": when the tree tears the two apart, the words still say it. */
  private secondOfBetween(first: number): number[] {
    const { tree } = this;
    if (tree.conjuncts(first).length > 1) return [];
    const next = tree.range(first)[1] + 1;
    if (next > tree.length || tree.form(next) !== 'and') return [];
    for (let at = next + 1; at <= Math.min(next + 6, tree.length); at++)
      if (tree.isNominal(at) && !tree.is(at, 'compound', 'flat')) return this.tree.conjuncts(at);
    return [];
  }

  /** Complement clauses of a verb: infinitives, that-clauses, clauses after "for" and "of". */
  complements(verb: number): number[] {
    const { tree } = this;
    const own = tree.children(verb, 'xcomp', 'ccomp');
    // "urged the alliance to reinforce …" is often read as an alliance to reinforce
    const { objectControl } = this.cues;
    const ofObject = objectControl.includes(tree.lemma(verb))
      ? tree.children(verb, 'obj', 'iobj').flatMap((object) => tree.children(object, 'acl'))
      : [];
    const infinitives = [
      ...tree.children(verb, 'advcl', 'acl'),
      ...ofObject.filter((at) => !tree.is(at, 'acl:relcl')),
    ].filter((at) => tree.children(at, 'mark').some((mark) => ['to', 'that'].includes(tree.form(mark))));
    return [...own, ...infinitives];
  }
}
