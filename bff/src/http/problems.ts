import { types } from 'node:util';
import { Contended, type Log, Refused, Unavailable } from '@tongpan/core';
import type { RequestContext, Layer } from './context';
import { generalProblems, problemKindOf } from './problem-table';

export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** A refusal of the HTTP layer itself, with the fields and headers that go with it. */
export class RefusedRequest extends Refused {
  constructor(
    code: keyof typeof generalProblems,
    readonly more: {
      readonly detail?: string;
      readonly errors?: readonly FieldError[];
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(code, more.detail);
  }
}

/** A problem document of RFC 9457. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  /** The path asked for, without its query. */
  readonly instance: string;
  readonly requestId: string;
  readonly errors?: readonly FieldError[];
}

/** An error as an answer; `isBug` when nobody meant it to be one. */
export interface Diagnosis {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;
  readonly isBug: boolean;
}

export const retrySoon = { 'Retry-After': '1' };

function diagnosisOf(
  code: keyof typeof generalProblems,
  rest: Partial<Pick<Diagnosis, 'headers' | 'isBug'>> = {},
): Diagnosis {
  return { code, ...generalProblems[code], detail: '', errors: [], headers: {}, isBug: false, ...rest };
}

/** The status a library under Koa gave its error, when that error is the request's fault. */
function blameOf(error: unknown): number | undefined {
  if (!types.isNativeError(error) || !('status' in error)) return undefined;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}

/** Turns whatever was thrown into an answer that tells nothing of the inside. */
export function diagnose(error: unknown): Diagnosis {
  if (error instanceof Refused) {
    const kind = problemKindOf(error.code);
    if (!kind) return diagnosisOf('server.broken', { isBug: true });
    const { errors = [], headers = {} } = error instanceof RefusedRequest ? error.more : {};
    const challenge: Record<string, string> = kind.status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {};
    const { code, detail } = error;
    return { code, ...kind, detail, errors, headers: { ...challenge, ...headers }, isBug: false };
  }
  if (error instanceof Contended || error instanceof Unavailable) {
    return diagnosisOf('server.busy', { headers: retrySoon });
  }
  const status = blameOf(error);
  if (status === 404 || status === 403) return diagnosisOf('route.unknown');
  if (status === 413) return diagnosisOf('request.tooLarge');
  if (status !== undefined) return diagnosisOf('request.malformed');
  return diagnosisOf('server.broken', { isBug: true });
}

/** The problem document of a diagnosis. */
export function problemDocument(
  { code, title, status, detail, errors }: Diagnosis,
  request: { readonly path: string; readonly requestId: string },
): ProblemDocument {
  return {
    type: `urn:tongpan:problem:${code}`,
    title,
    status,
    code,
    ...(detail ? { detail } : {}),
    instance: request.path,
    requestId: request.requestId,
    ...(errors.length > 0 ? { errors } : {}),
  };
}

/**
 * What a log keeps of an error. Drivers hang the statement's parameters on theirs, phone numbers
 * among them, so only these fields are taken.
 */
export function errorFields(error: unknown, depth = 0): object {
  if (!types.isNativeError(error)) return { thrown: typeof error };
  const { name, message, stack, cause } = error;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return {
    name,
    message,
    stack,
    ...code,
    ...(cause && depth < 3 ? { cause: errorFields(cause, depth + 1) } : {}),
  };
}

const headersOfTheFailed = ['Content-Length', 'Content-Encoding', 'ETag', 'Last-Modified'];

function answer(ctx: RequestContext, diagnosis: Diagnosis): void {
  for (const name of headersOfTheFailed) ctx.remove(name);
  ctx.set({ ...diagnosis.headers, 'Cache-Control': 'no-store' });
  ctx.status = diagnosis.status;
  ctx.type = 'application/problem+json; charset=utf-8';
  ctx.body = problemDocument(diagnosis, { path: ctx.path, requestId: ctx.state.requestId });
}

/** Answers every error with a problem document. Bugs are logged in full, once, with their request id. */
export function answerProblems(log: Log): Layer {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      const diagnosis = diagnose(error);
      const where = { requestId: ctx.state.requestId, method: ctx.method, route: ctx.state.route };
      if (diagnosis.isBug) log.error({ ...where, error: errorFields(error) }, 'request failed');
      else if (diagnosis.status >= 500) log.warn({ ...where, error: errorFields(error) }, 'request put off');
      answer(ctx, diagnosis);
    }
  };
}
