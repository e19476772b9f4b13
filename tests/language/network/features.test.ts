import { describe, expect, test } from 'vitest';
import {
  describeSenses,
  describeShape,
  describeWord,
  listAffixes,
  normalise,
} from '../../../server/language/network/features.ts';
import { lexicon } from './english-model.ts';

/** A word, its normal form, its shape, its senses and its affixes, as the trainer's features.py gives them. */
const words: readonly [form: string, normal: string, shape: string, senses: string, affixes: string][] = [
  ['walking', 'walking', 'xx', 'a n4 v+ing v38', 'pw qwa rwal sg tng uing vking wlking'],
  ['U.S.', 'u.s.', 'X.X.', 'n14', 'pu qu. ru.s s. ts. u.s. vu.s. wu.s.'],
  ["Pakistan's", "pakistan's", "Xxx'x", '', "pp qpa rpak ss t's un's van's wtan's"],
  ['helicopters', 'helicopters', 'xx', 'n+s n6', 'ph qhe rhel ss trs uers vters wpters'],
  ['1,200', '0,000', 'd,dd', '', 'p0 q0, r0,0 s0 t00 u000 v,000 w0,000'],
  ['naïve', 'naïve', 'xx', '', 'pn qna rnaï se tve uïve vaïve wnaïve'],
  ['ISIS', 'isis', 'XX', 'n+s n14 n18', 'pi qis risi ss tis usis visis wisis'],
  ['—', '-', '—', '', 'p- q- r- s- t- u- v- w-'],
  ['😀', '😀', '😀', '', 'p😀 q😀 r😀 s😀 t😀 u😀 v😀 w😀'],
  ['“', '"', '“', '', 'p" q" r" s" t" u" v" w"'],
  ['stopped', 'stopped', 'xx', 'a v+ed v38', 'ps qst rsto sd ted uped vpped wopped'],
  ['policies', 'policies', 'xx', 'n+s n9', 'pp qpo rpol ss tes uies vcies wicies'],
  ['wives', 'wives', 'xx', 'v+s v41', 'pw qwi rwiv ss tes uves vives wwives'],
  ['happier', 'happier', 'xx', 'a+r', 'ph qha rhap sr ter uier vpier wppier'],
  ['Men', 'men', 'Xxx', 'n+s n14 n18', 'pm qme rmen sn ten umen vmen wmen'],
  ['McDonald', 'mcdonald', 'XxXxx', '', 'pm qmc rmcd sd tld uald vnald wonald'],
  ['②x', '②x', 'dx', '', 'p② q②x r②x sx t②x u②x v②x w②x'],
  ['don’t', "don't", 'xx’x', '', "pd qdo rdon st t't un't von't wdon't"],
  ['Straße', 'straße', 'Xxx', '', 'ps qst rstr se tße uaße vraße wtraße'],
  ['İstanbul', 'i̇stanbul', 'Xxx', '', 'pi qi̇ ri̇s sl tul ubul vnbul wanbul'],
  ['quickly', 'quickly', 'xx', 'r', 'pq qqu rqui sy tly ukly vckly wickly'],
  ['best', 'best', 'xx', 'a n4 r v33', 'pb qbe rbes st tst uest vbest wbest'],
  ['2018-02-18', '0000-00-00', 'dd-dd-dd', '', 'p0 q00 r000 s0 t00 u-00 v0-00 w00-00'],
  ['a', 'a', 'x', 'n23', 'pa qa ra sa ta ua va wa'],
  ['ran', 'ran', 'xx', '', 'pr qra rran sn tan uran vran wran'],
  ['ties', 'ties', 'xx', 'n+s n6 v+s v35', 'pt qti rtie ss tes uies vties wties'],
  ['x²', 'x²', 'xd', '', 'px qx² rx² s² tx² ux² vx² wx²'],
  ['ǅ', 'ǆ', 'x', '', 'pǆ qǆ rǆ sǆ tǆ uǆ vǆ wǆ'],
];

describe('features of a word', () => {
  test.each(words)('%s', (form, normal, shape, senses, affixes) => {
    expect(normalise(form)).toBe(normal);
    expect(describeShape(form)).toBe(shape);
    expect(describeSenses(normal, lexicon).join(' ')).toBe(senses);
    expect(listAffixes(normal).join(' ')).toBe(affixes);
  });

  test.each([
    ['US', ['!US']],
    ['UAE', ['!UAE']],
    ['us', []],
    ['U.S', []],
    ['NATO', []],
    ['ÉU', []],
    ['A', []],
  ])('%s in short capitals is a word of its own: %j', (form, expected) => {
    expect(describeWord(form, lexicon).filter((name) => name.startsWith('!'))).toEqual(expected);
  });

  test('stand in the order of the training: affixes, shape, senses', () => {
    expect(describeWord('Talks', lexicon)).toEqual([
      'pt',
      'qta',
      'rtal',
      'ss',
      'tks',
      'ulks',
      'valks',
      'wtalks',
      '#Xxx',
      '@n+s',
      '@n10',
      '@v+s',
      '@v32',
    ]);
  });
});
