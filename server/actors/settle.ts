/** What a name of one word stands for, once the article before it has been read. */
import type { Tree } from '../language/tree.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { Name } from './names.ts';
import type { Register } from './people.ts';

const LOCATIVE = ['in', 'at', 'near', 'outside', 'from', 'around', 'to', 'across'];
const TOWNS = [
  'city',
  'town',
  'village',
  'province',
  'district',
  'region',
  'island',
  'capital',
  'port',
  'suburb',
  'county',
  'area',
  'state',
  'enclave',
  'mountain',
];
/** "the village of Kamuya", "Borno state". */
const isTownOf = (tree: Tree, head: number): boolean =>
  tree.is(head, 'nmod', 'compound', 'appos', 'flat') && TOWNS.includes(tree.lemma(tree.head(head)));
/** "the Assad regime": what a leader's name stands before. */
const LED = ['administration', 'regime', 'cabinet', 'government', 'camp', 'loyalist', 'presidency', 'team', 'family'];

/** "Viasna, a human rights group, …": nouns of the description after a comma, wherever the tree has put it. */
function nounsAfter(tree: Tree, { last }: Name): string[] {
  const start = last + 2;
  if (start > tree.length || tree.form(last + 1) !== ',' || !['a', 'an', 'the'].includes(tree.form(start))) return [];
  const found: string[] = [];
  for (let at = start; at <= tree.length && tree.form(at) !== ',' && !tree.isVerb(at); at++) {
    if (tree.upos(at) === 'ADP') break;
    if (tree.upos(at) === 'NOUN') found.push(tree.lemma(at));
  }
  return found.slice(-1);
}

/** A single word is a person met before, a person with a title, a place after a preposition, else a body or a person by its verb. */
export function settleUnknown(
  tree: Tree,
  name: Name,
  names: Name[],
  register: Register,
  lexicon: Lexicon,
  recallBody: (tree: Tree, name: Name, names: Name[]) => string | null,
): void {
  const [shortened] = register.findPeople(name.text);
  if (shortened) {
    name.actor = register.person(name.text).actor.id;
    return;
  }
  // "the Community" of the East African Community, "the Navy" of the country
  const meant = recallBody(tree, name, names);
  if (meant !== null) {
    name.actor = meant;
    name.sort = register.actor(meant)?.kind === 'country' ? 'organ' : 'organisation';
    return;
  }
  if (name.sort === 'organisation') {
    name.actor = register.body(name.text).actor.id;
    return;
  }
  if (register.has(name.text)) {
    name.actor = register.body(name.text).actor.id;
    return;
  }
  if (name.sort === 'person') {
    name.actor = register.person(name.text).actor.id;
    return;
  }
  const head = headOf(tree, name);
  const prepositions = tree.prepositions(head);
  // "Venafro, Italy" is in Italy, and for the graph is Italy
  const country = names.find(({ first, sort }) => first === name.last + 2 && sort === 'known');
  if (
    country?.actor &&
    tree.form(name.last + 1) === ',' &&
    register.actor(country.actor)?.kind === 'country' &&
    !tree.is(country.first, 'nmod:poss')
  ) {
    name.sort = 'known';
    name.actor = country.actor;
    return;
  }
  if (tree.is(head, 'compound') && LED.includes(tree.lemma(tree.head(head)))) {
    name.sort = 'person';
    name.actor = register.person(name.text).actor.id;
    return;
  }
  if (
    name.sort === 'place' ||
    prepositions.some((word) => LOCATIVE.includes(word)) ||
    tree.is(head, 'compound', 'amod')
  ) {
    name.sort = 'place';
    return;
  }
  const role = [...tree.children(head, 'appos').map((child) => tree.lemma(child)), ...nounsAfter(tree, name)];
  const isPerson =
    role.some((noun) => lexicon.nouns.office.includes(noun)) ||
    (['against', 'with', 'by', 'into', 'for', 'of'].includes(prepositions[0] ?? '') && !isTownOf(tree, head)) ||
    tree.is(head, 'appos', 'nsubj', 'obj', 'obl:agent', 'conj', 'root', 'nmod:poss') ||
    role.some((noun) => lexicon.nouns.people.includes(noun));
  if (role.some((noun) => TOWNS.includes(noun)) || isTownOf(tree, head)) {
    name.sort = 'place';
    return;
  }
  const hasArticle = tree.children(head, 'det').length > 0;
  if (
    role.some((noun) => lexicon.nouns.body.includes(noun)) ||
    hasArticle ||
    (tree.is(head, 'appos') && lexicon.nouns.body.includes(tree.lemma(tree.head(head))))
  ) {
    name.sort = 'organisation';
    name.actor = register.body(name.text).actor.id;
  } else if (isPerson) {
    name.sort = 'person';
    name.actor = register.person(name.text).actor.id;
  } else name.sort = 'place';
}

export function headOf(tree: Tree, name: Name): number {
  for (let at = name.first; at <= name.last; at++) {
    const head = tree.head(at);
    if (head < name.first || head > name.last) return at;
  }
  return name.first;
}
