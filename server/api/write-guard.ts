import type { NextFunction, Request, Response } from 'express';
import { RequestError } from '../errors.ts';

/** What can be written where; everything else is read only. */
const WRITES: [path: RegExp, methods: string[]][] = [
  [/^\/api\/(extract|articles|statements)$/, ['POST']],
  [/^\/api\/articles\/[^/]+$/, ['PATCH', 'DELETE']],
  [/^\/api\/(statements|actors)\/[^/]+$/, ['PATCH']],
  [/^\/api\/actors\/[^/]+\/(merge|split)$/, ['POST']],
  [/^(\/api)?\/changes\/[^/]+\/undo$/, ['POST']],
];

/** Addresses that are only written to. */
const WRITE_ONLY = /^\/api\/(extract|articles|actors\/[^/]+\/(merge|split))$|\/undo$/;

function isOfAnotherSite(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = request.get('origin');
  // a program sends none; behind a proxy that ends TLS the host is the same all the same
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.get('host'));
}

/** Refuses methods that an address does not have (405), and what another site's page lets a browser write (403). */
export function guardWrites(request: Request, response: Response, next: NextFunction): void {
  const { method, path } = request;
  const writes = WRITES.flatMap(([pattern, methods]) => (pattern.test(path) ? methods : []));
  const reads = WRITE_ONLY.test(path) ? [] : ['GET', 'HEAD'];
  if (![...reads, ...writes].includes(method)) {
    response.set('Allow', [...reads, ...writes].join(', '));
    const usable = [...reads.slice(0, 1), ...writes].join(' or ');
    throw new RequestError(405, 'Method not allowed', `${method} is not possible here; use ${usable}.`);
  }
  if (writes.includes(method) && isOfAnotherSite(request))
    throw new RequestError(403, 'Forbidden', 'Pages of other sites cannot change anything here.');
  next();
}
