import path from 'node:path';
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express } from 'express';
import helmet from 'helmet';
import { pino } from 'pino';
import { pinoHttp } from 'pino-http';
import { createArticleRoutes } from './api/articles.ts';
import { createCorrectionRoutes } from './api/corrections.ts';
import { createApi } from './api/routes.ts';
import { guardWrites } from './api/write-guard.ts';
import { type Config, PROJECT_ROOT } from './config.ts';
import { RequestError } from './errors.ts';
import type { ExtractorPool } from './extract-pool.ts';
import { type GraphIndex, indexGraph } from './graph/graph-index.ts';
import { takeIn } from './intake.ts';
import type { Lexicon } from './lexicon/index.ts';
import { describeFilters, nameValues } from './pages/filter-sentence.ts';
import { createPages } from './pages/routes.ts';
import type { Store } from './store/index.ts';
import type { GraphSource, Problem } from './types.ts';

export interface AppDeps {
  store: Store;
  lexicon: Lexicon;
  config: Config;
  pool: ExtractorPool;
  /** Gives new actors their places; resolves when they are drawn where they will stay. */
  place: () => Promise<void>;
}

/** Everything a page loads comes from this server; nothing inline, no eval. */
const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
};

/** Any thrown value as problem details; a defect's words stay in the log. */
function describeProblem(error: unknown): Problem {
  if (error instanceof RequestError) {
    const { status, title, message, errors } = error;
    return { type: 'about:blank', title, status, detail: message, ...(errors.length > 0 && { errors }) };
  }
  const status = (error as { status?: unknown }).status;
  // body parsers and the router throw errors with a status of their own, such as 400 for a malformed %-sequence
  if (typeof status === 'number' && status >= 400 && status < 500)
    return { type: 'about:blank', title: 'Bad request', status, detail: String((error as Error).message) };
  return {
    type: 'about:blank',
    title: 'Internal error',
    status: 500,
    detail: 'The server made a mistake. The log says which; trying again may help.',
  };
}

/** Builds the application; never listens. */
export function createApp({ store, lexicon: { relationTypes, actors }, config, pool, place }: AppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  const logger = pino({ level: config.logLevel });
  app.use(pinoHttp({ logger, customLogLevel: (_req, res) => (res.statusCode >= 500 ? 'error' : 'debug') }));
  // over plain HTTP a Strict-Transport-Security header is void, behind a TLS proxy it is the proxy's to send
  // with no referrer at all, browsers would hide from which site a form comes, ours too
  app.use(
    helmet({
      contentSecurityPolicy: CONTENT_SECURITY_POLICY,
      strictTransportSecurity: false,
      referrerPolicy: { policy: 'same-origin' },
    }),
  );
  app.use(compression());

  const indexes = new WeakMap<GraphSource, GraphIndex>();
  const readIndex = async (): Promise<GraphIndex> => {
    const source = await store.readGraphSource();
    const index = indexes.get(source) ?? indexGraph(source, relationTypes);
    indexes.set(source, index);
    return index;
  };

  app.use(guardWrites);
  app.use(
    createArticleRoutes({
      pool,
      place,
      takeIn: (input) => takeIn({ store, pool, known: actors }, input),
    }),
  );
  app.use(createCorrectionRoutes({ types: relationTypes, store, readIndex, place }));
  app.use(
    createApi({
      relationTypes,
      readIndex,
      ping: () => store.ping(),
      describeFilters: (index, filters) => describeFilters(filters, nameValues(index, relationTypes)),
    }),
  );
  const pages = createPages({
    relationTypes,
    readIndex,
    readArticle: async (id) => {
      const article = await store.getArticle(id);
      return article && { article, mentions: await store.listMentions(id) };
    },
    history: {
      list: (page) => store.listChanges(page),
      undo: async (id) => {
        await store.undoChange(id);
        await place();
      },
    },
    explain: (text) => pool.explain(text),
    assets: path.join(PROJECT_ROOT, 'dist/client'),
  });
  app.use(pages.router);
  app.use((request) => {
    throw new RequestError(404, 'Not found', `There is no page ${request.path}.`);
  });

  const answerError: ErrorRequestHandler = async (error, request, response, next) => {
    if (response.headersSent) return next(error);
    const problem = describeProblem(error);
    if (problem.status >= 500) request.log.error(error);
    response.status(problem.status);
    if (!request.path.startsWith('/api/') && request.accepts(['json', 'html']) === 'html')
      response.type('html').send(await pages.renderError(problem));
    else response.type('application/problem+json').send(JSON.stringify(problem));
  };
  app.use(answerError);
  return app;
}
