import { brotliCompressSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { centralContract } from '#shared/contract/central/central.ts';
import { VERSION_HEADER } from '#shared/contract/central/versions.ts';
import { fileRequests } from './file-requests.ts';
import { HOSTILE_TEXTS, jsonOf } from './hostile.ts';
import { type Procedure, proceduresOf } from './procedures.ts';
import type { HttpRequest } from './send-http.ts';
import { type Known, valuesOf } from './values.ts';

/** Who asks; `joining`: an office that brings what it did alone. */
export type Asker = 'nobody' | 'stranger' | 'penghubung' | 'pelaksana' | 'pimpinan' | 'joining';

export type CentralRequest = { readonly asker: Asker; readonly request: HttpRequest };

/** Longer than a fuzzed request may take; the client leaves such a one, as a PC does that goes to sleep. */
const LONG_WAIT_MS = 500;

/** Requests of the central service's contract, as they should be and as they should not. */
export function centralRequests(known: Known): fc.Arbitrary<CentralRequest> {
  const calls = proceduresOf(centralContract).map((procedure) => {
    const good = requestsOf(procedure, known, false);
    const bad = requestsOf(procedure, known, true);
    const requests = fc.oneof(
      { weight: 3, arbitrary: good },
      { weight: 5, arbitrary: bad },
      { weight: 2, arbitrary: fc.oneof(good, bad).chain(twisted) },
    );
    const asked = requests.chain((request) =>
      askersOf(procedure).map((asker): CentralRequest => ({ asker, request })),
    );
    return { weight: procedure.input === null ? 1 : 6, arbitrary: asked };
  });
  const files = fc.oneof(
    { weight: 4, arbitrary: fileRequests(known) },
    { weight: 1, arbitrary: fileRequests(known).chain(twisted) },
  );
  const asked = files.chain((request) => officers.map((asker): CentralRequest => ({ asker, request })));
  return fc.oneof(...calls, { weight: 8, arbitrary: asked });
}

const strangers = fc.constantFrom<Asker>('nobody', 'stranger');
const officers = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Asker>('penghubung', 'penghubung', 'pelaksana', 'pimpinan') },
  { weight: 1, arbitrary: strangers },
);

function askersOf({ route }: Procedure): fc.Arbitrary<Asker> {
  switch (route) {
    case '/v1/reports':
      return fc.oneof(
        { weight: 6, arbitrary: fc.constant<Asker>('joining') },
        { weight: 1, arbitrary: officers },
      );
    // Whoever has a good code gives a name, which all of the code's agency see.
    case '/v1/enrolments':
      return strangers;
    default:
      return officers;
  }
}

function requestsOf(procedure: Procedure, known: Known, isHostile: boolean): fc.Arbitrary<HttpRequest> {
  const { method = 'POST', route = '/', input } = procedure;
  const plain = { method, path: route, headers: [], body: Buffer.alloc(0), isCut: false };
  if (input === null) return fc.constant(plain);
  return valuesOf(input, known, isHostile).map((value): HttpRequest => {
    if (method === 'POST') {
      return { ...plain, headers: [['Content-Type', 'application/json']], body: Buffer.from(jsonOf(value)) };
    }
    const fields = Object.entries(Object(value)).map(([name, one]) => [name, asText(one)] as const);
    const path = route.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      return encodeURIComponent(fields.find(([field]) => field === name)?.[1].toWellFormed() ?? '');
    });
    const query = new URLSearchParams(fields.map(([name, text]) => [name, text])).toString();
    const wait = Number(fields.find(([name]) => name === 'wait')?.[1] ?? 0);
    return { ...plain, path: query === '' ? path : `${path}?${query}`, isCut: wait > LONG_WAIT_MS };
  });
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : jsonOf(value);
}

type Twist = (request: HttpRequest) => HttpRequest;

/** The same request with something wrong around it: path, method, headers, encoding, or a cut line. */
function twisted(request: HttpRequest): fc.Arbitrary<HttpRequest> {
  return fc
    .array(fc.oneof(...twists), { minLength: 1, maxLength: 2 })
    .map((chosen) => chosen.reduce((changed, twist) => twist(changed), request));
}

const withHeader =
  (name: string, value: string): Twist =>
  (request) => ({
    ...request,
    headers: [
      ...request.headers.filter(([known]) => known.toLowerCase() !== name.toLowerCase()),
      [name, value],
    ],
  });
const withBody =
  (change: (body: Buffer) => Buffer): Twist =>
  (request) => ({ ...request, body: change(request.body) });
const withPath =
  (change: (path: string) => string): Twist =>
  (request) => ({ ...request, path: change(request.path) });
const packed =
  (encoding: string, pack: (body: Buffer) => Buffer): Twist =>
  (request) =>
    withHeader('Content-Encoding', encoding)(withBody(pack)(request));

const header = (name: string, ...values: readonly string[]): fc.Arbitrary<Twist> =>
  fc.constantFrom(...values).map((value) => withHeader(name, value));
const bytes = (text: string): Buffer => Buffer.from(text);

const twists: readonly fc.Arbitrary<Twist>[] = [
  fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'BREW').map(
    (method): Twist =>
      (request) => ({ ...request, method }),
  ),
  fc
    .constantFrom(
      '%00',
      '%zz',
      '%',
      '%ff',
      '%c0%af',
      '/../..',
      '//',
      ';a=b',
      '?a=%ff',
      '?a[]=1&a[b]=2',
      '?__proto__[a]=1',
      '#x',
      '%2e%2e%2f',
      '\\',
      `/${'a'.repeat(9_000)}`,
      `?${'a=1&'.repeat(2_000)}`,
    )
    .map((end) => withPath((path) => path + end)),
  fc
    .constantFrom(
      '',
      '*',
      'http://[',
      'http://lain.invalid/v1/me',
      '/v1',
      '/v1/attachments/../commands',
      '//v1/me',
      '/V1/ME',
      '/%76%31/me',
      '/v1/reports/%00',
      '/v1/enrolments/',
      '/v1/enrolments?a=b',
      '/é',
    )
    .map((path) => withPath(() => path)),
  header(
    'Content-Type',
    '',
    'text/plain',
    'application/json; charset=utf-16',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'application/offset+octet-stream',
    'text/event-stream',
    'application/octet-stream',
    'x/\u00e9',
    'application/json, text/plain',
  ),
  header(
    'Content-Disposition',
    'attachment; filename="x"',
    'form-data; name="a"',
    "attachment; filename*=UTF-8''%zz",
  ),
  header('Accept-Encoding', 'gzip', 'br', 'gzip;q=0, *', 'identity;q=0', '\u00e9'),
  header('Content-Encoding', 'gzip', 'br', 'deflate', 'identity', 'gzip, gzip', 'x'),
  header('Content-Length', '0', '-1', '1e3', '99999999999999999999', '5, 5').map(
    (twist): Twist =>
      (request) => ({ ...twist(request), isCut: true }),
  ),
  header('Transfer-Encoding', 'chunked', 'gzip, chunked', 'identity', 'x').map(
    (twist): Twist =>
      (request) => ({ ...twist(request), isCut: true }),
  ),
  header('Expect', '100-continue', 'x'),
  header(VERSION_HEADER, '0', '-1', '1', '2', '999999', '99999999999', 'x', '1, 1'),
  header(
    'Authorization',
    '',
    'Bearer',
    'Bearer ',
    'Bearer \0',
    'Basic eDp4',
    `Bearer ${'a'.repeat(9_000)}`,
    'Bearer é',
    'bearer null',
  ),
  header('X-Forwarded-For', '127.0.0.1', '1.2.3.4, ::1', 'x', '', ','.repeat(2_000), '::ffff:1.2.3.4'),
  header('Host', '', 'lain.invalid', 'a b', '[', '127.0.0.1:99999'),
  header('Range', 'bytes=0-', 'bytes=5-1', 'bytes=-0', 'bytes=99999999999999999999-', 'x=1', 'bytes=0-1,2-3'),
  header('If-None-Match', '*', '"x"', 'x'.repeat(5_000)),
  header('X-HTTP-Method-Override', 'PATCH', 'DELETE', 'x'),
  header('Last-Event-Id', 'x', '\u00e9'),
  fc.constantFrom(...HOSTILE_TEXTS).map((text) => withBody(() => bytes(text))),
  fc
    .constantFrom(
      '{',
      '{}{}',
      '[1,2',
      '"',
      '\ufeff{}',
      '{"commands":',
      '[[[[',
      '-',
      '{"a":1,}',
      '{"__proto__":1}',
      'nul',
      '01',
    )
    .map((text) => withBody(() => bytes(text))),
  fc.uint8Array({ maxLength: 200 }).map((noise) => withBody(() => Buffer.from(noise))),
  fc.nat(1_000).map(
    (at): Twist =>
      (request) => ({
        ...withHeader('Content-Length', String(request.body.length))(request),
        body: request.body.subarray(0, at % (request.body.length + 1)),
        isCut: true,
      }),
  ),
  fc.constant(packed('gzip', (body) => gzipSync(body))),
  fc.constant(packed('br', (body) => brotliCompressSync(body))),
  fc.nat(1_000).map((at) => packed('gzip', (body) => gzipSync(body).subarray(0, at))),
  fc
    .constantFrom(100_000, 1_000_000, 9_000_000)
    .map((size) => packed('gzip', () => gzipSync(Buffer.alloc(size, '[')))),
];
