import type { Tree } from '../language/tree.ts';
import type { Lexicon } from '../lexicon/index.ts';

/** What a name may stand for before the rest of the article has been read. */
export type NameSort = 'known' | 'demonym' | 'organ' | 'person' | 'organisation' | 'place' | 'unknown' | 'nothing';

/** A proper name in a sentence: positions of its first and last word, its title left out. */
export interface Name {
  first: number;
  last: number;
  sort: NameSort;
  /** Actor id from the lexicon, for `known`, `demonym` and `organ` (a country's army, police, government). */
  actor: string | null;
  /** The words as written, without a title. */
  text: string;
  /** Position of the first word of a title right before a person's name, else `first`. */
  titleFirst: number;
  /** The country that a body's name begins with: "Israel" of "Israel Museum". */
  country: string | null;
}

interface Entry {
  name: string;
  id: string | null;
  demonym: boolean;
}

/** One kind of apostrophe and space, and as many characters as before, so that offsets stay. */
const fold = (text: string): string => text.replace(/[’‘]/g, "'").replace(/[\u00a0\s]/g, ' ');

const isCapital = (form: string): boolean => /^\p{Lu}/u.test(form);
/** "UN", "M23", "NDC-R": capitals and digits alone. */
const isAcronym = (form: string): boolean => /^(?=.*\p{Lu}.*[\p{Lu}\d])[\p{Lu}\d.&-]+s?$/u.test(form);

const ownsOn = (owner: string, mark: string): boolean =>
  (/^[’']$/.test(mark) && owner.endsWith('s')) ||
  (/^[’']s$/.test(mark) && /^(People|Women|Children|Men|Workers)$/.test(owner));

/** Names of the lexicon by their first two characters, the longest first. */
function indexEntries(lexicon: Lexicon): Map<string, Entry[]> {
  const entries: Entry[] = lexicon.nameWords.notActors.map((name) => ({ name, id: null, demonym: false }));
  for (const { id, name, aliases } of lexicon.actors.values())
    for (const alias of [name, ...aliases]) entries.push({ name: fold(alias), id, demonym: false });
  for (const { id, demonyms, metonyms } of lexicon.countries) {
    for (const demonym of demonyms) entries.push({ name: fold(demonym), id, demonym: true });
    for (const metonym of metonyms) entries.push({ name: fold(metonym), id, demonym: false });
  }
  for (const [id, cities] of Object.entries(lexicon.cities))
    for (const city of cities) entries.push({ name: fold(city), id, demonym: false });
  entries.sort((a, b) => b.name.length - a.name.length);
  const index = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = entry.name.slice(0, 2);
    const list = index.get(key);
    if (list) list.push(entry);
    else index.set(key, [entry]);
  }
  return index;
}

/** Finds the names of a text's sentences: those of the lexicon as they are written, others as runs of capitalised words. */
export function createNameFinder(lexicon: Lexicon): (text: string) => (tree: Tree) => Name[] {
  const index = indexEntries(lexicon);
  const words = lexicon.nameWords;
  const kinds = new Map([...lexicon.actors].map(([id, { kind }]) => [id, kind]));
  const organWords = new Set(lexicon.nouns.organ);

  /** The lexicon's longest name that starts at a word and ends with one. */
  function matchEntry(text: string, tree: Tree, at: number): { entry: Entry; last: number } | null {
    const { start } = tree.token(at);
    for (const entry of index.get(text.slice(start, start + 2)) ?? []) {
      if (!text.startsWith(entry.name, start)) continue;
      const end = start + entry.name.length;
      for (let last = at; last <= tree.length && tree.token(last).end <= end; last++)
        if (tree.token(last).end === end) return { entry, last };
    }
    return null;
  }

  const isNameWord = (tree: Tree, at: number): boolean => {
    const { form, upos, xpos } = tree.token(at);
    if (!isCapital(form) || /^\p{Lu}\.?$/u.test(form)) return /^\p{Lu}\.?$/u.test(form) && upos === 'PROPN';
    return (
      upos === 'PROPN' ||
      xpos.startsWith('NNP') ||
      ((at > 1 || isCapital(tree.tokens[at]?.form ?? '')) && ['NOUN', 'ADJ', 'X'].includes(upos))
    );
  };

  /** "al-Rashid", "van der Molen": particles, and a hyphen, before the name goes on. */
  const leadsToName = (tree: Tree, particle: number): boolean => {
    for (let at = particle + 1; at <= Math.min(particle + 3, tree.length); at++) {
      if (isNameWord(tree, at)) return true;
      if (tree.form(at) !== '-' && !words.particles.includes(tree.token(at).form)) return false;
    }
    return false;
  };

  /** Last word of the run of capitalised words that starts here: "Sheikh Khalifa bin Salman", "Al-Qaeda". */
  function endOfRun(tree: Tree, first: number, taken: (at: number) => boolean): number {
    let last = first;
    for (let at = first + 1; at <= tree.length && !taken(at); at++) {
      const form = tree.token(at).form;
      const glued = tree.token(at).start === tree.token(at - 1).end;
      const next = at < tree.length ? tree.token(at + 1) : undefined;
      const isHyphen = glued && form === '-' && next?.start === tree.token(at).end;
      if (isNameWord(tree, at)) last = at;
      // "Lee Sung-ho", "Al-Qaeda", but not "Iran-backed"
      else if (
        isHyphen &&
        (isNameWord(tree, at + 1) ||
          (!tree.isVerb(at + 1) && /^\p{Ll}{2,5}$/u.test(next.form) && tree.upos(at + 1) === 'PROPN'))
      ) {
        at += 1;
        last = at;
      }
      // "Rice Growers' Federation", "People's Party"
      else if (
        next &&
        isNameWord(tree, at + 1) &&
        ownsOn(tree.token(at - 1).form, form) &&
        tree.tokens.slice(at, at + 3).some((word) => words.organisation.includes(word.form))
      )
        continue;
      else if (
        !(
          (words.particles.includes(form) || (isHyphen && words.particles.includes(tree.token(at - 1).form))) &&
          leadsToName(tree, at)
        )
      )
        break;
    }
    return last;
  }

  /** "Ministry" + "of Health", "Movement" + "for Quality Government": the run goes on after of or for. */
  function extendBody(tree: Tree, last: number, taken: (at: number) => boolean): number {
    const joint = last + 1;
    if (joint >= tree.length || !['of', 'for', 'on', 'against'].includes(tree.token(joint).form)) return last;
    const next = tree.form(joint + 1) === 'the' ? joint + 2 : joint + 1;
    if (next > tree.length || taken(next) || !isNameWord(tree, next)) return last;
    return endOfRun(tree, next, taken);
  }

  function sortOf(forms: string[], hasTitle: boolean): NameSort {
    const last = forms.at(-1) as string;
    if (forms.some((form) => words.organisation.includes(form)) && !(hasTitle && forms.length === 2))
      return 'organisation';
    if (hasTitle) return 'person';
    if (words.event.includes(last)) return 'nothing';
    if (words.place.includes(last) || words.place.includes(forms[0] as string)) return 'place';
    if (forms.length === 1) return isAcronym(last) ? 'organisation' : 'unknown';
    return forms.every(isAcronym) ? 'organisation' : 'person';
  }

  function readRun(text: string, tree: Tree, first: number, taken: (at: number) => boolean): Name | null {
    let last = endOfRun(tree, first, taken);
    let start = first;
    while (start <= last && words.titles.includes(tree.token(start).form)) start++;
    // "European Trade Commissioner Helga Lindqvist": whatever stands before the last word of a title belongs to it
    for (let at = last - 1; at > start; at--)
      if (words.titles.includes(tree.token(at).form)) {
        start = at + 1;
        break;
      }
    // "the Foreign Ministry", "Prime Minister": a role without a name, unless it is a body's
    const all = tree.tokens.slice(first - 1, last).map(({ form }) => form);
    const isBody = all.some((form) => words.organisation.includes(form));
    if (start > last && !isBody) return null;
    const asPerson =
      start > first &&
      start <= last &&
      !tree.tokens.slice(start - 1, last).some(({ form }) => words.organisation.includes(form));
    if (isBody && !asPerson) start = first;
    if (isBody) last = extendBody(tree, last, taken);
    const forms = tree.tokens.slice(start - 1, last).map(({ form }) => form);
    const sort = sortOf(forms, asPerson);
    // "Secretary of State NAME", "Minister for Foreign Affairs NAME"
    let titleFirst = first;
    const isTitle = (at: number): boolean => at >= 1 && !taken(at) && words.titles.includes(tree.token(at).form);
    if (asPerson && isTitle(first - 2) && ['of', 'for'].includes(tree.form(first - 1)))
      for (titleFirst = first - 2; isTitle(titleFirst - 1); ) titleFirst--;
    return {
      first: start,
      last,
      sort,
      actor: null,
      text: text.slice(tree.token(start).start, tree.token(last).end),
      titleFirst,
      country: null,
    };
  }

  /** "Israel" + "Defense Forces" is one body, and if it acts for the country, the country. */
  function joinCountry(text: string, tree: Tree, country: Name, run: Name): Name | null {
    const lastWord = tree.token(run.last).form.toLowerCase().replace(/s$/, '');
    if (run.sort !== 'organisation' || run.first !== run.titleFirst || run.first !== country.last + 1) return null;
    const isOrgan =
      organWords.has(lastWord) || organWords.has(`${lastWord}s`) || ['force', 'guard', 'command'].includes(lastWord);
    return {
      ...run,
      first: country.first,
      titleFirst: country.first,
      text: text.slice(tree.token(country.first).start, tree.token(run.last).end),
      country: country.actor,
      ...(isOrgan && { sort: 'organ', actor: country.actor }),
    };
  }

  /** "Pacific" + "Chinese Friendship Association" */
  function withFront(text: string, tree: Tree, body: Name, front: Name | undefined, names: Name[]): Name {
    if (front?.sort !== 'unknown' || body.actor !== null || front.first === 1) return body;
    names.splice(names.indexOf(front), 1);
    const { first } = front;
    return { ...body, first, titleFirst: first, text: text.slice(tree.token(first).start, tree.token(body.last).end) };
  }

  const findIn = (original: string, text: string, tree: Tree): Name[] => {
    const names: Name[] = [];
    const owner = new Map<number, Name>();
    const claim = (name: Name): void => {
      names.push(name);
      for (let at = name.titleFirst; at <= name.last; at++) owner.set(at, name);
    };
    for (let at = 1; at <= tree.length; at++) {
      const match =
        isCapital(tree.token(at).form) || /^(former|ex|six|five|permanent|the|veto)/.test(tree.token(at).form)
          ? matchEntry(text, tree, at)
          : null;
      if (!match) continue;
      const { entry, last } = match;
      const { start } = tree.token(at);
      // "Michael Jordan": a country's name within a person's
      const after = last < tree.length ? tree.token(last + 1) : undefined;
      const isFirstName =
        entry.id !== null &&
        kinds.get(entry.id) === 'country' &&
        at === last &&
        !entry.demonym &&
        after?.upos === 'PROPN' &&
        isCapital(after.form) &&
        !words.titles.includes(after.form) &&
        !tree.tokens.slice(last, last + 4).some(({ form }) => words.organisation.includes(form)) &&
        matchEntry(text, tree, last + 1) === null &&
        tree.is(at, 'compound', 'nsubj', 'flat') &&
        (tree.head(at) === last + 1 || tree.head(last + 1) === at) &&
        !/^\p{Lu}{2,}$/u.test(after.form) &&
        !tree.is(last + 1, 'appos');
      if (isFirstName) continue;
      const joined = (other: number): boolean => other >= 1 && other <= tree.length && tree.form(other) === '-';
      const inPerson =
        entry.id !== null &&
        kinds.get(entry.id) === 'country' &&
        at === last &&
        !entry.demonym &&
        !joined(at - 1) &&
        !joined(at + 1) &&
        (tree.is(at, 'flat') || (tree.children(at, 'flat').length > 0 && !tree.is(at, 'compound', 'nmod'))) &&
        tree.upos(at) === 'PROPN';
      if (inPerson) continue;
      // "European Council" + "on Foreign Relations" is another body
      const isBody = entry.id !== null && words.organisation.includes(tree.token(last).form);
      const end = isBody ? extendBody(tree, last, (word) => matchEntry(text, tree, word) !== null) : last;
      if (end > last) {
        const whole = original.slice(start, tree.token(end).end);
        claim({ first: at, last: end, sort: 'organisation', actor: null, text: whole, titleFirst: at, country: null });
        at = end;
        continue;
      }
      claim({
        first: at,
        last,
        sort: entry.id === null ? 'nothing' : entry.demonym ? 'demonym' : 'known',
        actor: entry.id,
        text: original.slice(start, start + entry.name.length),
        titleFirst: at,
        country: null,
      });
      at = last;
    }
    const taken = (at: number): boolean => owner.has(at);
    for (let at = 1; at <= tree.length; at++) {
      if (taken(at) || !isNameWord(tree, at)) continue;
      const run = readRun(original, tree, at, taken);
      if (run === null) {
        at = endOfRun(tree, at, taken);
        continue;
      }
      const before = owner.get(run.titleFirst - 1);
      const joined =
        before &&
        (before.sort === 'known' || before.sort === 'demonym') &&
        kinds.get(before.actor as string) === 'country'
          ? joinCountry(original, tree, before, run)
          : null;
      if (joined && before) {
        names.splice(names.indexOf(before), 1);
        claim(withFront(original, tree, joined, owner.get(joined.first - 1), names));
      } else claim(run);
      at = run.last;
    }
    return names.sort((a, b) => a.first - b.first);
  };
  return (original) => {
    const text = fold(original);
    return (tree) => findIn(original, text, tree);
  };
}
