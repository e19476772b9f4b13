import type { FieldError } from '../errors.ts';

/** Errors for parameters that a route does not have, and for those given twice. */
export function refuseUnknown(params: URLSearchParams, allowed: string[]): FieldError[] {
  return [...new Set(params.keys())].flatMap((name) => {
    const field = name.slice(0, 60);
    if (!allowed.includes(name))
      return [{ field, detail: `There is no parameter "${field}". Known: ${allowed.join(', ')}.` }];
    return params.getAll(name).length > 1 ? [{ field, detail: 'It stands more than once; give it once.' }] : [];
  });
}

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
