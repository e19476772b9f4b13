/** Matrices in the kernel's memory, packed as `multiply` reads them. */
import type { Kernel } from './kernel.ts';
import type { Matrix } from './model-file.ts';

const LANES = 4;
/** Outputs that `multiply` makes at a time. */
export const TILE = 8;

/** Addresses of a packed matrix. */
export interface Layer {
  /** Values an input row has, a multiple of 8; those beyond the matrix meet weights of 0. */
  width: number;
  /** Values an output row has, a multiple of 8; those beyond the matrix are 0. */
  outputs: number;
  weights: number;
  scale: number;
  bias: number;
}

export const roundUp = (count: number, step = TILE): number => Math.ceil(count / step) * step;

/** Address of f32 values copied into the kernel's memory, followed by zeros up to `length`. */
export function placeVector(kernel: Kernel, values: Float32Array, length = values.length): number {
  const address = kernel.reserve(length * 4);
  new Float32Array(kernel.memory.buffer, address, values.length).set(values);
  return address;
}

/**
 * Copies a matrix into the kernel's memory as int16. Eight outputs make a tile; in it, for every two inputs, stand their
 * two weights for the first output, for the second, and so on, so that one vector holds the pairs of four outputs.
 */
export function placeLayer(kernel: Kernel, matrix: Matrix, bias?: Float32Array): Layer {
  const { rows, columns, values, scale } = matrix;
  const width = roundUp(columns);
  const outputs = roundUp(rows);
  const weights = kernel.reserve(outputs * width * 2);
  const packed = new Int16Array(kernel.memory.buffer, weights, outputs * width);
  for (let row = 0; row < rows; row++) {
    const tile = Math.floor(row / TILE) * TILE * width;
    const lane = (row % TILE) * 2;
    for (let column = 0; column < columns; column++) {
      packed[tile + (column >> 1) * TILE * 2 + lane + (column & 1)] = values[row * columns + column] as number;
    }
  }
  return {
    width,
    outputs,
    weights,
    scale: placeVector(kernel, scale, outputs),
    bias: placeVector(kernel, bias ?? new Float32Array(0), outputs),
  };
}

/** Bytes from a row of f32 values to the next. */
export const strideOf = (width: number): number => width * LANES;
