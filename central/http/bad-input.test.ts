import { afterAll, beforeAll, expect, test } from 'vitest';
import { authorOf } from '#shared/domain/complaint/entry.ts';
import { sampleCommand, sampleEntry, sampleRecorded } from '#shared/domain/testing/samples.ts';
import { startTestCentral, type TestCentral, type TestOfficer } from '../../test/support/central.ts';
import { createCode } from '../store/accounts.ts';
import { giveComplaint, numbered } from '../testing/give-complaint.ts';

const AGENCY = { id: '4006', name: 'Dinas Perhubungan' };
const note = { kind: 'internal_note', payload: { text: 'Catatan.' } } as const;
let central: TestCentral;
let rina: TestOfficer;
beforeAll(async () => {
  central = await startTestCentral();
  await central.addAgency(AGENCY.name, AGENCY.id);
  rina = await central.enrol(AGENCY.name);
});
afterAll(() => central.close());

async function ask(path: string, body?: unknown): Promise<{ status: number; answer: unknown }> {
  const response = await fetch(`${central.address}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${rina.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const answer: unknown = await response.json().catch(() => null);
  return { status: response.status, answer };
}

test.each([
  ['the complaint that is open', '%00'],
  ['the complaint that is open', 'x'.repeat(5_000)],
])('%s is refused where it cannot be one', async (_, viewing) => {
  expect((await ask(`/v1/changes?viewing=${viewing}`)).status).toBe(400);
});

test.each(['/v1/commands/%00', '/v1/commands/%E0%A4%A', '/v1/commands/%ZZ', '/v1/%FF', '/v1/commands/1'])(
  'the path %s is a wrong question, no fault',
  async (path) => {
    const { status, answer } = await ask(path);
    expect([400, 404]).toContain(status);
    // Whoever made the server is nobody's business.
    expect(JSON.stringify(answer)).not.toMatch(/FST|fastify/i);
  },
);

test.each([
  ['name', { name: 'Ri\0na', device: 'PC' }],
  ['name', { name: 'Rina \ud800', device: 'PC' }],
  ['device', { name: 'Rina', device: 'P\0C' }],
])('an enrolment with a %s that cannot be stored is refused, and the code stays good', async (_, given) => {
  const code = await central.code(AGENCY.name);
  expect((await ask('/v1/enrolments', { code, ...given })).status).toBe(400);
  expect((await ask('/v1/enrolments', { code, name: 'Rina', device: 'PC' })).status).toBe(200);
});

test('the name that the administrator gave stands, whatever the officer writes', async () => {
  const code = await createCode(central.db, { agency: AGENCY, role: 'penghubung', name: 'Dewi' }, new Date());
  const { answer } = await ask('/v1/enrolments', { code, name: 'Admin Instansi', device: 'PC' });
  expect(answer).toMatchObject({ officer: { name: 'Dewi' } });
});

test.each([
  ['payload', 5_000],
  ['payload', 200_000],
  ['beside', 5_000],
  ['attachments', 5_000],
])(
  'a command whose %s is nested %i deep is refused as unreadable, and says nothing of itself',
  async (where, depth) => {
    const { id } = await giveComplaint(central.db, numbered(depth + where.length));
    const good = sampleCommand(note, { complaintId: id });
    const json = JSON.stringify({ ...good, id: '01996c00-0000-7000-8000-0000000000aa', [where]: 'HERE' });
    const deep = `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
    const { status, answer } = await ask('/v1/commands', `{"commands":[${json.replace('"HERE"', deep)}]}`);
    expect(status).toBe(400);
    expect(JSON.stringify(answer).length).toBeLessThan(5_000);
  },
);

test('a command with more in it than any command has is refused as unreadable', async () => {
  const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`k${i}`, i]));
  const good = sampleCommand(note, { complaintId: 'lapor-1' });
  expect((await ask('/v1/commands', { commands: [{ ...good, ...many }] })).status).toBe(400);
});

test('a command under the id of an entry that stands already is refused, and those beside it are decided', async () => {
  const taken = '01996c00-0000-7000-8000-0000000000bb';
  const timeline = [sampleEntry({ id: taken, author: authorOf(rina.officer) })];
  const { id } = await giveComplaint(central.db, { ...numbered(1), timeline });
  const other = await giveComplaint(central.db, numbered(2));
  const commands = [
    sampleCommand(note, { id: taken, complaintId: other.id }),
    sampleCommand(note, { id: taken, complaintId: id }),
    sampleCommand(note, { id: '01996c00-0000-7000-8000-0000000000cc', complaintId: id }),
  ];
  const { answer } = await ask('/v1/commands', { commands });
  const refused = { outcome: 'refused', code: 'other' };
  expect(answer).toMatchObject({ results: [refused, refused, { outcome: 'accepted' }] });
});

test.each(['0000-01-01T00:00Z', '1999-12-31T23:59:59Z', '2040-01-01T00:00:00Z'])(
  'a complaint that is said to have been recorded at %s is refused, whatever the clock of the PC says',
  async (receivedAt) => {
    const record = {
      kind: 'record',
      payload: { report: sampleRecorded({ receivedAt }), text: 'Parit.' },
    } as const;
    const id = crypto.randomUUID();
    const sent = sampleCommand(record, {
      id,
      complaintId: `catat-${id}`,
      composedAt: '2041-01-01T00:00:00.000Z',
    });
    const { answer } = await ask('/v1/commands', { commands: [sent] });
    expect(answer).toMatchObject({ results: [{ outcome: 'refused', code: 'bad_value' }] });
  },
);
