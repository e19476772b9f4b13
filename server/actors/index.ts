/** Sentences → who is named where: names, roles, descriptions and pronouns of a whole article, each resolved to one actor. */
import { Tree } from '../language/tree.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { Actor, ActorKind, Sentence, Span } from '../types.ts';
import { createNameFinder, type Name } from './names.ts';
import { isCalled, Register } from './people.ts';
import { SPEAKER } from './phrase-context.ts';
import { PhraseReader } from './phrases.ts';
import { Discourse } from './salience.ts';
import { headOf, settleUnknown } from './settle.ts';
import { findTies, type Tie } from './ties.ts';

export { type Reference, SPEAKER } from './phrase-context.ts';
export type { Tie } from './ties.ts';

export interface ReadSentence {
  sentence: Sentence;
  tree: Tree;
  names: Name[];
  phrases: PhraseReader;
  ties: Tie[];
}

export interface ReadArticle {
  sentences: ReadSentence[];
  /** Sentences that could not be read, each with the reason: one never loses the article. */
  failed: (Span & { reason: string })[];
  actor(id: string): Actor | undefined;
  /** Countries and bodies that a person acts for. */
  tiesOf(person: string): string[];
}

/** How long "the Commission" means the same one, in sentences. */
const SENTENCES_BACK_FOR_BODIES = 12;

/** A bare "Foreign Minister NAME" is the minister of the country named most if it is named this often. */
const TIMES_FOR_TITLES = 2;

const RANKS: [rank: number, relations: string[]][] = [
  [2, ['nsubj']],
  [1, ['obj', 'iobj', 'obl:agent']],
];

/** People, bodies with their acronyms, and what single capitalised words stand for, over the whole article. */
function registerNames(
  sentences: { tree: Tree; names: Name[]; text: string }[],
  register: Register,
  lexicon: Lexicon,
): void {
  for (const { tree, names, text } of sentences) {
    for (const name of names) {
      // "the carmaker Vettura", "rebel group Red Dawn", "a Fiji-based charity"
      const before = name.titleFirst > 1 ? tree.token(name.titleFirst - 1) : undefined;
      const isBody =
        before?.upos === 'NOUN' && lexicon.nouns.body.includes(before.lemma) && name.titleFirst === name.first;
      if (isBody && ['person', 'unknown'].includes(name.sort)) name.sort = 'organisation';
      const next = name.last + 2 <= tree.length ? tree.form(name.last + 2) : '';
      if (
        name.actor === null &&
        tree.form(Math.min(name.last + 1, tree.length)) === '-' &&
        ['based', 'born'].includes(next)
      )
        name.sort = 'place';
      if (name.sort === 'person' && name.text.includes(' ')) name.actor = register.person(name.text).actor.id;
      if (name.sort === 'organisation' && name.actor === null && !isShort(name, lexicon)) {
        const entry = register.body(name.text, name.country ?? undefined);
        name.actor = entry.actor.id;
        const after = text.slice(tree.token(name.last).end).match(/^\s*\((\p{Lu}[\p{Lu}\d&-]{1,9})\)/u);
        if (after && !entry.actor.aliases.includes(after[1] as string)) entry.actor.aliases.push(after[1] as string);
      }
    }
  }
}

/** "the Commission", "the Foreign Ministry": a body's name that does not say whose. */
const isShort = ({ text }: Name, { nameWords }: Lexicon): boolean =>
  (nameWords.organisation.includes(text) && !text.includes(' ')) || nameWords.nationalBodies.includes(text);

/** "the *Senegalese* diplomat": what only describes another is remembered least. */
const DESCRIBING = -1;

const rankOf = (tree: Tree, at: number): number => {
  if (tree.is(at, 'amod', 'compound')) return DESCRIBING;
  const first = tree.firstConjunct(at);
  return RANKS.find(([, relations]) => tree.is(first, ...relations))?.[0] ?? 0;
};

/** The country of the dateline: "TALLINN, May 3 -" is Estonia's. */
function homeCountry(text: string, sentences: Sentence[], lexicon: Lexicon): string | null {
  const dateline = sentences.find(({ kind }) => kind === 'dateline');
  if (!dateline) return null;
  const words = text.slice(dateline.start, dateline.end).toLowerCase();
  const isThere = (name: string): boolean => words.includes(name.toLowerCase());
  return (
    lexicon.countries.find(({ capital, metonyms }) => (capital && isThere(capital)) || metonyms.some(isThere))?.id ??
    null
  );
}

/** Reads an article's sentences in order; the title helps to know people by their full names. */
export function createActorReader(lexicon: Lexicon): (text: string, sentences: Sentence[]) => ReadArticle {
  const nameFinder = createNameFinder(lexicon);
  return (text, sentences) => {
    const findNames = nameFinder(text);
    const register = new Register(lexicon.actors);
    const discourse = new Discourse();
    const parts = sentences
      .filter(({ kind }) => kind !== 'dateline')
      .map((sentence) => {
        const tree = new Tree(sentence);
        return { sentence, tree, names: findNames(tree), text };
      });
    registerNames(parts, register, lexicon);
    for (const { names } of parts) for (const { actor } of names) if (actor !== null) discourse.count(actor);
    const kindOf = (id: string): ActorKind => register.actor(id)?.kind ?? 'organisation';
    const home = homeCountry(text, sentences, lexicon);
    discourse.home = home;
    // whose minister a bare "Foreign Minister NAME" is
    const isCountry = (actor: string): boolean => kindOf(actor) === 'country';
    const bare = discourse.ownCountry(isCountry, TIMES_FOR_TITLES);
    const recallBody =
      (sentence: number) =>
      (tree: Tree, name: Name, names: Name[]): string | null => {
        const word = name.text.split(' ').at(-1) as string;
        const fits = (actor: string): boolean => isCalled(register.actor(actor), word);
        const isOneWord = !name.text.includes(' ');
        const [called] = isOneWord
          ? discourse.recall({ sentence, at: name.first }, fits, { back: SENTENCES_BACK_FOR_BODIES })
          : [];
        if (called !== undefined) return called;
        if (!lexicon.nameWords.nationalBodies.includes(name.text)) return null;
        // "the Defence Ministry in Taipei"
        const there = names.find(({ first, actor }) => first === name.last + 2 && actor !== null && isCountry(actor));
        return (tree.form(Math.min(name.last + 1, tree.length)) === 'in' && there?.actor) || bare;
      };
    const readOne = ({ sentence, tree, names }: (typeof parts)[number], number: number): ReadSentence => {
      for (const name of names)
        if (name.actor === null && ['unknown', 'person', 'place', 'organisation'].includes(name.sort))
          settleUnknown(tree, name, names, register, lexicon, recallBody(number));
      const phrases = new PhraseReader({ tree, sentence: number, names }, lexicon, register, discourse);
      // so that a pronoun asked for early finds the names before it
      for (const name of names)
        if (name.actor !== null && name.sort !== 'nothing') {
          const at = headOf(tree, name);
          discourse.note({
            actors: [name.actor],
            kinds: [kindOf(name.actor)],
            sentence: number,
            at,
            rank: rankOf(tree, at),
            plural: /S$/.test(tree.token(at).xpos),
          });
        }
      const ties = findTies(tree, names, phrases, lexicon, register, bare);
      for (let at = 1; at <= tree.length; at++) {
        if (!tree.isNominal(at) && tree.upos(at) !== 'DET' && tree.upos(at) !== 'ADJ') continue;
        if (tree.is(at, 'flat') || (tree.upos(at) === 'DET' && !tree.is(at, 'nsubj', 'obj', 'nmod:poss'))) continue;
        const references = phrases.references(at).filter(({ actor }) => !actor.startsWith('@'));
        if (references.length === 0) continue;
        for (const { actor } of references) {
          const entry = register.get(actor);
          if (entry) entry.lastSentence = number;
        }
        // a coordination is remembered as one, at its first part
        if (tree.is(at, 'conj') && phrases.references(tree.firstConjunct(at)).length > 0) continue;
        const actors = tree.conjuncts(at).flatMap((part) => phrases.references(part));
        const named = actors.map(({ actor }) => actor).filter((actor) => !actor.startsWith('@'));
        discourse.note({
          actors: named,
          kinds: named.map(kindOf),
          sentence: number,
          at,
          rank: rankOf(tree, at),
          plural: new Set(named).size > 1 || /S$/.test(tree.token(at).xpos),
        });
      }
      return { sentence, tree, names, phrases, ties };
    };
    const failed: ReadArticle['failed'] = [];
    const read = parts.map((part, number) => {
      try {
        return readOne(part, number);
      } catch (error) {
        const { sentence, tree } = part;
        failed.push({ start: sentence.start, end: sentence.end, reason: String(error) });
        const nobody = new PhraseReader({ tree, sentence: number, names: [] }, lexicon, register, discourse);
        return { sentence, tree, names: [], phrases: nobody, ties: [] };
      }
    });
    return {
      sentences: read,
      failed,
      actor: (id) => register.actor(id),
      tiesOf: (person) => [...(register.get(person)?.ties ?? [])],
    };
  };
}

export const isSpeaker = (actor: string): boolean => actor === SPEAKER.I || actor === SPEAKER.we;
export type { PhraseReader };
