import { guessStem, restoreStem } from './stems.ts';
import type { IsLemma } from './verbs.ts';

/** The positive of a comparative or superlative in lower case ("larger" → large), given the irregular ones. */
export function findPositive(form: string, irregular: ReadonlyMap<string, string>, listed: IsLemma): string {
  const known = irregular.get(form);
  if (known !== undefined) return known;
  const ending = /.{2}(er|est)$/.exec(form)?.[1];
  // "more", "most" and "less" are words of their own; so are "upper" and "further", which end like comparatives.
  if (ending === undefined || form === 'further' || form === 'rather') return form;
  const hyphen = form.lastIndexOf('-') + 1;
  if (hyphen > 1) return form.slice(0, hyphen) + findPositive(form.slice(hyphen), irregular, listed);
  const stem = form.slice(0, -ending.length);
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`;
  if (/[^aeiou]l$/.test(stem) && listed(`${stem}e`)) return `${stem}e`;
  return restoreStem(stem).find(listed) ?? guessStem(stem);
}
