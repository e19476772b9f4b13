/** The compiled kernel (kernel.wat says what each function computes) and the one memory it works on. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PAGE = 65_536;
/** Every buffer starts where a line of the processor's cache does. */
const LINE = 64;
const BINARY = 'dist/server/language/network/kernel.wasm';

/** Addresses and strides are bytes, `width` counts values, `rows` and `tiles` count themselves. */
export interface KernelFunctions {
  quantise(source: number, stride: number, rows: number, width: number, target: number, inverse: number): void;
  multiply(
    a: number,
    inverse: number,
    rows: number,
    width: number,
    weights: number,
    tiles: number,
    scale: number,
    bias: number,
    out: number,
    stride: number,
  ): void;
  step(
    places: number,
    count: number,
    given: number,
    givenStride: number,
    recurrent: number,
    cell: number,
    state: number,
    out: number,
    outStride: number,
    hidden: number,
  ): void;
  rectify(values: number, length: number): void;
  products(a: number, aRows: number, b: number, bRows: number, width: number, out: number, stride: number): void;
}

interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/** The part of WebAssembly used here: its types come with the browser's library only, and this is no browser. */
interface WebAssemblyApi {
  validate(bytes: Uint8Array): boolean;
  Memory: new (description: { initial: number }) => Memory;
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: { env: { memory: Memory } }) => { exports: unknown };
}

const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyApi };

export interface Kernel extends KernelFunctions {
  memory: Memory;
  /** Address of `bytes` new bytes, all 0. Views made before are void after it. */
  reserve(bytes: number): number;
}

/** Folder that holds package.json: the binary lies in its `dist`, also where the sources are run as they are. */
export const PACKAGE_ROOT = (function findRoot(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  return findRoot(path.dirname(folder));
})(path.dirname(fileURLToPath(import.meta.url)));

/** Loads the kernel with a memory of its own; throws where the processor or Node.js lacks 128-bit SIMD. */
export function createKernel(): Kernel {
  const file = path.join(PACKAGE_ROOT, BINARY);
  if (!existsSync(file)) throw new Error(`${BINARY} is missing: run npm run build`);
  const bytes = readFileSync(file);
  if (!WebAssembly.validate(bytes)) {
    throw new Error('The parser needs WebAssembly with 128-bit SIMD, which this Node.js does not offer');
  }
  const memory = new WebAssembly.Memory({ initial: 1 });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  let used = LINE;
  const reserve = (length: number): number => {
    const address = used;
    used += Math.ceil(length / LINE) * LINE;
    const missing = used - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    return address;
  };
  return { ...(instance.exports as KernelFunctions), memory, reserve };
}
