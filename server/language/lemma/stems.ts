/** Spelling of English stems before an ending that begins with a vowel. */

const SHORT = /^[^aeiou]*(?:qu)?[aeiouy][^aeiouwxy]$/;
const DOUBLED = /([bcdfgklmnprstvz])\1$/;
/** Ends of a stem that no English word has without "e": "argu", "leav", "danc", "chang", "handl", "organis". */
const NEEDS_E =
  /(?:[uvcz]|[^aeiou]g|(?:^|[^aeiou])[aeiouy]g|[bcdfgkptz]l|[^aeiou]at|[aeiouy][nr]s|[aeiou]s|[^aeiou]ir)$/;

/** Whether a stem such as "hop" would have doubled its last letter, had it no "e": so "hoping" is of "hope". */
function isShort(stem: string): boolean {
  return SHORT.test(stem);
}

/** "stopp" → "stop"; undefined if the last letter is single. */
function undouble(stem: string): string | undefined {
  return DOUBLED.test(stem) ? stem.slice(0, -1) : undefined;
}

/**
 * The words that may stand behind a stem left by cutting "-ed", "-ing", "-er" or "-est", likeliest first.
 * "hop" → hope, hop; "stopp" → stop, stopp; "call" → call, cal; "visit" → visit, visite; "panick" → panick, panic.
 */
export function restoreStem(stem: string): string[] {
  const single = undouble(stem);
  if (single !== undefined) return /[lsfz]$/.test(stem) ? [stem, single, `${stem}e`] : [single, stem, `${stem}e`];
  if (isShort(stem)) return [`${stem}e`, stem];
  if (stem.endsWith('ck')) return [stem, stem.slice(0, -1)];
  return [stem, `${stem}e`];
}

/** The likeliest of the restored words when no list knows any of them. */
export function guessStem(stem: string): string {
  const single = undouble(stem);
  if (single !== undefined) return /[lsfz]$/.test(stem) ? stem : single;
  return isShort(stem) || NEEDS_E.test(stem) ? `${stem}e` : stem;
}
