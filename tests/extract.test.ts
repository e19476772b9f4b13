import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DATA_FOLDER } from '../server/config.ts';
import { createExtractor } from '../server/extract.ts';
import { loadLexicon } from '../server/lexicon/index.ts';
import type { Extraction, Span } from '../server/types.ts';

const lexicon = loadLexicon(DATA_FOLDER);
const extractor = createExtractor(lexicon);
const extract = (text: string, published?: string): Extraction => extractor.extract({ id: 'text', text, published });

const summarise = ({ relations }: Extraction): string[] =>
  relations.map(({ source, type, target, modality }) => `${source.id} ${type} ${target.id} ${modality}`);

/** What of a result breaks the contract, whatever the text. */
function findBreaches(text: string, { actors, relations, failed = [] }: Extraction): string[] {
  const breaches = failed.map(({ reason }) => reason);
  const check = (holds: boolean, breach: string): void => {
    if (!holds) breaches.push(breach);
  };
  const isWithin = ({ start, end }: Span, outer: Span): boolean =>
    Number.isInteger(start) && Number.isInteger(end) && outer.start <= start && start < end && end <= outer.end;
  const named = new Map(actors.map((actor) => [actor.id, actor]));
  check(named.size === actors.length, 'an actor stands twice');
  for (const { id, name, kind, mentions } of actors) {
    const listed = lexicon.actors.get(id);
    check(!listed || listed.kind === kind, `${id} is of another kind than listed`);
    check(name !== '' && mentions.length > 0, `${id} has no name or no mention`);
    for (const span of mentions) check(isWithin(span, { start: 0, end: text.length }), `${id} outside the text`);
    const starts = mentions.map(({ start }) => start);
    check(starts.join() === starts.toSorted((a, b) => a - b).join(), `${id} out of order`);
    check(new Set(mentions.map(({ start, end }) => `${start} ${end}`)).size === mentions.length, `${id} repeated`);
  }
  for (const { source, target, type, event, label, speaker, evidence, cue, frame } of relations) {
    const known = lexicon.relationTypes.get(type);
    check(known?.label === label && known.event === event, `${type} is no type, or of another label or event`);
    check(evidence.text === text.slice(evidence.start, evidence.end), 'the evidence is no part of the text');
    check(evidence.text === evidence.text.trim() && evidence.text !== '', 'the evidence has outer white space');
    check(isWithin(cue, evidence), 'the cue lies outside the evidence');
    check(source.id !== target.id, 'both ends are one');
    check(frame !== '', 'no frame is named');
    for (const end of [source, target]) {
      check(isWithin(end.mention, evidence), `the mention of ${end.id} lies outside the evidence`);
      const actor = named.get(end.id);
      check(actor?.name === end.name && actor.kind === end.kind, `${end.id} is not as among the actors`);
    }
    check(speaker === null || named.get(speaker.id)?.name === speaker.name, 'the speaker is not among the actors');
  }
  return breaches;
}

describe('the result', () => {
  test.each<[what: string, text: string, relations: string[]]>([
    ['a plain sentence', 'Norway suspended aid to Sudan on Monday.', ['NOR suspends-aid-to SDN asserted']],
    [
      'two sentences, one of each modality',
      'Brazil may suspend aid to Ghana. Brazil will visit Ghana. Italy did not attack Malta. Chad sanctioned Togo.',
      [
        'BRA suspends-aid-to GHA hypothetical',
        'BRA visits GHA planned',
        'ITA attacks MLT negated',
        'TCD sanctions TGO asserted',
      ],
    ],
    [
      'emoji before, within and between names',
      '🙂 Norway sanctioned Chad. Kenya visited Peru 🎌 on Monday. 👩‍👩‍👧‍👦\n\nJapan 🇯🇵 condemned Belgium.',
      ['NOR sanctions TCD asserted', 'KEN visits PER asserted', 'JPN criticises BEL asserted'],
    ],
    [
      'Windows line ends',
      '\r\nNorway suspended aid to Sudan on Monday.\r\n\r\nJapan\r\ncondemned Belgium.\r\n',
      ['NOR suspends-aid-to SDN asserted', 'JPN criticises BEL asserted'],
    ],
    [
      'a heading and a dateline',
      'Talks in the north\n\nOSLO, March 3 (AP) - Norway sanctioned Chad.',
      ['NOR sanctions TCD asserted'],
    ],
    [
      'a body by its acronym',
      'The Harbour Workers Union (HWU) criticised Spain. HWU accused Spain of fraud.',
      ['harbour-workers-union criticises ESP asserted', 'harbour-workers-union accuses ESP asserted'],
    ],
    [
      'the same said twice',
      'Norway sanctioned Chad. Norway sanctioned Chad.',
      Array(2).fill('NOR sanctions TCD asserted'),
    ],
    ['one said in two ways by one sentence', 'Norway held talks and met with Chad.', ['NOR talks-with TCD asserted']],
    ['nothing', '', []],
    ['white space', ' \r\n\t\u00a0\u2028', []],
    ['a heading alone', 'Weather for the weekend', []],
    ['no letters', '… 🙂 12:30 — (%) ""', []],
    ['half a character', '\ud83d Norway sanctioned Chad. \ude42', ['NOR sanctions TCD asserted']],
    [
      'another script',
      'Норвегия приостановила помощь. نرويج 挪威 Norway sanctioned Chad.\n\nPeru visited Kenya.',
      ['PER visits KEN asserted'],
    ],
  ])('keeps the contract for %s', (_what, text, relations) => {
    const result = extract(text);
    expect(findBreaches(text, result)).toEqual([]);
    expect(summarise(result)).toEqual(expect.arrayContaining(relations));
    if (relations.length === 0) expect(result.relations).toEqual([]);
  });

  test('carries the id of the article', () => {
    expect(extractor.extract({ id: 'a-7', text: '' })).toEqual({ id: 'a-7', actors: [], relations: [] });
  });

  test('counts offsets in UTF-16 code units of the text as it is given', () => {
    const text = '🙂🙂\r\n\r\nNorway sanctioned Chad on Monday.';
    const { actors, relations } = extract(text);
    expect(actors.map(({ id, mentions }) => [id, ...mentions])).toEqual([
      ['NOR', { start: 8, end: 14 }],
      ['TCD', { start: 26, end: 30 }],
    ]);
    expect(relations).toMatchObject([
      {
        source: { mention: { start: 8, end: 14 } },
        target: { mention: { start: 26, end: 30 } },
        evidence: { start: 8, end: 41, text: 'Norway sanctioned Chad on Monday.' },
        cue: { start: 15, end: 25 },
      },
    ]);
  });

  test.each<[text: string, id: string, name: string, kind: string]>([
    ['Norway visited Chad.', 'NOR', 'Norway', 'country'],
    ['Oslo criticised Chad.', 'NOR', 'Norway', 'country'],
    ['Hezbollah attacked Chad.', 'hezbollah', 'Hezbollah', 'organisation'],
    ['Elena Duarte visited Chad.', 'elena-duarte', 'Elena Duarte', 'person'],
    ['Józef Łącki visited Chad.', 'jozef-łacki', 'Józef Łącki', 'person'],
    ['The Harbour Workers Union criticised Chad.', 'harbour-workers-union', 'Harbour Workers Union', 'organisation'],
  ])('%s: the source has id, name and kind', (text, id, name, kind) => {
    const [relation] = extract(text).relations;
    expect(relation?.source).toMatchObject({ id, name, kind });
    expect(relation?.target).toMatchObject({ id: 'TCD', name: 'Chad', kind: 'country' });
  });

  test('tells an actor that no list knows by other names and by its country', () => {
    const text = 'Foreign Minister Elena Duarte of Chile visited Mali. Duarte accused Norway of spying.';
    const { actors, relations } = extract(text);
    const duarte = actors.find(({ id }) => id === 'elena-duarte');
    expect(duarte).toMatchObject({ name: 'Elena Duarte', kind: 'person', aliases: ['Duarte'], country: 'CHL' });
    expect(actors.find(({ id }) => id === 'MLI')).not.toHaveProperty('aliases');
    const accusation = relations.find(({ type }) => type === 'accuses');
    expect(accusation?.source).toMatchObject({ id: 'elena-duarte', name: 'Elena Duarte' });
    const { start = 0, end = 0 } = accusation?.source.mention ?? {};
    expect(text.slice(start, end)).toBe('Duarte');
  });

  test('names the speaker, who need not stand in a relation', () => {
    const { actors, relations } = extract('“Canada attacked Mali,” Jonas Berg said.');
    expect(relations[0]?.speaker).toEqual({ id: 'jonas-berg', name: 'Jonas Berg' });
    expect(actors.map(({ id }) => id)).toContain('jonas-berg');
  });

  test.each([
    ['by the day of publication', 'Norway visited Chad on Monday.', '2024-03-13', '2024-03-11'],
    ['by itself', 'Norway visited Chad on 4 March 2023.', undefined, '2023-03-04'],
    ['not without a day of publication', 'Norway visited Chad on Monday.', undefined, undefined],
    ['not where the text names no day', 'Norway visited Chad.', '2024-03-13', undefined],
  ])('dates the act %s', (_how, text, published, date) => {
    const [relation] = extract(text, published).relations;
    expect(relation?.type).toBe('visits');
    expect(relation?.date).toBe(date);
  });

  test('is the same each time, and nothing of one text stays for the next', () => {
    const text = 'Foreign Minister Elena Duarte of Chile visited Mali. She accused Norway of spying.';
    const alone = createExtractor(lexicon).extract({ id: 'text', text });
    extract('Jonas Berg, the foreign minister of Peru, is known as Duarte. She is from Oslo.');
    expect(extract(text)).toEqual(alone);
    const duarte = extract('Duarte visited Mali.').actors.map(({ id }) => id);
    expect(duarte).toContain('duarte');
  });

  test('is the same with and without a trace', () => {
    const article = { id: 'text', text: 'Norway sanctioned Chad. Chad did not attack Norway.' };
    const { extraction, traces, sentences } = extractor.trace(article);
    expect(extraction).toEqual(extractor.extract(article));
    expect([sentences.length, traces.length]).toEqual([2, 2]);
  });
});

describe('a sentence that cannot be read', () => {
  /** The rules with one that breaks as soon as its verb is met. */
  const broken = lexicon.frames.map((frame) =>
    frame.id === 'visit-verb'
      ? Object.defineProperty({ ...frame }, 'source', {
          get: () => {
            throw new Error('broken rule');
          },
        })
      : frame,
  );
  const fragile = createExtractor({ ...lexicon, frames: broken });
  const text = 'Norway sanctioned Chad. Kenya visited Peru on Monday. Japan condemned Belgium.';

  test('is named with the reason, and the others are read', () => {
    const result = fragile.extract({ id: 'text', text });
    expect(summarise(result)).toEqual(['NOR sanctions TCD asserted', 'JPN criticises BEL asserted']);
    expect(result.failed).toEqual([{ start: 24, end: 53, reason: 'Error: broken rule' }]);
    expect(text.slice(24, 53)).toBe('Kenya visited Peru on Monday.');
    expect(result.actors.map(({ id }) => id)).toEqual(expect.arrayContaining(['KEN', 'PER']));
  });

  test('is mentioned only where there is one', () => {
    expect(fragile.extract({ id: 'text', text: 'Norway sanctioned Chad.' })).not.toHaveProperty('failed');
    expect(extract(text)).not.toHaveProperty('failed');
  });
});

/** Words that make actors, relations, quotations and pronouns, so that the generated texts are not all empty of them. */
const WORDS = [
  ...['Norway', 'Chad', 'Okafor', 'Foreign Minister Elena Duarte', 'Jonas Berg', 'he', 'its', 'both countries'],
  ...['suspended aid to', 'condemned', 'will visit', 'held talks with', 'accused', 'did not attack', 'said', 'that'],
  ...['“', '”', '"', '’s', ', ', '. ', '? ', ' and ', ' of ', '(UN)', 'on 31 February', '🙂', '\ud83d', '\r\n', '\n\n'],
];

describe('any text', () => {
  const strange = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());
  const sentence = fc
    .tuple(fc.constantFrom('Norway', 'Okafor', 'Elena Duarte'), fc.constantFrom('condemned', 'visited', 'will attack'))
    .map(([who, act]) => `${who} ${act} Chad.`);
  const piece = fc.oneof(strange, fc.constantFrom(...WORDS), sentence);
  const newsLike = fc
    .tuple(fc.array(piece, { maxLength: 12 }), fc.constantFrom('', ' ', '\n\n'))
    .map(([pieces, between]) => pieces.join(between));

  test.each([
    ['of any characters', strange],
    ['of the words of news among any characters', newsLike],
  ])('%s is read without an error and keeps the contract', (_what, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (text) => {
        expect(findBreaches(text, extract(text))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test('around a sentence does not hide it', () => {
    fc.assert(
      fc.property(strange, strange, (before, after) => {
        const text = `${before}\n\nNorway sanctioned Chad.\n\n${after}`;
        const result = extract(text);
        expect(findBreaches(text, result)).toEqual([]);
        expect(summarise(result)).toContain('NOR sanctions TCD asserted');
      }),
      { numRuns: 200 },
    );
  });
});
