import type { FieldError } from '../errors.ts';

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
  errors.push({ field: name, detail: `Write a whole number from 1 to ${max}.` });
  return fallback;
}
