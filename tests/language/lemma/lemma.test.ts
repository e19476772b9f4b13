import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLemmatizer } from '../../../server/language/lemma/index.ts';
import { sampleLemmas } from './lemma-list.ts';

const lemmaOf = createLemmatizer(sampleLemmas);
const lemmaWithoutList = createLemmatizer({ has: () => false });

/** Part of speech and tag, then the words as form>lemma; a form alone is its own lemma. */
const TABLE: readonly (readonly [string, string, string])[] = [
  ['VERB', 'VB', 'visit be found>found lay die spread'],
  ['VERB', 'VBP', "are>be am>be 're>be hope have say says>say found>found"],
  ['VERB', 'VBZ', 'is>be has>have does>do goes>go says>say makes>make uses>use visits>visit watches>watch passes>pass'],
  [
    'VERB',
    'VBZ',
    'focuses>focus discusses>discuss vetoes>veto tries>try relies>rely dies>die lies>lie vies>vie frees>free',
  ],
  ['VERB', 'VBZ', "'s>be Raises>raise accuses>accuse freezes>freeze overcomes>overcome re-elects>re-elect"],
  [
    'VERB',
    'VBD',
    'hoped>hope hopped>hop used>use agreed>agree freed>free fled>flee died>die tied>tie vied>vie tried>try',
  ],
  [
    'VERB',
    'VBD',
    'denied>deny levied>levy panicked>panic mimicked>mimic backed>back picnicked>picnic trafficked>traffic',
  ],
  [
    'VERB',
    'VBD',
    'stopped>stop planned>plan planed>plane barred>bar bared>bare starred>star stared>stare raped>rape rapped>rap',
  ],
  ['VERB', 'VBD', 'added>add called>call controlled>control cancelled>cancel travelled>travel passed>pass'],
  [
    'VERB',
    'VBD',
    'visited>visit edited>edit invited>invite exited>exit limited>limit debated>debate treated>treat created>create',
  ],
  [
    'VERB',
    'VBD',
    'referred>refer preferred>prefer occurred>occur offered>offer entered>enter benefited>benefit ordered>order',
  ],
  [
    'VERB',
    'VBD',
    'sued>sue pursued>pursue argued>argue vowed>vow rowed>row involved>involve solved>solve urged>urge charged>charge',
  ],
  [
    'VERB',
    'VBD',
    'said>say told>tell met>meet led>lead left>leave lay>lie found>find fell>fall saw>see struck>strike put cut',
  ],
  [
    'VERB',
    'VBD',
    'went>go was>be had>have did>do withdrew>withdraw overcame>overcome became>become shed spread singed>singe',
  ],
  [
    'VERB',
    'VBN',
    'seen>see been>be gone>go withdrawn>withdraw written>write chosen>choose born>bear frozen>freeze laid>lay won>win',
  ],
  [
    'VERB',
    'VBN',
    'suspended>suspend imposed>impose seized>seize produced>produce divided>divide armed>arm re-elected>re-elect',
  ],
  [
    'VERB',
    'VBN',
    'closed>close raised>raise released>release increased>increase forced>force based>base quoted>quote rated>rate',
  ],
  [
    'VERB',
    'VBG',
    'hoping>hope hopping>hop using>use dying>die lying>lie vying>vie trying>try seeing>see being>be agreeing>agree',
  ],
  [
    'VERB',
    'VBG',
    'putting>put singing>sing panicking>panic going>go fleeing>flee taping>tape tapping>tap waging>wage visiting>visit',
  ],
  [
    'VERB',
    'VBG',
    "developing>develop opposing>oppose guaranteeing>guarantee doin'>do gon>go having>have bombing>bomb filling>fill",
  ],
  ['VERB', 'NNP', 'United>Unite Rolling>Roll'],
  ['AUX', 'MD', "will would 'll>will ’ll>will wo>will ca>can sha>shall 'd>would may could"],
  ['AUX', 'VBZ', "'s>be ’s>be is>be has>have does>do ai>be"],
  ['AUX', 'VBD', "'d>have had>have was>be were>be did>do"],
  ['AUX', 'VBP', "'ve>have 're>be 'm>be are>be do have"],
  ['AUX', 'VBG', 'being>be having>have getting>get'],
  [
    'NOUN',
    'NNS',
    'countries>country talks>talk boys>boy keys>key movies>movie calories>calorie zombies>zombie armies>army',
  ],
  [
    'NOUN',
    'NNS',
    'churches>church marches>march caches>cache boxes>box taxes>tax axes>axe classes>class bosses>boss posses>posse',
  ],
  [
    'NOUN',
    'NNS',
    'houses>house cases>case buses>bus viruses>virus campuses>campus prizes>prize lenses>lens losses>loss bases>basis',
  ],
  [
    'NOUN',
    'NNS',
    'heroes>hero potatoes>potato shoes>shoe toes>toe photos>photo vetoes>veto studios>studio databases>database',
  ],
  ['NOUN', 'NNS', 'lives>life wives>wife housewives>housewife shelves>shelf thieves>thief leaves>leaf'],
  [
    'NOUN',
    'NNS',
    'men>man women>woman policemen>policeman spokeswomen>spokeswoman children>child grandchildren>grandchild feet>foot',
  ],
  [
    'NOUN',
    'NNS',
    'criteria>criterion crises>crisis analyses>analysis referenda>referendum nuclei>nucleus indices>index',
  ],
  ['NOUN', 'NNS', 'Leaders>leader CDs>CD by-elections>by-election passers-by>passer-by sons-in-law>son-in-law'],
  ['NOUN', 'NN', 'news thing boss status bus war lens evening Politics>politics pm>p.m. p.m. TV>tv PhD CO2 gas'],
  [
    'PROPN',
    'NNP',
    'Texas Reuters United Paris Jan Sept.>September Oct.>October Jan.>January Mr. U.S. UNESCO Washington Mars',
  ],
  [
    'PROPN',
    'NNPS',
    'Americans>American States>State Nations>Nation Philippines Netherlands Rockies>Rocky Olympics NATIONS>NATION',
  ],
  [
    'ADJ',
    'JJR',
    'better>good worse>bad larger>large bigger>big easier>easy higher>high safer>safe later>late more less further',
  ],
  [
    'ADJ',
    'JJR',
    'fewer>few freer>free simpler>simple older>old subtler>subtle wetter>wet sadder>sad nicer>nice wider>wide',
  ],
  [
    'ADJ',
    'JJS',
    'best>good worst>bad largest>large earliest>early most least strongest>strong hottest>hot cheapest>cheap',
  ],
  [
    'ADJ',
    'JJ',
    'Iraqi Former>former upper united interesting used American Egyptian Senior>senior past-due Chinese selfish',
  ],
  ['ADV', 'RBR', 'better>well more less later>late further>far sooner>soon faster>fast harder>hard earlier>early'],
  ['ADV', 'RBS', 'best>well most'],
  ['ADV', 'RB', "However>however rather yesterday n't>not also etc>etc."],
  ['PRON', 'PRP', "I me>I him>he her>she us>we them>they it they himself mine>my ours>our 's>we"],
  ['PRON', 'PRP$', 'his her their its my Our>our'],
  ['PRON', 'DT', 'this those>that these>this all'],
  ['PRON', 'WP', 'who what'],
  ['DET', 'DT', 'the The>the an>a An>a these>this those>that no'],
  ['PART', 'POS', "'s ’s>'s '>'s"],
  ['PART', 'RB', "not n't>not n’t>not"],
  ['PART', 'TO', 'to To>to na>to'],
  ['ADP', 'IN', 'during During>during despite including of'],
  ['SCONJ', 'IN', 'That>that because'],
  ['CCONJ', 'CC', 'and But>but'],
  ['NUM', 'CD', '2018 200,000>200000 3,202.61>3202.61 1.5 Two>two bn>billion m>million 10-11 II'],
  ['PUNCT', '.', '. ? ...'],
  ['PUNCT', '``', '" “>"'],
  ['SYM', '$', '$'],
  ['X', 'FW', 'Realpolitik'],
];

/** Words that end like inflected ones and must stay whole, whatever the list of lemmas says. */
const MISSES: readonly (readonly [string, string, string])[] = [
  ['ADP', 'IN', 'during concerning regarding'],
  [
    'NOUN',
    'NN',
    'thing news ceiling wedding bed series species bus campus crisis analysis Congress>congress ring seed',
  ],
  ['NOUN', 'NNS', 'species series news headquarters police people cattle sheep 1990s mid-20s data troops'],
  ['PROPN', 'NNP', 'United Texas Reuters Beijing Mohammed James Paris Nations Alfred Mercer'],
  ['PROPN', 'NNPS', 'Netherlands Philippines Bahamas Maldives'],
  ['ADJ', 'JJ', 'united sacred former upper other modest honest various'],
  ['ADV', 'RB', 'always perhaps rather ever almost'],
  ['VERB', 'VB', 'need bring feed pass focus shed discuss speed'],
  ['VERB', 'VBD', 'shed put cut feed'],
];

const rows = (table: typeof TABLE) =>
  table.flatMap(([upos, xpos, words]) =>
    words.split(' ').map((word) => {
      const [form = '', lemma = form] = word.split('>');
      return [form, upos, xpos, lemma] as const;
    }),
  );

describe('lemma', () => {
  test('the table is long enough to mean something', () => {
    expect(rows(TABLE).length).toBeGreaterThan(350);
  });

  test.each(TABLE)('%s %s: %s', (upos, xpos, words) => {
    for (const [form, , , lemma] of rows([[upos, xpos, words]]))
      expect(`${form}>${lemmaOf(form, upos, xpos)}`).toBe(`${form}>${lemma}`);
  });

  test.each(MISSES)('%s %s stay whole: %s', (upos, xpos, words) => {
    for (const [form, , , lemma] of rows([[upos, xpos, words]])) {
      expect(lemmaOf(form, upos, xpos)).toBe(lemma);
      expect(lemmaWithoutList(form, upos, xpos)).toBe(lemma);
    }
  });
});

describe('lemma of words in no list', () => {
  test.each([
    ['blorping', 'VBG', 'blorp'],
    ['snazzled', 'VBD', 'snazzle'],
    ['zibbed', 'VBD', 'zib'],
    ['zibed', 'VBD', 'zibe'],
    ['crinalised', 'VBN', 'crinalise'],
    ['gorvated', 'VBN', 'gorvate'],
    ['plarcing', 'VBG', 'plarce'],
    ['trudging', 'VBG', 'trudge'],
    ['blatches', 'VBZ', 'blatch'],
    ['blories', 'VBZ', 'blory'],
  ])('%s/%s → %s', (form, tag, lemma) => {
    expect(lemmaWithoutList(form, 'VERB', tag)).toBe(lemma);
  });

  test.each([
    ['blorps', 'blorp'],
    ['snazzies', 'snazzy'],
    ['glashes', 'glash'],
    ['plouses', 'plouse'],
    ['drossmen', 'drossman'],
  ])('%s/NNS → %s', (form, lemma) => {
    expect(lemmaWithoutList(form, 'NOUN', 'NNS')).toBe(lemma);
  });

  test('any string gets a lemma, and never an empty one', () => {
    const tags = [...new Set(TABLE.map(([upos, xpos]) => `${upos} ${xpos}`))];
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.constantFrom(...tags), (form, tag) => {
        const [upos = '', xpos = ''] = tag.split(' ');
        expect(lemmaOf(form, upos, xpos)).not.toBe('');
      }),
    );
  });
});
