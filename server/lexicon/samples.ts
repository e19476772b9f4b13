import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DataError } from '../errors.ts';
import type { Actor, RelationType, Span } from '../types.ts';
import { checkRecord, parseJson } from './read-records.ts';
import { type SampleRecord, sampleSchema } from './schemas.ts';

export interface Sample {
  article: Omit<SampleRecord, 'actors' | 'named' | 'mentions' | 'statements'>;
  /** Actors the sample brings along or names, those without a relation among them. */
  actors: Actor[];
  mentions: SampleRecord['mentions'];
  statements: SampleRecord['statements'];
}

interface Known {
  actors: Map<string, Actor>;
  relationTypes: Map<string, RelationType>;
}

function checkSpan(file: string, record: string, field: string, text: string, span: Span & { text: string }): void {
  const found = text.slice(span.start, span.end);
  if (found === span.text) return;
  const at = text.indexOf(span.text);
  const mend =
    at < 0 ? 'its words do not stand in the text' : `its words start at ${at} and end at ${at + span.text.length}`;
  throw new DataError(file, record, `${field}: ${span.start}–${span.end} reads "${found}"; ${mend}`);
}

function checkMentions(file: string, { text, mentions }: SampleRecord, actors: Map<string, Actor>): void {
  for (const [index, mention] of mentions.entries()) {
    const record = `mention ${index + 1} (${mention.actor})`;
    if (!actors.has(mention.actor))
      throw new DataError(file, record, `no actor "${mention.actor}"; add it to "actors" or list it in "named"`);
    checkSpan(file, record, 'mention', text, mention);
  }
}

function checkStatements(file: string, sample: SampleRecord, actors: Map<string, Actor>, known: Known): void {
  for (const [index, statement] of sample.statements.entries()) {
    const record = `statement ${index + 1} (${statement.source} ${statement.type} ${statement.target})`;
    for (const id of [statement.source, statement.target, statement.speaker])
      if (id !== null && !actors.has(id))
        throw new DataError(file, record, `no actor "${id}"; add it to "actors" or list it in "named"`);
    if (!known.relationTypes.has(statement.type))
      throw new DataError(file, record, `no type "${statement.type}"; take one of relation-types.json`);
    if (statement.source === statement.target) throw new DataError(file, record, 'name two different actors');
    checkSpan(file, record, 'evidence', sample.text, statement.evidence);
    checkSpan(file, record, 'cue', sample.text, statement.cue);
    if (statement.cue.start < statement.evidence.start || statement.cue.end > statement.evidence.end)
      throw new DataError(file, record, 'the cue must lie within the evidence');
  }
}

/** Reads data/samples: articles with statements checked by hand, each offset and each word against the vocabulary. */
export function readSamples(folder: string, known: Known): Sample[] {
  const names = readdirSync(path.join(folder, 'samples')).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => {
    const file = `samples/${name}`;
    const text = readFileSync(path.join(folder, file), 'utf8');
    const sample = checkRecord(file, 'the sample', sampleSchema, parseJson(file, 'the sample', text));
    const actors = new Map<string, Actor>();
    for (const { country, ...actor } of sample.actors) actors.set(actor.id, { ...actor, ...(country && { country }) });
    for (const id of sample.named) {
      const actor = actors.get(id) ?? known.actors.get(id);
      if (!actor) throw new DataError(file, 'named', `no actor "${id}" in data/actors; add it there or to "actors"`);
      actors.set(id, actor);
    }
    checkMentions(file, sample, actors);
    checkStatements(file, sample, actors, known);
    const { actors: _actors, named: _named, mentions, statements, ...article } = sample;
    return { article, actors: [...actors.values()], mentions, statements };
  });
}
