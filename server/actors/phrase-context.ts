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

const MODIFIERS = ['nmod:poss', 'amod', 'compound', 'nmod:desc', 'flat'];
/** How a noun belongs to an actor after it. */
export const BELONGS = ['of', 'from', 'in', 'at', 'for', 'inside'];

export interface SentenceContext {
  tree: Tree;
  sentence: number;
  names: Name[];
}

/** What the readers of noun phrases share: the sentence, its names, and whose a noun is. */
export abstract class PhraseContext {
  protected readonly nameAt = new Map<number, Name>();
  protected readonly done = new Map<number, Reference[]>();
  protected readonly tree: Tree;
  protected readonly sentence: number;

  protected readonly lexicon: Lexicon;
  protected readonly register: Register;
  protected readonly discourse: Discourse;

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
    // a pronoun that a title's reader asks for early may yet find whom the words before it name
    if (found.length === 0 && this.tree.upos(head) === 'PRON') this.done.delete(head);
    else this.done.set(head, found);
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
  protected readonly asBody = (actor: string): string | null => {
    if (this.kind(actor) !== 'person') return actor;
    const [tied] = this.register.get(actor)?.ties ?? [];
    return tied ?? null;
  };

  protected noun(head: number): string {
    const { form, lemma, upos } = this.tree.token(head);
    if (upos === 'PROPN')
      return form
        .toLowerCase()
        .replace(/ies$/, 'y')
        .replace(/(?<=[^s])s$/, '');
    return lemma.toLowerCase();
  }

  protected isPlural(head: number): boolean {
    return /S$/.test(this.tree.token(head).xpos) || this.noun(head) === 'people' || this.noun(head) === 'police';
  }

  protected has(list: string[], head: number): boolean {
    return list.includes(this.noun(head));
  }

  nameOf(head: number): Name | undefined {
    return this.nameAt.get(head);
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
    const hung = tree
      .children(head, 'nmod')
      .filter((child) => tree.prepositions(child).some((word) => prepositions.includes(word)));
    // "the referendum held by Venezuela", "a statement that Washington had drafted"
    const agents = prepositions.includes('by')
      ? tree
          .children(head, 'acl')
          .filter((child) => this.lexicon.cues.makingVerbs.includes(tree.lemma(child)))
          .flatMap((child) =>
            tree.is(child, 'acl:relcl')
              ? tree.children(child, 'nsubj')
              : tree.children(child, 'obl').filter((at) => tree.prepositions(at)[0] === 'by'),
          )
      : [];
    const after = [...hung, ...agents];
    return after.slice(0, 1).flatMap((child) => tree.conjuncts(child).flatMap((part) => this.referencesOrOwners(part)));
  }

  protected referencesOrOwners(head: number): Reference[] {
    const own = this.references(head);
    return own.length > 0 ? own : this.owners(head, BELONGS);
  }

  protected span(head: number): { first: number; last: number } {
    const { tree } = this;
    const parts = tree.children(head, 'amod', 'compound', 'nmod:poss', 'nmod:desc').filter((child) => child < head);
    const first = Math.min(head, ...parts.map((child) => tree.range(child)[0]));
    return { first, last: head };
  }

  protected isDefinite(head: number): boolean {
    return this.tree
      .children(head, 'det')
      .some((child) =>
        ['the', 'both', 'these', 'this', 'that', 'those', 'either', 'neither'].includes(this.tree.form(child)),
      );
  }

  protected abstract resolve(head: number): Reference[];
}
