import { afterAll, beforeAll, expect, test } from 'vitest';
import { centralClient, startTestCentral, type TestCentral } from '../../test/support/central.ts';
import { createCode } from './accounts.ts';
import { listDevices, revokeDevices } from './devices.ts';

const DAY_MS = 86_400_000;
const BEGIN = new Date('2026-02-20T03:00:00.000Z');
let now = BEGIN;
let central: TestCentral;
beforeAll(async () => {
  central = await startTestCentral({ now: () => now });
  for (const [name, id] of [
    ['Dinas Perhubungan', '4006'],
    ['Dinas Kesehatan', '4003'],
  ] as const)
    await central.addAgency(name, id);
});
afterAll(() => central.close());

const after = (ms: number): void => {
  now = new Date(now.getTime() + ms);
};
const answers = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'answered',
    ({ status }: { status: number }) => status,
  );

test('a device that asks goes on for ever, one that does not ask for 90 days needs a new code', async () => {
  const [used, forgotten] = [
    await central.enrol('Dinas Perhubungan', 'penghubung', 'Rina'),
    await central.enrol('Dinas Perhubungan', 'penghubung', 'Budi'),
  ];
  for (let weeks = 0; weeks < 13; weeks++) {
    after(7 * DAY_MS);
    expect(await answers(used.client.me())).toBe('answered');
  }
  expect(await answers(used.client.me())).toBe('answered');
  expect(await answers(forgotten.client.me())).toBe(401);
  const states = (await listDevices(central.db, '4006', now)).map(({ officer, state }) => [officer, state]);
  expect(states).toEqual([
    ['Budi', 'unused'],
    ['Rina', 'active'],
  ]);
});

test('the last use is listed to the hour, by agency', async () => {
  now = BEGIN;
  const { client, officer } = await central.enrol('Dinas Kesehatan', 'pelaksana', 'Sari');
  const list = () => listDevices(central.db, '4003', now);
  const device = {
    id: expect.stringMatching(/^[0-9a-f]{12}$/),
    officerId: officer.id,
    officer: 'Sari',
    role: 'pelaksana',
    agency: 'Dinas Kesehatan',
    device: 'PC ruang pelayanan',
    enrolledAt: BEGIN.toISOString(),
    state: 'active',
  };
  expect(await list()).toEqual([{ ...device, lastUsedAt: null }]);
  await client.me();
  after(1_800_000);
  await client.me();
  expect(await list()).toEqual([{ ...device, lastUsedAt: BEGIN.toISOString() }]);
  after(2_000_000);
  await client.me();
  expect(await list()).toEqual([{ ...device, lastUsedAt: now.toISOString() }]);
});

test('those who ask at the same time are each known by their own token', async () => {
  const names = ['Dewi', 'Eko', 'Fitri'];
  const clients = [centralClient(central.address, 'invented')];
  for (const name of names) clients.push((await central.enrol('Dinas Kesehatan', 'pelaksana', name)).client);
  const told = await Promise.all(
    [...clients, ...clients].map((client) =>
      client.me().then(
        ({ officer }) => officer.name,
        ({ status }: { status: number }) => status,
      ),
    ),
  );
  expect(told).toEqual([401, ...names, 401, ...names]);
});

test('nobody waits for the note of a last use', async () => {
  const [busy, other] = [
    await central.enrol('Dinas Kesehatan', 'pelaksana', 'Indah'),
    await central.enrol('Dinas Kesehatan', 'pelaksana', 'Joko'),
  ];
  await central.db.transaction().execute(async (tx) => {
    await tx.selectFrom('tokens').selectAll().where('officerId', '=', busy.officer.id).forUpdate().execute();
    expect(await Promise.all([busy.client.me(), other.client.me()])).toMatchObject([
      { officer: { name: 'Indah' } },
      { officer: { name: 'Joko' } },
    ]);
  });
});

test('a revoked device is answered no more, nor is a code that waits for its officer; others go on', async () => {
  const [gone, other] = [
    await central.enrol('Dinas Perhubungan', 'penghubung', 'Gita'),
    await central.enrol('Dinas Perhubungan', 'penghubung', 'Hadi'),
  ];
  const { agency, id: officerId, role } = gone.officer;
  if (agency === null) throw new Error('no agency');
  const code = await createCode(central.db, { agency, role, name: null, officerId }, now);
  const device = (await listDevices(central.db, '4006', now)).find(({ officer }) => officer === 'Gita');
  const revoking = { devices: [device?.id ?? ''], officers: [officerId] };
  expect(await revokeDevices(central.db, revoking, now)).toBe(1);
  expect(await revokeDevices(central.db, revoking, now)).toBe(0);
  expect(await answers(gone.client.me())).toBe(401);
  expect(await answers(other.client.me())).toBe('answered');
  const enrolment = { code, name: '', device: 'PC lain' };
  expect(await answers(centralClient(central.address).enrol(enrolment))).toBe(401);
  const audit = await central.db.selectFrom('audit').selectAll().where('action', '=', 'revoke').execute();
  expect(audit).toMatchObject([{ subject: officerId, detail: { device: 'PC ruang pelayanan' } }]);
});
