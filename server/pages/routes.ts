import path from 'node:path';
import ejs from 'ejs';
import express, { type Router } from 'express';
import { PROJECT_ROOT } from '../config.ts';
import { readQuery } from '../graph/query.ts';
import type { ExplainPage, Explanation, ExplorerPage, Problem } from '../types.ts';
import { describeExplanation } from './explanation.ts';
import { icon } from './icons.ts';
import { drawInitials } from './initials.ts';
import { formatDay, translate } from './messages.ts';
import * as shapes from './shapes.ts';
import { drawTree } from './tree-drawing.ts';

export interface PageDeps {
  /** The explorer's content for the query of an address; unknown values end in `ignored`, not in an error. */
  explore: (query: URLSearchParams) => ExplorerPage | Promise<ExplorerPage>;
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

const helpers = { t: translate, icon, formatDay, shapes, drawTree };

/** Views get exactly these locals: request input never reaches the template engine's options. */
function renderView(
  name: 'explorer' | 'explain' | 'error',
  content: { page: ExplorerPage | ExplainPage } | { problem: Problem },
): Promise<string> {
  return ejs.renderFile(path.join(PROJECT_ROOT, `views/${name}.ejs`), { ...helpers, ...content }, { cache: true });
}

/** Routes of the pages and of the files they load. */
export function createPages(deps: PageDeps): Pages {
  const router = express.Router();

  // File names carry no hash, so browsers ask again each time and mostly get a 304 by the ETag.
  router.use('/assets/flags', express.static(`${deps.assets}/flags`, { maxAge: '7d', index: false }));
  router.use(
    '/assets',
    express.static(deps.assets, { index: false, setHeaders: (res) => res.setHeader('Cache-Control', 'no-cache') }),
  );
  router.get('/initials/:theme/:name.svg', (req, res, next) => {
    const { theme, name } = req.params;
    const picture = drawInitials(name, theme);
    if (!picture) return next();
    return res.type('svg').set('Cache-Control', 'public, max-age=604800').send(picture);
  });
  router.get('/favicon.ico', (_req, res) => res.redirect(301, '/assets/favicon.svg'));

  router.get('/', async (req, res) => {
    const page = await deps.explore(readQuery(req.originalUrl));
    res
      .type('html')
      .set('Cache-Control', 'no-cache')
      .send(await renderView('explorer', { page }));
  });

  router.get('/explain', async (req, res) => {
    const page = await describeExplanation(readQuery(req.originalUrl).get('text') ?? '', deps.explain);
    res
      .type('html')
      .set('Cache-Control', 'no-cache')
      .send(await renderView('explain', { page }));
  });

  return { router, renderError: (problem) => renderView('error', { problem }) };
}
