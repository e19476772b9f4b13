/**
 * The network: words → two or three bidirectional LSTM layers → tags, scores of heads and of relations. What the layers are
 * is in data/model; here they are run for a batch of sentences on the kernel's memory.
 */
import { createEmbedding } from './embedding.ts';
import { createKernel } from './kernel.ts';
import { type Layer, placeLayer, placeVector, roundUp, strideOf } from './layer.ts';
import type { Model } from './model-file.ts';
import { multiply, placeRecurrence, type Quantised, type Rows, reserveWorkspace, SPARE_ROWS } from './recurrence.ts';

/** Most words and sentences of a batch: enough for whole tiles of rows, few enough for the processor's cache. */
export const BATCH_WORDS = 640;
export const BATCH_SENTENCES = 32;

/** What the network says of one sentence; every view is valid until the next one is asked for. */
export interface SentenceScores {
  /** Index of the best tag of every word. */
  tags: number[];
  /** `arcs[d * stride + h]`: word h as the head of word d, both from 0. */
  arcs: Float32Array;
  stride: number;
  /** Each word as the root. */
  roots: Float32Array;
  /** Score of every relation between word `dependent` (from 0) and `head` (1-based, 0 the root). */
  rateRelations(dependent: number, head: number): Float32Array;
}

export interface Network {
  /** Calls `use` for every sentence with its scores. The longest sentence comes first; see BATCH_WORDS. */
  run(sentences: readonly (readonly string[])[], use: (scores: SentenceScores, index: number) => void): void;
}

/** Places the weights of a model and the room for a batch whose longest sentence has `longest` words. */
export function createNetwork(model: Model, longest: number): Network {
  const kernel = createKernel();
  const embedding = createEmbedding(model);
  const { hidden, tag, arc, lab } = model.sizes;
  const tagCount = model.tags.length;
  const relationCount = model.relations.length;
  const layerOf = (name: string, bias: string | null = `${name}.bias`): Layer =>
    placeLayer(kernel, model.matrix(name), bias === null ? undefined : model.vector(bias));

  const workspace = reserveWorkspace(kernel, hidden, BATCH_WORDS, BATCH_SENTENCES);
  const recurrences = Array.from({ length: model.sizes.layers }, (_, index) =>
    placeRecurrence(kernel, model, index + 1, workspace),
  );
  const layers = {
    tag1: layerOf('tag1'),
    tag2: layerOf('tag2'),
    tagEmbedding: layerOf('tagemb', null),
    dependent: layerOf('dep'),
    head: layerOf('head'),
    relationDependent: layerOf('rdep'),
    relationHead: layerOf('rhead'),
    // (dependent · U) · head + head · bias = (dependent · U + bias) · head
    arc: layerOf('arc', 'arc.headbias'),
    label: layerOf('label', null),
    labelDependent: layerOf('wd'),
    labelHead: layerOf('wh', null),
  };

  const room = BATCH_WORDS + SPARE_ROWS;
  const rowsOf = (width: number, rows = room): number => kernel.reserve(rows * strideOf(width));
  const widest = Math.max(embedding.width, 2 * hidden + tag, layers.tag1.outputs, arc, lab);
  const reserveQuantised = (width: number): Quantised => ({
    values: kernel.reserve(room * width * 2),
    inverse: kernel.reserve(room * 4),
  });
  const rowWidth = Math.max(embedding.width, 2 * hidden + tag);
  const rowStride = strideOf(rowWidth);
  const first = rowsOf(rowWidth);
  const second = rowsOf(rowWidth);
  const input = reserveQuantised(widest);
  const narrow = reserveQuantised(widest);
  const relationInput = reserveQuantised(lab);
  const buffers = {
    tags: rowsOf(layers.tag1.outputs),
    dependent: rowsOf(arc),
    bilinear: rowsOf(arc),
    // `products` takes heads four at a time, so the last sentence reads over the end by three rows.
    head: rowsOf(arc),
    relationDependent: rowsOf(lab),
    relationHead: rowsOf(lab),
    labelDependent: rowsOf(layers.labelDependent.outputs),
    labelHead: rowsOf(layers.labelHead.outputs),
    label: rowsOf(layers.label.outputs, longest + SPARE_ROWS),
    arcs: rowsOf(roundUp(longest), longest),
    roots: rowsOf(SPARE_ROWS + 1, longest),
    relations: rowsOf(roundUp(relationCount), 1),
  };
  const root = {
    vector: placeVector(kernel, model.vector('root')),
    head: rowsOf(arc, SPARE_ROWS + 1),
    relationHead: rowsOf(lab, SPARE_ROWS + 1),
    labelHead: rowsOf(layers.labelHead.outputs, SPARE_ROWS + 1),
  };

  const view = (address: number, length: number): Float32Array =>
    new Float32Array(kernel.memory.buffer, address, length);
  const quantise = (source: number, stride: number, rows: number, width: number, target: Quantised): void =>
    kernel.quantise(source, stride, rows, width, target.values, target.inverse);
  /** Leaky ReLU of a layer. */
  const perceive = (layer: Layer, from: Quantised, rows: number, out: number): void => {
    multiply(kernel, layer, from, rows, out, strideOf(layer.outputs));
    kernel.rectify(out, rows * strideOf(layer.outputs));
  };

  quantise(root.vector, 0, 1, 2 * hidden, input);
  perceive(layers.head, input, 1, root.head);
  perceive(layers.relationHead, input, 1, root.relationHead);
  quantise(root.relationHead, 0, 1, lab, narrow);
  multiply(kernel, layers.labelHead, narrow, 1, root.labelHead, strideOf(layers.labelHead.outputs));

  const embed = (sentences: readonly (readonly string[])[]): void => {
    const values = view(first, BATCH_WORDS * rowWidth);
    let at = 0;
    for (const words of sentences) {
      for (const word of words) {
        embedding.write(word, values, at);
        at += rowWidth;
      }
    }
  };

  /** Puts the embedding of the tags, as the first layer sees them, behind its outputs. */
  const addTags = (rows: number, target: number): void => {
    const { outputs } = layers.tag1;
    quantise(target, rowStride, rows, 2 * hidden, input);
    multiply(kernel, layers.tag1, input, rows, buffers.tags, strideOf(outputs));
    const values = view(buffers.tags, rows * outputs);
    for (let row = 0; row < rows; row++) makeShares(values, row * outputs, tagCount);
    quantise(buffers.tags, strideOf(outputs), rows, outputs, narrow);
    multiply(kernel, layers.tagEmbedding, narrow, rows, target + strideOf(2 * hidden), rowStride);
  };

  /** Address of the last layer's outputs. */
  const encode = (rows: Rows): number => {
    let source = first;
    let target = second;
    recurrences.forEach((recurrence, index) => {
      quantise(source, rowStride, rows.count, recurrence.width, input);
      recurrence.run(input, rows, target, rowStride);
      if (index === 0) addTags(rows.count, target);
      [source, target] = [target, source];
    });
    return source;
  };

  const readOut = (encoded: number, rows: number): void => {
    quantise(encoded, rowStride, rows, 2 * hidden, input);
    multiply(kernel, layers.tag2, input, rows, buffers.tags, strideOf(layers.tag2.outputs));
    perceive(layers.dependent, input, rows, buffers.dependent);
    perceive(layers.head, input, rows, buffers.head);
    perceive(layers.relationDependent, input, rows, buffers.relationDependent);
    perceive(layers.relationHead, input, rows, buffers.relationHead);
    quantise(buffers.dependent, strideOf(arc), rows, arc, narrow);
    multiply(kernel, layers.arc, narrow, rows, buffers.bilinear, strideOf(arc));
    quantise(buffers.relationHead, strideOf(lab), rows, lab, narrow);
    multiply(kernel, layers.labelHead, narrow, rows, buffers.labelHead, strideOf(layers.labelHead.outputs));
    quantise(buffers.relationDependent, strideOf(lab), rows, lab, relationInput);
    multiply(
      kernel,
      layers.labelDependent,
      relationInput,
      rows,
      buffers.labelDependent,
      strideOf(layers.labelDependent.outputs),
    );
  };

  const scoreSentence = (start: number, length: number): SentenceScores => {
    const stride = roundUp(length, 4);
    const dependents = buffers.bilinear + start * strideOf(arc);
    const heads = buffers.head + start * strideOf(arc);
    kernel.products(dependents, length, heads, length, strideOf(arc), buffers.arcs, strideOf(stride));
    kernel.products(dependents, length, root.head, 1, strideOf(arc), buffers.roots, strideOf(SPARE_ROWS + 1));
    const fromRow = { values: relationInput.values + start * lab * 2, inverse: relationInput.inverse + start * 4 };
    multiply(kernel, layers.label, fromRow, length, buffers.label, strideOf(layers.label.outputs));
    const tagScores = view(buffers.tags + start * strideOf(layers.tag2.outputs), length * layers.tag2.outputs);
    return {
      tags: Array.from({ length }, (_, row) => findBest(tagScores, row * layers.tag2.outputs, tagCount)),
      arcs: view(buffers.arcs, length * stride),
      stride,
      roots: view(buffers.roots, length * (SPARE_ROWS + 1)).filter((_, index) => index % (SPARE_ROWS + 1) === 0),
      rateRelations: (dependent, head) => rateRelations(start, dependent, head),
    };
  };

  const rateRelations = (start: number, dependent: number, head: number): Float32Array => {
    const { label, relations } = buffers;
    const { outputs } = layers.labelHead;
    const row = start + head - 1;
    const headVector = head === 0 ? root.relationHead : buffers.relationHead + row * strideOf(lab);
    const headPart = view(head === 0 ? root.labelHead : buffers.labelHead + row * strideOf(outputs), relationCount);
    const ownPart = view(buffers.labelDependent + (start + dependent) * strideOf(outputs), relationCount);
    const pairs = label + dependent * strideOf(layers.label.outputs);
    kernel.products(headVector, 1, pairs, relationCount, strideOf(lab), relations, strideOf(roundUp(relationCount)));
    const scores = view(relations, relationCount);
    for (let index = 0; index < relationCount; index++) {
      scores[index] = (scores[index] as number) + (headPart[index] as number) + (ownPart[index] as number);
    }
    return scores;
  };

  return {
    run: (sentences, use) => {
      const rows: Rows = { starts: [], lengths: [], count: 0 };
      for (const { length } of sentences) {
        rows.starts.push(rows.count);
        rows.lengths.push(length);
        rows.count += length;
      }
      embed(sentences);
      readOut(encode(rows), rows.count);
      sentences.forEach(({ length }, index) => {
        use(scoreSentence(rows.starts[index] as number, length), index);
      });
    },
  };
}

/** Turns `count` scores from `at` on into shares of 1. */
function makeShares(values: Float32Array, at: number, count: number): void {
  const most = values[findBest(values, at, count) + at] as number;
  let sum = 0;
  for (let index = at; index < at + count; index++) {
    const share = Math.exp((values[index] as number) - most);
    values[index] = share;
    sum += share;
  }
  for (let index = at; index < at + count; index++) values[index] = (values[index] as number) / sum;
}

function findBest(values: Float32Array, at: number, count: number): number {
  let best = 0;
  for (let index = 1; index < count; index++) {
    if ((values[at + index] as number) > (values[at + best] as number)) best = index;
  }
  return best;
}
