import type { PhraseReader } from '../actors/index.ts';
import type { Frame, Lexicon } from '../lexicon/index.ts';
import type { Clauses } from './clauses.ts';
import { type DoerBefore, type Filler, isSum, SlotReader } from './slots.ts';

export type { DoerBefore, Filler } from './slots.ts';

/** A frame that fits a word, with what fills its slots. */
export interface Match {
  frame: Frame;
  /** Position of the verb, noun or adjective. */
  at: number;
  sources: Filler[];
  targets: Filler[];
  /** Positions of the words that say the relation, first and last. */
  cue: [first: number, last: number];
  /** Nouns that the frame asks for as objects: what they would say by themselves is part of this. */
  objects: number[];
  /** Heads of the complement clauses that a slot was filled from. */
  clauses: number[];
}

/** Why a frame whose word occurs did not fire, for the explanation. */
export interface Miss {
  frame: Frame;
  at: number;
  why: string;
}

interface Trigger {
  frame: Frame;
  /** Words that must stand with the first: "off" of "cut off". */
  rest: string[];
}

const PARTS = { verbs: ['VERB', 'AUX'], nouns: ['NOUN', 'PROPN'], adjectives: ['ADJ', 'VERB', 'NOUN'] } as const;
type Part = keyof typeof PARTS;

/** Frames by the first word of their triggers. */
export function indexFrames(frames: Frame[]): Map<string, Trigger[]> {
  const index = new Map<string, Trigger[]>();
  for (const frame of frames)
    for (const part of ['verbs', 'nouns', 'adjectives'] as const)
      for (const trigger of frame[part] ?? []) {
        const [first, ...rest] = trigger.split(' ');
        const key = `${part}:${first}`;
        const entry = { frame, rest };
        const list = index.get(key);
        if (list) list.push(entry);
        else index.set(key, [entry]);
      }
  return index;
}

/** The more a frame asks for, the earlier it is tried. */
const specificity = ({ frame, rest }: Trigger): number =>
  rest.length * 3 +
  (frame.object ? 3 : 0) +
  Object.keys(frame.with ?? {}).length * 4 +
  (frame.modifier ? 2 : 0) +
  (frame.preposition ? 3 : 0) +
  (frame.clause ? 2 + (frame.clause.heads ? 2 : 0) + (frame.clause.aux ? 1 : 0) : 0);

/** Tries the frames of every word of a sentence. */
export class FrameMatcher extends SlotReader {
  private readonly index: Map<string, Trigger[]>;

  constructor(
    index: Map<string, Trigger[]>,
    clauses: Clauses,
    phrases: PhraseReader,
    lexicon: Lexicon,
    doerBefore: DoerBefore,
  ) {
    super(clauses, phrases, lexicon, doerBefore);
    this.index = index;
  }

  match(at: number, misses?: Miss[]): Match | null {
    const triggers = (['verbs', 'nouns', 'adjectives'] as const).flatMap((part) => this.triggers(at, part));
    triggers.sort((a, b) => specificity(b) - specificity(a));
    for (const { frame } of triggers) {
      const found = this.tryFrame(frame, at);
      if (typeof found !== 'string') return found;
      misses?.push({ frame, at, why: found });
    }
    return null;
  }

  private isOfKind(actor: string, frame: Frame, side: 'source' | 'target'): boolean {
    const kinds = frame.kinds?.[side] ?? this.lexicon.relationTypes.get(frame.relation)?.ends?.[side];
    return !kinds || actor.startsWith('@') || kinds.includes(this.phrases.kind(actor));
  }

  private triggers(at: number, part: Part): Trigger[] {
    const { tree } = this;
    if (!(PARTS[part] as readonly string[]).includes(tree.upos(at)) || tree.is(at, 'aux', 'cop')) return [];
    if (part === 'nouns' && this.phrases.nameOf(at)) return [];
    const words =
      part === 'adjectives'
        ? new Set([tree.lemma(at), tree.form(at)])
        : [tree.upos(at) === 'PROPN' ? tree.form(at) : tree.lemma(at)];
    return [...words]
      .flatMap((word) => this.index.get(`${part}:${word}`) ?? [])
      .filter(({ rest }) => rest.every((word, step) => this.standsWith(at, word, step)));
  }

  private standsWith(at: number, word: string, step: number): boolean {
    const { tree } = this;
    const next = at + step + 1;
    if (next <= tree.length && (tree.form(next) === word || tree.lemma(next) === word)) return true;
    return tree
      .children(at, 'compound:prt', 'advmod', 'fixed', 'xcomp', 'obl', 'compound', 'obj')
      .some((child) => tree.form(child) === word || tree.lemma(child) === word);
  }

  /** The match, or why there is none. */
  private tryFrame(frame: Frame, at: number): Match | string {
    const { tree, clauses } = this;
    const isNoun = frame.nouns !== undefined;
    let objects = isNoun ? [] : clauses.objects(at);
    if (frame.notObject && objects.some((object) => this.isOneOf(object, frame.notObject as string[])))
      return 'its object is excluded';
    if (frame.object) {
      objects = objects.filter(
        (object) =>
          this.isOneOf(object, frame.object as string[]) || this.isHeadOfOne(object, frame.object as string[]),
      );
      if (objects.length === 0) return 'no object of its list';
    }
    // "the condemnation of Myanmar by the United Nations": the second phrase is often hung on the first
    const words = [
      at,
      ...objects,
      ...(isNoun
        ? tree.children(at, 'nmod').filter((child) => child > at && !tree.is(child, 'nmod:poss'))
        : clauses.indirect(at)),
    ];
    const required: number[] = [];
    for (const [preposition, nouns] of Object.entries(frame.with ?? {})) {
      const found = clauses.phrases(words, preposition).filter((phrase) => this.isOneOf(phrase, nouns));
      if (found.length === 0) return `no phrase with "${preposition}" of its list`;
      required.push(...found);
    }
    if (frame.modifier) {
      const bearers = isNoun ? [at] : objects;
      const has = bearers.some((bearer) =>
        this.describers(bearer).some((word) => this.isOneOf(word, frame.modifier as string[])),
      );
      if (!has) return 'no modifier of its list';
    }
    if (frame.preposition && !tree.prepositions(at).some((word) => frame.preposition?.includes(word)))
      return `not after ${frame.preposition.join(' or ')}`;
    const complements = this.complementsOf(frame, at);
    if (frame.clause && complements.length === 0) return 'no complement clause of its kind';
    if (frame.notWith)
      for (const [preposition, nouns] of Object.entries(frame.notWith))
        if (clauses.phrases(words, preposition).some((phrase) => this.isOneOf(phrase, nouns)))
          return `a phrase with "${preposition}" is excluded`;
    const words2 = [...words, ...required];
    const used: number[] = frame.clause ? [...complements] : [];
    const fill = (slots: string[], side: 'source' | 'target'): Filler[] => {
      // "its support": whoever carries the noun; "reiterated Colombia's support": Colombia
      const isNamed = tree.children(at, 'nmod:poss').some((owner) => tree.upos(owner) !== 'PRON');
      const order =
        isNoun && side === 'source' && slots.includes('subject') && !isNamed
          ? ['subject', ...slots.filter((slot) => slot !== 'subject')]
          : slots;
      for (const slot of order) {
        const fillers = this.fillSlot(slot, at, words2, complements, frame, side).filter(({ actor }) =>
          this.isOfKind(actor, frame, side),
        );
        if (fillers.length > 0) {
          if (slot.startsWith('clause')) used.push(...complements);
          return fillers;
        }
      }
      return [];
    };
    let sources = fill(frame.source, 'source');
    let targets = fill(frame.target, 'target').filter(
      // nobody does it to himself, nor do two who act together ("Pakistan and Russia want to …") mean each other
      ({ actor, at: own }) =>
        !sources.some((source) => source.actor === actor && (sources.length === 1 || source.at === own)),
    );
    if (frame.reciprocal && (sources.length === 0 || targets.length === 0)) {
      const both = [...sources, ...targets];
      const different = new Set(both.map(({ actor }) => actor));
      if (different.size >= 2) {
        sources = both;
        targets = [];
      }
    }
    if (sources.length === 0) return 'no actor as its source';
    if (targets.length === 0 && !(frame.reciprocal && new Set(sources.map(({ actor }) => actor)).size >= 2))
      return 'no actor as its target';
    const particles = tree.children(at, 'compound:prt');
    const said = [at, ...particles, ...(frame.object ? objects : []), ...required];
    return {
      frame,
      at,
      sources,
      targets,
      cue: [Math.min(...said), Math.max(...said)],
      clauses: used,
      objects: frame.object ? objects : [],
    };
  }

  /** "a package of aid", "millions of dollars in aid": the noun that counts hangs on the head. */
  private isHeadOfOne(object: number, words: string[]): boolean {
    const { tree } = this;
    // "$20 million in aid", but not "an interest in aid"
    const counting = isSum(tree, object) ? ['of', 'in', 'worth'] : ['of'];
    return (
      tree
        .children(object, 'nmod', 'compound')
        .some(
          (child) =>
            (tree.is(child, 'compound') || counting.includes(tree.prepositions(child)[0] ?? '')) &&
            this.isOneOf(child, words),
        ) &&
      !this.lexicon.cues.endings.includes(tree.lemma(object)) &&
      !this.lexicon.nouns.standIn.includes(tree.lemma(object)) &&
      !this.lexicon.nouns.office.includes(tree.lemma(object))
    );
  }

  /** What says how a noun is: "hostile policy", "deteriorating relations", "relations are getting stronger", "improved relations". */
  private describers(noun: number): number[] {
    const { tree } = this;
    const own = tree.children(noun, 'amod', 'compound', 'nmod', 'acl').flatMap((child) => tree.conjuncts(child));
    const first = tree.firstConjunct(noun);
    const governor = tree.is(first, 'nsubj', 'obj') ? tree.conjuncts(tree.head(first)) : [];
    const all = [...own, ...governor];
    return [...all, ...all.flatMap((word) => tree.children(word, 'xcomp', 'advmod'))];
  }

  private complementsOf(frame: Frame, at: number): number[] {
    const { tree, clauses } = this;
    const { kind = 'any', aux, heads, notHeads } = frame.clause ?? {};
    return clauses.complements(at).filter((clause) => {
      if (kind === 'ccomp' && !tree.is(clause, 'ccomp')) return false;
      if (kind === 'xcomp' && tree.is(clause, 'ccomp')) return false;
      if (aux) {
        const auxiliaries = tree.children(clause, 'aux').flatMap((child) => [tree.form(child), tree.lemma(child)]);
        const isSemi =
          ['have', 'need'].includes(tree.lemma(clause)) &&
          aux.includes(tree.lemma(clause)) &&
          tree.children(clause, 'xcomp').length > 0;
        if (!auxiliaries.some((word) => aux.includes(word)) && !isSemi) return false;
      }
      return (!heads || this.isOneOf(clause, heads)) && !(notHeads && this.isOneOf(clause, notHeads));
    });
  }
}
