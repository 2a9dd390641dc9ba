import { CONTRACT_VERSION, VERSION_HEADER } from '#shared/contract/central/versions.ts';
import type { Answer } from './failure.ts';
import { answerOf, FailedAnswer, failureOfResponse } from './http-answer.ts';
import type { FileTransport } from './transport.ts';

/** ms for an answer without bytes, and for one that carries or follows a chunk of a file. */
const TIMEOUT_MS = 30_000;
const CHUNK_TIMEOUT_MS = 60_000;

const TUS_VERSION = '1.0.0';
const PATH = '/v1/attachments';

export type FileTransportOptions = {
  readonly centralUrl: string;
  readonly token: string;
  readonly now: () => number;
  readonly send: typeof fetch;
};

/**
 * Files over HTTP. tus 1.0 (https://tus.io/protocols/resumable-upload) in the three calls that the uploads
 * need. Its own client (tus-js-client) repeats, times and chunks by itself, with chunks of one size, and
 * hides `Retry-After`; the uploads machine decides all of that, between the commands.
 */
export function fileTransport({ centralUrl, token, now, send }: FileTransportOptions): FileTransport {
  const base = `${centralUrl.replace(/\/+$/, '')}${PATH}`;
  const request = async (
    url: string,
    ms: number,
    signal: AbortSignal,
    {
      method,
      headers,
      body,
    }: { method: string; headers?: Record<string, string>; body?: Uint8Array<ArrayBuffer> },
  ): Promise<Response> =>
    send(url, {
      method,
      headers: { authorization: `Bearer ${token}`, [VERSION_HEADER]: String(CONTRACT_VERSION), ...headers },
      // Elsewhere than at the centre the token has no business.
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(ms)]),
      ...(body === undefined ? {} : { body }),
    });
  const fail = async (response: Response): Promise<never> => {
    await response.body?.cancel();
    throw new FailedAnswer(failureOfResponse(response, now()));
  };
  const tus = (url: string, signal: AbortSignal, init: Parameters<typeof request>[3], ms = TIMEOUT_MS) =>
    request(url, ms, signal, { ...init, headers: { 'tus-resumable': TUS_VERSION, ...init.headers } });
  /** The bytes that the centre has by its own word; null: it does not know the upload. */
  const offsetOf = async (response: Response): Promise<number | null> => {
    if (!isTus(response)) return fail(response);
    if (response.status === 404 || response.status === 410) {
      await response.body?.cancel();
      return null;
    }
    const offset = response.headers.get('upload-offset') ?? '';
    if (!response.ok || !/^\d+$/.test(offset)) return fail(response);
    await response.body?.cancel();
    return Number(offset);
  };

  return {
    has: (sha256, signal) =>
      answerOf(async () => {
        const response = await request(`${base}/${sha256}`, TIMEOUT_MS, signal, { method: 'HEAD' });
        if (response.status === 404 && isJson(response)) return false;
        return response.status === 200 && isOf(response, sha256) ? true : fail(response);
      }),
    announce: (file, signal) =>
      answerOf(async () => {
        const response = await tus(base, signal, {
          method: 'POST',
          headers: { 'upload-length': String(file.size), 'upload-metadata': metadataOf(file) },
        });
        if (!isTus(response)) return fail(response);
        if (NOT_TAKEN.includes(response.status)) {
          await response.body?.cancel();
          return null;
        }
        const place = response.status === 201 ? placeOf(response.headers.get('location'), base) : null;
        if (place === null) return fail(response);
        await response.body?.cancel();
        return place;
      }),
    offset: (url, signal) =>
      ofKnown(url, base, async () => offsetOf(await tus(url, signal, { method: 'HEAD' }))),
    append: (url, offset, bytes, signal) =>
      ofKnown(url, base, async () => {
        const headers = {
          'content-type': 'application/offset+octet-stream',
          'upload-offset': String(offset),
        };
        const body = Uint8Array.from(bytes);
        return offsetOf(await tus(url, signal, { method: 'PATCH', headers, body }, CHUNK_TIMEOUT_MS));
      }),
    chunk: (sha256, start, length, signal) =>
      answerOf(async () => {
        const range = `bytes=${start}-${start + length - 1}`;
        const response = await request(`${base}/${sha256}`, CHUNK_TIMEOUT_MS, signal, {
          method: 'GET',
          // Bytes of the file are counted, not those of a compressed body.
          headers: { range, 'accept-encoding': 'identity' },
        });
        if ((response.status === 404 && isJson(response)) || response.status === 416) {
          await response.body?.cancel();
          return null;
        }
        const place = isOf(response, sha256) && response.status === 206 ? rangeOf(response) : null;
        if (place === null || place.start !== start || place.end - start > length) return fail(response);
        const bytes = new Uint8Array(await response.arrayBuffer());
        if (bytes.length !== place.end - start) throw new FailedAnswer({ code: 'cut', retryAfterMs: null });
        return { bytes, size: place.size };
      }),
  };
}

/** The centre will not take this file, however often it is asked. */
const NOT_TAKEN: readonly number[] = [400, 413, 415];

/** An upload that another centre began is not known to this one. */
function ofKnown(
  url: string,
  base: string,
  ask: () => Promise<number | null>,
): Promise<Answer<number | null>> {
  return url.startsWith(`${base}/`) ? answerOf(ask) : Promise.resolve({ ok: true, value: null });
}

/** Every answer of a tus server says so; a captive portal's does not. */
function isTus({ headers, status }: Response): boolean {
  return headers.get('tus-resumable') === TUS_VERSION && status < 500;
}

function isJson({ headers }: Response): boolean {
  return (headers.get('content-type') ?? '').includes('application/json');
}

/** The centre names the content by its SHA-256. */
function isOf({ headers }: Response, sha256: string): boolean {
  return headers.get('etag') === `"${sha256}"`;
}

function placeOf(location: string | null, base: string): string | null {
  const url = location === null ? null : URL.parse(location, base);
  // The host's own name for itself may be another one behind a proxy; only what follows the path is taken.
  const id = url?.pathname.split(`${PATH}/`).at(1) ?? '';
  return /^[\w.-]+$/.test(id) ? `${base}/${id}` : null;
}

function rangeOf({ headers }: Response): { start: number; end: number; size: number } | null {
  const [, start, last, size] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers.get('content-range') ?? '') ?? [];
  if (start === undefined || last === undefined || size === undefined) return null;
  return { start: Number(start), end: Number(last) + 1, size: Number(size) };
}

function metadataOf({ sha256, name, type }: Parameters<FileTransport['announce']>[0]): string {
  const fields = { sha256, filename: name, filetype: type };
  return Object.entries(fields)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');
}
