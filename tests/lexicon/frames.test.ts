import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataError } from '../../server/errors.ts';
import { type Frame, readFrames } from '../../server/lexicon/frames.ts';
import { lexicon } from '../support/sample-index.ts';

/** A record without a fault, from which each case takes one thing away. */
const FINE = {
  id: 'fund-verb',
  verbs: ['fund'],
  source: ['subject'],
  target: ['object'],
  examples: [{ text: 'Norway funded Chad.', source: 'Norway', target: 'Chad' }],
  misses: ['Norway funded a school.'],
};
const CLASSES = { aid: ['relief', 'grain'], office: ['minister'] };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-frames-'));
  mkdirSync(path.join(folder, 'frames'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Reads a folder of frames with these files; a string is written as it is. */
function read(files: Record<string, unknown>): Frame[] {
  for (const [name, content] of Object.entries({ 'word-classes.json': CLASSES, ...files }))
    writeFileSync(path.join(folder, 'frames', name), typeof content === 'string' ? content : JSON.stringify(content));
  return readFrames(folder, lexicon.relationTypes);
}

describe('the files of data/frames', () => {
  it('give each frame the type that its file is named after', () => {
    const frames = read({
      'visits.json': [{ ...FINE, id: 'trip-noun', verbs: undefined, nouns: ['trip'] }],
      'supports.json': [FINE, { ...FINE, id: 'glad-word', verbs: undefined, adjectives: ['glad'] }],
      'notes.txt': 'no frames',
    });
    expect(frames.map(({ relation, id }) => `${relation} ${id}`)).toEqual([
      'supports fund-verb',
      'supports glad-word',
      'visits trip-noun',
    ]);
  });

  it('may name a class of words wherever words stand, and get its words in its place', () => {
    const [frame] = read({
      'supports.json': [
        {
          ...FINE,
          object: ['money', '@aid'],
          notObject: ['@office'],
          modifier: ['@aid', '@office'],
          with: { to: ['@office', 'king'], for: ['peace'] },
          notWith: { in: ['@aid'] },
          clause: { kind: 'xcomp', heads: ['@office'] },
        },
      ],
    });
    expect(frame).toEqual({
      ...FINE,
      relation: 'supports',
      object: ['money', 'relief', 'grain'],
      notObject: ['minister'],
      modifier: ['relief', 'grain', 'minister'],
      with: { to: ['minister', 'king'], for: ['peace'] },
      notWith: { in: ['relief', 'grain'] },
      clause: { kind: 'xcomp', heads: ['minister'] },
    });
  });
});

const without = (key: keyof typeof FINE): Record<string, unknown> => ({ ...FINE, [key]: undefined });
const CLASS_MEND = 'no class "@food" in frames/word-classes.json; add it there or write the words';

/** What is wrong, the records of supports.json, and what the error says after "frames/supports.json, ". */
const BAD_RECORDS: [what: string, records: unknown, said: string][] = [
  ['no list', { frames: [] }, 'the list: '],
  ['a record that is a word', [FINE, 'fund'], 'record 2: '],
  ['no id', [without('id')], 'record 1: id: '],
  ['an id with capitals', [{ ...FINE, id: 'Fund' }], 'record 1: id: write the id in lower case letters'],
  ['an id twice in one file', [FINE, FINE], 'fund-verb: frames/supports.json has this id too; choose a different one'],
  ['no word that fires it', [without('verbs')], 'fund-verb: give it verbs, nouns or adjectives'],
  ['both verbs and nouns', [{ ...FINE, nouns: ['fund'] }], 'fund-verb: give it verbs, nouns or adjectives'],
  ['an empty word', [{ ...FINE, verbs: ['fund', ' '] }], 'record 1: verbs.1: write a word or leave the entry out'],
  ['a class for an object', [{ ...FINE, object: ['@food'] }], `fund-verb: ${CLASS_MEND}`],
  ['a class for what no object may be', [{ ...FINE, notObject: ['@food'] }], `fund-verb: ${CLASS_MEND}`],
  ['a class for a modifier', [{ ...FINE, modifier: ['@food'] }], `fund-verb: ${CLASS_MEND}`],
  ['a class for a phrase', [{ ...FINE, with: { to: ['@food'] } }], `fund-verb: ${CLASS_MEND}`],
  ['a class for no phrase', [{ ...FINE, notWith: { to: ['@food'] } }], `fund-verb: ${CLASS_MEND}`],
  ['a class for a clause', [{ ...FINE, clause: { heads: ['@food'] } }], `fund-verb: ${CLASS_MEND}`],
  ['no source', [without('source')], 'record 1: source: '],
  ['an empty target', [{ ...FINE, target: [] }], 'record 1: target: '],
  [
    'a slot in capitals',
    [{ ...FINE, source: ['Subject'] }],
    'record 1: source.0: write a slot such as subject, object',
  ],
  ['a slot that is a sign', [{ ...FINE, target: ['object', '2'] }], 'record 1: target.1: write a slot such as subject'],
  ['a kind that is none', [{ ...FINE, kinds: { target: ['city'] } }], 'record 1: kinds.target.0: write one of country'],
  ['a clause that is none', [{ ...FINE, clause: { kind: 'acl' } }], 'record 1: clause.kind: write one of xcomp, ccomp'],
  ['no example', [{ ...FINE, examples: [] }], 'record 1: examples: give at least one example'],
  ['no miss', [{ ...FINE, misses: [] }], 'record 1: misses: give at least one miss'],
  [
    'an example of no modality',
    [{ ...FINE, examples: [{ ...FINE.examples[0], modality: 'sure' }] }],
    'record 1: examples.0.modality: write one of asserted, planned, hypothetical, negated',
  ],
  [
    'an example without its target',
    [{ ...FINE, examples: [{ text: 'A.', source: 'A' }] }],
    'record 1: examples.0.target',
  ],
  ['a key misspelt', [{ ...FINE, verb: ['fund'] }], 'record 1: Unrecognized key: "verb"'],
  ['text that is no JSON', '[{"id": "fund-verb",]', 'the file: write valid JSON ('],
];

describe('a frame that cannot be used', () => {
  /** The error of reading the files, which has to be one that names file, record and mend. */
  function errorOf(files: Record<string, unknown>): string {
    try {
      read(files);
    } catch (error) {
      expect(error).toBeInstanceOf(DataError);
      return (error as DataError).message;
    }
    return 'no error';
  }

  it.each(BAD_RECORDS)('%s is named with file, record and mend', (_what, records, said) => {
    expect(errorOf({ 'supports.json': records })).toContain(`frames/supports.json, ${said}`);
  });

  it('is named by both files where two share an id', () => {
    expect(errorOf({ 'supports.json': [FINE], 'visits.json': [{ ...FINE, nouns: undefined }] })).toBe(
      'frames/visits.json, fund-verb: frames/supports.json has this id too; choose a different one',
    );
  });

  it('is one of a file that is named after no type', () => {
    expect(errorOf({ 'bribes.json': [FINE] })).toBe(
      'frames/bribes.json, its name: no type "bribes" in relation-types.json; name the file after a type',
    );
  });

  it.each([
    ['no lists', { aid: 'relief' }, 'frames/word-classes.json, the file: aid: '],
    ['no JSON', '{', 'frames/word-classes.json, the file: write valid JSON'],
  ])('is every one where the classes are %s', (_what, classes, said) => {
    expect(errorOf({ 'word-classes.json': classes, 'supports.json': [FINE] })).toContain(said);
  });
});
