import { ValidationError } from '@orpc/contract';
import { VERSION_HEADER } from '#shared/contract/central/versions.ts';
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

/** The most that is read of one answer, bytes after unpacking: far more than a page of the feed has. */
export const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/** Lets a response through only if it is the central service's JSON that says yes, whole in memory. */
export async function requireAnswer(response: Response, now: number): Promise<Response> {
  const json = isCentral(response) && isJson(response);
  if (!json) await response.body?.cancel();
  const bytes = json ? await readAtMost(response, MAX_ANSWER_BYTES) : new Uint8Array();
  if (response.ok && json) return new Response(bytes, response);
  throw new FailedAnswer(failureOfResponse(response, now), centralCodeOf(bytes));
}

/** Its own mark is on every answer of the central service; a portal, a proxy or a gateway has none. */
export function isCentral({ headers }: Response): boolean {
  return headers.has(VERSION_HEADER);
}

function isJson({ headers }: Response): boolean {
  return (headers.get('content-type') ?? '').includes('application/json');
}

/** The body, counted while it is read: a short one can unpack to any length. @throws FailedAnswer */
export async function readAtMost(response: Response, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop ends the request.
  for await (const piece of response.body ?? []) {
    length += piece.length;
    if (length > maxBytes) throw new FailedAnswer({ code: 'too_long', retryAfterMs: null });
    pieces.push(piece);
  }
  return Buffer.concat(pieces, length);
}

/** Why this response is not the one that was asked for. */
export function failureOfResponse(response: Response, now: number): Failure {
  const { ok, status, headers } = response;
  if (!isCentral(response)) return { code: codeOfStranger(status), retryAfterMs: null };
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

/**
 * Somebody in between answered. Of all that they may say, two things help: what is too large for them is sent
 * in smaller parts, and a proxy's password is IT's business. A gateway's 5xx means that it does not reach the
 * central service.
 */
function codeOfStranger(status: number): FailureCode {
  if (status === 413) return 'too_large';
  if (status === 407) return 'proxy_password';
  return status >= 500 ? 'server_error' : 'not_an_answer';
}

function centralCodeOf(bytes: Uint8Array): string | null {
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
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

/** Codes of Node, undici and Chromium for requests that never left: nobody can have received them. */
const NEVER_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  // A proxy let nothing through.
  'UND_ERR_ABORTED',
  'ERR_NAME_NOT_RESOLVED',
  'ERR_NAME_RESOLUTION_FAILED',
  'ERR_INTERNET_DISCONNECTED',
  'ERR_CONNECTION_REFUSED',
  'ERR_CONNECTION_FAILED',
  'ERR_CONNECTION_TIMED_OUT',
  'ERR_ADDRESS_UNREACHABLE',
  'ERR_ADDRESS_INVALID',
  'ERR_NETWORK_ACCESS_DENIED',
  'ERR_UNSAFE_PORT',
  'ERR_PROXY_CONNECTION_FAILED',
  'ERR_TUNNEL_CONNECTION_FAILED',
  'ERR_SOCKS_CONNECTION_FAILED',
  'ERR_NO_SUPPORTED_PROXIES',
  'ERR_MANDATORY_PROXY_CONFIGURATION_FAILED',
]);

/** What is said of a certificate that is not the central service's. */
const CERTIFICATE =
  /^(CERT|ERR_CERT|ERR_PROXY_CERTIFICATE|ERR_TLS_CERT|UNABLE_TO|INVALID_(CA|PURPOSE)|PATH_LENGTH|HOSTNAME)/;
/** The same when nobody whom this computer knows vouches for it. */
const UNKNOWN_AUTHORITY =
  /^(ERR_CERT_AUTHORITY_INVALID|UNABLE_TO_(GET_ISSUER|VERIFY_LEAF)|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED)/;
/** The same when only the date is wrong: that of this computer, or that of a certificate left to expire. */
const OUT_OF_DATE: ReadonlySet<string> = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'ERR_CERT_DATE_INVALID',
]);

/** Why a request never left; null: it may have. */
function codeOfUnsent(cause: Error): FailureCode | null {
  if (!('code' in cause) || typeof cause.code !== 'string') return null;
  if (NEVER_SENT.has(cause.code)) return 'unreachable';
  if (OUT_OF_DATE.has(cause.code)) return 'certificate_date';
  if (UNKNOWN_AUTHORITY.test(cause.code)) return 'unknown_authority';
  return CERTIFICATE.test(cause.code) ? 'intercepted' : null;
}

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

const NAMED: ReadonlyMap<string, FailureCode> = new Map([
  ['TimeoutError', 'timeout'],
  ['AbortError', 'aborted'],
  ['SyntaxError', 'not_an_answer'],
]);

function codeOfError(error: unknown): FailureCode {
  if (error instanceof ValidationError) return 'not_an_answer';
  for (const cause of causesOf(error)) {
    const code = codeOfUnsent(cause) ?? NAMED.get(cause.name);
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
