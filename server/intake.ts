/** An article's text → what the store keeps of it. */
import { createHash } from 'node:crypto';
import type { ExtractorPool } from './extract-pool.ts';
import type { NewArticle, NewStatement, Store } from './store/index.ts';
import type { Actor, Extraction } from './types.ts';

export interface ArticleInput {
  title: string;
  text: string;
  url?: string | null | undefined;
  publisher?: string | null | undefined;
  /** Day of publication, YYYY-MM-DD. */
  published?: string | null | undefined;
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

/** Longer texts are no articles, and would hold a thread for minutes. */
export const LONGEST_TEXT = 200_000;

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

/** Reads an article and stores it with all that it states; the same text again changes nothing. */
export async function takeIn(
  { store, pool, known }: { store: Store; pool: ExtractorPool; known: Map<string, Actor> },
  input: ArticleInput,
): Promise<Added> {
  const id = makeArticleId(input.text);
  const none = { id, added: false, actors: 0, relations: 0, statements: 0 };
  if (await store.getArticle(id)) return none;
  const { title, text, published } = input;
  const extraction = await pool.extract({ id, text, title, published });
  const entry = toNewArticle(id, input, extraction, known);
  if (!(await store.addArticle(entry))) return none;
  const relations = new Set(entry.statements.map(({ source, type, target }) => `${source} ${type} ${target}`));
  return {
    id,
    added: true,
    actors: entry.actors.length,
    relations: relations.size,
    statements: entry.statements.length,
  };
}
