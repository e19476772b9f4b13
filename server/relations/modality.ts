import type { Tree } from '../language/tree.ts';
import type { Cues } from '../lexicon/index.ts';
import type { Modality } from '../types.ts';

/** A modality with the word that gives it, for the explanation. */
export interface Judged {
  modality: Modality;
  trigger: number | null;
  /** The word stands in what somebody is asked to do: no act of anybody yet. */
  requested: boolean;
  /** "will not", "would never": who is asked for it refuses. */
  refused: boolean;
}

const rank: Record<Modality, number> = { asserted: 0, planned: 1, hypothetical: 2, negated: 3 };

/** How firmly a sentence states what one of its words says: tense, auxiliaries, negation and the clauses around it. */
export function judgeModality(tree: Tree, at: number, cues: Cues, inNoun: boolean): Judged {
  let result: Judged = { modality: 'asserted', trigger: null, requested: false, refused: false };
  const raise = (modality: Modality, trigger: number): void => {
    if (rank[modality] > rank[result.modality]) result = { ...result, modality, trigger };
  };
  // a denied denial or a failure to fail is none of ours; the strongest word wins
  const looksNegated = (word: number): number | undefined =>
    tree
      .children(word, 'advmod', 'det', 'cc', 'mark', 'cc:preconj', 'advmod')
      .find((child) => cues.negators.includes(tree.form(child)) || ["n't", 'n’t'].includes(tree.form(child)));

  let below = 0;
  for (let word = at; word > 0; ) {
    const head = tree.head(word);
    const isNoun = tree.isNominal(word) && tree.children(word, 'cop').length === 0;
    const negator = looksNegated(word);
    if (negator) raise('negated', negator);
    if (!isNoun) {
      const parts = tree.children(word, 'nsubj', 'obj').filter((child) => child !== below);
      for (const child of parts) {
        const no = tree
          .children(child, 'det', 'advmod', 'cc', 'cc:preconj')
          .find((det) => ['no', 'neither', 'none'].includes(tree.form(det)));
        if (no) raise('negated', no);
        if (['nobody', 'none', 'neither', 'nothing'].includes(tree.form(child))) raise('negated', child);
      }
      readAuxiliaries(tree, word, cues, raise);
      if (
        word === at &&
        negator &&
        tree.children(word, 'aux').some((aux) => ['will', 'wo', 'would', "'ll"].includes(tree.form(aux)))
      )
        result = { ...result, refused: true };
      const marks = tree.children(word, 'mark');
      const condition = marks.find((mark) => ['if', 'unless', 'whether', 'lest'].includes(tree.form(mark)));
      if (condition) raise('hypothetical', condition);
      const without = marks.find((mark) => tree.form(mark) === 'without');
      if (without) raise('negated', without);
      const inverted = tree
        .children(word, 'aux')
        .find((aux) => tree.form(aux) === 'should' && aux < Math.min(...tree.children(word, 'nsubj'), 999));
      if (inverted && tree.is(word, 'advcl')) raise('hypothetical', inverted);
      // headline: "Russia to maintain …"
      if (head === 0 && marks.some((mark) => tree.form(mark) === 'to')) raise('planned', word);
    }
    if (inNoun && word === at) {
      const isIn = (child: number, list: string[]): boolean =>
        list.includes(tree.form(child)) || (list.includes(tree.lemma(child)) && tree.token(child).xpos !== 'VBG');
      const modifiers = tree.children(word, 'amod');
      const planned = modifiers.find((child) => isIn(child, cues.plannedModifiers));
      const possible = modifiers.find((child) => isIn(child, cues.possibleModifiers));
      if (planned) raise('planned', planned);
      if (possible) raise('hypothetical', possible);
    }
    if (head === 0) break;
    const up = tree.lemma(head);
    // "called for the release of two journalists by Iraq"
    if (
      inNoun &&
      word === at &&
      tree.is(word, 'obl') &&
      tree.prepositions(word)[0] === 'for' &&
      cues.requestVerbs.includes(up)
    )
      return { ...result, requested: true };
    // "to end its support for X" takes the support for granted; "pledged its support" does not
    if (inNoun && word === at && tree.children(word, 'nmod:poss').length > 0 && !cues.lightVerbs.includes(up)) break;
    // what a thing is: "its attack on X was condemned" states the attack, whatever holds of the condemnation
    const inSubject = tree.is(word, 'nsubj', 'nmod', 'obl', 'nmod:poss', 'compound', 'amod', 'appos', 'conj') && isNoun;
    if (
      isNoun &&
      inNoun &&
      !tree.is(word, 'obj', 'nsubj:pass', 'xcomp') &&
      !(tree.is(word, 'nsubj', 'obl') && cues.lightVerbs.includes(up))
    ) {
      if (tree.is(word, 'nmod', 'nmod:poss') && cues.hypotheticalNouns.includes(up)) raise('hypothetical', head);
      if (inSubject) break;
    }
    const isInfinitive = tree.children(word, 'mark').some((mark) => tree.form(mark) === 'to');
    if (
      tree.is(word, 'xcomp', 'ccomp', 'obj') ||
      (tree.is(word, 'advcl') && tree.children(head, 'obj').length === 0 && !isNoun && !isPurpose(tree, word, head)) ||
      (tree.is(word, 'advcl') && isRequest(tree, word, head, cues))
    ) {
      if (cues.failVerbs.includes(up) && isInfinitive) raise('negated', head);
      else if (cues.denyVerbs.includes(up) && (tree.is(word, 'xcomp', 'ccomp') || up === 'deny' || up === 'reject'))
        raise('negated', head);
      else if (isRequest(tree, word, head, cues) && !isNoun) result = { ...result, requested: true };
      else if (cues.hopeVerbs.includes(up) && !isNoun)
        raise(up === 'threaten' || up === 'want' ? 'planned' : 'hypothetical', head);
      else if (
        cues.planVerbs.includes(up) &&
        (isInfinitive ||
          ['plan', 'consider', 'propose', 'approve', 'order', 'announce', 'expect', 'weigh'].includes(up)) &&
        !isNoun
      )
        raise('planned', head);
      else if (
        isNoun &&
        [
          'plan',
          'consider',
          'propose',
          'seek',
          'schedule',
          'weigh',
          'want',
          'expect',
          'threaten',
          'promise',
          'pledge',
          'await',
        ].includes(up)
      )
        raise(up === 'consider' || up === 'weigh' ? 'hypothetical' : 'planned', head);
    }
    if (tree.is(word, 'xcomp', 'advcl', 'ccomp', 'acl') && isInfinitive) {
      if (cues.planAdjectives.includes(up)) raise('planned', head);
      if (tree.is(word, 'acl') && cues.planNouns.includes(up)) {
        const no = tree.children(head, 'det').find((det) => tree.form(det) === 'no');
        if (no) raise('negated', no);
        else if (['request', 'demand', 'call', 'appeal', 'invitation'].includes(up))
          result = { ...result, requested: true };
        else raise(['right', 'threat'].includes(up) ? 'hypothetical' : 'planned', head);
      }
      if (tree.is(word, 'advcl') && isPurpose(tree, word, head)) raise('planned', word);
    }
    if (tree.is(word, 'acl', 'nmod') && up === 'intention') {
      const no = tree.children(head, 'det').find((det) => tree.form(det) === 'no');
      raise(no ? 'negated' : 'planned', no ?? head);
    }
    if (tree.is(word, 'acl') && tree.children(word, 'mark').length === 0 && !inNoun && isNoun) break;
    // a relative or participial clause states its own, whatever holds of the sentence around it
    if (tree.is(word, 'acl:relcl', 'parataxis')) break;
    if (tree.is(word, 'acl') && !isInfinitive && !tree.children(word, 'mark').length) break;
    if (tree.is(word, 'advcl') && !isInfinitive && !isCondition(tree, word) && !isGerundOf(tree, word)) {
      break;
    }
    // what is said is as firm as its own words
    if (tree.is(word, 'ccomp') && cues.sayVerbs.includes(up) && !cues.denyVerbs.includes(up)) break;
    // a coordinated clause with a subject of its own stands by itself
    if (tree.is(word, 'conj') && tree.children(word, 'nsubj').length > 0 && tree.children(word, 'aux').length > 0)
      break;
    if (tree.is(word, 'conj') && (tree.children(word, 'aux').length > 0 || isFiniteForm(tree, word))) {
      // "may cut aid and close its embassy" shares the auxiliary; "cut aid and may close" does not
      if (tree.children(word, 'nsubj').length > 0 || tree.children(word, 'aux').length > 0 || isFiniteForm(tree, word))
        break;
    }
    below = word;
    word = head;
  }
  return result;
}

const isFiniteForm = (tree: Tree, at: number): boolean => ['VBD', 'VBZ'].includes(tree.token(at).xpos);

const isCondition = (tree: Tree, at: number): boolean =>
  tree.children(at, 'mark').some((mark) => ['if', 'unless'].includes(tree.form(mark)));

const isGerundOf = (tree: Tree, at: number): boolean =>
  tree.token(at).xpos === 'VBG' &&
  tree
    .children(at, 'mark')
    .some((mark) => ['of', 'from', 'for', 'without', 'in', 'by', 'about', 'on', 'to'].includes(tree.form(mark)));

/** "met to discuss": an infinitive of purpose, not the verb's own complement. */
function isPurpose(tree: Tree, at: number, head: number): boolean {
  return (
    tree.is(at, 'advcl') &&
    tree.children(at, 'mark').some((mark) => tree.form(mark) === 'to') &&
    tree.isVerb(head) &&
    tree.upos(head) === 'VERB'
  );
}

function isRequest(tree: Tree, at: number, head: number, cues: Cues): boolean {
  const up = tree.lemma(head);
  if (!cues.requestVerbs.includes(up)) return false;
  const hasAddressee =
    tree.children(head, 'obj', 'iobj').length > 0 ||
    tree.children(head, 'obl').some((child) => ['on', 'to', 'upon', 'for'].includes(tree.prepositions(child)[0] ?? ''));
  if (tree.is(at, 'ccomp'))
    // "insisted that it leave" asks, "insisted that it would not leave" does not
    return (
      ['demand', 'urge', 'insist', 'ask', 'request', 'recommend'].includes(up) &&
      tree.token(at).xpos === 'VB' &&
      tree.children(at, 'aux').length === 0
    );
  return (hasAddressee || tree.children(head, 'nsubj:pass').length > 0) && !tree.is(at, 'obj');
}

function readAuxiliaries(
  tree: Tree,
  word: number,
  cues: Cues,
  raise: (modality: Modality, trigger: number) => void,
): void {
  const shared =
    tree.is(word, 'conj') && tree.children(word, 'nsubj', 'aux').length === 0
      ? tree.children(tree.head(word), 'aux')
      : [];
  for (const aux of [...tree.children(word, 'aux'), ...shared.filter(() => tree.token(word).xpos === 'VB')]) {
    const form = tree.form(aux);
    if (['will', 'shall', "'ll", '’ll', 'wo'].includes(form)) raise('planned', aux);
    else if (form === 'would') raise(reportsPast(tree, word, cues) ? 'planned' : 'hypothetical', aux);
    else if (cues.maybeWords.includes(form)) raise('hypothetical', aux);
    else if (tree.lemma(aux) === 'be' && tree.token(word).xpos === 'VB') raise('planned', aux);
  }
  if (tree.lemma(word) === 'go' && tree.token(word).xpos === 'VBG') raise('planned', word);
}

/** "said his fighters would pull out": the future seen from the past, unless a condition stands with it. */
function reportsPast(tree: Tree, word: number, cues: Cues): boolean {
  if (tree.children(word, 'advcl').some((child) => isCondition(tree, child))) return false;
  for (let at = word; tree.head(at) > 0; at = tree.head(at)) {
    const head = tree.head(at);
    if (tree.is(at, 'ccomp', 'parataxis') && cues.sayVerbs.includes(tree.lemma(head))) return true;
    if (!tree.is(at, 'conj', 'xcomp', 'ccomp')) return false;
  }
  return false;
}
