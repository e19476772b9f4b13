import express, { type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { badRequest } from '../errors.ts';
import { viewStatement } from '../graph/evidence.ts';
import type { GraphIndex } from '../graph/graph-index.ts';
import { readQuery } from '../graph/query.ts';
import type { Corrections, Store } from '../store/index.ts';
import type { Change } from '../types.ts';
import { checkBody, requireType } from './bodies.ts';
import { readCount, refuseUnknown } from './query.ts';

export interface CorrectionDeps {
  types: ReadonlyMap<string, unknown>;
  store: Pick<Store, 'correct' | 'undoChange' | 'listChanges' | 'getArticle'>;
  readIndex: () => Promise<GraphIndex>;
  /** Gives new actors their places in the graph. */
  place: () => Promise<void>;
}

const CHANGES_A_PAGE = { fallback: 50, max: 500 };

const kind = z.enum(['country', 'person', 'organisation', 'group'], {
  error: 'Give one of country, person, organisation, group.',
});
const modality = z.enum(['asserted', 'planned', 'hypothetical', 'negated'], {
  error: 'Give one of asserted, planned, hypothetical, negated.',
});
const words = (what: string, most = 2000) =>
  z
    .string({ error: `Give ${what} as a string.` })
    .trim()
    .min(1, `Give ${what}.`)
    .max(most, `Write at most ${most} characters.`);
const name = words('a name', 200);
const actor = z.union([z.string().min(1), z.strictObject({ name, kind })], {
  error: 'Give the id of an actor, or {"name","kind"} of a new one.',
});
const offset = z.int({ error: 'Give a whole number of UTF-16 code units.' }).min(0, 'Give a number from 0.');
const span = z
  .strictObject({ start: offset, end: offset }, { error: 'Give {"start","end"}, offsets into the text.' })
  .refine(({ start, end }) => start < end, 'The end has to come after the start.');

function makeSchemas(types: ReadonlyMap<string, unknown>) {
  const type = z
    .string({ error: 'Give the id of a relation type.' })
    .refine((id) => types.has(id), `Give a relation type: ${[...types.keys()].join(', ')}.`);
  const said = { source: actor, type, target: actor, modality, speaker: actor.nullable() };
  const day = z.iso.date('Write the day as YYYY-MM-DD.').nullable();
  const url = z.url({ protocol: /^https?$/, error: 'Write an address that starts with http:// or https://.' });
  return {
    newStatement: z.strictObject({
      article: words('the id of the article'),
      ...said,
      modality: modality.default('asserted'),
      speaker: actor.nullable().default(null),
      cue: span,
      evidence: span.optional(),
    }),
    statement: z
      .strictObject({
        ...said,
        status: z.enum(['confirmed', 'rejected', 'restored'], { error: 'Give one of confirmed, rejected, restored.' }),
      })
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Give what to change.')
      .refine(
        (body) => body.status === undefined || Object.keys(body).length === 1,
        'Change the status, or what the statement says, in one request each.',
      ),
    article: z
      .strictObject({
        title: words('the title'),
        url: url.nullable(),
        publisher: words('the publisher').nullable(),
        published: day,
      })
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Give what to change.'),
    actor: z
      .strictObject({
        name,
        kind,
        country: words('the id of a country', 3).nullable(),
        aliases: z.array(name).max(100),
      })
      .partial()
      .refine((body) => Object.keys(body).length > 0, 'Give what to change.'),
    merge: z.strictObject({ into: words('the id of the actor to keep') }),
    split: z.union(
      [
        z.strictObject({ merged: words('the id of the merged actor') }),
        z.strictObject({ name, kind, statements: z.array(z.string()).min(1).max(10_000) }),
      ],
      { error: 'Give {"merged": ID} of an actor merged into this one, or {"name","kind","statements"} of a new one.' },
    ),
  };
}

/** The sentence around some words, for whoever gives the words alone. */
function findSentence(text: string, { start, end }: { start: number; end: number }) {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  const paragraph = text.slice(from, to < 0 ? text.length : to);
  const parts = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(paragraph)];
  const touched = parts.filter(({ index, segment }) => from + index < end && from + index + segment.length > start);
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return { start, end };
  const whole = { start: from + first.index, end: from + last.index + last.segment.trimEnd().length };
  return { start: Math.min(start, whole.start), end: Math.max(end, whole.end) };
}

const STATUS_CHANGES = {
  confirmed: 'statement-confirmed',
  rejected: 'statement-rejected',
  restored: 'statement-restored',
} as const;

/** Routes that correct what is stored, and those of the history. */
export function createCorrectionRoutes({ types, store, readIndex, place }: CorrectionDeps): Router {
  const router = express.Router();
  const schemas = makeSchemas(types);
  const json = [requireType(['application/json']), express.json({ limit: '1mb', strict: true })];

  /** Answers with the change and the statement that it is about, as it is now. */
  async function answer(response: Response, change: Change, status = 200): Promise<void> {
    await place();
    const index = await readIndex();
    const subject = index.subjects.find(({ statement }) => statement.id === change.subject.statement?.id);
    response.status(status).json({ change, ...(subject && { statement: viewStatement(index, subject) }) });
  }

  const correct = async <Kind extends keyof Corrections>(
    response: Response,
    kindOf: Kind,
    input: Corrections[Kind],
    status?: number,
  ) => answer(response, await store.correct(kindOf, input), status);

  const idOf = (request: Request): string => String(request.params.id);

  router.post('/api/statements', json, async (request: Request, response: Response) => {
    const { evidence, ...body } = checkBody(schemas.newStatement, request.body);
    const article = await store.getArticle(body.article);
    if (!article)
      throw badRequest([{ field: 'article', detail: `There is no article "${body.article.slice(0, 60)}" here.` }]);
    const input = { ...body, evidence: evidence ?? findSentence(article.text, body.cue) };
    await correct(response, 'statement-added', input, 201);
  });

  router.patch('/api/statements/:id', json, async (request: Request, response: Response) => {
    const { status, ...changes } = checkBody(schemas.statement, request.body);
    const id = idOf(request);
    if (status) await correct(response, STATUS_CHANGES[status], { id });
    else await correct(response, 'statement-changed', { id, ...changes });
  });

  router.patch('/api/articles/:id', json, async (request: Request, response: Response) =>
    correct(response, 'article-changed', { ...checkBody(schemas.article, request.body), id: idOf(request) }),
  );

  router.delete('/api/articles/:id', async (request, response) => {
    const params = readQuery(request.originalUrl);
    const errors = refuseUnknown(params, ['purge']);
    const purge = params.get('purge');
    if (purge !== null && purge !== '1')
      errors.push({ field: 'purge', detail: 'Write purge=1 to remove it for good, or leave it out.' });
    if (errors.length > 0) throw badRequest(errors);
    await correct(response, purge === '1' ? 'article-purged' : 'article-removed', { id: idOf(request) });
  });

  router.patch('/api/actors/:id', json, async (request: Request, response: Response) =>
    correct(response, 'actor-changed', { ...checkBody(schemas.actor, request.body), id: idOf(request) }),
  );

  router.post('/api/actors/:id/merge', json, async (request: Request, response: Response) =>
    correct(response, 'actor-merged', { ...checkBody(schemas.merge, request.body), id: idOf(request) }),
  );

  router.post('/api/actors/:id/split', json, async (request: Request, response: Response) =>
    correct(response, 'actor-split', { ...checkBody(schemas.split, request.body), id: idOf(request) }),
  );

  router.get('/api/changes', async (request, response) => {
    const params = readQuery(request.originalUrl);
    const errors = refuseUnknown(params, ['cursor', 'limit']);
    const limit = readCount(params, 'limit', CHANGES_A_PAGE, errors);
    if (errors.length > 0) throw badRequest(errors);
    response.json(await store.listChanges({ cursor: params.get('cursor'), limit }));
  });

  router.post('/api/changes/:id/undo', async (request, response) =>
    answer(response, await store.undoChange(request.params.id)),
  );

  return router;
}
