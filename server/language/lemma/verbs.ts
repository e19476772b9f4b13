import type { IrregularForms } from './irregular-forms.ts';
import { guessStem, restoreStem } from './stems.ts';

/** Whether a word in lower case is known as a lemma. */
export type IsLemma = (lemma: string) => boolean;

const PREFIX =
  /^(re|over|under|out|un|mis|fore|up|off|down|inter|counter|with|dis|pre|co|self|cross|de|en|hand|broad|fore|by|in|on|type|ghost|micro|photo|back|cyber)-?(?=.{3})/;

/** Puts verb forms in lower case back to their lemma. */
export class VerbLemmas {
  readonly #forms: IrregularForms;
  readonly #listed: IsLemma;

  constructor(forms: IrregularForms, listed: IsLemma) {
    this.#forms = forms;
    this.#listed = listed;
  }

  /** @param tag Penn tag of the form; any but the six of verbs leaves the ending to decide. */
  find(form: string, tag: string): string {
    if (tag === 'VB' || tag === 'VBP') return this.#findPresent(form);
    if (/in['’]$/.test(form)) return this.find(`${form.slice(0, -1)}g`, tag);
    const irregular = this.#findIrregular(form);
    if (irregular !== undefined) return irregular;
    const hyphen = form.lastIndexOf('-') + 1;
    if (hyphen > 1 && hyphen < form.length) return form.slice(0, hyphen) + this.find(form.slice(hyphen), tag);
    return this.#cut(form) ?? form;
  }

  /** A present form is its own lemma, unless it is one of "be" or was tagged wrongly ("he says"/VBP). */
  #findPresent(form: string): string {
    if (this.#knows(form) || this.#forms.strongVerbs.has(form)) return form;
    const cut = this.#findIrregular(form) ?? this.#cut(form);
    return cut !== undefined && (this.#knows(cut) || this.#forms.verbs.has(form)) ? cut : form;
  }

  #findIrregular(form: string): string | undefined {
    const lemma = this.#forms.verbs.get(form);
    if (lemma !== undefined) return lemma;
    // "feed" and "bring" end like inflected forms.
    if (this.#forms.strongVerbs.has(form)) return form;
    const prefix = PREFIX.exec(form)?.[0];
    const inner = prefix === undefined ? undefined : this.#forms.verbs.get(form.slice(prefix.length));
    if (prefix === undefined || inner === undefined) return undefined;
    // "united" and "unspoken" are not of "un": the whole must be a verb, or the prefix be set off by a hyphen.
    return prefix.endsWith('-') || this.#listed(prefix + inner) ? prefix + inner : undefined;
  }

  #knows(lemma: string): boolean {
    if (this.#listed(lemma)) return true;
    const prefix = PREFIX.exec(lemma)?.[0];
    return prefix !== undefined && this.#listed(lemma.slice(prefix.length));
  }

  #cut(form: string): string | undefined {
    if (form.length > 3 && form.endsWith('ed')) return this.#cutPast(form);
    if (form.length > 4 && form.endsWith('ing')) return this.#cutParticiple(form);
    if (form.length > 3 && /['’]d$/.test(form)) return form.slice(0, -2);
    if (form.length > 2 && /[^s'’]s$/.test(form)) return this.#cutThirdPerson(form);
    return undefined;
  }

  #cutPast(form: string): string {
    const stem = form.slice(0, -2);
    if (stem.endsWith('i')) {
      const [withY, withIe] = [`${stem.slice(0, -1)}y`, `${stem}e`];
      return form.length > 4 && (this.#knows(withY) || !this.#knows(withIe)) ? withY : withIe;
    }
    if (/[eo]$/.test(stem)) return this.#choose([`${stem}e`, stem]) ?? (stem.endsWith('e') ? `${stem}e` : stem);
    const words = restoreStem(stem);
    const weak = words.filter((word) => !this.#forms.strongVerbs.has(word));
    return this.#choose(weak) ?? this.#choose(words) ?? guessStem(stem);
  }

  #cutParticiple(form: string): string {
    const stem = form.slice(0, -3);
    const words = restoreStem(stem);
    if (stem.endsWith('y')) words.push(`${stem.slice(0, -1)}ie`);
    return this.#choose(words) ?? guessStem(stem);
  }

  #cutThirdPerson(form: string): string {
    const stem = form.slice(0, -1);
    if (stem.endsWith('ie')) {
      const withY = `${stem.slice(0, -2)}y`;
      return form.length > 4 && (this.#knows(withY) || !this.#knows(stem)) ? withY : stem;
    }
    if (!/(?:[sxzo]|ch|sh)e$/.test(stem)) return stem;
    const short = stem.slice(0, -1);
    const single = /zz$|ss$/.test(short) ? [short.slice(0, -1)] : [];
    return this.#choose([stem, short, ...single]) ?? (/[^s]se$/.test(stem) ? stem : short);
  }

  /** Listed words come before those that are known only without their prefix. */
  #choose(words: readonly string[]): string | undefined {
    return words.find((word) => this.#listed(word)) ?? words.find((word) => this.#knows(word));
  }
}
