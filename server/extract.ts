/** Text → actors and relations: the pipeline on one screen. */
import { createActorReader, type ReadArticle } from './actors/index.ts';
import { type English, loadEnglish } from './language/index.ts';
import type { Lexicon } from './lexicon/index.ts';
import { createRelationFinder, type Found, type FoundRelation, type Trace } from './relations/index.ts';
import type { ExtractedActor, ExtractedRelation, Extraction, Sentence, Span } from './types.ts';

export interface ArticleText {
  id: string;
  text: string;
  title?: string | undefined;
  /** Day of publication, YYYY-MM-DD. */
  published?: string | null | undefined;
}

export interface Extractor {
  extract(article: ArticleText): Extraction;
  /** The same run with what each stage made of it. */
  trace(article: ArticleText): { sentences: Sentence[]; read: ReadArticle; traces: Trace[]; extraction: Extraction };
}

export function createExtractor(lexicon: Lexicon, english: English = loadEnglish()): Extractor {
  const readActors = createActorReader(lexicon);
  const relationFinder = createRelationFinder(lexicon);

  const run = (article: ArticleText, traces?: Trace[]) => {
    const sentences = english.parse(article.text);
    const read = readActors(article.text, sentences);
    const observe = traces && ((number: number): Trace => (traces[number] ??= { matches: [], misses: [] }));
    const found = relationFinder.find(article.text, read, article.published ?? null, observe);
    return { sentences, read, extraction: describe(article, read, found, lexicon) };
  };
  return {
    extract: (article) => run(article).extraction,
    trace: (article) => {
      const traces: Trace[] = [];
      return { ...run(article, traces), traces };
    },
  };
}

/** Actors with all their mentions, relations with names beside ids: the JSON contract. */
function describe(
  { id, text }: ArticleText,
  read: ReadArticle,
  { relations, failed }: Found,
  lexicon: Lexicon,
): Extraction {
  const mentions = new Map<string, Span[]>();
  const note = (actor: string, span: Span): void => {
    const list = mentions.get(actor) ?? [];
    if (!list.some(({ start, end }) => start === span.start && end === span.end)) list.push(span);
    mentions.set(actor, list);
  };
  for (const { tree, names, phrases } of read.sentences) {
    for (const { actor, titleFirst, last, sort } of names)
      if (actor !== null && sort !== 'place' && sort !== 'nothing')
        note(actor, { start: tree.token(titleFirst).start, end: tree.token(last).end });
    for (let at = 1; at <= tree.length; at++)
      for (const { actor, first, last } of phrases.known(at))
        if (!actor.startsWith('@')) note(actor, { start: tree.token(first).start, end: tree.token(last).end });
  }
  // a body is called here what the article calls it at its fullest; its id is the same everywhere
  const written = new Map<string, string>();
  for (const { names } of read.sentences)
    for (const { actor, sort, text: words } of names)
      if (actor !== null && sort === 'known' && words.length > (written.get(actor)?.length ?? 0))
        written.set(actor, words);
  const nameOf = (actor: string): string => {
    const known = read.actor(actor);
    return (known && known.kind !== 'country' ? written.get(actor) : undefined) ?? known?.name ?? actor;
  };
  const kindOf = (actor: string) => read.actor(actor)?.kind ?? 'organisation';
  const actors: ExtractedActor[] = [...mentions].map(([actor, spans]) => ({
    id: actor,
    name: nameOf(actor),
    kind: kindOf(actor),
    ...describeFurther(read, lexicon, actor),
    mentions: spans.sort((a, b) => a.start - b.start || a.end - b.end),
  }));
  const end = ({ id: actor, mention }: FoundRelation['source']) => ({
    id: actor,
    name: nameOf(actor),
    kind: kindOf(actor),
    mention,
  });
  return {
    id,
    ...(failed.length > 0 && { failed }),
    actors,
    relations: relations.map(
      ({ source, target, type, modality, speaker, evidence, cue, frame, date }): ExtractedRelation => {
        const relationType = lexicon.relationTypes.get(type);
        return {
          source: end(source),
          target: end(target),
          type,
          event: relationType?.event ?? null,
          label: relationType?.label ?? type,
          modality,
          speaker: speaker === null ? null : { id: speaker, name: nameOf(speaker) },
          evidence: { ...evidence, text: text.slice(evidence.start, evidence.end) },
          cue,
          frame,
          ...(date !== null && { date }),
        };
      },
    ),
  };
}

/** Aliases and country of an actor that no list knows. */
function describeFurther(read: ReadArticle, lexicon: Lexicon, id: string): { aliases?: string[]; country?: string } {
  const actor = lexicon.actors.has(id) ? undefined : read.actor(id);
  const country = actor?.country ?? read.tiesOf(id).find((tied) => lexicon.actors.get(tied)?.kind === 'country');
  return { ...(actor?.aliases.length && { aliases: actor.aliases }), ...(actor && country && { country }) };
}
