import type { IrregularForms } from './irregular-forms.ts';

/** Auxiliaries as they are written after or before another word; "'d" and "'s" depend on the tag. */
const AUXILIARIES: Readonly<Record<string, string>> = {
  "'ll": 'will',
  ll: 'will',
  wo: 'will',
  ca: 'can',
  sha: 'shall',
  "'m": 'be',
  m: 'be',
  "'re": 'be',
  re: 'be',
  r: 'be',
  s: 'be',
  ai: 'be',
  "'ve": 'have',
  ve: 'have',
  of: 'have',
};

const PARTICLES: Readonly<Record<string, string>> = { "n't": 'not', nt: 'not', n: 'not', na: 'to', ta: 'to', s: "'s" };
const DETERMINERS: Readonly<Record<string, string>> = { an: 'a', these: 'this', those: 'that' };
const MULTIPLES: Readonly<Record<string, string>> = {
  k: 'thousand',
  m: 'million',
  mn: 'million',
  b: 'billion',
  bn: 'billion',
  t: 'trillion',
  tn: 'trillion',
};

/** Lemma of an auxiliary form that stands for another word; undefined where the verb rules apply. */
export function findAuxiliary(form: string, tag: string): string | undefined {
  if (tag === 'MD') return AUXILIARIES[form] ?? (form === "'d" || form === 'd' ? 'would' : form);
  if (form === "'d") return 'have';
  // "'s" may be "has" as well ("it's gone"); the tag does not tell, and "is" is eighteen times as frequent.
  return AUXILIARIES[form] ?? (form === "'s" ? 'be' : undefined);
}

/** Lemma of a pronoun: the form of the subject ("him" → he), possessives as they are ("his", "their"). */
export function findPronoun(form: string, tag: string, forms: IrregularForms): string {
  if (form === 'i') return 'I';
  return tag === 'PRP$' || tag === 'WP$' ? form : (forms.pronouns.get(form) ?? form);
}

export function findDeterminer(form: string): string {
  return DETERMINERS[form] ?? form;
}

/** "n't" → not, "gon na" → to, the possessive as "'s". */
export function findParticle(form: string, tag: string): string {
  if (tag === 'POS') return "'s";
  return PARTICLES[form] ?? form;
}

/** Numbers without separators of thousands, the letters of millions written out. */
export function findNumber(form: string): string {
  const multiple = MULTIPLES[form.toLowerCase()];
  if (multiple !== undefined) return multiple;
  return /^[\d,]*\d(?:\.\d+)?$/.test(form) && /\d,\d{3}/.test(form) ? form.replaceAll(',', '') : form;
}

/** Punctuation and symbols in plain ASCII, as far as the treebank writes them so. */
export function findMark(form: string, tag: string): string {
  if (form === '–' || (form === '--' && tag === ':')) return '-';
  return form.replace(/[“”]/g, '"').replace(/[‘’]/g, "'");
}
