/**
 * The model file: "ENTP", the length of the header (u32, little-endian), a JSON header, then the tensors, each at a
 * multiple of 16 bytes. Matrices are int8 rows [out][in] with one f32 scale a row in `NAME.scale`.
 */
import { readFileSync } from 'node:fs';
import { DataError } from '../../errors.ts';
import { type Lexicon, readLexicon } from './lexicon.ts';

const MAGIC = 'ENTP';
const FORMAT = 'entente-parser-1';
const PREFIX = 8;

/** Widths of the layers, from the header. */
export interface Sizes {
  word: number;
  feat: number;
  tag: number;
  hidden: number;
  layers: number;
  arc: number;
  lab: number;
}

interface TensorEntry {
  name: string;
  type: 'i8' | 'f32' | 'text';
  shape: number[];
  /** Bytes from the end of the header. */
  offset: number;
}

interface Header {
  format: string;
  sizes: Sizes;
  tags: string[];
  relations: string[];
  tensors: TensorEntry[];
}

/** Rows of int8 weights; row r stands for `values[r * columns …] * scale[r]`. */
export interface Matrix {
  rows: number;
  columns: number;
  values: Int8Array;
  scale: Float32Array;
}

export interface Model {
  sizes: Sizes;
  /** "UPOS|XPOS", in the order of the network's outputs. */
  tags: string[];
  relations: string[];
  /** Normal forms and feature names; the place is the row of the embedding. Row 0 is padding, word 1 an unknown one. */
  words: string[];
  features: string[];
  lexicon: Lexicon;
  matrix(name: string): Matrix;
  vector(name: string): Float32Array;
}

/** Reads a model file; an error names the file and the mend. */
export function readModel(file: string): Model {
  const bytes = readFileSync(file);
  const header = readHeader(bytes, file);
  const start = PREFIX + bytes.readUInt32LE(4);
  const entries = new Map(header.tensors.map((entry) => [entry.name, entry]));

  const find = (name: string, type: TensorEntry['type']): { shape: number[]; data: ArrayBuffer } => {
    const entry = entries.get(name);
    if (entry?.type !== type)
      throw new DataError(file, `tensor ${name}`, `is not there as ${type}: export the model again`);
    const size = entry.shape.reduce((product, side) => product * side, type === 'f32' ? 4 : 1);
    const from = bytes.byteOffset + start + entry.offset;
    if (start + entry.offset + size > bytes.length)
      throw new DataError(file, `tensor ${name}`, 'is cut off: copy the file again');
    // A copy, so that f32 values are aligned and the file's bytes can be let go.
    return { shape: entry.shape, data: bytes.buffer.slice(from, from + size) as ArrayBuffer };
  };
  const vector = (name: string): Float32Array => new Float32Array(find(name, 'f32').data);
  const text = (name: string): string => Buffer.from(find(name, 'text').data).toString('utf8');
  const matrix = (name: string): Matrix => {
    const { shape, data } = find(name, 'i8');
    const [rows = 0, columns = 0] = shape;
    return { rows, columns, values: new Int8Array(data), scale: vector(`${name}.scale`) };
  };

  return {
    sizes: header.sizes,
    tags: header.tags,
    relations: header.relations,
    words: text('words').split('\n'),
    features: text('feats').split('\n'),
    lexicon: readLexicon(text('lexicon')),
    matrix,
    vector,
  };
}

function readHeader(bytes: Buffer, file: string): Header {
  const wrong = (mend: string): DataError => new DataError(file, 'header', mend);
  if (bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) throw wrong(`a parser's model starts with ${MAGIC}`);
  const header = JSON.parse(bytes.toString('utf8', PREFIX, PREFIX + bytes.readUInt32LE(4))) as Header;
  if (header.format !== FORMAT) throw wrong(`the format is ${header.format}, this program reads ${FORMAT}`);
  const { hidden, word, feat, tag, arc, lab } = header.sizes;
  const uneven = [hidden, word + feat, tag, arc, lab].find((size) => size % 8 !== 0);
  if (uneven !== undefined)
    throw wrong(`every size has to be a multiple of 8, not ${uneven}: train it with other sizes`);
  return header;
}
