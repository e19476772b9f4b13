/** An article's text → what the store keeps of it. */
import { createHash } from 'node:crypto';
import { RequestError } from './errors.ts';
import type { ExtractorPool } from './extract-pool.ts';
import { cleanText, detectForeign } from './input/index.ts';
import type { NewArticle, NewStatement, Store } from './store/index.ts';
import type { Actor, Extraction } from './types.ts';

export interface ArticleInput {
  title: string;
  text: string;
  url?: string | null | undefined;
  publisher?: string | null | undefined;
  /** Day of publication, YYYY-MM-DD. */
  published?: string | null | undefined;
  /** Whether a text that is not English is kept, without relations; else it is refused. */
  keepForeign?: boolean | undefined;
}

/** An article read and ready to be kept; its entry is missing where the store has it already. */
export interface Prepared {
  id: string;
  entry: NewArticle | null;
}

export interface IntakeDeps {
  store: Store;
  pool: ExtractorPool;
  /** The actors of the lexicon. */
  known: Map<string, Actor>;
}

/** What an article brought. */
export interface Added {
  id: string;
  /** False when the same text was there already: nothing was changed. */
  added: boolean;
  actors: number;
  relations: number;
  statements: number;
}

export { LONGEST_TEXT } from './input/index.ts';

/** Rules and model as a whole; statements say which one found them. */
const EXTRACTOR = 'extractor 1';

/** The same words are the same article, however they are broken into lines. */
function makeArticleId(text: string): string {
  const words = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return `a-${createHash('sha256').update(words).digest('hex').slice(0, 16)}`;
}

/**
 * People known by one word or by a description ("Holmes", "Iranian journalist") may be others in another article: their ids are
 * this article's own. Full names, bodies and countries are the same everywhere.
 */
function ownIds({ actors }: Extraction, article: string): Map<string, string> {
  const isVague = (name: string): boolean => !name.includes(' ') || /\s\p{Ll}\S*$/u.test(name);
  return new Map(
    actors.flatMap(({ id, kind, name }) =>
      kind === 'person' && isVague(name) ? [[id, `${id}-${article.slice(2, 8)}`]] : [],
    ),
  );
}

/** An extraction as the store takes it. */
function toNewArticle(id: string, input: ArticleInput, extraction: Extraction, known: Map<string, Actor>): NewArticle {
  const own = ownIds(extraction, id);
  const idOf = (actor: string): string => own.get(actor) ?? actor;
  const actors = extraction.actors.map(({ id: actor, name, kind, aliases, country }): Actor => {
    const listed = known.get(actor);
    return listed ?? { id: idOf(actor), name, kind, aliases: aliases ?? [], ...(country && { country }) };
  });
  return {
    article: {
      id,
      title: input.title,
      text: input.text,
      url: input.url ?? null,
      publisher: input.publisher ?? null,
      published: input.published ?? null,
      publishedNote: null,
    },
    actors,
    mentions: extraction.actors.flatMap(({ id: actor, mentions }) =>
      mentions.map(({ start, end }) => ({ actor: idOf(actor), start, end })),
    ),
    statements: extraction.relations.map(
      ({ source, type, target, modality, speaker, evidence, cue, frame, date }): NewStatement => ({
        source: idOf(source.id),
        type,
        target: idOf(target.id),
        modality,
        speaker: speaker === null ? null : idOf(speaker.id),
        evidence: { start: evidence.start, end: evidence.end },
        cue,
        frame,
        status: 'extracted',
        date: date ?? null,
      }),
    ),
    provenance: EXTRACTOR,
  };
}

/** What the text states; nothing where it is in another language and may be kept nevertheless. */
async function extract(pool: ExtractorPool, id: string, input: ArticleInput): Promise<Extraction> {
  const { title, text, published } = input;
  const language = detectForeign(text);
  if (!language) return pool.extract({ id, text, title, published });
  if (input.keepForeign) return { id, actors: [], relations: [] };
  throw new RequestError(
    422,
    'Not in English',
    `This text is in ${language.name}, and relations are found in English alone; "keepForeign" keeps it without relations.`,
  );
}

/** The half of taking in that changes nothing and may run beside others: reads an article unless the store has it. */
export async function prepareArticle({ store, pool, known }: IntakeDeps, given: ArticleInput): Promise<Prepared> {
  const input = { ...given, text: cleanText(given.text).text };
  const id = makeArticleId(input.text);
  if (await store.getArticle(id)) return { id, entry: null };
  return { id, entry: toNewArticle(id, input, await extract(pool, id, input), known) };
}

/** The other half: stores what was prepared. It is durable once this resolves; the same text again changes nothing. */
export async function keepArticle(store: Store, { id, entry }: Prepared): Promise<Added> {
  if (!entry || !(await store.addArticle(entry))) return { id, added: false, actors: 0, relations: 0, statements: 0 };
  const relations = new Set(entry.statements.map(({ source, type, target }) => `${source} ${type} ${target}`));
  return {
    id,
    added: true,
    actors: entry.actors.length,
    relations: relations.size,
    statements: entry.statements.length,
  };
}

/** Reads an article and stores it with all that it states; the same text again changes nothing. */
export async function takeIn(deps: IntakeDeps, input: ArticleInput): Promise<Added> {
  return keepArticle(deps.store, await prepareArticle(deps, input));
}
