import { createServer, type RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { VERSION_HEADER } from '#shared/contract/central/versions.ts';
import { listen } from '../../../../test/support/listen.ts';
import { answerBody, commandOf, complaintNo, MONDAY, RINA } from '../../testing/samples.ts';
import { mayHaveArrived } from './failure.ts';
import { MAX_ANSWER_BYTES } from './http-answer.ts';
import { httpConnector } from './http-transport.ts';

const NEVER = new AbortController().signal;
const connector = httpConnector(() => MONDAY);

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return listen(server);
}

const ENROLLING = { code: 'KODE', name: 'Rina', device: 'PC', joining: false };

/** The mark of the central service. */
const OWN = { [VERSION_HEADER]: '1' };

type Headers = Readonly<Record<string, string>>;

/** Whoever stands between this computer and the central service answers by itself. */
function stranger(status: number, body: string | Buffer, headers: Headers = {}): RequestListener {
  return (request, response) => {
    request.resume();
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  };
}

/** The central service answers. */
function respond(status: number, body: string | Buffer, headers: Headers = {}): RequestListener {
  return stranger(status, body, { ...OWN, ...headers });
}

async function pull(listener: RequestListener) {
  const url = await serve(listener);
  return connector
    .connect(url, 'token')
    .changes({ after: 'c 1/ü', limit: 10, wait: 0, viewing: null }, NEVER);
}

const PAGE = {
  epoch: 'e',
  cursor: 'c',
  more: false,
  serverTime: new Date(MONDAY).toISOString(),
  changes: [],
  digest: null,
  presence: [],
};

test('a page is asked for with the token and the cursor, and fields of a later version are kept', async () => {
  const seen: unknown[] = [];
  const answer = await pull((request, response) => {
    const url = new URL(request.url ?? '', 'http://x');
    seen.push(
      request.method,
      url.pathname,
      Object.fromEntries(url.searchParams),
      request.headers.authorization,
    );
    respond(200, JSON.stringify({ ...PAGE, later: 1 }))(request, response);
  });
  expect(seen).toEqual(['GET', '/v1/changes', { after: 'c 1/ü', limit: '10', wait: '0' }, 'Bearer token']);
  expect(answer).toEqual({ ok: true, value: { ...PAGE, later: 1 } });
});

test('commands are sent as they are and answered one by one', async () => {
  let body = '';
  const command = commandOf(complaintNo(1), answerBody());
  const result = { outcome: 'accepted', id: command.id, receipt: 'K-1', feedSeq: 1, at: 'now' };
  const url = await serve((request, response) => {
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => respond(200, JSON.stringify({ results: [result] }))(request, response));
  });
  const answer = await connector.connect(url, 'token').commands([command], NEVER);
  expect(answer).toEqual({ ok: true, value: [result] });
  expect(JSON.parse(body)).toEqual({ commands: [command] });
});

test.each([
  [401, {}, 'unauthorized', null],
  [413, {}, 'too_large', null],
  [429, { 'retry-after': '90' }, 'rate_limited', 90_000],
  [429, { 'retry-after': new Date(MONDAY + 5_000).toUTCString() }, 'rate_limited', 5_000],
  [400, {}, 'bad_request', null],
  [500, {}, 'server_error', null],
  [503, { 'retry-after': '7' }, 'server_error', 7_000],
  [404, {}, 'not_an_answer', null],
])('status %i %o of the central service is "%s"', async (status, headers, code, retryAfterMs) => {
  expect(await pull(respond(status, '{"code":"X"}', headers))).toEqual({
    ok: false,
    failure: { code, retryAfterMs },
  });
});

test.each([
  [200, 'not_an_answer'],
  [400, 'not_an_answer'],
  [401, 'not_an_answer'],
  [403, 'not_an_answer'],
  [404, 'not_an_answer'],
  [409, 'not_an_answer'],
  [426, 'not_an_answer'],
  [429, 'not_an_answer'],
  [502, 'server_error'],
  [503, 'server_error'],
  // What is too large for somebody on the way must be sent in smaller parts.
  [413, 'too_large'],
])(
  'status %i of anybody else says nothing for the central service, in whatever words',
  async (status, code) => {
    const headers = { 'retry-after': '31536000' };
    const nothing = { ok: false, failure: { code, retryAfterMs: null } };
    for (const body of ['{"code":"UNAUTHORIZED"}', JSON.stringify(PAGE), '<html>']) {
      expect(await pull(stranger(status, body, headers))).toEqual(nothing);
    }
  },
);

test('a stored result is unknown only where the central service itself says so', async () => {
  const ask = async (listener: RequestListener) =>
    connector.connect(await serve(listener), 'token').result('01996c00-0000-7000-8000-000000000001', NEVER);
  expect(await ask(respond(404, '{"code":"NOT_FOUND"}'))).toEqual({ ok: true, value: null });
  expect(await ask(stranger(404, '{"code":"NOT_FOUND"}'))).toMatchObject({
    failure: { code: 'not_an_answer' },
  });
});

test.each([
  ['that says yes', 200],
  ['that says no', 500],
])('an answer %s is given up while it unpacks to more than is read of any', async (_, status) => {
  const bomb = gzipSync(Buffer.alloc(MAX_ANSWER_BYTES + 1, ' '));
  const answer = await pull(respond(status, bomb, { 'content-encoding': 'gzip' }));
  expect(answer).toEqual({ ok: false, failure: { code: 'too_long', retryAfterMs: null } });
});

test.each([
  ['a page that is no JSON', respond(200, '<html>', { 'content-type': 'text/html' })],
  ['a page that is called JSON', respond(200, '<html>')],
  ['JSON of another call', respond(200, '{"status":"ok"}')],
  ['a page without its cursor', respond(200, JSON.stringify({ ...PAGE, cursor: undefined }))],
])('%s is not an answer, although its status is 200', async (_, listener) => {
  expect(await pull(listener)).toMatchObject({ ok: false, failure: { code: 'not_an_answer' } });
});

test.each<[string, RequestListener]>([
  ['before the answer', (request) => request.socket.destroy()],
  [
    'in the middle of the answer',
    (request, response) => {
      response.writeHead(200, { ...OWN, 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"epoch":', () => request.socket.destroy());
    },
  ],
])('a connection that ends %s may have been heard', async (_, listener) => {
  expect(await pull(listener)).toMatchObject({ ok: false, failure: { code: 'cut' } });
});

test('nobody listening is told apart from an answer that was lost', async () => {
  // A port that the system gives to nobody.
  const transport = connector.connect('http://127.0.0.1:2', 'token');
  expect(await transport.commands([commandOf(complaintNo(1), answerBody())], NEVER)).toMatchObject({
    failure: { code: 'unreachable' },
  });
});

test('a proxy that wants a password is told as such, and nothing has arrived', async () => {
  // The fetch of Node.js tells nobody of this status.
  const behindProxy = httpConnector(
    () => MONDAY,
    async () => new Response(null, { status: 407 }),
  );
  const transport = behindProxy.connect('http://pusat', 'token');
  const commands = await transport.commands([commandOf(complaintNo(1), answerBody())], NEVER);
  const enrolled = await behindProxy.enrol('http://pusat', ENROLLING, NEVER);
  expect([commands, enrolled]).toEqual([
    { ok: false, failure: { code: 'proxy_password', retryAfterMs: null } },
    { ok: false, code: 'proxy_password' },
  ]);
  expect(mayHaveArrived('proxy_password')).toBe(false);
});

test.each([
  ['ERR_NAME_NOT_RESOLVED', 'unreachable'],
  ['ERR_INTERNET_DISCONNECTED', 'unreachable'],
  ['ERR_PROXY_CONNECTION_FAILED', 'unreachable'],
  ['ERR_TUNNEL_CONNECTION_FAILED', 'unreachable'],
  ['ERR_CERT_COMMON_NAME_INVALID', 'intercepted'],
  ['ERR_CERT_AUTHORITY_INVALID', 'unknown_authority'],
  ['ERR_CERT_DATE_INVALID', 'certificate_date'],
  ['UND_ERR_ABORTED', 'unreachable'],
  ['ERR_EMPTY_RESPONSE', 'cut'],
  ['ERR_CONNECTION_RESET', 'cut'],
])('%s of Chromium or undici is "%s"', async (theirs, code) => {
  const send = () => Promise.reject(Object.assign(new Error(), { code: theirs }));
  const answer = httpConnector(() => MONDAY, send)
    .connect('http://pusat', 'token')
    .files.has('a', NEVER);
  expect(await answer).toMatchObject({ failure: { code } });
});

test('what we end ourselves is told as such', async () => {
  const ending = new AbortController();
  const url = await serve(() => ending.abort());
  const answer = await connector
    .connect(url, 'token')
    .changes({ after: '', limit: 1, wait: 25_000, viewing: null }, ending.signal);
  expect(answer).toMatchObject({ failure: { code: 'aborted' } });
});

test.each<[string, RequestListener, unknown]>([
  [
    'takes the code',
    respond(200, JSON.stringify({ token: 't', officer: RINA })),
    { ok: true, token: 't', officer: RINA },
  ],
  ['does not know the code', respond(401, '{"code":"UNAUTHORIZED"}'), { ok: false, code: 'bad_code' }],
  ['does not know the code (404)', respond(404, '{"code":"NOT_FOUND"}'), { ok: false, code: 'bad_code' }],
  ['is another web server', stranger(404, '{"code":"NOT_FOUND"}'), { ok: false, code: 'not_central' }],
  ['is a proxy that wants a password', stranger(401, '{"code":"X"}'), { ok: false, code: 'not_central' }],
  ['is a portal', stranger(200, '<html>'), { ok: false, code: 'not_central' }],
  [
    'has had too many wrong codes',
    respond(429, '{"code":"TOO_MANY_CODES"}', { 'retry-after': '240' }),
    { ok: false, code: 'too_many_codes', minutes: 4 },
  ],
  [
    'has had too many wrong codes (soon over)',
    respond(429, '{"code":"TOO_MANY_CODES"}', { 'retry-after': '1' }),
    { ok: false, code: 'too_many_codes', minutes: 1 },
  ],
  [
    'has had too many wrong codes (a wait that nobody obeys)',
    respond(429, '{"code":"TOO_MANY_CODES"}', { 'retry-after': '999999999' }),
    { ok: false, code: 'too_many_codes', minutes: 60 },
  ],
  [
    'has had too many wrong codes (and does not say for how long)',
    respond(429, '{"code":"TOO_MANY_CODES"}'),
    { ok: false, code: 'too_many_codes' },
  ],
  [
    'stands behind a portal that says so',
    stranger(429, '{"code":"TOO_MANY_CODES"}'),
    { ok: false, code: 'not_central' },
  ],
  ['is busy', respond(429, '{"code":"TOO_MANY_REQUESTS"}'), { ok: false, code: 'unreachable' }],
  ['is down for maintenance', respond(503, 'x'), { ok: false, code: 'unreachable' }],
  ['stands behind a gateway that does not reach it', stranger(502, 'x'), { ok: false, code: 'unreachable' }],
])('enrolling where the service %s', async (_, listener, expected) => {
  const url = await serve(listener);
  expect(await connector.enrol(`${url}/`, ENROLLING, NEVER)).toEqual(expected);
});
