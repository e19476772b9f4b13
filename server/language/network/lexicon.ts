/** The lemmas of WordNet with the lexicographer's file of their first sense, as the model file carries them. */

export type PartOfSpeech = 'n' | 'v' | 'a' | 'r';

export interface Lexicon {
  /** Whether the lemma stands in WordNet as noun, verb, adjective (a) or adverb (r). */
  has(lemma: string, pos: PartOfSpeech): boolean;
  /** Number of the lexicographer's file of the first sense as a noun (18 is persons, 15 places). */
  nounClass(lemma: string): number | undefined;
  verbClass(lemma: string): number | undefined;
}

// A lemma's codes in one number, which takes a tenth of the memory of an object: noun and verb class plus one in six
// bits each, then a bit for adjective and a bit for adverb.
const CLASS_BITS = 6;
const CLASS_MASK = (1 << CLASS_BITS) - 1;
const ADJECTIVE = 1 << (2 * CLASS_BITS);
const ADVERB = ADJECTIVE << 1;

/** Reads lines of a lemma, a tab and codes such as "n4 v32 a r". */
export function readLexicon(text: string): Lexicon {
  const codes = new Map<string, number>();
  // A few hundred combinations of codes describe all lemmas.
  const packed = new Map<string, number>();
  let start = 0;
  while (start < text.length) {
    const tab = text.indexOf('\t', start);
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    const names = text.slice(tab + 1, end);
    let code = packed.get(names);
    if (code === undefined) {
      code = names.split(' ').reduce((sum, name) => sum | packCode(name), 0);
      packed.set(names, code);
    }
    codes.set(text.slice(start, tab), code);
    start = end + 1;
  }
  const nounClass = (lemma: string): number | undefined => unpackClass(codes.get(lemma) ?? 0);
  const verbClass = (lemma: string): number | undefined => unpackClass((codes.get(lemma) ?? 0) >> CLASS_BITS);
  const has = (lemma: string, pos: PartOfSpeech): boolean => {
    if (pos === 'n') return nounClass(lemma) !== undefined;
    if (pos === 'v') return verbClass(lemma) !== undefined;
    return ((codes.get(lemma) ?? 0) & (pos === 'a' ? ADJECTIVE : ADVERB)) !== 0;
  };
  return { has, nounClass, verbClass };
}

function packCode(name: string): number {
  if (name === 'a') return ADJECTIVE;
  if (name === 'r') return ADVERB;
  const number = Number(name.slice(1)) + 1;
  return name.startsWith('n') ? number : number << CLASS_BITS;
}

function unpackClass(code: number): number | undefined {
  const number = code & CLASS_MASK;
  return number === 0 ? undefined : number - 1;
}
