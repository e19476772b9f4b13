/** Whether a text is in another language than English, the only one that is read for relations. */
import { detectAll } from 'tinyld';

export interface Language {
  /** ISO 639-1. */
  code: string;
  /** Its English name. */
  name: string;
}

const SAMPLE = 5000;
/** Fewer words in Latin letters than these do not tell their language: names and headlines look alike everywhere. */
const FEWEST_WORDS = 12;

/** Common words of English that no other language writes: an eighth of any English text, and hardly any of another. */
const COMMON = new Set(
  'the and of to that it for his this are from by not but what which their said has would been who will its than they she with'.split(
    ' ',
  ),
);

const names = new Intl.DisplayNames(['en'], { type: 'language' });

/** The language of a text that is surely not English; null where it is, or where it cannot be told. */
export function detectForeign(text: string): Language | null {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const common = words.filter((word: string) => COMMON.has(word)).length;
  if (latin > letters / 2 && (words.length < FEWEST_WORDS || common > words.length * 0.08)) return null;
  const found = detectAll(sample)[0];
  if (!found || found.lang === 'en') return null;
  return { code: found.lang, name: names.of(found.lang) ?? found.lang };
}
