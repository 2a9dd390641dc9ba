import { CONTRACT_VERSION, VERSION_HEADER } from '#shared/contract/central/versions.ts';
import type { Answer } from './failure.ts';
import { answerOf, FailedAnswer, failureOfResponse, isCentral, readAtMost } from './http-answer.ts';
import type { FileTransport } from './transport.ts';

/** ms for an answer without bytes, and for one that carries or follows a chunk of a file. */
const TIMEOUT_MS = 30_000;
const CHUNK_TIMEOUT_MS = 60_000;

const TUS = { 'tus-resumable': '1.0.0' };
const PATH = '/v1/attachments';

export type FileTransportOptions = {
  readonly centralUrl: string;
  readonly token: string;
  readonly now: () => number;
  readonly send: typeof fetch;
};

type Asked = {
  readonly method: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
  readonly timeoutMs?: number;
};

/**
 * Files over HTTP. tus 1.0 (https://tus.io/protocols/resumable-upload) in the three calls that the uploads
 * need. Its own client (tus-js-client) repeats, times and chunks by itself, with chunks of one size, and
 * hides `Retry-After`; the uploads machine decides all of that, between the commands.
 */
export function fileTransport({ centralUrl, token, now, send }: FileTransportOptions): FileTransport {
  const base = `${centralUrl.replace(/\/+$/, '')}${PATH}`;
  const own = { authorization: `Bearer ${token}`, [VERSION_HEADER]: String(CONTRACT_VERSION) };

  /** Sends a request and takes what `read` finds in the answer; undefined: it is not as agreed. */
  const ask = <T>(
    url: string,
    signal: AbortSignal,
    { timeoutMs = TIMEOUT_MS, headers, ...init }: Asked,
    read: (response: Response) => T | undefined | Promise<T | undefined>,
  ): Promise<Answer<T>> =>
    answerOf(async () => {
      const response = await send(url, {
        ...init,
        headers: { ...own, ...headers },
        // Elsewhere than at the central service the token has no business.
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      });
      const value = isCentral(response) ? await read(response) : undefined;
      if (!response.bodyUsed) await response.body?.cancel();
      if (value === undefined) throw new FailedAnswer(failureOfResponse(response, now()));
      return value;
    });

  /** Asks for the bytes of an upload. One that another central service began is not known to this one. */
  const askOffset = (url: string, signal: AbortSignal, asked: Asked): Promise<Answer<number | null>> =>
    url.startsWith(`${base}/`)
      ? ask(url, signal, { ...asked, headers: { ...TUS, ...asked.headers } }, offsetOf)
      : Promise.resolve({ ok: true, value: null });

  return {
    has: (sha256, signal) =>
      ask(`${base}/${sha256}`, signal, { method: 'HEAD' }, (response) => {
        if (response.status === 404) return false;
        return response.status === 200 && isOf(response, sha256) ? true : undefined;
      }),
    announce: (file, signal) => {
      const headers = { ...TUS, 'upload-length': String(file.size), 'upload-metadata': metadataOf(file) };
      return ask(base, signal, { method: 'POST', headers }, (response) => {
        if (!isTus(response)) return undefined;
        if (NOT_TAKEN.includes(response.status)) return null;
        return response.status === 201 ? addressOf(response.headers.get('location'), base) : undefined;
      });
    },
    offset: (url, signal) => askOffset(url, signal, { method: 'HEAD' }),
    append: (url, offset, bytes, signal) => {
      const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) };
      const body = Uint8Array.from(bytes);
      return askOffset(url, signal, { method: 'PATCH', headers, body, timeoutMs: CHUNK_TIMEOUT_MS });
    },
    chunk: (sha256, start, length, signal) => {
      // Bytes of the file are counted, not those of a compressed body.
      const headers = { range: `bytes=${start}-${start + length - 1}`, 'accept-encoding': 'identity' };
      const asked = { method: 'GET', headers, timeoutMs: CHUNK_TIMEOUT_MS };
      return ask(`${base}/${sha256}`, signal, asked, async (response) => {
        if (response.status === 404 || response.status === 416) return null;
        const range = isOf(response, sha256) && response.status === 206 ? rangeOf(response) : null;
        if (range === null || range.start !== start || range.end - start > length) return undefined;
        const bytes = new Uint8Array(await readAtMost(response, range.end - range.start));
        if (bytes.length !== range.end - start) throw new FailedAnswer({ code: 'cut', retryAfterMs: null });
        return { bytes, size: range.size };
      });
    },
  };
}

/** The central service will not take this file, however often it is asked. */
const NOT_TAKEN: readonly number[] = [400, 413, 415];

function isTus({ headers, status }: Response): boolean {
  return headers.get('tus-resumable') === TUS['tus-resumable'] && status < 500;
}

/** Bytes that the central service has of an upload, by its own word; null: it does not know the upload. */
function offsetOf(response: Response): number | null | undefined {
  if (!isTus(response)) return undefined;
  if (response.status === 404 || response.status === 410) return null;
  const offset = response.headers.get('upload-offset') ?? '';
  return response.ok && /^\d+$/.test(offset) ? Number(offset) : undefined;
}

/** The central service names the content by its SHA-256. */
function isOf({ headers }: Response, sha256: string): boolean {
  return headers.get('etag') === `"${sha256}"`;
}

function addressOf(location: string | null, base: string): string | undefined {
  const url = location === null ? null : URL.parse(location, base);
  // The host's own name for itself may be another one behind a proxy; only what follows the path is taken.
  const id = url?.pathname.split(`${PATH}/`).at(1) ?? '';
  return /^[\w.-]+$/.test(id) ? `${base}/${id}` : undefined;
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
