import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { DataError } from '../errors.ts';
import type { RelationType } from '../types.ts';
import { checkRecord, parseJson } from './read-records.ts';
import { type FrameRecord, frameSchema } from './schemas.ts';

/** A frame with its file's relation type, and the classes of words ("@aid") written out. */
export interface Frame extends FrameRecord {
  relation: string;
}

const WORD_CLASSES = 'frames/word-classes.json';

type Classes = Record<string, string[]>;

function writeOut(file: string, record: string, list: string[], classes: Classes): string[] {
  return list.flatMap((entry) => {
    if (!entry.startsWith('@')) return [entry];
    const members = classes[entry.slice(1)];
    if (!members)
      throw new DataError(file, record, `no class "${entry}" in ${WORD_CLASSES}; add it there or write the words`);
    return members;
  });
}

function expand(file: string, record: FrameRecord, relation: string, classes: Classes): Frame {
  const list = (words: string[] | undefined): string[] | undefined =>
    words && writeOut(file, record.id, words, classes);
  const object = list(record.object);
  const notObject = list(record.notObject);
  const heads = list(record.clause?.heads);
  const modifier = list(record.modifier);
  const notPhrases =
    record.notWith && Object.entries(record.notWith).map(([key, words]) => [key, list(words) as string[]]);
  const phrases = record.with && Object.entries(record.with).map(([key, words]) => [key, list(words) as string[]]);
  return {
    ...record,
    relation,
    ...(object && { object }),
    ...(notObject && { notObject }),
    ...(modifier && { modifier }),
    ...(record.clause && heads && { clause: { ...record.clause, heads } }),
    ...(notPhrases && { notWith: Object.fromEntries(notPhrases) }),
    ...(phrases && { with: Object.fromEntries(phrases) }),
  };
}

/** Reads data/frames: one file a relation type, its name the type's id. */
export function readFrames(folder: string, relationTypes: Map<string, RelationType>): Frame[] {
  const read = (file: string): unknown => parseJson(file, 'the file', readFileSync(path.join(folder, file), 'utf8'));
  const classes = checkRecord(WORD_CLASSES, 'the file', z.record(z.string(), z.array(z.string())), read(WORD_CLASSES));
  const frames: Frame[] = [];
  const files = new Map<string, string>();
  for (const name of readdirSync(path.join(folder, 'frames')).sort()) {
    const file = `frames/${name}`;
    if (!name.endsWith('.json') || file === WORD_CLASSES) continue;
    const relation = name.slice(0, -'.json'.length);
    if (!relationTypes.has(relation))
      throw new DataError(file, 'its name', `no type "${relation}" in relation-types.json; name the file after a type`);
    const records = checkRecord(file, 'the list', z.array(z.unknown()), read(file));
    for (const [index, value] of records.entries()) {
      const record = checkRecord(file, `record ${index + 1}`, frameSchema, value);
      if (!record.verbs === !record.nouns && !record.adjectives)
        throw new DataError(file, record.id, 'give it verbs, nouns or adjectives');
      const other = files.get(record.id);
      if (other) throw new DataError(file, record.id, `${other} has this id too; choose a different one`);
      files.set(record.id, file);
      frames.push(expand(file, record, relation, classes));
    }
  }
  return frames;
}
