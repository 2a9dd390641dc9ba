import type { Answer, Failure, FailureCode } from './failure.ts';

/** Thrown inside the HTTP client and caught at its edge: why the response is not an answer. */
export class FailedAnswer extends Error {
  readonly failure: Failure;
  /** The centre's own error code in the body, if it was the centre. */
  readonly centralCode: string | null;
  constructor(failure: Failure, centralCode: string | null = null) {
    super(failure.code);
    this.failure = failure;
    this.centralCode = centralCode;
  }
}

/** Lets a response through only if it is JSON that says yes. */
export async function requireAnswer(response: Response, now: number): Promise<Response> {
  const json = (response.headers.get('content-type') ?? '').includes('application/json');
  if (response.ok && json) return response;
  const body: unknown = json ? await response.json().catch(() => null) : await response.body?.cancel();
  throw new FailedAnswer(failureOfResponse(response, now), centralCodeOf(body));
}

/** Why this response is not the one that was asked for. */
export function failureOfResponse({ ok, status, headers }: Response, now: number): Failure {
  return {
    code: ok ? 'not_an_answer' : codeOfStatus(status),
    retryAfterMs: retryAfter(headers.get('retry-after'), now),
  };
}

function codeOfStatus(status: number): FailureCode {
  if (status === 401) return 'unauthorized';
  if (status === 413) return 'too_large';
  if (status === 429) return 'rate_limited';
  if (status === 408) return 'timeout';
  if (status === 409) return 'conflict';
  if (status === 426) return 'outdated';
  if (status === 400 || status === 422) return 'bad_request';
  return status >= 500 ? 'server_error' : 'not_an_answer';
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

function codeOfError(error: unknown): FailureCode {
  if (!(error instanceof Error)) return 'cut';
  if (error.name === 'TimeoutError') return 'timeout';
  if (error.name === 'AbortError') return 'aborted';
  if (error.name === 'SyntaxError') return 'not_an_answer';
  for (const cause of causesOf(error)) {
    if ('code' in cause && typeof cause.code === 'string' && NEVER_SENT.has(cause.code)) return 'unreachable';
    if (cause.name === 'TimeoutError') return 'timeout';
    if (cause.name === 'AbortError') return 'aborted';
    if (cause.name === 'SyntaxError') return 'not_an_answer';
  }
  return 'cut';
}

/** The chain of causes; of several attempts to connect (IPv4 and IPv6), the last one. */
function causesOf(error: Error): readonly Error[] {
  const chain: Error[] = [];
  let current: unknown = error;
  while (current instanceof Error && chain.length < 8) {
    chain.push(current);
    current = current instanceof AggregateError ? current.errors.at(-1) : current.cause;
  }
  return chain;
}
