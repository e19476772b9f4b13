import type { Request } from 'express';
import type { FieldError } from '../errors.ts';

/** The query as it was sent: express would turn repeated keys into lists or strings by their number. */
export const readQuery = (request: Request): URLSearchParams =>
  new URL(request.originalUrl, 'http://request.invalid').searchParams;

/** A whole number of a parameter, or its fallback; anything else is added to the errors. */
export function readCount(
  params: URLSearchParams,
  name: string,
  { fallback, max }: { fallback: number; max: number },
  errors: FieldError[],
): number {
  const value = params.get(name);
  if (value === null) return fallback;
  if (/^\d{1,6}$/.test(value) && Number(value) >= 1 && Number(value) <= max) return Number(value);
  errors.push({ field: name, detail: `"${value}" is not allowed. Write a whole number from 1 to ${max}.` });
  return fallback;
}
