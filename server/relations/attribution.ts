import { isSpeaker, type ReadArticle, type ReadSentence, SPEAKER } from '../actors/index.ts';
import { findQuotations } from '../language/segment/index.ts';
import type { Cues, Lexicon } from '../lexicon/index.ts';
import type { Quotation } from '../types.ts';
import { Clauses } from './clauses.ts';
import { QuotedSpeech, type Saying, spansAround } from './quotations.ts';

/** Who answers for what a word of a sentence says; the trigger is the verb or phrase that tells so. */
export interface Attributed {
  speaker: string | null;
  trigger: number | null;
}

const NOBODY: Attributed = { speaker: null, trigger: null };

/** Finds the speakers of an article: direct quotations and indirect speech, the innermost named actor first. */
export class Attribution {
  private readonly speech: QuotedSpeech;
  private readonly quotations: Quotation[];
  private readonly sayings: Saying[] = [];
  private readonly cues: Cues;
  private readonly clauses: Clauses[];

  private readonly article: ReadArticle;
  private readonly lexicon: Lexicon;

  constructor(text: string, article: ReadArticle, lexicon: Lexicon) {
    this.article = article;
    this.lexicon = lexicon;
    this.cues = lexicon.cues;
    this.clauses = article.sentences.map(({ tree }) => new Clauses(tree, this.cues));
    const quotations = findQuotations(text);
    this.quotations = quotations;
    for (const [number, { tree, sentence }] of article.sentences.entries()) {
      if (sentence.kind === 'heading') continue;
      for (let at = 1; at <= tree.length; at++) {
        if (!tree.isVerb(at) || !this.cues.sayVerbs.includes(tree.lemma(at))) continue;
        const { start, end } = tree.token(at);
        if (spansAround(quotations, start).some(({ inner }) => inner.start <= start && end <= inner.end)) continue;
        this.sayings.push({ sentence: number, at, start, end, speaker: this.speakerOf(number, at) });
      }
    }
    this.speech = new QuotedSpeech(text, quotations, this.sayings, article);
  }

  /** "He said the country could turn …, adding that …": who adds is who said, however far up that stands. */
  private mainSaying(tree: ReadSentence['tree'], verb: number): number {
    if (tree.token(verb).xpos !== 'VBG' || tree.children(verb, 'nsubj').length > 0) return verb;
    for (let up = tree.head(verb); up > 0; up = tree.head(up))
      if (this.cues.sayVerbs.includes(tree.lemma(up)) && tree.children(up, 'nsubj').length > 0) return up;
    return verb;
  }

  /** The named subject of a verb of saying; outlets publish, they do not speak. */
  private speakerOf(number: number, verb: number): string | null {
    const { phrases, tree } = this.article.sentences[number] as ReadSentence;
    const clauses = this.clauses[number] as Clauses;
    const passive = clauses.isPassive(verb);
    const subjects =
      passive && tree.lemma(verb) === 'quote'
        ? clauses.objects(verb)
        : passive && tree.children(verb, 'obl:agent').length === 0
          ? []
          : clauses.subjects(verb);
    const inMarks = (at: number): boolean =>
      spansAround(this.quotations, tree.token(at).start).some(({ inner }) => tree.token(at).end <= inner.end);
    for (const subject of subjects) {
      // who is named within the marks is spoken of
      if (inMarks(subject) && !inMarks(verb)) continue;
      const references = phrases.references(subject);
      const found =
        references.length > 0
          ? references
          : this.isOutletNoun(tree.lemma(subject))
            ? []
            : phrases.owners(subject, ['of']);
      const [reference] = found;
      if (!reference || isSpeaker(reference.actor)) continue;
      if (!this.isOutlet(reference.actor)) return reference.actor;
    }
    return null;
  }

  private isOutletNoun(lemma: string): boolean {
    return this.lexicon.nouns.outlets.includes(lemma);
  }

  private isOutlet(actor: string): boolean {
    const name = this.article.actor(actor)?.name ?? '';
    return this.lexicon.nameWords.outlets.some((word) => name === word || name.split(' ').includes(word));
  }

  /** Who says what the word says. */
  find(number: number, at: number): Attributed {
    const { tree, phrases } = this.article.sentences[number] as ReadSentence;
    const clauses = this.clauses[number] as Clauses;
    const { cues } = this;
    const accept = (verb: number): Attributed | null => {
      const speaker = this.speakerOf(number, this.mainSaying(tree, verb)) ?? this.fromQuote(number, verb, clauses);
      return speaker ? { speaker, trigger: verb } : null;
    };
    for (let word = at; word > 0; word = tree.head(word)) {
      const head = tree.head(word);
      // "… , Wazir said": the verb hangs on what is said
      for (const child of tree.children(word, 'parataxis', 'advcl', 'conj', 'ccomp')) {
        if (child === at || !cues.sayVerbs.includes(tree.lemma(child)) || !tree.is(child, 'parataxis', 'ccomp'))
          continue;
        if (tree.children(child, 'ccomp', 'obj').length > 0 && child < at) continue;
        if (tree.is(child, 'ccomp') && tree.range(child)[0] > at && tree.children(child, 'ccomp', 'xcomp').length > 0)
          continue;
        if (tree.is(child, 'ccomp') && tree.children(child, 'mark').length > 0) continue;
        if (tree.is(child, 'ccomp') && child > at && tree.upos(tree.range(child)[0]) !== 'PUNCT') continue;
        const found = accept(child);
        if (found) return found;
      }
      for (const child of tree.children(word, 'obl', 'nmod', 'advmod', 'advcl'))
        if (tree.prepositions(child)[0] === 'according') {
          const [reference] = phrases.references(child);
          if (reference && !isSpeaker(reference.actor) && !this.isOutlet(reference.actor))
            return { speaker: reference.actor, trigger: child };
        }
      if (head === 0) break;
      // "told reporters that …" is hung on the reporters now and then
      const teller = tree.is(word, 'acl') && tree.is(head, 'obj', 'iobj') ? tree.head(head) : 0;
      const isTold = teller > 0 && ['tell', 'inform', 'assure'].includes(tree.lemma(teller));
      const told = isTold ? accept(teller) : null;
      if (told) return told;
      const lemma = tree.lemma(head);
      const said =
        tree.is(word, 'ccomp', 'xcomp', 'parataxis', 'dep', 'obj', 'advcl') &&
        cues.sayVerbs.includes(lemma) &&
        tree.isVerb(head);
      const reported =
        said &&
        !(
          tree.is(word, 'parataxis') &&
          tree.children(head, 'nsubj').length > 0 &&
          word < head === false &&
          tree.children(head, 'obj', 'ccomp').length > 0
        );
      // "If the US suspends aid, he said, it could …"
      const isCondition =
        tree.is(word, 'advcl') && word < head && tree.children(word, 'mark').some((mark) => tree.form(mark) === 'if');
      const finite =
        isCondition ||
        tree.is(word, 'ccomp', 'parataxis', 'dep') ||
        (lemma === 'deny' && tree.is(word, 'xcomp', 'ccomp'));
      const claimed =
        cues.claimVerbs.includes(lemma) &&
        tree.is(word, 'advcl', 'xcomp', 'ccomp') &&
        tree.isVerb(word) &&
        tree.children(word, 'mark').length > 0;
      const denied = lemma === 'deny' && tree.is(word, 'obj', 'xcomp', 'ccomp');
      if ((reported && finite) || claimed || denied) {
        const found = accept(head);
        if (found) return found;
      }
    }
    const quoted = this.quoted(number, at);
    return quoted ?? NOBODY;
  }

  /** "We have asked …" inside a quotation says so itself: its speaker is the quotation's. */
  private fromQuote(number: number, verb: number, clauses: Clauses): string | null {
    const { phrases } = this.article.sentences[number] as ReadSentence;
    const isOwn = clauses.subjects(verb).some((at) => phrases.references(at).some(({ actor }) => isSpeaker(actor)));
    return isOwn ? (this.quoted(number, verb)?.speaker ?? null) : null;
  }

  private quoted(number: number, at: number): Attributed | null {
    const { tree } = this.article.sentences[number] as ReadSentence;
    const { start, end } = tree.token(at);
    const saying = this.speech.sayingAround(start, end);
    if (!saying?.speaker) return null;
    return { speaker: saying.speaker, trigger: saying.sentence === number ? saying.at : null };
  }

  /** Whom "I" and "we" mean where the word stands. */
  referent(number: number, at: number, actor: string): string | null {
    if (!isSpeaker(actor)) return actor;
    const { speaker } = this.quoted(number, at) ?? this.find(number, at);
    if (speaker === null || actor === SPEAKER.I) return speaker;
    if (this.article.actor(speaker)?.kind !== 'person') return speaker;
    const ties = this.article.tiesOf(speaker);
    const body = ties.find((id) => !this.lexicon.governmentBodies.has(id));
    return body ?? speaker;
  }
}
