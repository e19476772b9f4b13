import type { ArticleRef, GraphSource, StatementView } from '../types.ts';
import type { Subject } from './filter.ts';
import type { GraphIndex } from './graph-index.ts';
import { labelRelation } from './vocabulary.ts';

export function refArticle(articles: GraphSource['articles'], id: string): ArticleRef {
  const article = articles.find((candidate) => candidate.id === id);
  const { title = id, url = null, publisher = null, published = null, publishedNote = null } = article ?? {};
  return { id, title, url, publisher, published, publishedNote };
}

/** A statement with names beside ids and its evidence. */
export function viewStatement(index: GraphIndex, { statement, type }: Subject): StatementView {
  const name = (id: string) => ({ id, name: index.nameOf(id) });
  return {
    id: statement.id,
    source: name(statement.source),
    type: type.id,
    label: labelRelation(type, statement.modality),
    target: name(statement.target),
    class: type.class,
    modality: statement.modality,
    speaker: statement.speaker === null ? null : name(statement.speaker),
    sentence: statement.evidence.text,
    cue: statement.cue.text,
    start: statement.evidence.start,
    end: statement.evidence.end,
    cueStart: statement.cue.start,
    cueEnd: statement.cue.end,
    status: statement.status,
    frame: statement.frame,
    date: statement.date,
    article: refArticle(index.source.articles, statement.article),
  };
}

/** Newest day first, undated last; within a day the order of the articles and of their text. */
export function sortNewestFirst(subjects: Subject[]): Subject[] {
  return [...subjects].sort(
    (a, b) =>
      (b.day ?? '').localeCompare(a.day ?? '') ||
      a.statement.article.localeCompare(b.statement.article) ||
      a.statement.cue.start - b.statement.cue.start ||
      (a.statement.id < b.statement.id ? -1 : 1),
  );
}
