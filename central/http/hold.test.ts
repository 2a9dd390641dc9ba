import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { MAX_WAIT_MS } from '#shared/contract/central/central.ts';
import { startTestCentral, type TestCentral } from '../../test/support/central.ts';
import { listDevices, revokeDevices } from '../store/devices.ts';
import { giveComplaint, numbered } from '../testing/give-complaint.ts';
import { LIMITS, type Limits } from './limits.ts';

const AGENCY = 'Dinas Perhubungan';
const BEGIN = new Date('2026-02-20T03:00:00.000Z');
let now = BEGIN;
let first: TestCentral;
const opened: { close(): unknown }[] = [];
const lines: string[] = [];
beforeAll(async () => {
  first = await startTestCentral({ now: () => now });
  await first.addAgency(AGENCY, '4006');
});
afterAll(() => first.close());
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
  now = BEGIN;
});

/** A service with small limits, that writes its log to `lines`. */
async function held(limits: Partial<Limits> = {}): Promise<TestCentral> {
  lines.length = 0;
  const central = await startTestCentral({
    databaseUrl: first.databaseUrl,
    now: () => now,
    limits: { ...LIMITS, ...limits },
    log: pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }),
  });
  opened.push(central);
  return central;
}

/** A request whose body is sent by hand. */
function begin({ address }: TestCentral, path: string, headers: Readonly<Record<string, string>>): Socket {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  const all = { host: hostname, 'content-type': 'application/json', 'content-length': '1000', ...headers };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`${path} HTTP/1.1\r\n${head.join('')}\r\n`);
  opened.push({ close: () => socket.destroy() });
  return socket;
}
/** A request that the service has begun with, and that holds its body back. */
async function hold(central: TestCentral, path: string, headers: Readonly<Record<string, string>> = {}) {
  const socket = begin(central, path, { ...headers, expect: '100-continue' });
  expect(await answerTo(socket)).toMatch(/^HTTP\/1\.1 100 /);
  return socket;
}
/** What comes back first. */
const answerTo = async (socket: Socket): Promise<string> => String((await once(socket, 'data'))[0]);

const post = (
  { address }: TestCentral,
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> =>
  fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
const bearer = ({ token }: { readonly token: string }) => ({ authorization: `Bearer ${token}` });
const outcome = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'answered',
    ({ status }: { status?: number }) => status ?? 'cut',
  );

test('a body of nobody known is refused before a byte of it has come, and a known one is read', async () => {
  const central = await held();
  const rina = await central.enrol(AGENCY);
  for (const path of ['POST /v1/commands', 'POST /v1/reports', 'PATCH /v1/attachments/x', 'PUT /v1/x'])
    for (const authorization of ['', 'Bearer invented', 'Basic x']) {
      const answer = await answerTo(begin(central, path, { authorization, 'content-length': '8000000' }));
      expect(answer).toMatch(/^HTTP\/1\.1 401 /);
      expect(answer).toContain('"code":"UNAUTHORIZED"');
    }
  expect((await post(central, '/v1/commands', '{}', bearer(rina))).status).toBe(400);
});

test('a body to enrol is small, also when it is unpacked, and so is the answer to it', async () => {
  const central = await held();
  const large = JSON.stringify({ code: 'x', name: 'y', device: 'z'.repeat(20_000) });
  expect((await post(central, '/v1/enrolments', large)).status).toBe(413);
  const packed = await post(central, '/v1/enrolments', gzipSync(large), { 'content-encoding': 'gzip' });
  expect(packed.status).toBe(413);
  expect((await post(central, '/v1/enrolments', '{}')).status).toBe(400);
});

test('a body that does not come in time is hung up on; the chunk of a file may take longer', async () => {
  const rina = await first.enrol(AGENCY);
  const central = await held({ bodyMs: 1 });
  const slow = begin(central, 'POST /v1/enrolments', {});
  const known = begin(central, 'POST /v1/commands', bearer(rina));
  await Promise.all([once(slow, 'close'), once(known, 'close')]);
  const chunk = begin(central, 'PATCH /v1/attachments/01996c00-0000-4000-8000-000000000001', {
    ...bearer(rina),
    'content-type': 'application/offset+octet-stream',
    'tus-resumable': '1.0.0',
    'upload-offset': '0',
  });
  // Answered, and not cut: there is no such upload.
  expect(await answerTo(chunk)).toMatch(/^HTTP\/1\.1 404 /);
});

test('a line on which nobody says anything is hung up on', async () => {
  const central = await held({ silenceMs: 1 });
  const { hostname, port } = new URL(central.address);
  const socket = connect(Number(port), hostname);
  opened.push({ close: () => socket.destroy() });
  await once(socket.resume(), 'close');
});

test('strangers of one address share a few requests at once; whoever is known does not wait for them', async () => {
  const central = await held({ strangers: 2 });
  const rina = await central.enrol(AGENCY);
  // From the moment on that it is known, it takes no stranger's place.
  await hold(central, 'POST /v1/commands', bearer(rina));
  // What is asked after that is answered after it.
  await rina.client.me();
  const waiting = [await hold(central, 'POST /v1/enrolments'), await hold(central, 'POST /v1/enrolments')];
  const health = () => fetch(`${central.address}/v1/health`);
  const refused = await health();
  expect(refused.headers.get('retry-after')).toBe('1');
  expect(await refused.json()).toMatchObject({ code: 'TOO_MANY_REQUESTS', status: 429 });
  expect(await outcome(rina.client.me())).toBe('answered');
  for (const socket of waiting) socket.destroy();
  await expect.poll(async () => (await health()).status).toBe(200);
});

test('a proxy that says for whom it asks does not make one of them the others', async () => {
  const central = await held({ strangers: 1 });
  await hold(central, 'POST /v1/enrolments', { 'x-forwarded-for': '203.0.113.7' });
  const health = async (address: string): Promise<number> =>
    (await fetch(`${central.address}/v1/health`, { headers: { 'x-forwarded-for': address } })).status;
  expect(await health('203.0.113.7')).toBe(429);
  expect(await health('203.0.113.8')).toBe(200);
});

test('an address has so many requests at once, also those of enrolled devices', async () => {
  const rina = await first.enrol(AGENCY);
  const central = await held({ requests: 2 });
  const waiting = [
    await hold(central, 'POST /v1/commands', bearer(rina)),
    await hold(central, 'POST /v1/commands', bearer(rina)),
  ];
  const me = async (address: string): Promise<number> => {
    const headers = { ...bearer(rina), 'x-forwarded-for': address };
    return (await fetch(`${central.address}/v1/me`, { headers })).status;
  };
  expect(await me('127.0.0.1')).toBe(429);
  expect(await me('203.0.113.8')).toBe(200);
  for (const socket of waiting) socket.destroy();
  await expect.poll(() => me('127.0.0.1')).toBe(200);
});

test('a device has so many requests at once, and so many bodies', async () => {
  const central = await held({ deviceRequests: 3, deviceBodies: 1 });
  const [rina, togar] = [await central.enrol(AGENCY), await central.enrol(AGENCY, 'pelaksana', 'Togar')];
  await rina.client.me();
  await hold(central, 'POST /v1/commands', bearer(rina));
  await expect.poll(async () => (await post(central, '/v1/commands', '{}', bearer(rina))).status).toBe(429);
  expect(await outcome(rina.client.me())).toBe('answered');
  const { cursor } = await rina.client.changes({});
  const path = `GET /v1/changes?after=${cursor}&wait=${MAX_WAIT_MS}`;
  for (const _ of [1, 2]) await hold(central, path, { ...bearer(rina), 'content-length': '0' });
  await expect.poll(() => outcome(rina.client.me())).toBe(429);
  expect(await outcome(togar.client.me())).toBe('answered');
});

test("a device's newest request for news ends its oldest, with an answer", async () => {
  const central = await held({ devicePolls: 1 });
  const [rina, togar] = [await central.enrol(AGENCY), await central.enrol(AGENCY, 'pelaksana', 'Togar')];
  const { cursor } = await togar.client.changes({});
  const wait = (client: typeof rina.client) => client.changes({ after: cursor, wait: MAX_WAIT_MS });
  const others = wait(togar.client);
  const oldest = wait(rina.client);
  const newest = wait(rina.client);
  expect(await oldest).toMatchObject({ changes: [], cursor });
  await giveComplaint(first.db, numbered(1));
  expect((await newest).changes).toHaveLength(1);
  expect((await others).changes).toHaveLength(1);
});

test('who guesses at codes waits longer and longer, and each wrong one is noted', async () => {
  const central = await held({ wrongCodes: { free: 2, firstWaitMs: 60_000, longestWaitMs: 200_000 } });
  const guess = async (code = 'AAAA-AAAA-AAAA') => {
    const answer = await post(central, '/v1/enrolments', JSON.stringify({ code, name: 'X', device: 'PC' }));
    if (answer.status === 429) expect(await answer.json()).toMatchObject({ code: 'TOO_MANY_CODES' });
    return [answer.status, answer.headers.get('retry-after')];
  };
  const after = (ms: number): void => {
    now = new Date(now.getTime() + ms);
  };
  expect([await guess(), await guess(), await guess()]).toEqual([
    [401, null],
    [401, null],
    [401, null],
  ]);
  // Also the right one waits: an answer would tell it from the wrong ones.
  const code = await central.code(AGENCY);
  expect(await guess(code)).toEqual([429, '60']);
  after(60_000);
  expect(await guess()).toEqual([401, null]);
  expect(await guess()).toEqual([429, '120']);
  after(120_000);
  expect(await guess()).toEqual([401, null]);
  expect(await guess()).toEqual([429, '200']);
  after(200_000);
  expect(await guess(code)).toEqual([200, null]);
  after(3_600_001);
  expect([await guess(), await guess(), await guess()].map(([status]) => status)).toEqual([401, 401, 401]);
  const noted = await first.db.selectFrom('audit').selectAll().where('action', '=', 'wrong_code').execute();
  expect(noted.map(({ subject, detail }) => [subject, detail.wrong])).toEqual(
    [1, 2, 3, 4, 5, 1, 2, 3].map((wrong) => ['127.0.0.1', wrong]),
  );
});

test('codes that come at once are counted too, also those that were let in before the first was wrong', async () => {
  const central = await held({ wrongCodes: { free: 2, firstWaitMs: 60_000, longestWaitMs: 60_000 } });
  const waiting = Array.from({ length: 20 }, () => hold(central, 'POST /v1/enrolments'));
  const answers = await Promise.all(
    (await Promise.all(waiting)).map((socket, n) => {
      socket.write(JSON.stringify({ code: `AAAA-${n}`, name: 'X', device: 'PC' }).padEnd(1000));
      return answerTo(socket);
    }),
  );
  const codes = answers.map((answer) => /"code":"(\w+)"/.exec(answer)?.[1]);
  expect(codes.filter((code) => code === 'UNAUTHORIZED')).toHaveLength(3);
  expect(codes.filter((code) => code === 'TOO_MANY_CODES')).toHaveLength(17);
});

test('a small body that is wrong in 50,000 places gets a short answer and no line of its own', async () => {
  const central = await held();
  const rina = await central.enrol(AGENCY);
  for (const wrong of [
    { commands: [{ attachments: Array.from({ length: 50_000 }, () => ({})) }] },
    { commands: Array.from({ length: 100 }, () => ({ kind: 1 })) },
    { commands: [{ [`KENARI${'x'.repeat(50_000)}`]: 1 }] },
  ]) {
    const answer = await post(central, '/v1/commands', gzipSync(JSON.stringify(wrong)), {
      ...bearer(rina),
      'content-encoding': 'gzip',
    });
    expect(answer.status).toBe(400);
    expect((await answer.text()).length).toBeLessThan(4_000);
  }
  for (let n = 0; n < 20; n++) await post(central, '/v1/enrolments', '{}');
  await central.close();
  opened.length = 0;
  const told = lines.map((line) => JSON.parse(line)).filter(({ refused }) => refused !== undefined);
  expect(told).toMatchObject([{ level: 30, refused: { 400: 23 } }]);
  expect(lines.join('').length).toBeLessThan(2_000);
});

const many = Array.from({ length: 500_000 }, () => ({}));
test.each([
  ['a list of very many things', { commands: many }],
  ['a thing of very many parts', { commands: [{ attachments: many }] }],
  ['a part that nobody knows, of very many values', { commands: [], x: many }],
])('%s is refused without the memory to name each of its places', async (_, body) => {
  const central = await held();
  const rina = await central.enrol(AGENCY);
  const packed = gzipSync(JSON.stringify(body));
  const peak = process.resourceUsage().maxRSS;
  for (const path of ['/v1/commands', '/v1/reports']) {
    const answer = await post(central, path, packed, { ...bearer(rina), 'content-encoding': 'gzip' });
    expect(answer.status).toBe(400);
  }
  const MIB = 1024;
  expect(process.resourceUsage().maxRSS - peak).toBeLessThan(300 * MIB);
});

test('the log says of a fault where it was, and nothing of what somebody wrote', async () => {
  const central = await held();
  const code = await central.code(AGENCY);
  await sql`alter table tokens add constraint no_canary check (device not like 'KENARI%')`.execute(first.db);
  const device = 'KENARI nik 1207012345678901';
  const body = JSON.stringify({ code, name: 'KENARI', device });
  const answer = await post(central, '/v1/enrolments', body);
  await sql`alter table tokens drop constraint no_canary`.execute(first.db);
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('KENARI');
  const faults = lines.map((line) => JSON.parse(line)).filter(({ level }) => level >= 50);
  expect(faults).toMatchObject([
    {
      route: 'POST /v1/enrolments',
      fault: { type: 'DatabaseError', code: '23514', table: 'tokens', constraint: 'no_canary' },
    },
  ]);
  expect(lines.join('')).not.toMatch(/KENARI|1207012345678901/);
});

test('a held request of a revoked device ends without a word of the feed, and the next is refused', async () => {
  const central = await held();
  const [thief, other] = [await central.enrol(AGENCY, 'penghubung', 'Dicuri'), await central.enrol(AGENCY)];
  const { cursor } = await thief.client.changes({});
  const wait = (client: typeof thief.client) => client.changes({ after: cursor, wait: MAX_WAIT_MS });
  const stolen = outcome(wait(thief.client));
  const kept = wait(other.client);
  const upload = begin(central, 'POST /v1/commands', bearer(thief));
  const devices = await listDevices(first.db, null, now);
  const id = devices.find(({ officer }) => officer === 'Dicuri')?.id ?? '';
  await revokeDevices(first.db, { devices: [id], officers: [] }, now);
  await once(upload, 'close');
  expect(await stolen).not.toBe('answered');
  expect(await outcome(thief.client.me())).toBe(401);
  await giveComplaint(first.db, numbered(2));
  expect((await kept).changes).toHaveLength(1);
});
