import { describe, expect, test } from 'vitest';
import { DATA_FOLDER } from '../../server/config.ts';
import { createExtractor } from '../../server/extract.ts';
import { loadLexicon } from '../../server/lexicon/index.ts';

const extractor = createExtractor(loadLexicon(DATA_FOLDER));

/** Every actor of a text as "id kind: its mentions as they stand there", in the order of the ids. */
function actorsIn(text: string): string[] {
  const { actors } = extractor.extract({ id: 'text', text });
  return actors
    .map(({ id, kind, mentions }) => {
      const words = mentions.map(({ start, end }) => text.slice(start, end));
      return `${id} ${kind}: ${words.join(' | ')}`;
    })
    .sort();
}

const find = (id: string, text: string) =>
  extractor.extract({ id: 'text', text }).actors.find((each) => each.id === id);

describe('names of the lists', () => {
  test.each([
    ['a country', 'France condemned Iran on Monday.', ['FRA country: France', 'IRN country: Iran']],
    [
      'the longest name that fits',
      'The United Nations Security Council condemned South Sudan.',
      ['SSD country: South Sudan', 'united-nations-security-council organisation: United Nations Security Council'],
    ],
    [
      'an acronym beside a full name',
      'NATO and the European Union backed Ukraine.',
      ['UKR country: Ukraine', 'european-union organisation: European Union', 'nato organisation: NATO'],
    ],
    ['a short form of a body', 'The AU praised Kenya.', ['KEN country: Kenya', 'african-union organisation: AU']],
    ['an armed group', 'Hezbollah praised Iran.', ['IRN country: Iran', 'hezbollah organisation: Hezbollah']],
    ['not within a longer word', 'Chadwick praised Kenya.', ['KEN country: Kenya', 'chadwick person: Chadwick']],
    ['not in lower case', 'The turkey was eaten in Kenya.', ['KEN country: Kenya']],
    [
      'a curly apostrophe',
      'The People’s Protection Units praised Kenya.',
      ['KEN country: Kenya', 'peoples-protection-units organisation: People’s Protection Units'],
    ],
    [
      'an alias with a curly apostrophe',
      'Afghanistan’s foreign ministry praised Kenya.',
      ['KEN country: Kenya', 'afghan-foreign-ministry organisation: Afghanistan’s foreign ministry'],
    ],
  ])('%s: %s', (_case, text, expected) => {
    expect(actorsIn(text)).toEqual(expected);
  });
});

describe('demonyms and metonyms', () => {
  test.each([
    ['The Peruvians thanked the Chileans.', ['CHL country: Chileans', 'PER country: Peruvians']],
    [
      'French officials met Iranian diplomats.',
      ['FRA country: French | French officials', 'IRN country: Iranian | Iranian diplomats'],
    ],
    ['Moscow warned Warsaw.', ['POL country: Warsaw', 'RUS country: Moscow']],
    ['The Kremlin praised Cuba.', ['CUB country: Cuba', 'RUS country: Kremlin']],
    ['The White House praised Downing Street.', ['GBR country: Downing Street', 'USA country: White House']],
  ])('%s', (text, expected) => {
    expect(actorsIn(text)).toEqual(expected);
  });
});

describe('people', () => {
  test.each([
    ['two words', 'Anna Kovac praised Italy.', 'anna-kovac person: Anna Kovac'],
    ['a title', 'President Anna Kovac praised Italy.', 'anna-kovac person: President Anna Kovac'],
    [
      'a title of two words',
      'Prime Minister Petra Novotna praised Italy.',
      'petra-novotna person: Prime Minister Petra Novotna',
    ],
    ['a title with a stop', 'Gen. Omar Haddad praised Italy.', 'omar-haddad person: Gen. Omar Haddad'],
    ['a surname with a title', 'Mr. Okafor praised Italy.', 'okafor person: Mr. Okafor'],
    ['a particle', 'Ursula von Berg praised Italy.', 'ursula-von-berg person: Ursula von Berg'],
    ['an Arabic particle', 'Nasser bin Khalifa praised Italy.', 'nasser-bin-khalifa person: Nasser bin Khalifa'],
    ['title and particle', 'Sheikh Hamad bin Salim praised Italy.', 'hamad-bin-salim person: Sheikh Hamad bin Salim'],
    ['a hyphen', 'Abdul-Rahman Saleh praised Italy.', 'abdul-rahman-saleh person: Abdul-Rahman Saleh'],
    ['three words', 'Tran Thi Mai praised Italy.', 'tran-thi-mai person: Tran Thi Mai'],
    ['the family name first', 'Li Wenhao praised Italy.', 'li-wenhao person: Li Wenhao'],
    ['an initial', 'Peter J. Lindqvist praised Italy.', 'peter-j-lindqvist person: Peter J. Lindqvist'],
    ['accents', 'Zoë Müller praised Italy.', 'zoe-muller person: Zoë Müller'],
  ])('%s: %s', (_case, text, person) => {
    expect(actorsIn(text)).toEqual(['ITA country: Italy', person]);
  });

  test('a family name that stands first is found again', () => {
    expect(actorsIn('Zhang Weiming visited Kenya. Zhang praised Uganda.')).toContain(
      'zhang-weiming person: Zhang Weiming | Zhang',
    );
  });

  test('an office without a name is nobody', () => {
    expect(actorsIn('Prime Minister and Foreign Minister are titles.')).toEqual([]);
  });

  test('a title and a body: the body keeps the word', () => {
    expect(actorsIn('The Foreign Ministry praised Italy.')).toEqual([
      'ITA country: Italy',
      'foreign-ministry organisation: Foreign Ministry',
    ]);
  });
});

describe("a country's name in a person's", () => {
  test.each([
    [
      'as the last word',
      'Michael Jordan visited Cuba.',
      ['CUB country: Cuba', 'michael-jordan person: Michael Jordan'],
    ],
    ['as the first word', 'Chad Miller praised Kenya.', ['KEN country: Kenya', 'chad-miller person: Chad Miller']],
    [
      'beside the country itself',
      'Chad Miller praised Kenya, and Jordan Ellis criticised Chad.',
      [
        'KEN country: Kenya',
        'TCD country: Chad',
        'chad-miller person: Chad Miller',
        'jordan-ellis person: Jordan Ellis',
      ],
    ],
    ['alone it is the country', 'Jordan criticised Chad.', ['JOR country: Jordan', 'TCD country: Chad']],
  ])('%s: %s', (_case, text, expected) => {
    expect(actorsIn(text)).toEqual(expected);
  });
});

describe('bodies that no list knows', () => {
  test.each([
    ['The Ministry of Trade thanked Japan.', 'ministry-of-trade organisation: Ministry of Trade'],
    [
      'The Movement for Honest Government thanked Japan.',
      'movement-for-honest-government organisation: Movement for Honest Government',
    ],
    ["The Rice Growers' Federation thanked Japan.", "rice-growers-federation organisation: Rice Growers' Federation"],
    ['The Eastern Policy Forum thanked Japan.', 'eastern-policy-forum organisation: Eastern Policy Forum'],
  ])('%s', (text, body) => {
    expect(actorsIn(text)).toEqual(['JPN country: Japan', body]);
  });

  test('a country within its name is its country, and no actor beside it', () => {
    const text = 'The Norway Fisheries Institute thanked Japan.';
    expect(actorsIn(text)).toEqual([
      'JPN country: Japan',
      'norway-fisheries-institute organisation: Norway Fisheries Institute',
    ]);
    expect(find('norway-fisheries-institute', text)?.country).toBe('NOR');
  });

  test.each([
    ['The Polish Army thanked Japan.', 'POL country: Polish Army'],
    ['The Syrian Air Force thanked Japan.', 'SYR country: Syrian Air Force'],
    ['The Kenyan Navy thanked Japan.', 'KEN country: Kenyan Navy'],
  ])('an organ of a country is the country: %s', (text, country) => {
    expect(actorsIn(text)).toEqual(['JPN country: Japan', country]);
  });

  test('an acronym in brackets is an alias, and finds the body again', () => {
    const text = 'The National Salvation Movement (NSM) criticised Chad. Chad fined the NSM.';
    const body = find('national-salvation-movement', text);
    expect(body?.aliases).toEqual(['NSM']);
    expect(body?.mentions.map(({ start, end }) => text.slice(start, end))).toEqual([
      'National Salvation Movement',
      'NSM',
      'NSM',
    ]);
    expect(actorsIn(text)).toHaveLength(2);
  });

  test('without the brackets the acronym is a body of its own', () => {
    expect(actorsIn('The National Salvation Movement criticised Chad. Chad fined the NSM.')).toEqual([
      'TCD country: Chad | Chad',
      'national-salvation-movement organisation: National Salvation Movement',
      'nsm organisation: NSM',
    ]);
  });
});

describe('words that are no actors', () => {
  test.each([
    ['Ships crossed the South China Sea near Vietnam.', ['VNM country: Vietnam']],
    ['Turkey sent ships to the Gulf of Aden.', ['TUR country: Turkey']],
    ['Ships crossed the Indian Ocean near Kenya.', ['KEN country: Kenya']],
    ['The World Cup opened in Qatar.', ['QAT country: Qatar']],
    ['Kenya praised a firm in British Columbia.', ['KEN country: Kenya']],
    ['Kenya praised a firm in New Mexico.', ['KEN country: Kenya']],
    ['Air France flew to Kenya.', ['KEN country: Kenya']],
    ['The Kosar Treaty angered Kenya.', ['KEN country: Kenya']],
    ['In March and on Monday, Kenya praised Chad.', ['KEN country: Kenya', 'TCD country: Chad']],
  ])('%s', (text, expected) => {
    expect(actorsIn(text)).toEqual(expected);
  });
});

describe('places and people of one word', () => {
  test.each([
    ['after a preposition a place', 'Kenya held talks in Kosar.', ['KEN country: Kenya']],
    ['a village by its noun', 'The village of Kosar welcomed Japan.', ['JPN country: Japan']],
    [
      'a town by its apposition',
      'Kosar, a town in Armenia, welcomed Japan.',
      ['ARM country: Armenia', 'JPN country: Japan'],
    ],
    ['a lake', 'Lake Kosar lies in Armenia.', ['ARM country: Armenia']],
    ['a town with its country is the country', 'Delegates met in Sorvano, Italy.', ['ITA country: Sorvano | Italy']],
    ['who acts is a person', 'Kosar thanked Japan.', ['JPN country: Japan', 'kosar person: Kosar']],
    [
      'a leader by what follows',
      'The Kosar regime thanked Japan.',
      ['JPN country: Japan', 'kosar person: Kosar | Kosar regime'],
    ],
  ])('%s: %s', (_case, text, expected) => {
    expect(actorsIn(text)).toEqual(expected);
  });

  test('a company by its apposition', () => {
    expect(actorsIn('Kosar, a French company, sued Japan.')).toContain('kosar organisation: Kosar');
  });
});
