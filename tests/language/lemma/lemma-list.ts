import type { LemmaList } from '../../../server/language/lemma/index.ts';

/** A small stand-in for the parser's word list, with the rivals among which spelling alone cannot choose. */
const WORDS = {
  v: `abandon accuse add agree announce approve argue arm assist attack back ban bar bare be become benefit bill bomb call cancel care change
    charge choose close condemn control convince create cut dance debate denounce deploy deny develop die discuss divide do edit
    elect enter erupt escape exit face fall fill find flee focus force found free freeze go guarantee halt have hop hope host
    impose increase invite involve kill lead leave levy license lie limit manage mediate meet mimic occur offer open oppose
    order organise overcome panic pass picnic plan plane pledge praise prefer produce promise propose pursue put putt quote raise rap rape rat
    rate recognise refer refuse reject release rely remain resign restore retire rout row sanction say scar scare see seize
    ship sign sing singe solve spark star stare stop strike strip sue supply support suspend tap tape tie traffic travel
    treat trigger try unite urge use veto vie view visit vote vow wag wage warn watch win withdraw write yell`,
  n: `ability ache army axe bank base body boss box boy bus business cache calorie campus case cell child church city class country
    crisis data database day division election embassy enemy eye fisherman focus force foreign government grandchild hero history
    house housewife job journey kilometre key lady law leader lens life loss march marche match minister missile movie nation news
    nuke party photo policeman policy posse potato prize protester rebel rebus refugee ritz rocket rush school shoe size soldier spokeswoman state status
    strategy studio talk tariff tax threat toe treaty troop us veto virus visit war watch wish witness zombie American Iraqi`,
  a: `able bad big brave cheap clear close early easy fine free good great happy hard high hot large late long low nice old poor pretty
    safe simple sad strong subtle upper weak wet wide young`,
  r: 'fast hard soon well early late',
} as const;

const sets = new Map(
  Object.entries(WORDS).map(([pos, words]) => [pos, new Set(words.toLowerCase().split(/\s+/))] as const),
);

export const sampleLemmas: LemmaList = { has: (lemma, pos) => sets.get(pos)?.has(lemma) ?? false };
