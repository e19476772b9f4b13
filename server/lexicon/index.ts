import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { DataError } from '../errors.ts';
import type { Actor, RelationType } from '../types.ts';
import { type Frame, readFrames } from './frames.ts';
import { checkRecord, parseJson, readRecords } from './read-records.ts';
import { readSamples, type Sample } from './samples.ts';
import {
  type CountryRecord,
  type Cues,
  citiesSchema,
  countrySchema,
  cuesSchema,
  type GroupRecord,
  groupSchema,
  type NameWords,
  type Nouns,
  nameWordsSchema,
  nounsSchema,
  type OrganisationRecord,
  organisationSchema,
  relationTypeSchema,
} from './schemas.ts';

export type { Frame } from './frames.ts';
export type { Sample } from './samples.ts';
export type { Cues } from './schemas.ts';

/** The words of data/, validated. Maps keep the files' order. */
export interface Lexicon {
  relationTypes: Map<string, RelationType>;
  countries: CountryRecord[];
  organisations: OrganisationRecord[];
  groups: GroupRecord[];
  /** Countries, organisations and groups as actors, by id. */
  actors: Map<string, Actor>;
  samples: Sample[];
  /** Towns and regions other than capitals, by the country that they stand for when they act or are acted on. */
  cities: Record<string, string[]>;
  /** Common nouns by what they say of an actor. */
  nouns: Nouns;
  /** Words by which a proper name shows what it names. */
  nameWords: NameWords;
  /** Ids of organisations of the types armed-group, and government or court. */
  armedGroups: Set<string>;
  governmentBodies: Set<string>;
  frames: Frame[];
  /** Words of modality and attribution. */
  cues: Cues;
}

function readFile<T>(folder: string, file: string, schema: z.ZodType<T>): T {
  return checkRecord(
    file,
    'the file',
    schema,
    parseJson(file, 'the file', readFileSync(path.join(folder, file), 'utf8')),
  );
}

function readRelationTypes(folder: string): Map<string, RelationType> {
  const file = 'relation-types.json';
  const json = parseJson(file, 'the list', readFileSync(path.join(folder, file), 'utf8'));
  const list = checkRecord(file, 'the list', z.array(z.unknown()), json);
  const types = new Map<string, RelationType>();
  for (const [index, value] of list.entries()) {
    const type = checkRecord(file, `record ${index + 1}`, relationTypeSchema, value);
    if (types.has(type.id))
      throw new DataError(file, `record ${index + 1}`, `the id ${type.id} stands twice; keep one`);
    types.set(type.id, type);
  }
  return types;
}

/** One actor a record; a name or alias that two records share would make the text's word ambiguous in silence. */
function joinActors(lists: [file: string, actors: Actor[]][]): Map<string, Actor> {
  const actors = new Map<string, Actor>();
  const owners = new Map<string, string>();
  for (const [file, list] of lists)
    for (const actor of list) {
      if (actors.has(actor.id)) throw new DataError(file, actor.id, 'another file has this id; choose a different one');
      actors.set(actor.id, actor);
      for (const name of new Set([actor.name, ...actor.aliases])) {
        const owner = owners.get(name);
        if (owner) throw new DataError(file, actor.id, `"${name}" is already a name of ${owner}; remove it from one`);
        owners.set(name, actor.id);
      }
    }
  return actors;
}

function checkCountryIds(file: string, records: { id: string }[], ids: Set<string>, of: (record: never) => string[]) {
  for (const record of records)
    for (const id of of(record as never))
      if (!ids.has(id)) throw new DataError(file, record.id, `no country "${id}" in actors/countries.jsonl`);
}

/** Reads and checks every file of rules and names; throws a DataError which names file, record and mend. */
export function loadLexicon(folder: string): Lexicon {
  const countries = readRecords(folder, 'actors/countries.jsonl', countrySchema);
  const organisations = readRecords(folder, 'actors/organisations.jsonl', organisationSchema);
  const groups = readRecords(folder, 'actors/groups.jsonl', groupSchema);
  const ids = new Set(countries.map(({ id }) => id));
  checkCountryIds('actors/organisations.jsonl', organisations, ids, ({ country }: OrganisationRecord) =>
    country ? [country] : [],
  );
  checkCountryIds('actors/groups.jsonl', groups, ids, ({ members }: GroupRecord) => members);
  const relationTypes = readRelationTypes(folder);
  const actors = joinActors([
    ['actors/countries.jsonl', countries.map(({ id, name, aliases }) => ({ id, name, aliases, kind: 'country' }))],
    [
      'actors/organisations.jsonl',
      organisations.map(({ id, name, aliases, country }) => ({
        id,
        name,
        aliases,
        kind: 'organisation',
        ...(country && { country }),
      })),
    ],
    ['actors/groups.jsonl', groups.map(({ id, name, aliases }) => ({ id, name, aliases, kind: 'group' }))],
  ]);
  const ofType = (...types: string[]): Set<string> =>
    new Set(organisations.filter(({ type }) => types.includes(type)).map(({ id }) => id));
  const cities = readFile(folder, 'actors/cities.json', citiesSchema);
  checkCountryIds(
    'actors/cities.json',
    Object.keys(cities).map((id) => ({ id })),
    ids,
    ({ id }: { id: string }) => [id],
  );
  return {
    cities,
    nouns: readFile(folder, 'actors/nouns.json', nounsSchema),
    nameWords: readFile(folder, 'actors/name-words.json', nameWordsSchema),
    armedGroups: ofType('armed-group'),
    governmentBodies: ofType('government', 'court'),
    frames: readFrames(folder, relationTypes),
    cues: readFile(folder, 'language/cues.json', cuesSchema),
    relationTypes,
    countries,
    organisations,
    groups,
    actors,
    samples: readSamples(folder, { actors, relationTypes }),
  };
}
