import type { Sentence, Token } from '../types.ts';

/**
 * A sentence's tree. Words are named by their position, 1 for the first as in `Token.head`; 0 stands for no word and
 * for the root. Relations are compared without their subtypes unless a subtype is asked for.
 */
export class Tree {
  readonly tokens: Token[];
  private readonly dependents: number[][];

  constructor(sentence: Pick<Sentence, 'tokens'>) {
    this.tokens = sentence.tokens;
    this.dependents = Array.from({ length: sentence.tokens.length + 1 }, () => []);
    for (const [index, { head }] of sentence.tokens.entries()) this.dependents[head]?.push(index + 1);
  }

  get length(): number {
    return this.tokens.length;
  }

  token(at: number): Token {
    const token = this.tokens[at - 1];
    if (token === undefined) throw new RangeError(`the sentence has no word ${at}`);
    return token;
  }

  /** Dependents from left to right, those of the given relations only if any are given. */
  children(at: number, ...relations: string[]): number[] {
    const all = this.dependents[at] ?? [];
    return relations.length === 0 ? all : all.filter((child) => this.is(child, ...relations));
  }

  /** "obl" holds for obl and obl:agent, "obl:agent" for that alone. */
  is(at: number, ...relations: string[]): boolean {
    const { deprel } = this.token(at);
    return relations.some((relation) => deprel === relation || deprel.startsWith(`${relation}:`));
  }

  head(at: number): number {
    return this.token(at).head;
  }

  lemma(at: number): string {
    return this.token(at).lemma.toLowerCase();
  }

  form(at: number): string {
    return this.token(at).form.toLowerCase();
  }

  upos(at: number): string {
    return this.token(at).upos;
  }

  isVerb(at: number): boolean {
    return this.upos(at) === 'VERB';
  }

  isNominal(at: number): boolean {
    return ['NOUN', 'PROPN', 'PRON', 'NUM'].includes(this.upos(at));
  }

  /** The word and what is coordinated with it, in order: of "A, B and C" all three, whichever is given first. */
  conjuncts(at: number): number[] {
    return [at, ...this.children(at, 'conj').flatMap((child) => this.conjuncts(child))];
  }

  /** The first of the coordination that the word belongs to. */
  firstConjunct(at: number): number {
    return this.head(at) > 0 && this.is(at, 'conj') ? this.firstConjunct(this.head(at)) : at;
  }

  /** First and last position of the word with all that hangs on it. */
  range(at: number): [first: number, last: number] {
    let [first, last] = [at, at];
    for (const child of this.children(at)) {
      const [left, right] = this.range(child);
      first = Math.min(first, left);
      last = Math.max(last, right);
    }
    return [first, last];
  }

  /** Whether the word hangs on the other, directly or not. */
  isBelow(at: number, ancestor: number): boolean {
    for (let up = this.head(at); up > 0; up = this.head(up)) if (up === ancestor) return true;
    return false;
  }

  /** The prepositions of a phrase, the first word of each: "with", "according" of "according to". */
  prepositions(at: number): string[] {
    const own = this.children(at, 'case').filter((child) => child < at && this.token(child).xpos !== 'POS');
    if (own.length > 0 || !this.is(at, 'conj')) return own.map((child) => this.form(child));
    return this.prepositions(this.head(at));
  }
}
