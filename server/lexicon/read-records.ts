import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { DataError } from '../errors.ts';

/** Checks one record; the error names the file, the record and, from the schema, each field with its mend. */
export function checkRecord<T>(file: string, record: string, schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const mends = result.error.issues.map(({ path: field, message }) =>
    field.length ? `${field.join('.')}: ${message}` : message,
  );
  throw new DataError(file, record, mends.join('; '));
}

/** Parses JSON text; the error names file and record instead of an offset into unknown text. */
export function parseJson(file: string, record: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DataError(file, record, `write valid JSON (${(error as Error).message})`);
  }
}

/** Reads a JSON Lines file of records that have an id and stand in the order of their ids, each id once. */
export function readRecords<T extends { id: string }>(folder: string, name: string, schema: z.ZodType<T>): T[] {
  const records: T[] = [];
  const lines = readFileSync(path.join(folder, name), 'utf8').split('\n');
  for (const [index, line] of lines.entries()) {
    if (!line.trim()) continue;
    const where = `line ${index + 1}`;
    const record = checkRecord(name, where, schema, parseJson(name, where, line));
    const last = records.at(-1);
    if (last && last.id === record.id)
      throw new DataError(name, `${where} (${record.id})`, 'this id stands twice; keep one');
    if (last && last.id > record.id)
      throw new DataError(name, `${where} (${record.id})`, `move it before ${last.id}; records are sorted by id`);
    records.push(record);
  }
  return records;
}
