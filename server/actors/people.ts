import type { Actor, ActorKind } from '../types.ts';

const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || 'unnamed';

/** "National Resistance Front" → front, "Court of Justice" → court. */
const headWord = (name: string): string =>
  (name.split(/ (?:of|for|on|in|against) /)[0] ?? name).split(' ').at(-1)?.toLowerCase() ?? '';

/** A body whose name, or one of its other names, has the word at its head: what "the front" may be short for. */
export const isCalled = (actor: Actor | undefined, word: string): boolean =>
  actor?.kind === 'organisation' &&
  [actor.name, ...actor.aliases].some((name) => headWord(name) === word.toLowerCase());

interface Named {
  actor: Actor;
  words: string[];
  gender: 'he' | 'she' | null;
  /** Lower-case nouns of the titles and roles that the article gives a person: "minister". */
  roles: Set<string>;
  /** Countries and bodies that the person acts for, as actor ids. */
  ties: Set<string>;
  lastSentence: number;
}

/**
 * Actors of one article that no list knows: people by their names, other bodies, and those that are only described
 * ("Syrian refugees"). Later mentions by surname or first name find the person when only one fits; two people never
 * become one by a shared surname alone.
 */
export class Register {
  private readonly known: Map<string, Actor>;
  private readonly named = new Map<string, Named>();

  constructor(known: Map<string, Actor>) {
    this.known = known;
  }

  private add(name: string, kind: ActorKind, country?: string): Named {
    let id = slug(name);
    for (
      let number = 2;
      this.known.has(id) || (this.named.has(id) && this.named.get(id)?.actor.name !== name);
      number++
    )
      id = `${slug(name)}-${number}`;
    const entry: Named = this.named.get(id) ?? {
      actor: { id, name, kind, aliases: [], ...(country && { country }) },
      words: name.split(/\s+/),
      gender: null,
      roles: new Set(),
      ties: new Set(),
      lastSentence: -1,
    };
    this.named.set(id, entry);
    return entry;
  }

  get(id: string): Named | undefined {
    return this.named.get(id);
  }

  actor(id: string): Actor | undefined {
    return this.named.get(id)?.actor ?? this.known.get(id);
  }

  /** People whose full name holds these words in this order: "Putin", "Mohammed bin Salman"; the latest mentioned first. */
  findPeople(name: string): Named[] {
    const words = name.split(/\s+/);
    const fits = ({ actor, words: full }: Named): boolean =>
      actor.kind === 'person' &&
      (words.length === 1
        ? full.at(-1) === name || full[0] === name || full.includes(name)
        : words.every((word) => full.includes(word)) && full.at(-1) === words.at(-1));
    const found = [...this.named.values()].filter(fits);
    const bySurname = found.filter(({ words: full }) => full.at(-1) === words.at(-1));
    return (bySurname.length > 0 ? bySurname : found).sort((a, b) => b.lastSentence - a.lastSentence);
  }

  /** The person of a name: one met before whose name it shortens or lengthens, or a new one. */
  person(name: string): Named {
    const exact = [...this.named.values()].find(({ actor }) => actor.kind === 'person' && actor.name === name);
    if (exact) return exact;
    const [shortened] = this.findPeople(name);
    if (shortened && shortened.words.length > name.split(/\s+/).length) {
      if (!shortened.actor.aliases.includes(name)) shortened.actor.aliases.push(name);
      return shortened;
    }
    return this.add(name, 'person');
  }

  body(name: string, country?: string): Named {
    const bare = name.replace(/^[Tt]he /, '');
    for (const entry of this.named.values())
      if (entry.actor.kind !== 'person' && (entry.actor.name === bare || entry.actor.aliases.includes(bare)))
        return entry;
    return this.add(bare, 'organisation', country);
  }

  described(name: string, kind: ActorKind, country?: string): Named {
    return this.add(name, kind, country);
  }

  has(name: string): boolean {
    for (const { actor } of this.named.values()) if (actor.name === name || actor.aliases.includes(name)) return true;
    return false;
  }

  /** The latest mentioned person of a role: "the foreign minister" is whoever was called a minister, of that country if it is said. */
  holderOf(role: string, of: string[]): string | null {
    let best: Named | null = null;
    for (const entry of this.named.values()) {
      if (entry.actor.kind !== 'person' || !entry.roles.has(role)) continue;
      if (of.length > 0 && !of.some((id) => entry.ties.has(id))) continue;
      if (best === null || entry.lastSentence >= best.lastSentence) best = entry;
    }
    return best?.actor.id ?? null;
  }
}
