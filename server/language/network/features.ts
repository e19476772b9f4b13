/**
 * Word features of the network, the same as in training: a word is looked up by its normal form and described by its
 * affixes, its shape and what WordNet knows of it. Strings are cut by code points, as the trainer cuts them.
 */
import type { Lexicon } from './lexicon.ts';

type Rule = readonly [suffix: string, ending: string];

const NOUN_RULES: readonly Rule[] = [
  ['ses', 's'],
  ['ves', 'f'],
  ['xes', 'x'],
  ['zes', 'z'],
  ['ches', 'ch'],
  ['shes', 'sh'],
  ['men', 'man'],
  ['ies', 'y'],
  ['s', ''],
];
const VERB_RULES: readonly Rule[] = [
  ['ies', 'y'],
  ['es', 'e'],
  ['es', ''],
  ['s', ''],
  ['ied', 'y'],
  ['ed', 'e'],
  ['ed', ''],
  ['ing', 'e'],
  ['ing', ''],
];
const ADJECTIVE_RULES: readonly Rule[] = [
  ['ier', 'y'],
  ['iest', 'y'],
  ['er', 'e'],
  ['est', 'e'],
  ['er', ''],
  ['est', ''],
];
const VERB_FORMS: Readonly<Record<string, string>> = { s: 'v+s', d: 'v+ed', g: 'v+ing' };

const UPPER = /^\p{Uppercase}$/u;
const LETTER = /^[\p{Lowercase}\p{L}]$/u;
/** Digits in the sense of Unicode's Numeric_Type: decimal ones, and those raised, lowered, circled or in brackets. */
const DIGIT =
  /^[\p{Nd}\u{b2}\u{b3}\u{b9}\u{1369}-\u{1371}\u{19da}\u{2070}\u{2074}-\u{2079}\u{2080}-\u{2089}\u{2460}-\u{2468}\u{2474}-\u{247c}\u{2488}-\u{2490}\u{24ea}\u{24f5}-\u{24fd}\u{24ff}\u{2776}-\u{277e}\u{2780}-\u{2788}\u{278a}-\u{2792}\u{10a40}-\u{10a43}\u{10e60}-\u{10e68}\u{11052}-\u{1105a}\u{1f100}-\u{1f10a}]$/u;
const SHAPE_LENGTH = 8;

/** Lower case, one shape for quotes and dashes, every digit a 0. */
export function normalise(form: string): string {
  return form.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-').replace(/[0-9]/g, '0');
}

/** Kinds of characters, runs cut to two: "McDonald" → XxXxx, "U.S." → X.X., "2018" → dd. */
export function describeShape(form: string): string {
  const kinds: string[] = [];
  for (const character of form) {
    const kind = kindOf(character);
    if (kinds.length < 2 || kinds.at(-1) !== kind || kinds.at(-2) !== kind) kinds.push(kind);
  }
  return kinds.slice(0, SHAPE_LENGTH).join('');
}

function kindOf(character: string): string {
  if (UPPER.test(character)) return 'X';
  if (LETTER.test(character)) return 'x';
  return DIGIT.test(character) ? 'd' : character;
}

/** Three starts and five ends of a normal form, each with a letter for its length; a short word is its own affix. */
export function listAffixes(word: string): string[] {
  const letters = [...word];
  const start = (length: number): string => letters.slice(0, length).join('');
  const end = (length: number): string => letters.slice(-length).join('');
  return [
    ...['p', 'q', 'r'].map((name, index) => name + start(index + 1)),
    ...['s', 't', 'u', 'v', 'w'].map((name, index) => name + end(index + 1)),
  ];
}

/** What the word may be, sorted: n4, n+s (plural), v32, v+ed, a, a+r (compared), r. */
export function describeSenses(word: string, lexicon: Lexicon): string[] {
  const found = new Set<string>();
  addNoun(word, lexicon, found);
  addVerb(word, lexicon, found);
  if (lexicon.has(word, 'a')) found.add('a');
  if (isComparedAdjective(word, lexicon)) found.add('a+r');
  if (lexicon.has(word, 'r')) found.add('r');
  return [...found].sort();
}

function addNoun(word: string, lexicon: Lexicon, found: Set<string>): void {
  const own = lexicon.nounClass(word);
  if (own !== undefined) found.add(`n${own}`);
  for (const [suffix, ending] of NOUN_RULES) {
    if (!word.endsWith(suffix)) continue;
    const lemma = word.slice(0, word.length - suffix.length) + ending;
    const known = lemma.length > 2 ? lexicon.nounClass(lemma) : undefined;
    if (known === undefined) continue;
    found.add(`n${known}`).add('n+s');
    return;
  }
}

function addVerb(word: string, lexicon: Lexicon, found: Set<string>): void {
  const own = lexicon.verbClass(word);
  if (own !== undefined) found.add(`v${own}`);
  for (const [suffix, ending] of VERB_RULES) {
    if (!word.endsWith(suffix)) continue;
    const stem = word.slice(0, word.length - suffix.length);
    const lemmas = [stem + ending];
    // "stopped": the doubled letter is not part of the lemma.
    if (stem.length > 2 && ending === '' && stem.at(-1) === stem.at(-2)) lemmas.push(stem.slice(0, -1));
    const lemma = lemmas.find((each) => each.length > 1 && lexicon.verbClass(each) !== undefined);
    if (lemma === undefined) continue;
    found.add(`v${lexicon.verbClass(lemma)}`).add(VERB_FORMS[suffix.slice(-1)] as string);
    return;
  }
}

function isComparedAdjective(word: string, lexicon: Lexicon): boolean {
  return ADJECTIVE_RULES.some(
    ([suffix, ending]) =>
      word.endsWith(suffix) &&
      word.length > suffix.length + 2 &&
      lexicon.has(word.slice(0, word.length - suffix.length) + ending, 'a'),
  );
}

/** Short capitals are words of their own: "US" is not "us", nor "IT" "it". */
const SHORT_CAPITALS = /^[A-Z]{2,3}$/;

/** Names of all features of a word as it is written: affixes, `#` shape, `!` short capitals, `@` senses. */
export function describeWord(form: string, lexicon: Lexicon): string[] {
  const word = normalise(form);
  return [
    ...listAffixes(word),
    `#${describeShape(form)}`,
    ...(SHORT_CAPITALS.test(form) ? [`!${form}`] : []),
    ...describeSenses(word, lexicon).map((sense) => `@${sense}`),
  ];
}
