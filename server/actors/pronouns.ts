import { PhraseContext, type Reference, SPEAKER } from './phrase-context.ts';

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
/** "it rained", "it seems": nobody's pronoun. */
const IMPERSONAL = ['rain', 'snow', 'hail', 'seem', 'appear', 'happen', 'turn', 'take', 'matter'];

/** Pronouns, against what the article has named so far. */
export abstract class PronounReader extends PhraseContext {
  protected resolvePronoun(head: number): Reference[] {
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
    const isOne = new Set(local.map(({ actor }) => actor)).size === 1;
    if (
      local.length > 0 &&
      (isOne || pronoun !== 'it') &&
      local.every(({ actor }) => !actor.startsWith('@') && fitsLocal(actor))
    )
      return local.map(({ actor }) => ({ actor, ...here }));
    const announced = pronoun === 'it' && tree.is(head, 'nsubj') ? this.announcer(head) : [];
    if (announced.length > 0) return announced.map(({ actor }) => ({ actor, ...here }));
    if (pronoun === 'he' || pronoun === 'she') {
      const [person] = discourse.recall(
        { sentence, at: head },
        (actor, kind) => {
          const gender = register.get(actor)?.gender;
          return kind === 'person' && (!gender || gender === pronoun);
        },
        { except },
      );
      if (!person) return [];
      const entry = register.get(person);
      if (entry) entry.gender = pronoun;
      return [{ actor: person, ...here }];
    }
    const place = { sentence, at: head };
    const options = { except, plural: pronoun === 'they' };
    const bodies = discourse.recall(place, (_, kind) => kind !== 'person', options);
    const found = bodies.length > 0 || pronoun !== 'they' ? bodies : discourse.recall(place, () => true, options);
    return (pronoun === 'it' ? found.slice(0, 1) : found).map((actor) => ({ actor, ...here }));
  }

  /** "a warning from Washington that *it* could …": whose warning it is. */
  protected announcer(pronoun: number): Reference[] {
    const { tree } = this;
    const clause = tree.head(pronoun);
    if (!tree.is(clause, 'acl', 'ccomp') || !tree.isNominal(tree.head(clause))) return [];
    return this.owners(tree.head(clause), ['from', 'by', 'of']).filter(({ actor }) => this.kind(actor) !== 'person');
  }

  /** Who acts in the clause around a possessive: "Kigali says *its* troops", "accused Peru of subsidising *its* smelters". */
  protected clauseSubjects(pronoun: number): Reference[] {
    const { tree } = this;
    for (let at = tree.head(pronoun), below = pronoun; at > 0; below = at, at = tree.head(at)) {
      // "demonstrated against the government over *its* decision"
      const blamed = ['over', 'for'].includes(tree.prepositions(below)[0] ?? '')
        ? tree.children(at, 'obl').find((child) => child < below && tree.prepositions(child)[0] === 'against')
        : undefined;
      const accused = blamed === undefined ? [] : this.references(blamed);
      if (accused.length > 0) return accused;
      const subject = tree.children(at, 'nsubj').find((child) => child !== below && child < pronoun);
      if (subject) {
        const own = tree.conjuncts(subject).flatMap((part) => this.references(part));
        if (own.length > 0) return own;
        continue;
      }
      // "the council, represented by *its* chair"
      if (tree.is(at, 'acl') && !tree.is(at, 'acl:relcl') && tree.token(at).xpos === 'VBN') {
        const described = this.references(tree.firstConjunct(tree.head(at)));
        if (described.length > 0) return described;
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
}
