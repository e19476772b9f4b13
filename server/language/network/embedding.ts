/** Words as the first layer reads them: the embedding of the normal form, then the sum of those of its features. */
import { describeWord, normalise } from './features.ts';
import type { Matrix, Model } from './model-file.ts';

const UNKNOWN_WORD = 1;
/** Features a word was trained with at most. */
const FEATURES = 16;
/** Forms whose rows are remembered: news use few words often. */
const REMEMBERED = 30_000;

export interface Embedding {
  width: number;
  /** Writes `width` values for the word into `out` from `at` on. */
  write(form: string, out: Float32Array, at: number): void;
}

/** Reads both tables of the model; the rows of forms seen before are kept. */
export function createEmbedding(model: Model): Embedding {
  const wordTable = model.matrix('word');
  const featureTable = model.matrix('feat');
  const wordRows = new Map(model.words.map((word, row) => [word, row]));
  const featureRows = new Map(model.features.map((feature, row) => [feature, row]));
  const remembered = new Map<string, Uint32Array>();

  const findRows = (form: string): Uint32Array => {
    const known = remembered.get(form);
    if (known !== undefined) return known;
    const features = describeWord(form, model.lexicon)
      .map((name) => featureRows.get(name))
      .filter((row) => row !== undefined)
      .slice(0, FEATURES);
    const rows = Uint32Array.of(wordRows.get(normalise(form)) ?? UNKNOWN_WORD, ...features);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(form, rows);
    return rows;
  };

  const write = (form: string, out: Float32Array, at: number): void => {
    const rows = findRows(form);
    out.fill(0, at, at + wordTable.columns + featureTable.columns);
    addRow(wordTable, rows[0] as number, out, at);
    for (let index = 1; index < rows.length; index++) {
      addRow(featureTable, rows[index] as number, out, at + wordTable.columns);
    }
  };
  return { width: wordTable.columns + featureTable.columns, write };
}

function addRow({ columns, values, scale }: Matrix, row: number, out: Float32Array, at: number): void {
  const unit = scale[row] as number;
  const from = row * columns;
  for (let column = 0; column < columns; column++) {
    out[at + column] = (out[at + column] as number) + (values[from + column] as number) * unit;
  }
}
