import { createHash } from 'node:crypto';
import { type ClientRequest, request } from 'node:http';
import type { Attachment, AttachmentType } from '#shared/domain/complaint/attachment.ts';

/** For tests: a photo as far as anybody looks, of `size` bytes that no other `seed` has. */
export function photo(size: number, seed = 1): Buffer<ArrayBuffer> {
  const bytes = Buffer.alloc(size);
  for (let i = 0; i < size; i++) bytes[i] = (i * 31 + seed * 17 + (i >> 8)) & 0xff;
  Buffer.from([0xff, 0xd8, 0xff, 0xe0]).copy(bytes);
  return bytes;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What a command says of a file. */
export function attachmentOf(bytes: Uint8Array, overrides: Partial<Attachment> = {}): Attachment {
  return { sha256: sha256Of(bytes), name: 'foto.jpg', type: 'image/jpeg', size: bytes.length, ...overrides };
}

type Announced = {
  readonly sha256: string;
  readonly name: string;
  readonly type: AttachmentType | string;
  readonly size: number;
};

const TUS = { 'tus-resumable': '1.0.0' };
const BYTES = { 'content-type': 'application/offset+octet-stream' };
const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** The plain protocol of an upload, call by call, as the officer of `token` makes them. */
export function tusClient(address: string, token: string) {
  const headers = { ...TUS, authorization: `Bearer ${token}` };
  const announce = ({ sha256, name, type, size }: Announced): Promise<Response> =>
    fetch(`${address}/v1/attachments`, {
      method: 'POST',
      headers: {
        ...headers,
        'upload-length': String(size),
        'upload-metadata': `sha256 ${base64(sha256)},filename ${base64(name)},filetype ${base64(type)}`,
      },
    });
  const head = (url: string): Promise<Response> => fetch(url, { method: 'HEAD', headers });
  const send = (url: string, offset: number, bytes: Uint8Array<ArrayBuffer>): Promise<Response> =>
    fetch(url, {
      method: 'PATCH',
      headers: { ...headers, ...BYTES, 'upload-offset': String(offset) },
      body: bytes,
    });
  /** Creates an upload. @returns its address */
  const begin = async (file: Announced): Promise<string> => {
    const created = await announce(file);
    if (created.status !== 201) throw new Error(`not created: ${created.status}`);
    return new URL(created.headers.get('location') ?? '', `${address}/v1/attachments`).href;
  };
  return {
    announce,
    head,
    send,
    begin,
    /** Where the upload stands. */
    offset: async (url: string): Promise<number> =>
      Number((await head(url)).headers.get('upload-offset') ?? Number.NaN),
    /** Begins to send and leaves the end open: to be continued, or cut. */
    open: (url: string, offset: number, length: number): ClientRequest => {
      const started = request(url, {
        method: 'PATCH',
        headers: { ...headers, ...BYTES, 'upload-offset': String(offset), 'content-length': length },
      });
      started.on('error', () => undefined);
      return started;
    },
    /** The whole way. */
    upload: async (bytes: Buffer<ArrayBuffer>, announced: Partial<Announced> = {}): Promise<string> => {
      const url = await begin({ ...attachmentOf(bytes), ...announced });
      await send(url, 0, bytes);
      return url;
    },
    download: (sha256: string, asked: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
      fetch(`${address}/v1/attachments/${sha256}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...asked },
      }),
  };
}
