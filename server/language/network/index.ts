/** Words of sentences → their tags and trees (Universal Dependencies v2), by the network of data/model. */
import { findTree } from './eisner.ts';
import type { Lexicon } from './lexicon.ts';
import { type Model, readModel } from './model-file.ts';
import { BATCH_SENTENCES, BATCH_WORDS, createNetwork, type Network, type SentenceScores } from './network.ts';
import { cutSentence, LONGEST_PIECE } from './pieces.ts';

export { PACKAGE_ROOT } from './kernel.ts';

/** Columns of the words of one sentence. */
export interface ParsedWords {
  upos: string[];
  /** Penn Treebank tags. */
  xpos: string[];
  /** 1-based; 0 is the root. */
  head: number[];
  deprel: string[];
}

export interface Parser {
  /** One result a sentence, in their order. */
  parseWords(sentences: string[][]): ParsedWords[];
  /** Lemmas that the model's features are made from. */
  lexicon: Lexicon;
}

/** A stretch of a sentence that is parsed by itself; most sentences are one. */
interface Piece {
  sentence: number;
  start: number;
  words: string[];
}

const ROOT = 'root';
/** Relation of a later piece of a long sentence to the first. */
const BESIDE = 'parataxis';

/** Reads the model and prepares the kernel: some tenths of a second, once. */
export function loadParser(file: string): Parser {
  const model = readModel(file);
  const network = createNetwork(model, LONGEST_PIECE);
  return { parseWords: (sentences) => parseWords(model, network, sentences), lexicon: model.lexicon };
}

function parseWords(model: Model, network: Network, sentences: string[][]): ParsedWords[] {
  const parsed = sentences.map((words): ParsedWords => {
    const column = (): string[] => new Array<string>(words.length).fill('');
    return { upos: column(), xpos: column(), head: new Array<number>(words.length).fill(0), deprel: column() };
  });
  const decode = createDecoder(model);
  for (const batch of makeBatches(cutSentences(sentences))) {
    network.run(
      batch.map(({ words }) => words),
      (scores, index) => {
        const { sentence, start, words } = batch[index] as Piece;
        decode(scores, words.length, parsed[sentence] as ParsedWords, start);
      },
    );
  }
  for (const words of parsed) joinPieces(words);
  return parsed;
}

function cutSentences(sentences: string[][]): Piece[] {
  return sentences.flatMap((words, sentence) => {
    let start = 0;
    return cutSentence(words).map((length): Piece => {
      const piece = { sentence, start, words: words.slice(start, start + length) };
      start += length;
      return piece;
    });
  });
}

/** Sentences of like length side by side, the longest first, so that few rows of a batch run idle. */
function* makeBatches(pieces: Piece[]): Generator<Piece[]> {
  const sorted = pieces
    .filter(({ words }) => words.length > 0)
    .sort((first, second) => second.words.length - first.words.length);
  let batch: Piece[] = [];
  let words = 0;
  for (const piece of sorted) {
    if (batch.length === BATCH_SENTENCES || words + piece.words.length > BATCH_WORDS) {
      yield batch;
      batch = [];
      words = 0;
    }
    batch.push(piece);
    words += piece.words.length;
  }
  if (batch.length > 0) yield batch;
}

/** Writes tags, heads and relations of a piece into the columns of its sentence. */
function createDecoder(model: Model) {
  const tags = model.tags.map((tag) => tag.split('|') as [string, string]);
  const root = model.relations.indexOf(ROOT);
  return (
    { tags: best, arcs, stride, roots, rateRelations }: SentenceScores,
    length: number,
    out: ParsedWords,
    start: number,
  ) => {
    const heads = findTree(arcs, stride, roots, length);
    heads.forEach((head, word) => {
      const [upos, xpos] = tags[best[word] as number] as [string, string];
      out.upos[start + word] = upos;
      out.xpos[start + word] = xpos;
      out.head[start + word] = head === 0 ? 0 : start + head;
      out.deprel[start + word] = head === 0 ? ROOT : nameRelation(rateRelations(word, head));
    });
  };

  function nameRelation(scores: Float32Array): string {
    let best = root === 0 ? 1 : 0;
    for (let index = 0; index < scores.length; index++) {
      if (index !== root && (scores[index] as number) > (scores[best] as number)) best = index;
    }
    return model.relations[best] as string;
  }
}

/** Hangs the roots of later pieces on the first one's. */
function joinPieces({ head, deprel }: ParsedWords): void {
  const first = head.indexOf(0);
  for (let word = first + 1; word < head.length; word++) {
    if (head[word] !== 0) continue;
    head[word] = first + 1;
    deprel[word] = BESIDE;
  }
}
