import express, { type Request, type Router } from 'express';
import { z } from 'zod';
import { RequestError } from '../errors.ts';
import type { ExtractorPool } from '../extract-pool.ts';
import { type Added, type ArticleInput, LONGEST_TEXT } from '../intake.ts';
import { checkBody, requireType } from './bodies.ts';

export interface ArticleDeps {
  pool: ExtractorPool;
  /** Stores an article with what it states. */
  takeIn: (input: ArticleInput) => Promise<Added>;
  /** Gives new actors their places in the graph. */
  place: () => Promise<void>;
}

const count = (characters: number): string => characters.toLocaleString('en');

const text = z.string({ error: "Give the article's text as a string." }).superRefine((value, context) => {
  if (value.trim() === '') context.addIssue({ code: 'custom', message: "Give the article's text; this one is empty." });
  if (value.length > LONGEST_TEXT)
    context.addIssue({
      code: 'custom',
      message: `An article has at most ${count(LONGEST_TEXT)} characters, this one has ${count(value.length)}; split it.`,
    });
});
const line = z.string().max(2000, 'Write at most 2,000 characters.').nullish();
const published = z.iso.date('Write the day as YYYY-MM-DD.').nullish();

const extractBody = z.strictObject({ text, title: line, published });
const articleBody = z.strictObject({
  title: z.string({ error: 'Give the article a title.' }).trim().min(1, 'Give the article a title.').max(2000),
  text,
  url: z.url({ protocol: /^https?$/, error: 'Write an address that starts with http:// or https://.' }).nullish(),
  publisher: line,
  published,
  keepForeign: z.boolean('Write true or false.').optional(),
});

/** One JSON value a line of a request body, read as it comes; a line that is no JSON or too long becomes an Error. */
async function* readJsonLines(request: Request): AsyncGenerator<unknown> {
  const parse = (value: string): unknown => {
    try {
      return JSON.parse(value);
    } catch (error) {
      return new Error(`The line is no valid JSON: ${(error as Error).message}.`);
    }
  };
  let rest = '';
  for await (const chunk of request.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() as string;
    for (const value of lines) if (value.trim()) yield parse(value);
    if (rest.length > 4 * LONGEST_TEXT)
      throw new RequestError(413, 'Content too large', 'A line is longer than any article may be.');
  }
  if (rest.trim()) yield parse(rest);
}

/** POST /api/extract and POST /api/articles. */
export function createArticleRoutes({ pool, takeIn, place }: ArticleDeps): Router {
  const router = express.Router();
  const json = express.json({ limit: '2mb', strict: true });

  router.post('/api/extract', requireType(['application/json']), json, async (request, response) => {
    const { text: words, title, published: day } = checkBody(extractBody, request.body);
    const article = { id: 'text', text: words, title: title ?? undefined, published: day };
    response.json(await pool.extract(article));
  });

  router.post(
    '/api/articles',
    requireType(['application/json', 'application/x-ndjson']),
    json,
    async (request, response) => {
      if (request.is('application/json')) {
        const added = await takeIn(checkBody(articleBody, request.body));
        if (added.added) await place();
        response.status(added.added ? 201 : 200).json(added);
        return;
      }
      response.type('application/x-ndjson');
      let number = 0;
      for await (const value of readJsonLines(request)) {
        number += 1;
        response.write(`${JSON.stringify({ line: number, ...(await acknowledge(value, takeIn)) })}\n`);
      }
      await place();
      response.end();
    },
  );

  return router;
}

/** What one line of a stream comes to; a bad line stops no other. */
async function acknowledge(value: unknown, takeIn: ArticleDeps['takeIn']): Promise<Added | { error: string }> {
  try {
    if (value instanceof Error) throw value;
    return await takeIn(checkBody(articleBody, value));
  } catch (error) {
    return { error: (error as Error).message };
  }
}
