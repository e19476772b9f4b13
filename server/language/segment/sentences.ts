import type { Span } from '../../types.ts';
import { isCapital, isDigit, isLetter, isSmall } from './characters.ts';
import { matchQuotes } from './quotations.ts';
import { afterTime, exclamatoryNames, findAbbreviation, lowerStarters, speechVerbs, starters } from './vocabulary.ts';

const STOP = /^[.!?…]+$/u;
const ASKS = /[!?…]|\.\./u;
const CLOSING = /^[)\]}”’»]$|^''$/u;
const OPENING = /^[([{“‘«"'`*_–—•-]+$/u;
const DOTTED = /^\p{L}[\p{L}.]*\.$/u;
const HYPHENED = /-(\p{L}{1,6})$/u;
const DETERMINER = /^(?:the|an?|his|her|its|their|one|another)$/u;
const CONNECTOR = /^(?:of|the|for|al|bin|[’']s|-|,)$/u;
const MIXED = /^\p{Ll}\p{Lu}/u;

/** A block of text with its words and the places that decide where sentences end. */
interface Block {
  words: Span[];
  forms: string[];
  closingQuotes: Set<number>;
  openingQuotes: Set<number>;
  /** For each word, the position of the bracket that holds it, or -1. */
  bracket: number[];
}

function findBrackets(forms: string[]): number[] {
  const open: number[] = [];
  const holder = forms.map(() => -1);
  const closed: [number, number][] = [];
  for (const [index, form] of forms.entries()) {
    if (form === '(' || form === '[') open.push(index);
    else if ((form === ')' || form === ']') && open.length > 0) closed.push([open.pop() ?? index, index]);
  }
  // Outermost pairs only, left to right: each word is visited once.
  closed.sort(([one], [other]) => one - other);
  let done = -1;
  for (const [from, to] of closed) {
    if (from <= done) continue;
    holder.fill(from, from + 1, to);
    done = to;
  }
  return holder;
}

function readBlock(text: string, block: Span, words: Span[]): Block {
  const { quotations, unclosed } = matchQuotes(text, block);
  const forms = words.map(({ start, end }) => text.slice(start, end));
  return {
    words,
    forms,
    closingQuotes: new Set(quotations.map(({ inner }) => inner.end)),
    openingQuotes: new Set([...quotations.map(({ start }) => start), ...unclosed]),
    bracket: findBrackets(forms),
  };
}

const isGlued = (block: Block, index: number): boolean => block.words[index]?.start === block.words[index - 1]?.end;

function isCloser(block: Block, index: number): boolean {
  const form = block.forms[index] ?? '';
  const start = block.words[index]?.start ?? -1;
  if (block.closingQuotes.has(start)) return true;
  if (block.openingQuotes.has(start) || !isGlued(block, index)) return false;
  return CLOSING.test(form) || form === '"' || form === "'" || /^[*_]+$/u.test(form);
}

/** First word after the marks that close what the stop at `index` ends; a note such as "[12]" belongs to it. */
function skipClosers(block: Block, index: number): number {
  let next = index + 1;
  const { forms } = block;
  for (;;) {
    if (next < forms.length && (isCloser(block, next) || (STOP.test(forms[next] ?? '') && isGlued(block, next))))
      next += 1;
    else if (forms[next] === '[' && isDigit(forms[next + 1] ?? '') && forms[next + 2] === ']') next += 3;
    else return next;
  }
}

/** The next word that is no opening mark. */
function skipOpeners(block: Block, index: number): number {
  let next = index;
  while (next < block.forms.length - 1 && OPENING.test(block.forms[next] ?? '')) next += 1;
  return next;
}

/**
 * Whether a quoted question goes on with its speaker, a name or a noun with its article before a verb of speech:
 * “Will they go?” Gen. Smith asked. A pronoun or any other opener begins a sentence: “Will they go?” He asked twice.
 */
function isAttributed(block: Block, index: number): boolean {
  const first = (block.forms[index] ?? '').toLowerCase();
  const noun = DETERMINER.test(first);
  if (starters.has(first) && !noun) return false;
  for (const form of block.forms.slice(index, index + 7)) {
    if (speechVerbs.has(form)) return true;
    if (!isCapital(form) && !CONNECTOR.test(form) && !(noun && isSmall(form))) return false;
  }
  return false;
}

/** Whether a word can be the first of a sentence. */
function isStart(form: string): boolean {
  if (!isLetter(form)) return true;
  return !isSmall(form) || lowerStarters.has(form) || MIXED.test(form);
}

function endsAtStop(block: Block, index: number, next: number): boolean {
  const { forms } = block;
  const stop = forms[index] ?? '';
  const follower = skipOpeners(block, next);
  const word = forms[follower] ?? '';
  if (/^[,;:)\]]/u.test(forms[next] ?? '')) return false;
  if (exclamatoryNames.has(`${forms[index - 1]}${stop}`)) return false;
  // "ex-Gen. Lee": the hyphened word is one token, which no list of abbreviations holds.
  const tail = HYPHENED.exec(forms[index - 1] ?? '')?.[1];
  if (stop === '.' && tail !== undefined && findAbbreviation(`${tail}.`)?.ends === 'never') return false;
  // "1. Talks": the number of an item.
  if (stop === '.' && index === 1 && isDigit(forms[0] ?? '')) return false;
  if (isGlued(block, next) && next === index + 1)
    return stop === '.' && isSmall(forms[index - 1]?.slice(-1) ?? '') && isCapital(word);
  // A bracket that opens after a full stop is a sentence of its own even without a capital.
  if (stop === '.' && /^[([]/u.test(forms[next] ?? '')) return true;
  if (!isStart(word)) return false;
  if (ASKS.test(stop) && next > index + 1 && follower === next) return !isAttributed(block, next);
  if (/^(?:\.\.|…)/u.test(stop)) return isCapital(word) || follower > next;
  return true;
}

function endsAtAbbreviation(block: Block, index: number, next: number): boolean {
  const { forms } = block;
  const form = forms[index] ?? '';
  const ends = findAbbreviation(form)?.ends ?? 'starter';
  const follower = skipOpeners(block, next);
  const word = forms[follower] ?? '';
  if (ends === 'never' || ends === 'number') return next > index + 1 && isCapital(word);
  if (!isCapital(word) || isGlued(block, next)) return false;
  if (next > index + 1 || follower > next)
    return !/^[-–—*_]+$/u.test(forms[next] ?? '') && !/^[([]/u.test(forms[next] ?? '');
  if (ends === 'capital') return !afterTime.has(word) && !afterTime.has(word.replace(/\.$/u, ''));
  // In a line of capitals, "U.S. IN TALKS", nothing tells a sentence's first word.
  const shouted = word.length > 1 && word === word.toUpperCase();
  return starters.has(word.toLowerCase()) && !shouted;
}

/** Sentences of a block as ranges of its words, [first, last + 1). Every word belongs to one. */
export function findSentences(text: string, span: Span, words: Span[]): [number, number][] {
  const block = readBlock(text, span, words);
  const { forms } = block;
  const sentences: [number, number][] = [];
  let first = 0;
  let index = 0;
  while (index < forms.length) {
    const form = forms[index] ?? '';
    const stop = STOP.test(form);
    const abbreviation = !stop && DOTTED.test(form);
    if (!stop && !abbreviation) {
      index += 1;
      continue;
    }
    const next = skipClosers(block, index);
    // What stands in a bracket that the sentence opened does not end it: "Gen. (ret.) Durrani".
    const inside = (block.bracket[index] ?? -1) > first;
    const ends = stop ? endsAtStop(block, index, next) : endsAtAbbreviation(block, index, next);
    if (next < forms.length && ends && !inside) {
      sentences.push([first, next]);
      first = next;
    }
    index = Math.max(next, index + 1);
  }
  if (first < forms.length) sentences.push([first, forms.length]);
  return sentences;
}
