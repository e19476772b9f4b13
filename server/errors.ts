/** The named errors of the project. Everything else that is thrown is a defect and answered as one. */

export interface FieldError {
  field: string;
  detail: string;
}

/** A record in data/ that the program cannot use: names file, record and mend. */
export class DataError extends Error {
  override name = 'DataError';
  constructor(file: string, record: string, mend: string) {
    super(`${file}, ${record}: ${mend}`);
  }
}

/** A bad setting of the environment. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Why a file gives no article. */
export type InputFault =
  | 'unknown-type'
  | 'too-large'
  | 'too-long'
  | 'empty'
  | 'unreadable'
  | 'encrypted'
  | 'archive-too-large'
  | 'too-slow'
  | 'too-much-memory';

/** A file or text that cannot be taken as an article; the message says what is wrong with it and what would do. */
export class InputError extends Error {
  override name = 'InputError';
  readonly fault: InputFault;
  constructor(fault: InputFault, message: string) {
    super(message);
    this.fault = fault;
  }
}

/** An error that is the requester's to mend; carries its HTTP status (RFC 9110). */
export class RequestError extends Error {
  override name = 'RequestError';
  readonly status: number;
  readonly title: string;
  readonly errors: FieldError[];
  constructor(status: number, title: string, detail: string, errors: FieldError[] = []) {
    super(detail);
    this.status = status;
    this.title = title;
    this.errors = errors;
  }
}

/** 400: one or more parameters are wrong; the detail repeats every field with its mend. */
export const badRequest = (errors: FieldError[]): RequestError =>
  new RequestError(400, 'Bad request', errors.map(({ field, detail }) => `${field}: ${detail}`).join(' '), errors);

export const notFound = (detail: string): RequestError => new RequestError(404, 'Not found', detail);

/** 409: the request is well-formed, but what is stored forbids it. */
export const conflict = (detail: string, errors: FieldError[] = []): RequestError =>
  new RequestError(409, 'Conflict', detail, errors);
