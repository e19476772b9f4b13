/** Translates the parser's kernel from WebAssembly text to the binary beside the compiled server. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import wabt from 'wabt';
import { PROJECT_ROOT } from '../config.ts';

const FOLDER = 'server/language/network';

const source = path.join(PROJECT_ROOT, FOLDER, 'kernel.wat');
const target = path.join(PROJECT_ROOT, 'dist', FOLDER, 'kernel.wasm');
const translator = await wabt();
const kernel = translator.parseWat(source, await readFile(source, 'utf8'), { simd: true });
kernel.resolveNames();
kernel.validate();
await mkdir(path.dirname(target), { recursive: true });
await writeFile(target, kernel.toBinary({}).buffer);
kernel.destroy();
