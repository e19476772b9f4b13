import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DATA_FOLDER } from '../../server/config.ts';
import { loadLexicon } from '../../server/lexicon/index.ts';
import { lexicon } from '../support/sample-index.ts';

describe('the actors of data/', () => {
  it('hold every country and territory of ISO 3166-1', () => {
    const present = lexicon.countries.filter(({ former }) => !former).map(({ alpha2 }) => alpha2);
    // Intl knows the same codes; besides countries it names regions that ISO 3166-1 does not list
    const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const codes = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => regions.of(code));
    const notIso = ['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ'];
    const deprecated = codes.filter((code) => new Intl.Locale(`und-${code}`).region !== code);
    const expected = codes.filter((code) => !notIso.includes(code) && !deprecated.includes(code));
    expect(expected.length).toBeGreaterThanOrEqual(250);
    expect(expected.filter((code) => !present.includes(code))).toEqual([]);
    expect(present.filter((code) => !expected.includes(code))).toEqual([]);
  });

  it.each([
    ['Turkey', 'TUR', ['Türkiye']],
    ['Russia', 'RUS', ['Russian', 'Kremlin', 'Moscow']],
    ['United States', 'USA', ['U.S.', 'America', 'American', 'White House', 'Washington']],
    ['Pakistan', 'PAK', ['Pakistani', 'Islamabad']],
    ['Kosovo', 'XKX', ['Pristina']],
    ['Soviet Union', 'SUN', ['USSR', 'Soviet']],
  ])('know %s by its other words', (name, id, words) => {
    const country = lexicon.countries.find((record) => record.id === id);
    expect(country?.name).toBe(name);
    const { aliases = [], demonyms = [], metonyms = [] } = country ?? {};
    expect([...aliases, ...demonyms, ...metonyms]).toEqual(expect.arrayContaining(words));
  });

  it('hold more than 150 organisations and the groups with their members', () => {
    expect(lexicon.organisations.length).toBeGreaterThan(150);
    for (const name of ['United Nations', 'NATO', 'European Commission', 'Hamas', 'Taliban'])
      expect([...lexicon.actors.values()].map((actor) => actor.name)).toContain(name);
    const group = lexicon.groups.find(({ id }) => id === 'central-asian-states');
    expect(group?.members).toEqual(['KAZ', 'KGZ', 'TJK', 'TKM', 'UZB']);
  });
});

/** A broken copy of data/: which file, what is replaced by what, and what the error must say. */
const BREAKS: [what: string, file: string, from: string | RegExp, to: string, said: string[]][] = [
  [
    'a line that is no JSON',
    'actors/countries.jsonl',
    '{"id":"AFG"',
    '{"id":AFG',
    ['countries.jsonl', 'line ', 'write valid JSON'],
  ],
  [
    'an id that is no code',
    'actors/countries.jsonl',
    '"id":"AFG"',
    '"id":"Afg"',
    ['countries.jsonl', 'id: write an ISO 3166-1 alpha-3 code'],
  ],
  [
    'a record out of order',
    'actors/countries.jsonl',
    '"id":"ABW"',
    '"id":"ZZZ"',
    ['countries.jsonl', 'AFG', 'sorted by id'],
  ],
  ['an id twice', 'actors/countries.jsonl', '"id":"AFG"', '"id":"ABW"', ['countries.jsonl', 'ABW', 'stands twice']],
  ['a key misspelt', 'actors/countries.jsonl', '"demonyms"', '"demonym"', ['countries.jsonl', 'line 1', 'demonym']],
  [
    'an unknown member',
    'actors/groups.jsonl',
    '"TKM"',
    '"TKX"',
    ['groups.jsonl', 'central-asian-states', 'no country "TKX"'],
  ],
  [
    'an alias of two',
    'actors/organisations.jsonl',
    '"aliases":["UN",',
    '"aliases":["America","UN",',
    ['organisations.jsonl', 'united-nations', '"America" is already a name of USA'],
  ],
  [
    'a class that is none',
    'relation-types.json',
    '"class": "conflict"',
    '"class": "war"',
    ['relation-types.json', 'record', 'class: write one of cooperation, conflict, neutral'],
  ],
  [
    'a description without end',
    'relation-types.json',
    'bombs or fights the target.',
    'bombs or fights the target',
    ['relation-types.json', 'record 23', 'full stop'],
  ],
  [
    'a cue offset',
    'samples/moscow-talks-2018.json',
    /"cue": \{"start": \d+/,
    '"cue": {"start": 1',
    ['moscow-talks-2018.json', 'statement 1 (khawaja-asif holds-office-in PAK)', 'cue: 1–', 'its words start at 0'],
  ],
  [
    'a sentence offset',
    'samples/moscow-talks-2018.json',
    /"evidence": \{"start": \d+/,
    '"evidence": {"start": 2',
    ['statement 1', 'evidence: 2–'],
  ],
  [
    'an unknown type',
    'samples/moscow-talks-2018.json',
    '"type": "visits"',
    '"type": "sees"',
    ['no type "sees"', 'relation-types.json'],
  ],
  [
    'an unknown speaker',
    'samples/moscow-talks-2018.json',
    '"speaker": "ayaz-wazir"',
    '"speaker": "wazir"',
    ['no actor "wazir"', '"actors"'],
  ],
  [
    'a day that is none',
    'samples/moscow-talks-2018.json',
    '"published": "2018-02-19"',
    '"published": "19 Feb"',
    ['published: write the day as YYYY-MM-DD'],
  ],
];

describe('a record that cannot be used', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'entente-data-'));
    cpSync(DATA_FOLDER, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it.each(BREAKS)('%s is named with file, record and mend', (_what, name, from, to, said) => {
    const file = path.join(folder, name);
    const text = readFileSync(file, 'utf8');
    const broken = text.replace(from, to);
    expect(broken).not.toBe(text);
    writeFileSync(file, broken);
    let message = '';
    try {
      loadLexicon(folder);
    } catch (error) {
      message = String(error);
    }
    expect(message).toMatch(/^DataError: /);
    for (const part of said) expect(message).toContain(part);
  });
});
