/** Sentences → who is named where: names, roles, descriptions and pronouns of a whole article, each resolved to one actor. */
import { Tree } from '../language/tree.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { Actor, ActorKind, Sentence, Span } from '../types.ts';
import { createNameFinder, type Name } from './names.ts';
import { isCalled, Register } from './people.ts';
import { SPEAKER } from './phrase-context.ts';
import { PhraseReader } from './phrases.ts';
import { Discourse } from './salience.ts';
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

const LOCATIVE = ['in', 'at', 'near', 'outside', 'from', 'around', 'to', 'across'];
/** "the Assad regime": what a leader's name stands before. */
const TOWNS = [
  'city',
  'town',
  'village',
  'province',
  'district',
  'region',
  'island',
  'capital',
  'port',
  'suburb',
  'county',
  'area',
  'state',
  'enclave',
  'mountain',
];
/** "the village of Kamuya", "Borno state". */
const isTownOf = (tree: Tree, head: number): boolean =>
  tree.is(head, 'nmod', 'compound', 'appos', 'flat') && TOWNS.includes(tree.lemma(tree.head(head)));
const LED = ['administration', 'regime', 'cabinet', 'government', 'camp', 'loyalist', 'presidency', 'team', 'family'];

/** "Viasna, a human rights group, …": nouns of the description after a comma, wherever the tree has put it. */
function nounsAfter(tree: Tree, { last }: Name): string[] {
  const start = last + 2;
  if (start > tree.length || tree.form(last + 1) !== ',' || !['a', 'an', 'the'].includes(tree.form(start))) return [];
  const found: string[] = [];
  for (let at = start; at <= tree.length && tree.form(at) !== ',' && !tree.isVerb(at); at++) {
    if (tree.upos(at) === 'ADP') break;
    if (tree.upos(at) === 'NOUN') found.push(tree.lemma(at));
  }
  return found.slice(-1);
}

/** A single word is a person met before, a person with a title, a place after a preposition, else a body or a person by its verb. */
function settleUnknown(
  tree: Tree,
  name: Name,
  names: Name[],
  register: Register,
  lexicon: Lexicon,
  recallBody: (tree: Tree, name: Name) => string | null,
): void {
  const [shortened] = register.findPeople(name.text);
  if (shortened) {
    name.actor = register.person(name.text).actor.id;
    return;
  }
  // "the Community" of the East African Community, "the Navy" of the country
  const meant = recallBody(tree, name);
  if (meant !== null) {
    name.actor = meant;
    name.sort = register.actor(meant)?.kind === 'country' ? 'organ' : 'organisation';
    return;
  }
  if (name.sort === 'organisation') {
    name.actor = register.body(name.text).actor.id;
    return;
  }
  if (register.has(name.text)) {
    name.actor = register.body(name.text).actor.id;
    return;
  }
  if (name.sort === 'person') {
    name.actor = register.person(name.text).actor.id;
    return;
  }
  const head = headOf(tree, name);
  const prepositions = tree.prepositions(head);
  // "Venafro, Italy" is in Italy, and for the graph is Italy
  const country = names.find(({ first, sort }) => first === name.last + 2 && sort === 'known');
  if (
    country?.actor &&
    tree.form(name.last + 1) === ',' &&
    register.actor(country.actor)?.kind === 'country' &&
    !tree.is(country.first, 'nmod:poss')
  ) {
    name.sort = 'known';
    name.actor = country.actor;
    return;
  }
  if (tree.is(head, 'compound') && LED.includes(tree.lemma(tree.head(head)))) {
    name.sort = 'person';
    name.actor = register.person(name.text).actor.id;
    return;
  }
  if (
    name.sort === 'place' ||
    prepositions.some((word) => LOCATIVE.includes(word)) ||
    tree.is(head, 'compound', 'amod')
  ) {
    name.sort = 'place';
    return;
  }
  const role = [...tree.children(head, 'appos').map((child) => tree.lemma(child)), ...nounsAfter(tree, name)];
  const isPerson =
    role.some((noun) => lexicon.nouns.office.includes(noun)) ||
    (['against', 'with', 'by', 'into', 'for', 'of'].includes(prepositions[0] ?? '') && !isTownOf(tree, head)) ||
    tree.is(head, 'appos', 'nsubj', 'obj', 'obl:agent', 'conj', 'root', 'nmod:poss') ||
    role.some((noun) => lexicon.nouns.people.includes(noun));
  if (role.some((noun) => TOWNS.includes(noun)) || isTownOf(tree, head)) {
    name.sort = 'place';
    return;
  }
  const hasArticle = tree.children(head, 'det').length > 0;
  if (
    role.some((noun) => lexicon.nouns.body.includes(noun)) ||
    hasArticle ||
    (tree.is(head, 'appos') && lexicon.nouns.body.includes(tree.lemma(tree.head(head))))
  ) {
    name.sort = 'organisation';
    name.actor = register.body(name.text).actor.id;
  } else if (isPerson) {
    name.sort = 'person';
    name.actor = register.person(name.text).actor.id;
  } else name.sort = 'place';
}

function headOf(tree: Tree, name: Name): number {
  for (let at = name.first; at <= name.last; at++) {
    const head = tree.head(at);
    if (head < name.first || head > name.last) return at;
  }
  return name.first;
}

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
    const namesOf = (tree: Tree): Name[] => parts.find((part) => part.tree === tree)?.names ?? [];
    const recallBody =
      (sentence: number) =>
      (tree: Tree, name: Name): string | null => {
        const word = name.text.split(' ').at(-1) as string;
        const fits = (actor: string): boolean => isCalled(register.actor(actor), word);
        const isOneWord = !name.text.includes(' ');
        const [called] = isOneWord
          ? discourse.recall({ sentence, at: name.first }, fits, { back: SENTENCES_BACK_FOR_BODIES })
          : [];
        if (called !== undefined) return called;
        if (!lexicon.nameWords.nationalBodies.includes(name.text)) return null;
        // "the Defence Ministry in Taipei"
        const there = namesOf(tree).find(
          ({ first, actor }) => first === name.last + 2 && actor !== null && isCountry(actor),
        );
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
