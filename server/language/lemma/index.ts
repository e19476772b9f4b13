import { findAuxiliary, findDeterminer, findMark, findNumber, findParticle, findPronoun } from './closed-words.ts';
import { findPositive } from './comparison.ts';
import { readIrregularForms } from './irregular-forms.ts';
import { copyCase, findSingular, findSingularName } from './nouns.ts';
import { VerbLemmas } from './verbs.ts';

/** Single words known as lemmas, in lower case; `pos` is n(oun), v(erb), a(djective) or r (adverb). */
export interface LemmaList {
  has(lemma: string, pos: 'n' | 'v' | 'a' | 'r'): boolean;
}

export type Lemmatizer = (form: string, upos: string, xpos: string) => string;

/** Other spellings of common words: the treebank's lemma is the first. */
const SPELLINGS: Readonly<Record<string, string>> = {
  pm: 'p.m.',
  'p.m': 'p.m.',
  am: 'a.m.',
  'a.m': 'a.m.',
  etc: 'etc.',
  aka: 'a.k.a.',
  thru: 'through',
};

/**
 * Makes the function that gives the lemma of a word from its form and tags, as the English treebanks of Universal
 * Dependencies write it: in lower case but for names. `lemmas` decides where the spelling leaves a choice
 * ("hoping" → hope, "visiting" → visit); words that it does not know follow the rules of spelling.
 */
export function createLemmatizer(lemmas: LemmaList): Lemmatizer {
  const forms = readIrregularForms();
  const verbs = new VerbLemmas(forms, (lemma) => lemmas.has(lemma, 'v'));
  const isNoun = (lemma: string): boolean => lemmas.has(lemma, 'n');
  const isAdjective = (lemma: string): boolean => lemmas.has(lemma, 'a');
  const isAdverb = (lemma: string): boolean => lemmas.has(lemma, 'r') || isAdjective(lemma);

  function findName(form: string, tag: string): string {
    if (tag === 'NNPS') return findSingularName(form, forms, isNoun);
    return forms.abbreviatedNames.get(form) ?? form;
  }

  return (form, upos, xpos) => {
    const lower = form.toLowerCase().replace(/[’`]/g, "'");
    switch (upos) {
      case 'PROPN':
        return findName(form, xpos);
      case 'VERB':
        // A verb inside a name keeps the name's capital: "United"/NNP → "Unite".
        return xpos === 'NNP' ? copyCase(form, verbs.find(lower, xpos)) : verbs.find(lower, xpos);
      case 'AUX':
        return findAuxiliary(lower, xpos) ?? verbs.find(lower, xpos);
      case 'NOUN':
        return xpos === 'NNS' || xpos === 'NNPS' ? findPlural(form, lower) : (SPELLINGS[lower] ?? keepCode(form));
      case 'ADJ':
        if (xpos === 'NNP') return form;
        return xpos === 'JJR' || xpos === 'JJS' ? findPositive(lower, forms.adjectives, isAdjective) : keepOrigin(form);
      case 'ADV':
        if (xpos === 'RBR' || xpos === 'RBS') return findPositive(lower, forms.adverbs, isAdverb);
        return xpos === 'RB' && lower === "n't" ? 'not' : (SPELLINGS[lower] ?? lower);
      case 'PRON':
        return findPronoun(lower, xpos, forms);
      case 'DET':
        return findDeterminer(lower);
      case 'PART':
        return findParticle(lower, xpos);
      case 'NUM':
        return findNumber(/^[IVXLC]+$/.test(form) ? form : keepCode(form));
      case 'PUNCT':
      case 'SYM':
        return findMark(form, xpos);
      case 'X':
        return form;
      default:
        return SPELLINGS[lower] ?? lower;
    }
  };

  function findPlural(form: string, lower: string): string {
    const singular = findSingular(lower, forms, isNoun);
    return keepCode(form) === form ? copyCase(form, singular) : singular;
  }
}

const ORIGIN =
  /^[A-Z][a-z]*(?:[ai]can|[^v]ian|ean|ese|iban|ghan|[^lf]ish|[iaq]qi|[ae]ni|eli|ench|utch|eek|rab|iss|amic|avic|lim|unni|hia|ai|indu|iet|audi)$/;

/** An adjective of a people or a faith keeps its capital ("Iraqi"); others have one at the start of a sentence only. */
function keepOrigin(form: string): string {
  return ORIGIN.test(form) ? form : keepCode(form);
}

/** Lower case, except where capitals or digits inside a word make it a code or an abbreviation ("PhD", "CO2", "CDs"). */
function keepCode(form: string): string {
  let [lower, upper, digit, capitals] = [false, false, false, false];
  let before = 'other';
  for (const character of form) {
    const isUpper = character >= 'A' && character <= 'Z';
    const isLower = character >= 'a' && character <= 'z';
    const isDigit = character >= '0' && character <= '9';
    if ((isUpper && (lower || digit)) || (isDigit && upper) || (isLower && capitals)) return form;
    capitals ||= isUpper && before === 'upper';
    before = isUpper ? 'upper' : 'other';
    lower ||= isLower;
    upper ||= isUpper;
    digit ||= isDigit;
  }
  return form.toLowerCase();
}
