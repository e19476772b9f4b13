import { seedRandom } from '../../server/graph/layout/random.ts';
import { labelRelation } from '../../server/graph/vocabulary.ts';
import type { NewArticle, NewStatement, Store } from '../../server/store/index.ts';
import type { Actor, ActorKind, Modality, RelationType } from '../../server/types.ts';

const SYLLABLES = 'ka lo mi ru ta sen vor dal ne pi shu bar zel qua tor fen ist ola mur gri'.split(' ');
const BODIES = ['Ministry', 'Council', 'Union', 'Agency', 'Forum', 'Bank'];
const GROUPS = ['rebels', 'states', 'farmers', 'unions', 'exiles'];
const MODALITIES: [Modality, number][] = [
  ['asserted', 0.68],
  ['planned', 0.12],
  ['hypothetical', 0.13],
  ['negated', 0.07],
];
const STATEMENTS_AN_ARTICLE = 40;
/** Actors of a region, and the part of statements that stays within one. */
const REGION = 20;
const LOCAL_PERCENT = 75;
const FIRST_DAY = Date.UTC(2024, 0, 1);

/** Choices by chance that come out the same for the same seed. */
class Chance {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = seedRandom(seed);
  }

  below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  of<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }

  /** Small numbers far more often than large ones: few actors stand in most of the news. */
  rank(limit: number): number {
    return Math.floor(limit * this.#random() ** 2.6);
  }

  weighted<Item>(items: readonly (readonly [Item, number])[]): Item {
    let rest = this.#random() * items.reduce((sum, [, weight]) => sum + weight, 0);
    const found = items.find(([, weight]) => {
      rest -= weight;
      return rest <= 0;
    });
    return (found ?? (items[0] as readonly [Item, number]))[0];
  }
}

function makeWord(chance: Chance): string {
  const word = Array.from({ length: 2 + chance.below(2) }, () => chance.of(SYLLABLES)).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function nameActor(kind: ActorKind, chance: Chance): string {
  if (kind === 'person') return `${makeWord(chance)} ${makeWord(chance)}`;
  if (kind === 'organisation') return `${makeWord(chance)} ${chance.of(BODIES)}`;
  return `${makeWord(chance)}n ${chance.of(GROUPS)}`;
}

/** Actors with names made of syllables. Countries have the ids, and so the flags, of real ones, and nothing else of them. */
function makeActors(count: number, flags: readonly string[], chance: Chance): Actor[] {
  const actors: Actor[] = flags
    .slice(0, Math.round(count * 0.3))
    .map((id) => ({ id, name: makeWord(chance), kind: 'country', aliases: [] }));
  const ids = new Set(actors.map(({ id }) => id));
  while (actors.length < count) {
    const kind = chance.weighted<ActorKind>([
      ['person', 0.55],
      ['organisation', 0.3],
      ['group', 0.15],
    ]);
    const name = nameActor(kind, chance);
    const id = name.toLowerCase().replaceAll(' ', '-');
    if (ids.has(id)) continue;
    ids.add(id);
    const country = chance.of(actors.filter((actor) => actor.kind === 'country'));
    actors.push({ id, name, kind, aliases: [], country: country.id });
  }
  // The best-connected are not all countries.
  return actors
    .map((actor) => ({ actor, at: chance.below(1000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ actor }) => actor);
}

/** Most news is of one region: every so-many-th actor belongs to the same. */
function chooseTarget(actors: Actor[], source: Actor, chance: Chance): Actor {
  const regions = Math.ceil(actors.length / REGION);
  const region = actors.indexOf(source) % regions;
  const own = actors.filter((_, at) => at % regions === region);
  const from = chance.below(100) < LOCAL_PERCENT ? own : actors;
  return from[chance.rank(from.length)] as Actor;
}

/** One sentence saying one thing, written so that its words can be cut out of the article again. */
function writeStatement(
  text: string,
  {
    source,
    target,
    type,
    modality,
    speaker,
  }: { source: Actor; target: Actor; type: RelationType; modality: Modality; speaker: Actor | null },
): { text: string; statement: NewStatement } {
  const label = labelRelation(type, modality);
  const said = speaker ? `, ${speaker.name} said` : '';
  const sentence = `${source.name} ${label} ${target.name}${said}.`;
  const start = text.length === 0 ? 0 : text.length + 1;
  const cueStart = start + source.name.length + 1;
  return {
    text: text.length === 0 ? sentence : `${text} ${sentence}`,
    statement: {
      source: source.id,
      type: type.id,
      target: target.id,
      modality,
      speaker: speaker?.id ?? null,
      evidence: { start, end: start + sentence.length },
      cue: { start: cueStart, end: cueStart + label.length },
      status: 'extracted',
      frame: null,
      date: null,
    },
  };
}

/**
 * News that nobody wrote: articles with statements among `actors` actors of all kinds, of all types, modalities and
 * several speakers, over a year. A few actors stand in most statements, as in the news; every actor stands in one.
 */
export function generateGraph(
  { actors: count, seed = 1 }: { actors: number; seed?: number },
  { types, flags }: { types: readonly RelationType[]; flags: readonly string[] },
): NewArticle[] {
  const chance = new Chance(seed);
  const actors = makeActors(count, flags, chance);
  const people = actors.filter(({ kind }) => kind === 'person');
  const total = Math.round(count * 2.6);
  const articles: NewArticle[] = [];
  let made = 0;
  while (made < total) {
    const number = articles.length;
    let text = '';
    const statements: NewStatement[] = [];
    const speakers = [null, null, chance.of(people), chance.of(people)];
    for (let at = 0; at < STATEMENTS_AN_ARTICLE && made < total; at += 1, made += 1) {
      // Everyone has a turn as a source once; else the first are met most.
      const source = (made < count ? actors[made] : actors[chance.rank(count)]) as Actor;
      let target = source;
      while (target.id === source.id) target = chooseTarget(actors, source, chance);
      const [type, modality, speaker] = [chance.of(types), chance.weighted(MODALITIES), chance.of(speakers)];
      const written = writeStatement(text, { source, target, type, modality, speaker });
      text = written.text;
      statements.push(written.statement);
    }
    const used = new Set(statements.flatMap(({ source, target, speaker }) => [source, target, speaker ?? source]));
    const published = new Date(FIRST_DAY + number * 9 * 86_400_000).toISOString().slice(0, 10);
    articles.push({
      article: {
        id: `generated-${String(number).padStart(3, '0')}`,
        title: `Notes from ${makeWord(chance)}`,
        text,
        url: null,
        publisher: `The ${makeWord(chance)} Gazette`,
        published,
        publishedNote: null,
      },
      actors: actors.filter(({ id }) => used.has(id)),
      statements,
      provenance: 'generated',
    });
  }
  return articles;
}

/** Fills a store with generated news. */
export async function fillStore(store: Store, articles: NewArticle[]): Promise<void> {
  for (const article of articles) await store.addArticle(article);
}
