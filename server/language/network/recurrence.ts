/** One layer of the network: an LSTM reading every sentence forwards and another reading it backwards. */
import type { Kernel } from './kernel.ts';
import { type Layer, placeLayer, strideOf, TILE } from './layer.ts';
import type { Model } from './model-file.ts';

/** Value of int16 that stands for an output of 1, the largest an LSTM can have. */
const ONE = 32_767;
/** Rows that `multiply` may touch beyond the last. */
export const SPARE_ROWS = 3;

/** Rows of a batch: sentence i has `lengths[i]` of them from `starts[i]` on; the longest sentence comes first. */
export interface Rows {
  starts: number[];
  lengths: number[];
  count: number;
}

/** int16 rows as `quantise` leaves them. */
export interface Quantised {
  values: number;
  inverse: number;
}

export interface Recurrence {
  /** Values an input row has. */
  width: number;
  /** Reads quantised rows, writes f32 rows (forward output, then backward output) from `out` on. */
  run(input: Quantised, rows: Rows, out: number, outStride: number): void;
}

/** Buffers shared by all layers, since one runs at a time. */
export interface Workspace {
  given: number;
  recurrent: number;
  cell: number;
  state: number;
  inverse: number;
  places: number;
}

/** Room for `rows` words in at most `sentences` sentences. */
export function reserveWorkspace(kernel: Kernel, hidden: number, rows: number, sentences: number): Workspace {
  const room = sentences + SPARE_ROWS;
  const workspace = {
    given: kernel.reserve((rows + SPARE_ROWS) * strideOf(4 * hidden)),
    recurrent: kernel.reserve(room * strideOf(4 * hidden)),
    cell: kernel.reserve(sentences * strideOf(hidden)),
    state: kernel.reserve(room * hidden * 2),
    inverse: kernel.reserve(room * 4),
    places: kernel.reserve(sentences * 4),
  };
  new Float32Array(kernel.memory.buffer, workspace.inverse, room).fill(1 / ONE);
  return workspace;
}

/** Places layer `number` (from 1) of the model. */
export function placeRecurrence(kernel: Kernel, model: Model, number: number, workspace: Workspace): Recurrence {
  const { hidden } = model.sizes;
  const stride = strideOf(hidden);
  const direction = (side: 'f' | 'b'): { input: Layer; recurrent: Layer } => ({
    input: placeLayer(kernel, model.matrix(`lstm${number}.${side}.ih`), model.vector(`lstm${number}.${side}.bias`)),
    recurrent: placeLayer(kernel, model.matrix(`lstm${number}.${side}.hh`)),
  });
  const forwards = direction('f');
  const backwards = direction('b');

  const read = (
    side: typeof forwards,
    input: Quantised,
    rows: Rows,
    turned: boolean,
    out: number,
    outStride: number,
  ): void => {
    const { given, recurrent, cell, state, inverse, places } = workspace;
    const { buffer } = kernel.memory;
    multiply(kernel, side.input, input, rows.count, given, 4 * stride);
    const { starts, lengths } = rows;
    const position = new Int32Array(buffer, places, starts.length);
    starts.forEach((start, index) => {
      position[index] = turned ? start + (lengths[index] as number) - 1 : start;
    });
    new Float32Array(buffer, cell, starts.length * hidden).fill(0);
    // Before the first word there is no state: what it would give is nought.
    new Float32Array(buffer, recurrent, starts.length * 4 * hidden).fill(0);
    const longest = lengths[0] ?? 0;
    let active = starts.length;
    for (let time = 0; time < longest; time++) {
      while ((lengths[active - 1] as number) <= time) active--;
      if (time > 0) multiply(kernel, side.recurrent, { values: state, inverse }, active, recurrent, 4 * stride);
      kernel.step(places, active, given, 4 * stride, recurrent, cell, state, out, outStride, stride);
      for (let index = 0; index < active; index++) position[index] = (position[index] as number) + (turned ? -1 : 1);
    }
  };

  return {
    width: forwards.input.width,
    run: (input, rows, out, outStride) => {
      read(forwards, input, rows, false, out, outStride);
      read(backwards, input, rows, true, out + stride, outStride);
    },
  };
}

/** Rows of f32 outputs of a layer for quantised input rows. */
export function multiply(
  kernel: Kernel,
  layer: Layer,
  { values, inverse }: Quantised,
  rows: number,
  out: number,
  stride: number,
): void {
  const { width, weights, outputs, scale, bias } = layer;
  kernel.multiply(values, inverse, rows, width, weights, outputs / TILE, scale, bias, out, stride);
}
