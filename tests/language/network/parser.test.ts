import { describe, expect, test } from 'vitest';
import { loadParser } from '../../../server/language/network/index.ts';
import { cutSentence, LONGEST_PIECE } from '../../../server/language/network/pieces.ts';
import { MODEL_FILE } from './english-model.ts';

const { parseWords } = loadParser(MODEL_FILE);
const split = (text: string): string[] => text.split(' ');

const sentences = [
  'Islamabad recalled its ambassador from Kabul on Monday .',
  'The minister , who had met the general twice , refused to comment .',
  'Yes .',
  'Rice',
  'Turkey and Qatar signed a trade deal while Egypt watched .',
].map(split);
/** A list of ministers that no one would call a sentence, of `count` times 12 words. */
const makeList = (count: number): string[] =>
  Array.from({ length: count }, () => split('the minister of trade met the envoy of the council twice ,')).flat();

function expectTree(head: number[], deprel: string[]): void {
  const roots = head.flatMap((each, index) => (each === 0 ? [index] : []));
  expect(roots).toHaveLength(1);
  expect(deprel.flatMap((each, index) => (each === 'root' ? [index] : []))).toEqual(roots);
  const depths = head.map((_, index) => {
    let depth = 0;
    for (let word = index + 1; word !== 0 && depth <= head.length; depth++) word = head[word - 1] as number;
    return depth;
  });
  expect(Math.max(...depths)).toBeLessThanOrEqual(head.length);
}

describe('parseWords', () => {
  test('finds subject, verb and object', () => {
    const [first] = parseWords(sentences);
    expect(first?.head.slice(0, 4)).toEqual([2, 0, 4, 2]);
    expect(first?.deprel.slice(0, 4)).toEqual(['nsubj', 'root', 'nmod:poss', 'obj']);
    expect(first?.upos).toEqual(['PROPN', 'VERB', 'PRON', 'NOUN', 'ADP', 'PROPN', 'ADP', 'PROPN', 'PUNCT']);
    expect(first?.xpos.slice(0, 4)).toEqual(['NNP', 'VBD', 'PRP$', 'NN']);
  });

  test('makes a tree of every sentence, whatever its words', () => {
    const odd = [['😀'], [''], ['—', '—', '—'], split('( ( ( ) "'), ['\u0000', '\ud800'], ['a'.repeat(5000)]];
    for (const { head, deprel } of parseWords([...sentences, ...odd])) expectTree(head, deprel);
  });

  test('gives the same for a sentence alone and among others, in any order', () => {
    const many = Array.from({ length: 40 }, (_, index) => sentences[index % sentences.length] as string[]);
    const alone = sentences.map((words) => parseWords([words])[0]);
    expect(parseWords(many)).toEqual(many.map((_, index) => alone[index % sentences.length]));
    expect(parseWords(sentences.toReversed())).toEqual(alone.toReversed());
  });

  test('no sentences, and sentences without words', () => {
    expect(parseWords([])).toEqual([]);
    const none = { upos: [], xpos: [], head: [], deprel: [] };
    const [, rice] = parseWords([[], ['Rice'], []]);
    expect(parseWords([[], ['Rice'], []])).toEqual([none, rice, none]);
    expect(rice?.head).toEqual([0]);
  });

  test('a sentence of 2,000 words becomes one tree', () => {
    const [parsed] = parseWords([makeList(167)]);
    expect(parsed?.head.length).toBeGreaterThan(2000);
    expectTree(parsed?.head ?? [], parsed?.deprel ?? []);
  });
});

describe('cutSentence', () => {
  test('leaves no piece longer than those of the training, so that time grows with the length alone', () => {
    const pieces = cutSentence(makeList(500));
    expect(Math.max(...pieces)).toBeLessThanOrEqual(LONGEST_PIECE);
    expect(pieces.reduce((sum, size) => sum + size)).toBe(makeList(500).length);
  });

  test('leaves short sentences whole', () => {
    expect(cutSentence([])).toEqual([0]);
    expect(cutSentence(makeList(10))).toEqual([LONGEST_PIECE]);
  });

  test('cuts after a semicolon rather than a comma', () => {
    const words = makeList(20);
    words[83] = ';';
    expect(cutSentence(words)).toEqual([84, 120, 36]);
  });

  test('cuts at the longest piece where there is no place at all', () => {
    expect(cutSentence(new Array<string>(300).fill('word'))).toEqual([120, 120, 60]);
  });
});
