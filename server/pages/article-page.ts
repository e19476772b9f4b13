import { refArticle, viewStatement } from '../graph/evidence.ts';
import type { GraphIndex } from '../graph/graph-index.ts';
import { groupRelations } from '../graph/relations.ts';
import { selectStatements } from '../graph/selection.ts';
import { CLASSES } from '../graph/vocabulary.ts';
import type { ActorMention, Article, ArticleRef, RelationClass, RelationType } from '../types.ts';
import { makeNotes, markText, type Note } from './marked-text.ts';
import { translate } from './messages.ts';
import { combineStatements, type SaidSentence } from './sentences.ts';

interface ArticleCounts {
  relations: number;
  statements: number;
  actors: number;
}

export interface ArticlePage {
  article: ArticleRef;
  counts: ArticleCounts;
  classes: { id: RelationClass; label: string; count: number }[];
  /** The marked text as HTML. */
  text: string;
  notes: (Note & { sentences: SaidSentence[] })[];
}

export interface ArticleListPage {
  articles: { article: ArticleRef; counts: ArticleCounts }[];
  total: number;
  /** From 1; `pages` is the last one. */
  number: number;
  pages: number;
}

const ARTICLES_A_PAGE = 100;
const nothing = { include: {}, exclude: {} };

function listSubjects(index: GraphIndex, article: string) {
  return selectStatements(
    index.subjects.filter(({ statement }) => statement.article === article),
    nothing,
  ).selected;
}

/** An article with all that it states marked in its text. */
export function describeArticlePage(
  index: GraphIndex,
  types: ReadonlyMap<string, RelationType>,
  article: Article,
  mentions: ActorMention[],
): ArticlePage {
  const subjects = listSubjects(index, article.id);
  const relations = groupRelations(subjects);
  const ends = subjects.flatMap(({ statement }) => [statement.source, statement.target]);
  const notes = makeNotes(subjects.map((subject) => viewStatement(index, subject)));
  return {
    article: refArticle(index.source.articles, article.id),
    counts: {
      relations: relations.length,
      statements: subjects.length,
      actors: new Set([...ends, ...mentions.map(({ actor }) => actor)]).size,
    },
    classes: CLASSES.map(({ id, label }) => ({
      id,
      label,
      count: relations.filter(({ type }) => type.class === id).length,
    })),
    text: markText(article.text, notes, mentions, {
      nameOf: index.nameOf,
      noteLabel: (number) => translate('article.note', { number }),
    }),
    notes: notes.map((note) => ({ ...note, sentences: combineStatements(note.statements, types) })),
  };
}

/** A page of all articles, the newest first, undated last; a number that is none is the nearest. */
export function describeArticleList(index: GraphIndex, asked: number): ArticleListPage {
  const { selected } = selectStatements(index.subjects, nothing);
  const byArticle = new Map<string, typeof selected>();
  for (const subject of selected) {
    const { article } = subject.statement;
    const known = byArticle.get(article);
    if (known) known.push(subject);
    else byArticle.set(article, [subject]);
  }
  const { articles } = index.source;
  const pages = Math.max(1, Math.ceil(articles.length / ARTICLES_A_PAGE));
  const number = Math.min(pages, Math.max(1, Math.trunc(asked) || 1));
  return {
    articles: [...articles]
      .sort((a, b) => (b.published ?? '').localeCompare(a.published ?? '') || a.title.localeCompare(b.title, 'en'))
      .slice((number - 1) * ARTICLES_A_PAGE, number * ARTICLES_A_PAGE)
      .map((article) => {
        const own = byArticle.get(article.id) ?? [];
        const actors = new Set(own.flatMap(({ statement }) => [statement.source, statement.target]));
        const counts = { relations: groupRelations(own).length, statements: own.length, actors: actors.size };
        return { article: refArticle([article], article.id), counts };
      }),
    total: articles.length,
    number,
    pages,
  };
}
