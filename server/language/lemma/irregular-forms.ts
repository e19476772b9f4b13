import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const NAME = path.join('data', 'language', 'irregular-forms.json');

type FormsOfLemma = Record<string, string[]>;

interface IrregularFile {
  verbs: FormsOfLemma;
  nouns: FormsOfLemma;
  adjectives: FormsOfLemma;
  adverbs: FormsOfLemma;
  pronouns: FormsOfLemma;
  invariableNouns: string[];
  invariableNames: string[];
  abbreviatedNames: Record<string, string>;
}

/** Words whose lemma no rule of spelling gives; all keys but those of `abbreviatedNames` are in lower case. */
export interface IrregularForms {
  /** Inflected form → lemma. */
  readonly verbs: ReadonlyMap<string, string>;
  readonly nouns: ReadonlyMap<string, string>;
  readonly adjectives: ReadonlyMap<string, string>;
  readonly adverbs: ReadonlyMap<string, string>;
  readonly pronouns: ReadonlyMap<string, string>;
  /** Verbs of the table whose past has a form of its own, so that "-ed" is not expected of them. */
  readonly strongVerbs: ReadonlySet<string>;
  /** Plurals that are their own lemma ("species"). */
  readonly invariableNouns: ReadonlySet<string>;
  readonly invariableNames: ReadonlySet<string>;
  /** Names of months and days cut short, as written → the full name. */
  readonly abbreviatedNames: ReadonlyMap<string, string>;
}

/** Walks up to the folder that holds the table: this file runs as TypeScript and compiled, at different depths. */
function findTable(folder: string): string {
  const file = path.join(folder, NAME);
  if (existsSync(file)) return file;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error(`${NAME} is missing: it belongs beside the server's own folder`);
  return findTable(parent);
}

function invert(formsOfLemma: FormsOfLemma): Map<string, string> {
  const lemmas = new Map<string, string>();
  for (const [lemma, forms] of Object.entries(formsOfLemma)) for (const form of forms) lemmas.set(form, lemma);
  // "shed" and "spread" have no other form: the lemma itself would be cut as if it were a past.
  for (const [lemma, forms] of Object.entries(formsOfLemma)) if (forms.length === 0) lemmas.set(lemma, lemma);
  return lemmas;
}

/** Reads `data/language/irregular-forms.json`. */
export function readIrregularForms(): IrregularForms {
  const file = findTable(path.dirname(fileURLToPath(import.meta.url)));
  const table = JSON.parse(readFileSync(file, 'utf8')) as IrregularFile;
  const strong = Object.entries(table.verbs).filter(([, forms]) => !forms.some((form) => /.{3}ed$/.test(form)));
  return {
    verbs: invert(table.verbs),
    nouns: invert(table.nouns),
    adjectives: invert(table.adjectives),
    adverbs: invert(table.adverbs),
    pronouns: invert(table.pronouns),
    strongVerbs: new Set(strong.map(([lemma]) => lemma)),
    invariableNouns: new Set(table.invariableNouns),
    invariableNames: new Set(table.invariableNames.map((name) => name.toLowerCase())),
    abbreviatedNames: new Map(Object.entries(table.abbreviatedNames)),
  };
}
