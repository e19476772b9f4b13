import type { ActorRef, ActorsBody } from '../types.ts';
import { measureDistance } from './edit-distance.ts';
import { foldCase } from './filter.ts';
import { describeNode, type GraphIndex } from './graph-index.ts';

/** Shorter words have too many others one letter away. */
const FORGIVEN_FROM = 4;
/** Names offered when nothing was found, and how far their letters may be from the words given. */
const NEAREST_AT_MOST = 3;
const NEAREST_WITHIN = 3;
/** No name is longer; more would only cost time. */
const LONGEST = 100;

/** How a name was found, best first. */
const RANKS = { whole: 0, words: 1, inside: 2, typo: 3 } as const;
type Rank = (typeof RANKS)[keyof typeof RANKS];

interface Entry {
  actor: string;
  /** The name or alias as it is written, folded, and in words. */
  name: string;
  folded: string;
  words: string[];
}

const splitWords = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

function listNames({ source }: GraphIndex): Entry[] {
  return source.actors.flatMap(({ id, name, aliases }) =>
    [name, ...aliases].map((written) => {
      const folded = foldCase(written);
      return { actor: id, name: written, folded, words: splitWords(folded) };
    }),
  );
}

const names = new WeakMap<GraphIndex, Entry[]>();

function readNames(index: GraphIndex): Entry[] {
  const entries = names.get(index) ?? listNames(index);
  names.set(index, entries);
  return entries;
}

/** Whether a word, which may not be written to its end, begins a word of a name but for one slip. */
function isSlipOf(word: string, name: string): boolean {
  if (word.length < FORGIVEN_FROM) return name.startsWith(word);
  return [-1, 0, 1].some((more) => measureDistance(word, name.slice(0, word.length + more), 1) <= 1);
}

function rankName({ folded, words }: Entry, q: string, asked: string[], forgiving: boolean): Rank | null {
  if (folded === q) return RANKS.whole;
  if (asked.every((word) => words.some((name) => name.startsWith(word)))) return RANKS.words;
  if (folded.includes(q)) return RANKS.inside;
  return forgiving && asked.every((word) => words.some((name) => isSlipOf(word, name))) ? RANKS.typo : null;
}

/** The best name of each actor that is found at all. */
function findNames(index: GraphIndex, q: string, forgiving: boolean): Map<string, { name: string; rank: Rank }> {
  const asked = splitWords(q);
  const found = new Map<string, { name: string; rank: Rank }>();
  if (asked.length === 0) return found;
  for (const entry of readNames(index)) {
    const rank = rankName(entry, q, asked, forgiving);
    if (rank !== null && rank < (found.get(entry.actor)?.rank ?? Number.POSITIVE_INFINITY))
      found.set(entry.actor, { name: entry.name, rank });
  }
  return found;
}

function findNearest(index: GraphIndex, q: string): string[] {
  const distances = new Map<string, number>();
  for (const { actor, folded, words } of readNames(index)) {
    const distance = Math.min(...[folded, ...words].map((name) => measureDistance(q, name, NEAREST_WITHIN)));
    // half the letters wrong is another name
    if (distance <= Math.min(NEAREST_WITHIN, q.length / 2))
      distances.set(actor, Math.min(distance, distances.get(actor) ?? distance));
  }
  return [...distances]
    .sort(([a, m], [b, n]) => m - n || compareDegrees(index, a, b))
    .slice(0, NEAREST_AT_MOST)
    .map(([id]) => id);
}

function compareDegrees({ degrees }: GraphIndex, a: string, b: string): number {
  return (degrees.get(b) ?? 0) - (degrees.get(a) ?? 0) || (a < b ? -1 : 1);
}

/** An actor as a list names it. */
export function refActor(index: GraphIndex, id: string): ActorRef {
  const { data } = describeNode(index, id, 0);
  return { id, name: data.label, kind: data.kind, initials: data.initials, degree: data.total };
}

/**
 * Actors by the beginning of a name or alias: whole names first, then beginnings of any of their words, then what
 * stands inside; within each the best connected first. One slip a word is forgiven where nothing else is found.
 * Without words all actors are hits.
 */
export function searchActors(index: GraphIndex, words: string, limit: number): ActorsBody {
  const q = foldCase(words).trim().slice(0, LONGEST);
  const exact =
    q === ''
      ? new Map(index.source.actors.map(({ id, name }) => [id, { name, rank: RANKS.whole as Rank }]))
      : findNames(index, q, false);
  const found = exact.size > 0 ? exact : findNames(index, q, true);
  const hits = [...found].sort(([a, m], [b, n]) => m.rank - n.rank || compareDegrees(index, a, b));
  return {
    actors: hits
      .slice(0, limit)
      .map(([id, { name, rank }]) => ({ ...refActor(index, id), matched: name, typo: rank === RANKS.typo })),
    total: hits.length,
    more: Math.max(0, hits.length - limit),
    nearest: hits.length > 0 ? [] : findNearest(index, q).map((id) => refActor(index, id)),
  };
}
