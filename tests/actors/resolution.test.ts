import { describe, expect, test } from 'vitest';
import { DATA_FOLDER } from '../../server/config.ts';
import { createExtractor } from '../../server/extract.ts';
import { loadLexicon } from '../../server/lexicon/index.ts';

const extractor = createExtractor(loadLexicon(DATA_FOLDER));
const extract = (text: string) => extractor.extract({ id: 'text', text });

/** The words of a text that mean an actor. */
function mentionsOf(id: string, text: string): string[] {
  const actor = extract(text).actors.find((each) => each.id === id);
  return (actor?.mentions ?? []).map(({ start, end }) => text.slice(start, end));
}

/** Relations whose source is these words, as "source type target". */
function doneBy(words: string, text: string): string[] {
  return extract(text)
    .relations.filter(({ source: { mention } }) => text.slice(mention.start, mention.end) === words)
    .map(({ source, type, target }) => `${source.id} ${type} ${target.id}`)
    .sort();
}

describe('he and she', () => {
  test.each([
    ['the last person', 'Anna Kovac visited Austria. She praised Italy.', 'She', 'anna-kovac'],
    ['no country, though it was named later', 'Boris Petrov visited Austria. He praised Italy.', 'He', 'boris-petrov'],
    ['the subject before the object', 'Boris Petrov met Anton Weber. He praised Italy.', 'He', 'boris-petrov'],
    ['a man by his title', 'Lady Harding met Lord Winslow. He praised Italy.', 'He', 'winslow'],
    ['a woman by her title', 'Lord Winslow met Lady Harding. She praised Italy.', 'She', 'harding'],
    ['across sentences', 'Lady Harding met Lord Winslow. She thanked Spain. He praised Italy.', 'He', 'winslow'],
    ['within the sentence', 'Boris Petrov said he praised Italy.', 'he', 'boris-petrov'],
  ])('%s: %s', (_case, text, pronoun, person) => {
    expect(doneBy(pronoun, text)).toEqual([`${person} supports ITA`]);
  });

  test("a possessive is the subject's", () => {
    const text = 'Boris Petrov visited Egypt, and his aides met Kenyan officials.';
    expect(doneBy('his', text)).toEqual(['boris-petrov talks-with KEN']);
  });

  test('nobody where no person was named', () => {
    expect(doneBy('She', 'Norway visited Austria. She praised Italy.')).toEqual([]);
  });
});

describe('it, its and they', () => {
  test.each([
    ['the subject before', 'Norway condemned Iran. It praised Italy.', 'It', ['NOR supports ITA']],
    ['no person', 'Anna Kovac visited Norway. It praised Italy.', 'It', ['NOR supports ITA']],
    ['who said it', 'Norway said it praised Italy.', 'it', ['NOR supports ITA']],
    ['its own', 'Norway condemned Iran, and its army attacked Italy.', 'its army', ['NOR attacks ITA']],
    ['soldiers', 'Kenyan soldiers attacked Mali. They also attacked Italy.', 'They', ['KEN attacks ITA']],
    ['an armed group', 'The Houthis attacked Iran. They also attacked Italy.', 'They', ['houthis attacks ITA']],
    [
      'two whose ministers met',
      'Ministers from Peru and Chile met. They praised Italy.',
      'They',
      ['CHL supports ITA', 'PER supports ITA'],
    ],
  ])('%s: %s', (_case, text, pronoun, expected) => {
    expect(doneBy(pronoun, text)).toEqual(expected);
  });

  test('"their" is both subjects\'', () => {
    const text = 'Peru and Chile recalled their ambassadors from Bolivia.';
    expect([mentionsOf('PER', text), mentionsOf('CHL', text), mentionsOf('BOL', text)]).toEqual([
      ['Peru', 'their'],
      ['Chile', 'their'],
      ['Bolivia'],
    ]);
  });

  test('an "it" that stands for a clause is nobody', () => {
    expect(mentionsOf('NOR', 'Norway praised Italy. It is clear that Kenya condemned Iran.')).toEqual(['Norway']);
  });
});

describe('we and I in quotations', () => {
  test.each([
    ['I', '"I condemn Iran," said Anna Kovac, the Austrian foreign minister.', 'I', ['anna-kovac criticises IRN']],
    [
      'we of a minister',
      '"We condemn Iran," said Anna Kovac, the Austrian foreign minister.',
      'We',
      ['AUT criticises IRN'],
    ],
    ['we of a government', '"We condemn Iran," the Austrian government said.', 'We', ['AUT criticises IRN']],
    ['I without a speaker', '"I condemn Iran," a man said.', 'I', []],
  ])('%s: %s', (_case, text, pronoun, expected) => {
    expect(doneBy(pronoun, text)).toEqual(expected);
  });
});

describe('what was named before', () => {
  test.each([
    [
      'Kenya and Uganda met in Nairobi. The two sides praised Italy.',
      'sides',
      ['KEN supports ITA', 'UGA supports ITA'],
    ],
    ['Kenya and Uganda met. Both governments praised Italy.', 'governments', ['KEN supports ITA', 'UGA supports ITA']],
    [
      'Ministers of Kenya and Uganda met. The two countries praised Italy.',
      'countries',
      ['KEN supports ITA', 'UGA supports ITA'],
    ],
    ['Kenya met Uganda. Both sides praised Italy.', 'sides', ['KEN supports ITA', 'UGA supports ITA']],
    ['The European Union met. The bloc praised Italy.', 'bloc', ['european-union supports ITA']],
    ['The M23 attacked Rwanda. The rebels praised Italy.', 'rebels', ['m23 supports ITA']],
    ['Hezbollah attacked Israel. The militants praised Italy.', 'militants', ['hezbollah supports ITA']],
    ['Norway condemned Iran. The country praised Italy.', 'country', ['NOR supports ITA']],
    ['Norway condemned Norway and Iran. The government praised Italy.', 'government', ['NOR supports ITA']],
    [
      "Sweden's foreign minister, Lars Holm, met Iran. The foreign minister praised Italy.",
      'foreign minister',
      ['lars-holm supports ITA'],
    ],
    [
      "Sweden's foreign minister, Lars Holm, met Estonia's defence minister, Kadri Tamm. The Estonian minister praised Italy.",
      'Estonian minister',
      ['kadri-tamm supports ITA'],
    ],
  ])('%s', (text, words, expected) => {
    expect(doneBy(words, text)).toEqual(expected);
  });

  test.each([
    ['rebels of which nothing was said', 'Kenya condemned Iran. The rebels praised Italy.', 'rebels'],
    ['a bloc that was not named', 'Kenya condemned Iran. The bloc praised Italy.', 'bloc'],
    ['a body of others', 'The European Union met. The alliance of rich towns praised Italy.', 'alliance'],
    ['something new', 'The European Union met. A bloc praised Italy.', 'bloc'],
  ])('not %s: %s', (_case, text, words) => {
    expect(doneBy(words, text)).toEqual([]);
  });
});

describe('who stands for a country', () => {
  test.each([
    ['Israeli officials praised Italy.', 'Israeli officials', 'ISR'],
    ['The Iranian embassy in Berlin praised Italy.', 'Iranian embassy', 'IRN'],
    ['A Kenyan diplomat praised Italy.', 'Kenyan diplomat', 'KEN'],
    ["Saudi Arabia's government praised Italy.", "Saudi Arabia's government", 'SAU'],
    ['The Turkish army praised Italy.', 'Turkish army', 'TUR'],
    ["Turkey's army praised Italy.", "Turkey's army", 'TUR'],
    ['The army of Turkey praised Italy.', 'army', 'TUR'],
    ["Iraq's ambassador to Turkey praised Italy.", "Iraq's ambassador", 'IRQ'],
    ['The foreign minister of Austria praised Italy.', 'foreign minister', 'AUT'],
  ])('%s', (text, words, country) => {
    expect(doneBy(words, text)).toEqual([`${country} supports ITA`]);
  });

  test('warplanes do what their country does', () => {
    expect(doneBy('Russian warplanes', 'Russian warplanes bombed Ukraine.')).toEqual(['RUS attacks UKR']);
  });

  test('a town near a country does not', () => {
    expect(doneBy('Syrian town', 'A Syrian town near Turkey praised Italy.')).toEqual([]);
  });
});

describe('actors that are only described', () => {
  test.each([
    ['Syrian refugees protested against Turkey.', 'syrian-refugees', 'group', 'Syrian refugees'],
    ['Nigerian migrants protested against Libya.', 'nigerian-migrants', 'group', 'Nigerian migrants'],
    ['An Israeli company sued Iran.', 'israeli-company', 'organisation', 'Israeli company'],
    ['A Kenyan journalist criticised Uganda.', 'kenyan-journalist', 'person', 'Kenyan journalist'],
    ['A court in Vierzon jailed a banker of Chad.', 'court-in-vierzon', 'organisation', 'court'],
  ])('%s', (text, id, kind, words) => {
    const { actors, relations } = extract(text);
    expect(actors.find((actor) => actor.id === id)).toMatchObject({ kind });
    expect(relations.map(({ source }) => [source.id, text.slice(source.mention.start, source.mention.end)])).toEqual([
      [id, words],
    ]);
  });

  test('know their country', () => {
    expect(extract('An Israeli company sued Iran.').actors.find(({ id }) => id === 'israeli-company')?.country).toBe(
      'ISR',
    );
  });
});

describe('names of later mentions', () => {
  test('a surname is the person, and becomes an alias', () => {
    const text = 'Anna Kovac visited Austria. Kovac praised Italy.';
    expect(mentionsOf('anna-kovac', text)).toEqual(['Anna Kovac', 'Kovac']);
    expect(extract(text).actors.find(({ id }) => id === 'anna-kovac')?.aliases).toEqual(['Kovac']);
  });

  test('a surname that comes before the full name is the same person', () => {
    const text = 'Kovac praised Italy. Anna Kovac then visited Austria.';
    expect(mentionsOf('anna-kovac', text)).toEqual(['Kovac', 'Anna Kovac']);
  });

  test('each of two people by the surname', () => {
    const text = 'Lars Holm met Kadri Tamm. Holm praised Italy. Tamm praised Malta.';
    expect(doneBy('Holm', text)).toEqual(['lars-holm supports ITA']);
    expect(doneBy('Tamm', text)).toEqual(['kadri-tamm supports MLT']);
  });

  test('two people with one surname stay two', () => {
    const text = 'Anna Kovac met Boris Kovac. Boris Kovac praised Italy, and Anna Kovac criticised Spain.';
    expect(mentionsOf('anna-kovac', text)).toEqual(['Anna Kovac', 'Anna Kovac']);
    expect(mentionsOf('boris-kovac', text)).toEqual(['Boris Kovac', 'Boris Kovac']);
    expect(doneBy('Boris Kovac', text)).toEqual(['boris-kovac supports ITA']);
    expect(doneBy('Anna Kovac', text)).toEqual(['anna-kovac criticises ESP', 'anna-kovac talks-with boris-kovac']);
  });

  test('the last word of a longer name is not enough', () => {
    const text = 'Boris Ivan Kovac visited Austria. Boris Kovac praised Italy, and Anna Kovac criticised Spain.';
    expect(mentionsOf('boris-ivan-kovac', text)).toEqual(['Boris Ivan Kovac', 'Boris Kovac']);
    expect(mentionsOf('anna-kovac', text)).toEqual(['Anna Kovac']);
  });

  test('another surname is another person', () => {
    const ids = extract('Anna Kovac visited Austria. Anna Weber praised Italy.').actors.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['anna-kovac', 'anna-weber']));
  });
});

test('every mention, evidence and cue lies where its words are, after line breaks and characters of two units too', () => {
  const text =
    'ROME 🎉 —\n\nAnna Kovac, Austria’s foreign minister,\nvisited Zoë Müller. “We condemn Iran,” Kovac said.\n\nShe praised Italy.';
  const { actors, relations } = extract(text);
  expect(mentionsOf('anna-kovac', text)).toEqual(expect.arrayContaining(['Anna Kovac', 'Kovac', 'She']));
  expect(mentionsOf('zoe-muller', text)).toEqual(['Zoë Müller']);
  for (const { evidence } of relations) expect(text.slice(evidence.start, evidence.end)).toBe(evidence.text);
  const said = relations.map(({ source, target, cue }) =>
    [source.mention, cue, target.mention].map(({ start, end }) => text.slice(start, end)).join(' – '),
  );
  expect(said).toEqual(expect.arrayContaining(['We – condemn – Iran', 'She – praised – Italy']));
  for (const { mentions } of actors)
    for (const [at, { start, end }] of mentions.entries()) {
      expect(text.slice(start, end)).toMatch(/^\S(.*\S)?$/s);
      expect(start).toBeGreaterThanOrEqual(mentions[at - 1]?.start ?? 0);
    }
});
