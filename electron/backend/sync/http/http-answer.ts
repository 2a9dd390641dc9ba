import { ValidationError } from '@orpc/contract';
import type { Answer, Failure, FailureCode } from './failure.ts';

/** Thrown inside the HTTP client and caught at its edge: why the response is not an answer. */
export class FailedAnswer extends Error {
  readonly failure: Failure;
  /** The central service's own error code in the body; null: it was another web server. */
  readonly centralCode: string | null;
  constructor(failure: Failure, centralCode: string | null = null) {
    super(failure.code);
    this.failure = failure;
    this.centralCode = centralCode;
  }
}

/** Lets a response through only if it is JSON that says yes. */
export async function requireAnswer(response: Response, now: number): Promise<Response> {
  const json = isJson(response.headers);
  if (response.ok && json) return response;
  const body: unknown = json ? await response.json().catch(() => null) : await response.body?.cancel();
  throw new FailedAnswer(failureOfResponse(response, now), centralCodeOf(body));
}

export function isJson(headers: Headers): boolean {
  return (headers.get('content-type') ?? '').includes('application/json');
}

/** Why this response is not the one that was asked for. */
export function failureOfResponse({ ok, status, headers }: Response, now: number): Failure {
  return {
    code: ok ? 'not_an_answer' : codeOfStatus(status),
    retryAfterMs: retryAfter(headers.get('retry-after'), now),
  };
}

const CODES: Readonly<Record<number, FailureCode>> = {
  400: 'bad_request',
  401: 'unauthorized',
  408: 'timeout',
  409: 'conflict',
  413: 'too_large',
  422: 'bad_request',
  426: 'outdated',
  429: 'rate_limited',
};

function codeOfStatus(status: number): FailureCode {
  return CODES[status] ?? (status >= 500 ? 'server_error' : 'not_an_answer');
}

function centralCodeOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('code' in body)) return null;
  return typeof body.code === 'string' ? body.code : null;
}

/** `Retry-After`, seconds or a date, as ms from now. */
function retryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** Codes of Node and undici for requests that never left: nobody can have received them. */
const NEVER_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Runs a request and turns whatever goes wrong into a failure with a code. */
export async function answerOf<T>(request: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await request() };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

export function failureOf(error: unknown): Failure {
  if (error instanceof FailedAnswer) return error.failure;
  return { code: codeOfError(error), retryAfterMs: null };
}

const NAMED: Readonly<Record<string, FailureCode>> = {
  TimeoutError: 'timeout',
  AbortError: 'aborted',
  SyntaxError: 'not_an_answer',
};

function codeOfError(error: unknown): FailureCode {
  if (error instanceof ValidationError) return 'not_an_answer';
  for (const cause of causesOf(error)) {
    if ('code' in cause && typeof cause.code === 'string' && NEVER_SENT.has(cause.code)) return 'unreachable';
    const code = NAMED[cause.name];
    if (code !== undefined) return code;
  }
  return 'cut';
}

/** An error and its causes; of several attempts to connect (IPv4 and IPv6), the last one. */
function causesOf(error: unknown): readonly Error[] {
  const chain: Error[] = [];
  let current: unknown = error;
  while (current instanceof Error && chain.length < 8) {
    chain.push(current);
    current = current instanceof AggregateError ? current.errors.at(-1) : current.cause;
  }
  return chain;
}
