import type { NextFunction, Request } from 'express';
import type { z } from 'zod';
import { badRequest, type FieldError, RequestError } from '../errors.ts';

/** Value of a body under a schema, or a 400 that names every wrong field. */
export function checkBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap((issue): FieldError[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((field) => ({ field, detail: 'There is no such field here; leave it out.' }))
      : [{ field: issue.path.join('.') || 'body', detail: issue.message }],
  );
  throw badRequest(errors);
}

/** Refuses bodies of other types: a form of another site can send those without being asked. */
export const requireType = (types: string[]) => (request: Request, _response: unknown, next: NextFunction) =>
  next(
    request.is(types)
      ? undefined
      : new RequestError(
          415,
          'Unsupported media type',
          `Send the body as ${types.join(' or ')} with that Content-Type.`,
        ),
  );
