import { describe, expect, test } from 'vitest';
import { createKernel } from '../../../server/language/network/kernel.ts';
import { placeLayer, placeVector } from '../../../server/language/network/layer.ts';

/** Values between -1 and 1 that look random and are the same in every run. */
function makeValues(count: number, seed: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

const at = (values: ArrayLike<number>, index: number): number => values[index] as number;
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const sum = (count: number, term: (index: number) => number): number => {
  let total = 0;
  for (let index = 0; index < count; index++) total += term(index);
  return total;
};

/** Largest difference between two lists of numbers. */
const differ = (found: ArrayLike<number>, wanted: ArrayLike<number>): number =>
  Array.from(found).reduce((most, value, index) => Math.max(most, Math.abs(value - at(wanted, index))), 0);

const kernel = createKernel();
const read = (address: number, count: number): Float32Array =>
  new Float32Array(kernel.memory.buffer, address, count).slice();

describe('kernel', () => {
  test.each([
    { rows: 1, inputs: 8, outputs: 8 },
    { rows: 4, inputs: 40, outputs: 24 },
    { rows: 7, inputs: 45, outputs: 19 },
    { rows: 33, inputs: 352, outputs: 51 },
  ])('multiplies $rows rows of $inputs values by $outputs weights', ({ rows, inputs, outputs }) => {
    const matrix = {
      rows: outputs,
      columns: inputs,
      values: Int8Array.from(makeValues(outputs * inputs, 1), (value) => value * 127),
      scale: makeValues(outputs, 2).map((value) => Math.abs(value) / 100),
    };
    const bias = makeValues(outputs, 3);
    const layer = placeLayer(kernel, matrix, bias);
    const given = new Float32Array(rows * layer.width);
    const values = makeValues(rows * inputs, 4).map((value) => value * 5);
    for (let row = 0; row < rows; row++)
      given.set(values.subarray(row * inputs, (row + 1) * inputs), row * layer.width);
    const source = placeVector(kernel, given);
    const quantised = kernel.reserve((rows + 3) * layer.width * 2);
    const inverse = kernel.reserve((rows + 3) * 4);
    const stride = layer.outputs * 4;
    const out = kernel.reserve((rows + 3) * stride);

    kernel.quantise(source, layer.width * 4, rows, layer.width, quantised, inverse);
    const units = read(inverse, rows);
    const integers = new Int16Array(kernel.memory.buffer, quantised, rows * layer.width).slice();
    expect(
      differ(
        Array.from(integers, (value, index) => value * at(units, Math.floor(index / layer.width))),
        given,
      ),
    ).toBeLessThan(5 / 65_000);

    const tiles = layer.outputs / 8;
    kernel.multiply(quantised, inverse, rows, layer.width, layer.weights, tiles, layer.scale, layer.bias, out, stride);
    const wanted = Array.from({ length: rows * layer.outputs }, (_, place) => {
      const row = Math.floor(place / layer.outputs);
      const output = place % layer.outputs;
      if (output >= outputs) return 0;
      const product = sum(
        inputs,
        (k) => at(integers, row * layer.width + k) * at(units, row) * at(matrix.values, output * inputs + k),
      );
      return at(bias, output) + at(matrix.scale, output) * product;
    });
    expect(differ(read(out, rows * layer.outputs), wanted)).toBeLessThan(1e-3);
  });

  test('the largest activations and weights do not overflow', () => {
    const inputs = 512;
    const matrix = {
      rows: 8,
      columns: inputs,
      values: new Int8Array(8 * inputs).fill(127),
      scale: new Float32Array(8).fill(1),
    };
    const layer = placeLayer(kernel, matrix);
    const source = placeVector(kernel, new Float32Array(inputs).fill(3));
    const quantised = kernel.reserve(4 * inputs * 2);
    const inverse = kernel.reserve(16);
    const out = kernel.reserve(4 * 32);
    kernel.quantise(source, 0, 1, inputs, quantised, inverse);
    kernel.multiply(quantised, inverse, 1, inputs, layer.weights, 1, layer.scale, layer.bias, out, 32);
    expect(at(read(out, 1), 0) / (127 * 3 * inputs)).toBeCloseTo(1, 5);
  });

  test('steps an LSTM, with gates from nearly 0 to saturated', () => {
    const hidden = 16;
    const places = [4, 0, 2];
    const wide = (seed: number, rows: number): Float32Array =>
      makeValues(rows * 4 * hidden, seed).map((value, index) => value * (index % 7) * 2);
    const given = wide(5, 5);
    const recurrent = wide(6, 3);
    const cell = makeValues(3 * hidden, 7);
    const address = {
      places: kernel.reserve(12),
      given: placeVector(kernel, given),
      recurrent: placeVector(kernel, recurrent),
      cell: placeVector(kernel, cell),
      state: kernel.reserve(3 * hidden * 2),
      out: kernel.reserve(5 * 2 * hidden * 4),
    };
    new Int32Array(kernel.memory.buffer, address.places, 3).set(places);
    const size = hidden * 4;
    kernel.step(
      address.places,
      3,
      address.given,
      4 * size,
      address.recurrent,
      address.cell,
      address.state,
      address.out,
      2 * size,
      size,
    );
    const out = read(address.out, 5 * 2 * hidden);
    const cells = read(address.cell, 3 * hidden);
    const states = new Int16Array(kernel.memory.buffer, address.state, 3 * hidden);
    places.forEach((row, index) => {
      for (let unit = 0; unit < hidden; unit++) {
        const gate = (number: number): number =>
          at(given, (row * 4 + number) * hidden + unit) + at(recurrent, (index * 4 + number) * hidden + unit);
        const own = index * hidden + unit;
        const kept = sigmoid(gate(1)) * at(cell, own) + sigmoid(gate(0)) * Math.tanh(gate(2));
        const output = sigmoid(gate(3)) * Math.tanh(kept);
        expect(Math.abs(at(cells, own) - kept)).toBeLessThan(1e-4);
        expect(Math.abs(at(out, row * 2 * hidden + unit) - output)).toBeLessThan(1e-4);
        expect(Math.abs(at(states, own) / 32_767 - output)).toBeLessThan(1.5e-4);
      }
    });
  });

  test.each([
    [1, 1],
    [3, 5],
    [6, 8],
  ])('products of %i with %i rows', (aRows, bRows) => {
    const width = 20;
    const a = makeValues(aRows * width, 8);
    const b = makeValues(bRows * width, 9);
    const stride = Math.ceil(bRows / 4) * 4;
    const out = kernel.reserve(aRows * stride * 4);
    const addressOfB = placeVector(kernel, b, (bRows + 3) * width);
    kernel.products(placeVector(kernel, a), aRows, addressOfB, bRows, width * 4, out, stride * 4);
    const found = read(out, aRows * stride);
    for (let i = 0; i < aRows; i++)
      for (let j = 0; j < bRows; j++)
        expect(at(found, i * stride + j)).toBeCloseTo(
          sum(width, (k) => at(a, i * width + k) * at(b, j * width + k)),
          5,
        );
  });

  test('leaky ReLU', () => {
    const values = placeVector(kernel, Float32Array.of(-2, -0.5, 0, 3));
    kernel.rectify(values, 16);
    expect(differ(read(values, 4), [-0.2, -0.05, 0, 3])).toBeLessThan(1e-6);
  });
});
