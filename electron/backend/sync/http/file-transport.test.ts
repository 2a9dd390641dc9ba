import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { CONTRACT_VERSION, VERSION_HEADER } from '#shared/contract/central/versions.ts';
import { listen } from '../../../../test/support/listen.ts';
import { MONDAY } from '../../testing/samples.ts';
import { fileTransport } from './file-transport.ts';
import type { FileTransport } from './transport.ts';

const NEVER = new AbortController().signal;
const SHA = 'ab'.repeat(32);
const FILE = { sha256: SHA, name: 'foto "é".jpg', type: 'image/jpeg', size: 300_000 } as const;
/** The mark of the central service, and that of a tus server. */
const OWN = { [VERSION_HEADER]: '1' };
const TUS = { ...OWN, 'tus-resumable': '1.0.0' };

async function central(listener: RequestListener): Promise<{ files: FileTransport; base: string }> {
  const server = createServer(listener);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const centralUrl = `${await listen(server)}/pusat/`;
  const files = fileTransport({ centralUrl, token: 'token', now: () => MONDAY, send: fetch });
  return { files, base: `${centralUrl}v1/attachments` };
}

type Headers = Readonly<Record<string, string>>;

/** Whoever stands between this computer and the central service answers by itself. */
const stranger =
  (status: number, headers: Headers = {}, body?: string | Buffer): RequestListener =>
  (request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(status, headers).end(body));
  };

/** The central service answers. */
const respond = (status: number, headers: Headers = {}, body?: string | Buffer): RequestListener =>
  stranger(status, { ...OWN, ...headers }, body);

test('a file is announced, found and continued as tus 1.0 says, with the token', async () => {
  const seen: unknown[] = [];
  const answers: Record<string, (response: ServerResponse) => void> = {
    POST: (response) => response.writeHead(201, { ...TUS, location: 'attachments/u-1' }).end(),
    HEAD: (response) => response.writeHead(200, { ...TUS, 'upload-offset': '7' }).end(),
    PATCH: (response) => response.writeHead(204, { ...TUS, 'upload-offset': '10' }).end(),
  };
  const { files, base } = await central((request: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const { authorization, 'tus-resumable': tus, 'penghubung-contract': version } = request.headers;
      expect([authorization, tus, version]).toEqual(['Bearer token', '1.0.0', String(CONTRACT_VERSION)]);
      const {
        'upload-length': length,
        'upload-metadata': metadata,
        'upload-offset': offset,
      } = request.headers;
      seen.push([
        request.method,
        request.url,
        length ?? offset ?? null,
        metadata ?? Buffer.concat(chunks).toString(),
      ]);
      answers[request.method ?? '']?.(response);
    });
  });
  const url = `${base}/u-1`;
  expect(await files.announce(FILE, NEVER)).toEqual({ ok: true, value: url });
  expect(await files.offset(url, NEVER)).toEqual({ ok: true, value: 7 });
  expect(await files.append(url, 7, Buffer.from('abc'), NEVER)).toEqual({ ok: true, value: 10 });
  const b64 = (text: string) => Buffer.from(text).toString('base64');
  expect(seen).toEqual([
    [
      'POST',
      '/pusat/v1/attachments',
      '300000',
      `sha256 ${b64(SHA)},filename ${b64(FILE.name)},filetype ${b64(FILE.type)}`,
    ],
    ['HEAD', '/pusat/v1/attachments/u-1', null, ''],
    ['PATCH', '/pusat/v1/attachments/u-1', '7', 'abc'],
  ]);
});

test('the place of an upload stays at the central service, whatever host it names', async () => {
  const { files, base } = await central(
    respond(201, { ...TUS, location: 'http://elsewhere.invalid/v1/attachments/u-9' }),
  );
  expect(await files.announce(FILE, NEVER)).toEqual({ ok: true, value: `${base}/u-9` });
});

test('an upload that was begun at another address is not known here, and nothing is asked there', async () => {
  const { files } = await central(() => {
    throw new Error('asked');
  });
  expect(await files.offset('https://elsewhere.invalid/v1/attachments/1', NEVER)).toEqual({
    ok: true,
    value: null,
  });
  expect(
    await files.append('https://elsewhere.invalid/v1/attachments/1', 0, Buffer.from('a'), NEVER),
  ).toEqual({
    ok: true,
    value: null,
  });
});

test('an address that leads elsewhere is not followed: the token stays', async () => {
  const { files } = await central(respond(307, { location: 'http://elsewhere.invalid/' }));
  expect(await files.has(SHA, NEVER)).toMatchObject({ ok: false, failure: { code: 'not_an_answer' } });
});

test.each([404, 410])('%i of the central service: the upload is gone', async (status) => {
  const { files, base } = await central(respond(status, TUS));
  expect(await files.offset(`${base}/u`, NEVER)).toEqual({ ok: true, value: null });
});

test.each([400, 413, 415])('%i to an announcement: the file is not taken', async (status) => {
  const { files } = await central(respond(status, TUS));
  expect(await files.announce(FILE, NEVER)).toEqual({ ok: true, value: null });
});

test.each([
  [401, {}, 'unauthorized', null],
  [409, TUS, 'conflict', null],
  [413, {}, 'too_large', null],
  [429, { 'retry-after': '90' }, 'rate_limited', 90_000],
  [503, { 'retry-after': '7' }, 'server_error', 7_000],
])('status %i of the central service to a piece is "%s"', async (status, headers, code, retryAfterMs) => {
  const { files, base } = await central(respond(status, headers as Record<string, string>));
  expect(await files.append(`${base}/u`, 0, Buffer.from('a'), NEVER)).toEqual({
    ok: false,
    failure: { code, retryAfterMs },
  });
});

test.each<[number, string]>([
  [200, 'not_an_answer'],
  [206, 'not_an_answer'],
  [400, 'not_an_answer'],
  [401, 'not_an_answer'],
  [404, 'not_an_answer'],
  [409, 'not_an_answer'],
  [410, 'not_an_answer'],
  [416, 'not_an_answer'],
  [429, 'not_an_answer'],
  [503, 'server_error'],
])('status %i of anybody else says nothing of a file, whatever stands beside it', async (status, code) => {
  const headers = {
    'content-type': 'application/json',
    'tus-resumable': '1.0.0',
    'upload-offset': '1',
    'content-range': 'bytes 0-9/10',
    'retry-after': '31536000',
    etag: `"${SHA}"`,
    location: 'attachments/u-1',
  };
  const { files, base } = await central(stranger(status, headers, '0123456789'));
  const answers = [
    files.has(SHA, NEVER),
    files.announce(FILE, NEVER),
    files.offset(`${base}/u`, NEVER),
    files.append(`${base}/u`, 0, Buffer.from('a'), NEVER),
    files.chunk(SHA, 0, 10, NEVER),
  ];
  const nothing = { ok: false, failure: { code, retryAfterMs: null } };
  expect(await Promise.all(answers)).toEqual(answers.map(() => nothing));
});

test('a part of a file that unpacks to more than was asked for is given up', async () => {
  const bomb = gzipSync(Buffer.alloc(10_000_000));
  const headers = { etag: `"${SHA}"`, 'content-range': 'bytes 0-9/10', 'content-encoding': 'gzip' };
  const { files } = await central(respond(206, headers, bomb));
  expect(await files.chunk(SHA, 0, 10, NEVER)).toMatchObject({ failure: { code: 'too_long' } });
});

test('the central service says that it has a file by naming it, and that it has not by a 404 of its own', async () => {
  const has = await central(respond(200, { etag: `"${SHA}"` }));
  expect(await has.files.has(SHA, NEVER)).toEqual({ ok: true, value: true });
  const not = await central(respond(404, { 'content-type': 'application/json; charset=utf-8' }));
  expect(await not.files.has(SHA, NEVER)).toEqual({ ok: true, value: false });
});

test('a part of a file is asked for by range, and taken only if it is that part of that file', async () => {
  const part = (headers: Record<string, string>, body = 'defg') =>
    central((request, response) => {
      expect(request.headers.range).toBe('bytes=3-6');
      response.writeHead(206, { ...OWN, etag: `"${SHA}"`, ...headers }).end(body);
    }).then(({ files }) => files.chunk(SHA, 3, 4, NEVER));
  expect(await part({ 'content-range': 'bytes 3-6/10' })).toEqual({
    ok: true,
    value: { bytes: new Uint8Array(Buffer.from('defg')), size: 10 },
  });
  const wrong = [{ 'content-range': 'bytes 0-3/10' }, { 'content-range': 'bytes 3-9/10' }, {}];
  for (const headers of wrong)
    expect(await part(headers)).toMatchObject({ failure: { code: 'not_an_answer' } });
  const other = { 'content-range': 'bytes 3-6/10', etag: '"other"' };
  expect(await part(other)).toMatchObject({ failure: { code: 'not_an_answer' } });
  expect(await part({ 'content-range': 'bytes 3-6/10' }, 'de')).toMatchObject({ failure: { code: 'cut' } });
  const gone = await central(respond(404, { 'content-type': 'application/json' }, '{"code":"NOT_FOUND"}'));
  expect(await gone.files.chunk(SHA, 3, 4, NEVER)).toEqual({ ok: true, value: null });
});

test('a line that ends in the middle of a chunk is cut, and what we end ourselves is told as such', async () => {
  const { files, base } = await central((request) => request.once('data', () => request.socket.destroy()));
  expect(await files.append(`${base}/u`, 0, Buffer.alloc(1e6), NEVER)).toMatchObject({
    failure: { code: 'cut' },
  });
  const ending = new AbortController();
  const held = await central(() => ending.abort());
  expect(await held.files.has(SHA, ending.signal)).toMatchObject({ failure: { code: 'aborted' } });
});
