import { z } from 'zod';

/** Shapes of the records in data/, with the mend as each rule's message. */

const word = z.string().trim().min(1, 'write a word or leave the entry out');
const words = z.array(word);
const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'write the id in lower case letters, digits and hyphens');
const alpha3 = z.string().regex(/^[A-Z]{3}$/, 'write an ISO 3166-1 alpha-3 code such as PAK');
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `write one of ${values.join(', ')}` });

export const relationTypeSchema = z.strictObject({
  id: slug,
  label: word,
  event: z
    .string()
    .regex(/^[A-Z]+$/, 'write a PLOVER event type in capitals, or null')
    .nullable(),
  class: oneOf(['cooperation', 'conflict', 'neutral']),
  symmetric: z.boolean(),
  refused: slug.optional(),
  ends: z
    .strictObject({
      source: z.array(oneOf(['country', 'person', 'organisation', 'group'])).optional(),
      target: z.array(oneOf(['country', 'person', 'organisation', 'group'])).optional(),
    })
    .optional(),
  forms: z.strictObject({
    singular: word,
    plural: word,
    base: word,
    negated: word,
    negatedPlural: word,
    inverse: word,
  }),
  description: z.string().regex(/^[A-Z].*\.$/, 'write one sentence that ends with a full stop'),
});

export const countrySchema = z.strictObject({
  id: alpha3,
  alpha2: z.string().regex(/^[A-Z]{2}$/, 'write the two-letter code, such as PK'),
  name: word,
  aliases: words,
  demonyms: words,
  capital: word.nullable(),
  metonyms: words,
  former: z.literal(true).optional(),
});

export const organisationSchema = z.strictObject({
  id: slug,
  name: word,
  aliases: words,
  type: oneOf(['intergovernmental', 'government', 'armed-group', 'party', 'company', 'ngo', 'court', 'other']),
  country: alpha3.nullable(),
});

export const groupSchema = z.strictObject({ id: slug, name: word, aliases: words, members: z.array(alpha3) });

const span = z.strictObject({ start: z.int().nonnegative(), end: z.int().positive(), text: word });
const day = z.iso.date('write the day as YYYY-MM-DD');

export const sampleSchema = z.strictObject({
  id: slug,
  title: word,
  publisher: word.nullable(),
  url: z.url().nullable(),
  published: day.nullable(),
  publishedNote: word.nullable(),
  text: word,
  actors: z.array(
    z.strictObject({
      id: slug,
      name: word,
      kind: oneOf(['person', 'organisation', 'group']),
      aliases: words,
      country: alpha3.optional(),
    }),
  ),
  named: words,
  mentions: z.array(span.extend({ actor: word })),
  statements: z.array(
    z.strictObject({
      source: word,
      type: slug,
      target: word,
      modality: oneOf(['asserted', 'planned', 'hypothetical', 'negated']),
      speaker: word.nullable(),
      date: day.nullable(),
      evidence: span,
      cue: span,
    }),
  ),
});

const lists = <const K extends readonly string[]>(keys: K) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, words])) as Record<K[number], typeof words>);

export const nounsSchema = lists([
  'office',
  'expert',
  'standIn',
  'organ',
  'facility',
  'people',
  'body',
  'quantity',
  'local',
  'crowd',
  'highOffice',
  'companion',
  'outlets',
]).extend({ definite: lists(['country', 'organisation', 'ownName', 'rebels', 'pair']) });

export const citiesSchema = z.record(alpha3, words);

export const nameWordsSchema = lists([
  'organisation',
  'nationalBodies',
  'place',
  'event',
  'particles',
  'titles',
  'notActors',
  'outlets',
]);

const slots = z
  .array(z.string().regex(/^[a-z]+([- ][a-z]+)*$/, 'write a slot such as subject, object, to or with'))
  .min(1);

const kinds = z.array(oneOf(['country', 'person', 'organisation', 'group']));

const example = z.strictObject({
  text: word,
  source: word,
  target: word,
  modality: oneOf(['asserted', 'planned', 'hypothetical', 'negated']).optional(),
});

export const frameSchema = z.strictObject({
  id: slug,
  verbs: words.optional(),
  nouns: words.optional(),
  adjectives: words.optional(),
  object: words.optional(),
  notObject: words.optional(),
  with: z.record(word, words).optional(),
  notWith: z.record(word, words).optional(),
  modifier: words.optional(),
  preposition: words.optional(),
  clause: z
    .strictObject({
      kind: oneOf(['xcomp', 'ccomp', 'any']).optional(),
      aux: words.optional(),
      heads: words.optional(),
      notHeads: words.optional(),
    })
    .optional(),
  source: slots,
  target: slots,
  reciprocal: z.boolean().optional(),
  kinds: z.strictObject({ source: kinds.optional(), target: kinds.optional() }).optional(),
  note: word.optional(),
  examples: z.array(example).min(1, 'give at least one example'),
  misses: words.min(1, 'give at least one miss'),
});

export const cuesSchema = z.strictObject({
  planVerbs: words,
  planAdjectives: words,
  hopeVerbs: words,
  maybeWords: words,
  denyVerbs: words,
  failVerbs: words,
  requestVerbs: words,
  objectControl: words,
  lightVerbs: words,
  carrierNouns: words,
  /** Nouns of an end, whose "of" names what is no more: "a suspension of aid" is no aid. */
  endings: words,
  /** Verbs of a free relative that gives a name: "what it *called* a spy ring". */
  namingVerbs: words,
  /** Verbs by which a thing becomes its doer's: "a statement that Washington *drafted*". */
  makingVerbs: words,
  travelVerbs: words,
  planNouns: words,
  hypotheticalNouns: words,
  plannedModifiers: words,
  possibleModifiers: words,
  negators: words,
  sayVerbs: words,
  claimVerbs: words,
  sports: words,
});

export type Nouns = z.infer<typeof nounsSchema>;
export type NameWords = z.infer<typeof nameWordsSchema>;
export type Cues = z.infer<typeof cuesSchema>;
export type FrameRecord = z.infer<typeof frameSchema>;
export type CountryRecord = z.infer<typeof countrySchema>;
export type OrganisationRecord = z.infer<typeof organisationSchema>;
export type GroupRecord = z.infer<typeof groupSchema>;
export type SampleRecord = z.infer<typeof sampleSchema>;
