import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readModel } from '../../../server/language/network/model-file.ts';
import { lexicon, MODEL_FILE } from './english-model.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'entente-model-'));
const model = readFileSync(MODEL_FILE);

/** Writes a file that differs from the shipped model, and reads it. */
function readChanged(bytes: Buffer): ReturnType<typeof readModel> {
  const file = path.join(folder, 'changed.model');
  writeFileSync(file, bytes);
  return readModel(file);
}

/** The model with a text of its header replaced by one as long. */
function replaceInHeader(from: string, to: string): Buffer {
  const changed = Buffer.from(model);
  changed.write(to, changed.indexOf(from), 'latin1');
  return changed;
}

afterAll(() => rmSync(folder, { recursive: true }));

describe('readModel', () => {
  test('is small enough to ship, and its tables fit their names', () => {
    expect(model.length).toBeLessThan(6e6);
    const { words, features, tags, relations, matrix } = readModel(MODEL_FILE);
    expect(matrix('word').rows).toBe(words.length);
    expect(matrix('feat').rows).toBe(features.length);
    expect(matrix('tag2').rows).toBe(tags.length);
    expect(matrix('wd').rows).toBe(relations.length);
  });

  test.each([
    ['another kind of file', Buffer.from('PK\u0003\u0004 and so on'), /changed\.model, header: .*ENTP/],
    [
      'another format',
      replaceInHeader('entente-parser-1', 'entente-parser-9'),
      /header: the format is entente-parser-9/,
    ],
    ['a size that the kernel cannot do', replaceInHeader('"tag": 32', '"tag": 30'), /header: .*multiple of 8, not 30/],
    [
      'a missing tensor',
      replaceInHeader('"name": "lexicon"', '"name": "lexicom"'),
      /tensor lexicon: is not there as text/,
    ],
    ['a file that was cut off', model.subarray(0, 1_000_000), /tensor lexicon: is cut off/],
  ])('names file and mend of %s', (_, bytes, message) => {
    expect(() => readChanged(bytes)).toThrow(message);
  });
});

describe('lexicon', () => {
  test('knows lemmas by part of speech', () => {
    expect(['n', 'v', 'a', 'r'].map((pos) => lexicon.has('fast', pos as 'n'))).toEqual([true, true, true, true]);
    expect(['n', 'v', 'a', 'r'].map((pos) => lexicon.has('condemn', pos as 'n'))).toEqual([false, true, false, false]);
    expect(lexicon.has('constructor', 'v')).toBe(false);
    expect([lexicon.nounClass('minister'), lexicon.verbClass('minister'), lexicon.nounClass('of')]).toEqual([
      18,
      41,
      undefined,
    ]);
  });
});
