import path from 'node:path';
import ejs from 'ejs';
import express, { type Response, type Router } from 'express';
import { PROJECT_ROOT } from '../config.ts';
import { notFound, RequestError } from '../errors.ts';
import type { GraphIndex } from '../graph/graph-index.ts';
import { readQuery } from '../graph/query.ts';
import type { ActorMention, Article, ChangesBody, Explanation, Problem, RelationType } from '../types.ts';
import { describeActorPage } from './actor-page.ts';
import * as addresses from './addresses.ts';
import { describeArticleList, describeArticlePage } from './article-page.ts';
import { drawBlock } from './blocks.ts';
import { describeChanges } from './changes-page.ts';
import { describeExplanation } from './explanation.ts';
import { exploreGraph } from './explore.ts';
import { icon } from './icons.ts';
import { drawInitials } from './initials.ts';
import { formatDay, formatDays, formatNumber, translate } from './messages.ts';
import { describePairPage } from './pair-page.ts';
import { writeName, writeSentence } from './sentences.ts';
import * as shapes from './shapes.ts';
import { drawTree } from './tree-drawing.ts';

export interface PageDeps {
  relationTypes: ReadonlyMap<string, RelationType>;
  /** The graph of the store as it is now. */
  readIndex: () => Promise<GraphIndex>;
  /** An article with the places where it names actors. */
  readArticle: (id: string) => Promise<{ article: Article; mentions: ActorMention[] } | undefined>;
  /** The history of changes, and what undoes one of them. */
  history: {
    list: (page: { cursor: string | null; limit: number }) => Promise<ChangesBody>;
    undo: (id: string) => Promise<unknown>;
  };
  /** Every stage of a text's extraction. */
  explain: (text: string) => Promise<Explanation>;
  /** Folder of the bundled client, dist/client. */
  assets: string;
}

export interface Pages {
  router: Router;
  /** A whole HTML page for an error, for the error handler to send. */
  renderError: (problem: Problem) => Promise<string>;
}

const helpers = {
  t: translate,
  icon,
  formatDay,
  formatDays,
  formatNumber,
  shapes,
  drawTree,
  drawBlock,
  writeName,
  writeSentence,
  ...addresses,
};

/** What stands in the head of every page beside its content. */
export interface Site {
  relations: number;
  articles: number;
}

/** Views get exactly these locals: request input never reaches the template engine's options. */
function renderView(
  name: string,
  content: { page: object; site: Site | null } | { problem: Problem },
): Promise<string> {
  return ejs.renderFile(path.join(PROJECT_ROOT, `views/${name}.ejs`), { ...helpers, ...content }, { cache: true });
}

/** Any site may show this one page in a frame. */
function allowFrames(res: Response): void {
  const policy = String(res.getHeader('content-security-policy')).replace(/frame-ancestors [^;]*/, 'frame-ancestors *');
  res.set('Content-Security-Policy', policy).removeHeader('x-frame-options');
}

const CHANGES_A_PAGE = 50;

/** Routes of the pages and of the files they load. */
export function createPages({ relationTypes, readIndex, readArticle, history, explain, assets }: PageDeps): Pages {
  const router = express.Router();

  // File names carry no hash, so browsers ask again each time and mostly get a 304 by the ETag.
  router.use('/assets/flags', express.static(`${assets}/flags`, { maxAge: '7d', index: false }));
  router.get('/assets/:name', (req, res, next) => {
    const { name } = req.params;
    const type = { '.js': 'text/javascript', '.css': 'text/css' }[path.extname(name)];
    if (!type || !req.acceptsEncodings('gzip')) return next();
    res.set({ 'Content-Encoding': 'gzip', 'Cache-Control': 'no-cache' }).vary('Accept-Encoding').type(type);
    return res.sendFile(`${name}.gz`, { root: assets, cacheControl: false }, (error) => {
      if (!error || res.headersSent) return;
      res.removeHeader('Content-Encoding');
      next();
    });
  });
  router.use(
    '/assets',
    express.static(assets, { index: false, setHeaders: (res) => res.setHeader('Cache-Control', 'no-cache') }),
  );
  router.get('/initials/:theme/:name.svg', (req, res, next) => {
    const { theme, name } = req.params;
    const picture = drawInitials(name, theme);
    if (!picture) return next();
    return res.type('svg').set('Cache-Control', 'public, max-age=604800').send(picture);
  });
  router.get('/favicon.ico', (_req, res) => res.redirect(301, '/assets/favicon.svg'));

  /** Sends a view; the index, where there is one, tells the head how much there is. */
  async function sendView(res: Response, name: string, page: object, index?: GraphIndex): Promise<void> {
    const site = index ? { relations: index.relations.length, articles: index.source.articles.length } : null;
    const html = await renderView(name, { page, site });
    res.type('html').set('Cache-Control', 'no-cache').send(html);
  }

  function checkActor(index: GraphIndex, id: string): void {
    if (!index.actors.has(id)) throw notFound(`There is no actor "${id}" here.`);
  }

  router.get('/', async (req, res) => {
    const index = await readIndex();
    await sendView(res, 'explorer', exploreGraph(index, relationTypes, readQuery(req.originalUrl)), index);
  });

  router.get('/embed', async (req, res) => {
    const index = await readIndex();
    allowFrames(res);
    const query = readQuery(req.originalUrl);
    const page = exploreGraph(index, relationTypes, query);
    await sendView(res, 'explorer', { ...page, embed: true, explorerUrl: query.size > 0 ? `/?${query}` : '/' }, index);
  });

  router.get('/actors/:id', async (req, res) => {
    const index = await readIndex();
    const { id } = req.params;
    checkActor(index, id);
    await sendView(res, 'actor', describeActorPage(index, relationTypes, id, readQuery(req.originalUrl)), index);
  });

  router.get('/pairs/:a/:b', async (req, res) => {
    const index = await readIndex();
    const { a, b } = req.params;
    for (const id of [a, b]) checkActor(index, id);
    if (a === b) throw notFound('A pair needs two different actors.');
    const query = readQuery(req.originalUrl);
    // one address a pair, so that a link to it is the same for everyone
    if (a > b) return res.redirect(301, addresses.pairUrl(a, b) + (query.size > 0 ? `?${query}` : ''));
    return sendView(res, 'pair', describePairPage(index, relationTypes, [a, b], query), index);
  });

  router.get('/articles', async (req, res) => {
    const index = await readIndex();
    const number = Number(readQuery(req.originalUrl).get('page') ?? 1);
    await sendView(res, 'articles', describeArticleList(index, number), index);
  });

  router.get('/articles/:id', async (req, res) => {
    const [index, found] = await Promise.all([readIndex(), readArticle(req.params.id)]);
    if (!found) throw notFound(`There is no article "${req.params.id}" here.`);
    await sendView(res, 'article', describeArticlePage(index, relationTypes, found.article, found.mentions), index);
  });

  async function sendChanges(res: Response, cursor: string | null, refusal: string | null): Promise<void> {
    const [index, body] = await Promise.all([readIndex(), history.list({ cursor, limit: CHANGES_A_PAGE })]);
    const here = new Set(index.source.articles.map(({ id }) => id));
    const page = describeChanges(body, relationTypes, (id) => here.has(id), refusal);
    await sendView(res, 'changes', page, index);
  }

  router.get('/changes', (req, res) => sendChanges(res, readQuery(req.originalUrl).get('cursor'), null));

  router.post('/changes/:id/undo', async (req, res) => {
    try {
      await history.undo(req.params.id);
    } catch (error) {
      if (!(error instanceof RequestError) || error.status !== 409) throw error;
      res.status(409);
      return sendChanges(res, null, error.message);
    }
    return res.redirect(303, '/changes');
  });

  router.get('/about', async (_req, res) => sendView(res, 'about', {}, await readIndex()));

  router.get('/explain', async (req, res) => {
    const page = await describeExplanation(readQuery(req.originalUrl).get('text') ?? '', explain);
    await sendView(res, 'explain', page);
  });

  return { router, renderError: (problem) => renderView('error', { problem }) };
}
