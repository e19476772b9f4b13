import { readFileSync } from 'node:fs';

/** When an abbreviation's full stop also ends the sentence. */
export type Ending = 'never' | 'number' | 'starter' | 'capital';

export interface Abbreviation {
  ends: Ending;
  /** The word that must stand before it, if any. */
  after: string | null;
}

interface AbbreviationGroup {
  use: string;
  ends: Ending;
  after?: string;
  forms: string[];
}

const folder = new URL(
  import.meta.url.endsWith('.ts') ? '../../../data/language/' : '../../../../data/language/',
  import.meta.url,
);

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
}

const lists = readJson('segmentation.json') as Record<string, string[]>;

function listOf(name: string): ReadonlySet<string> {
  const words = lists[name];
  if (words === undefined) throw new Error(`data/language/segmentation.json has no list "${name}": add it`);
  return new Set(words);
}

/** Words that open a sentence and hardly ever stand capitalised within one. */
export const starters = listOf('starters');
/** Words that may open a sentence without a capital: "al-Qaeda". */
export const lowerStarters = listOf('lowerStarters');
/** What follows a time within its sentence: "5 p.m. GMT". */
export const afterTime = listOf('afterTime');
export const speechVerbs = listOf('speechVerbs');
export const exclamatoryNames = listOf('exclamatoryNames');
/** Parts of a hyphenated word that stay in one token with what follows or precedes them. */
export const keptPrefixes = listOf('keptPrefixes');
export const keptSuffixes = listOf('keptSuffixes');
/** Words whose first letters an apostrophe replaces: "'til". */
export const elisions = listOf('elisions');
export const units = listOf('units');
export const currencies = listOf('currencies');
export const domains = listOf('domains');
/** Labels in capitals before a colon or dash that are no place. */
export const notPlaces = listOf('notPlaces');
export const months = listOf('months');
/** Words with which no headline ends. */
export const openEnded = listOf('openEnded');

const groups = readJson('abbreviations.json') as AbbreviationGroup[];
const abbreviations = new Map<string, Abbreviation>();
for (const { ends, after = null, forms } of groups)
  for (const form of forms) {
    abbreviations.set(form, { ends, after });
    // Headlines and transcripts set everything in capitals.
    if (form.length > 2 && !abbreviations.has(form.toUpperCase()))
      abbreviations.set(form.toUpperCase(), { ends, after });
    const capital = form.charAt(0).toUpperCase() + form.slice(1);
    if (form.length > 2 && !abbreviations.has(capital)) abbreviations.set(capital, { ends, after });
  }

/** Looks up an abbreviation with its full stop, "Gen.". */
export function findAbbreviation(form: string): Abbreviation | undefined {
  return abbreviations.get(form);
}
