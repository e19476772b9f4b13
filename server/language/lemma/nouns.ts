import type { IrregularForms } from './irregular-forms.ts';
import type { IsLemma } from './verbs.ts';

const NUMBER = /\d/;

/** The singular of a plural in lower case; a word that shows no ending of the plural is its own singular. */
export function findSingular(form: string, forms: IrregularForms, listed: IsLemma): string {
  const irregular = forms.nouns.get(form);
  if (irregular !== undefined) return irregular;
  if (forms.invariableNouns.has(form)) return form;
  // Decades and ages ("1990s", "mid-20s") have no singular.
  if (NUMBER.test(form) && /0['’]?s$/.test(form)) return form;
  const hyphen = form.lastIndexOf('-') + 1;
  if (hyphen > 1 && hyphen < form.length) {
    return form.slice(0, hyphen) + findSingular(form.slice(hyphen), forms, listed);
  }
  const regular = cutPlural(form, listed);
  // "databases" is of "database", not of "data" and "bases".
  return listed(regular) && regular !== form ? regular : (findCompound(form, forms, listed) ?? regular);
}

/** "grandchildren", "housewives", "policemen": an irregular plural at the end of a longer word. */
function findCompound(form: string, forms: IrregularForms, listed: IsLemma): string | undefined {
  for (let start = 2; start <= form.length - 3; start += 1) {
    const tail = form.slice(start);
    const singular = forms.nouns.get(tail);
    if (singular === undefined) continue;
    const [head, whole] = [form.slice(0, start), form.slice(0, start) + singular];
    if (listed(whole) || tail === 'men' || (tail.length > 4 && listed(head))) return whole;
  }
  return undefined;
}

function cutPlural(form: string, listed: IsLemma): string {
  if (form.length < 3 || !form.endsWith('s') || form.endsWith('ss')) return form;
  if (/['’]s$/.test(form)) return form.slice(0, -2);
  if (form.endsWith('us') && listed(form) && !listed(form.slice(0, -1))) return form;
  const stem = form.slice(0, -1);
  if (stem.endsWith('ie') && stem.length > 3) {
    const withY = `${stem.slice(0, -2)}y`;
    return !listed(withY) && listed(stem) ? stem : withY;
  }
  if (!/(?:[sxzo]|ch|sh)e$/.test(stem)) return stem;
  const short = stem.slice(0, -1);
  // "buses" and "heroes" lose two letters, "houses" and "shoes" one; "churches" and "classes" two, "caches" and "posses" one.
  const words = /(?:[^s]s|z|o)e$/.test(stem) ? [stem, short] : [short, stem];
  if (short.endsWith('zz')) words.push(short.slice(0, -1));
  return words.find(listed) ?? (/[^s]se$|[^z]ze$/.test(stem) ? stem : short);
}

/** The singular of a name in the plural, in the form's own case: "States" → "State", "NGOs" → "NGO". */
export function findSingularName(form: string, forms: IrregularForms, listed: IsLemma): string {
  const lower = form.toLowerCase();
  return forms.invariableNames.has(lower) ? form : copyCase(form, findSingular(lower, forms, listed));
}

/** Writes a lemma in the capitals of its form. */
export function copyCase(form: string, lemma: string): string {
  if (form.length > 1 && form === form.toUpperCase() && form !== form.toLowerCase()) return lemma.toUpperCase();
  const lower = form.toLowerCase();
  let same = 0;
  while (same < lemma.length && lower[same] === lemma[same]) same += 1;
  return form.slice(0, same) + lemma.slice(same);
}
