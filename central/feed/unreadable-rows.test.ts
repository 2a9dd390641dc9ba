import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { authorOf } from '#shared/domain/complaint/entry.ts';
import { sampleCommand, sampleEntry } from '#shared/domain/testing/samples.ts';
import { startTestCentral, type TestCentral, type TestOfficer } from '../../test/support/central.ts';
import { giveComplaint, numbered } from '../testing/give-complaint.ts';

let central: TestCentral;
let rina: TestOfficer;
let logged: string[] = [];
beforeAll(async () => {
  const log = pino({ level: 'warn' }, { write: (line: string) => logged.push(line) });
  central = await startTestCentral({ log });
  await central.addAgency('Dinas Perhubungan', '4006');
  rina = await central.enrol('Dinas Perhubungan');
});
afterAll(() => central.close());
beforeEach(() => {
  logged = [];
});

let complaints = 0;
async function given(): Promise<string> {
  complaints++;
  const entries = ['e', 'f'].map((name) =>
    sampleEntry({ id: `${name}-${complaints}`, author: authorOf(rina.officer) }),
  );
  return (await giveComplaint(central.db, { ...numbered(complaints), timeline: entries })).id;
}
const readable = async (): Promise<Record<string, readonly string[]>> => {
  const { changes } = await rina.client.changes({ limit: 2000 });
  return Object.fromEntries(
    changes.flatMap((change) =>
      change.type === 'upsert' ? [[change.complaint.id, change.complaint.timeline.map(({ id }) => id)]] : [],
    ),
  );
};

test.each([
  ['received_at', 'infinity'],
  ['received_at', '-infinity'],
  ['received_at', '294276-12-31T00:00:00Z'],
  ['dispositioned_at', 'infinity'],
])(
  'a complaint whose %s is "%s" is left out of the feed, its id is in the log, and the feed goes on',
  async (column, instant) => {
    const [bad, good] = [await given(), await given()];
    await sql`update complaints set ${sql.ref(column)} = ${instant} where id = ${bad}`.execute(central.db);
    const page = await readable();
    expect([page[bad], page[good]?.length]).toEqual([undefined, 2]);
    expect(logged.join()).toContain(bad);
    await sql`delete from feed_items where complaint_id = ${bad}`.execute(central.db);
  },
);

test('an entry that cannot be read is left out of its timeline, and its id is in the log', async () => {
  const id = await given();
  await sql`update timeline_entries set at = '-infinity' where id = ${`e-${complaints}`}`.execute(central.db);
  expect((await readable())[id]).toEqual([`f-${complaints}`]);
  expect(logged.join()).toContain(`e-${complaints}`);
});

test('a line of the feed that names a complaint of another agency is left out, and the feed goes on', async () => {
  await central.addAgency('Dinas Kesehatan', '4003');
  const [foreign, good] = [await given(), await given()];
  await sql`update complaints set agency_id = '4003' where id = ${foreign}`.execute(central.db);
  const page = await readable();
  expect([page[foreign], page[good]?.length]).toEqual([undefined, 2]);
  expect(logged.join()).toContain(foreign);
});

test('reference data that cannot be read are left out, and the feed goes on', async () => {
  const good = await given();
  const { value } = await central.db
    .selectFrom('referenceData')
    .select('value')
    .where('name', '=', 'rules')
    .executeTakeFirstOrThrow();
  await sql`update reference_data set value = '{"not": "rules"}' where name = 'rules'`.execute(central.db);
  const { changes } = await rina.client.changes({ limit: 2000 });
  expect(changes.some((change) => change.type === 'reference' && change.reference.name === 'rules')).toBe(
    false,
  );
  expect(changes.some((change) => change.type === 'upsert' && change.complaint.id === good)).toBe(true);
  expect(logged.join()).toContain('rules');
  await sql`update reference_data set value = ${JSON.stringify(value)}::jsonb where name = 'rules'`.execute(
    central.db,
  );
});

test('a command on a complaint that cannot be read waits, and those beside it are decided', async () => {
  const [bad, good] = [await given(), await given()];
  await sql`update complaints set received_at = 'infinity' where id = ${bad}`.execute(central.db);
  const note = { kind: 'internal_note', payload: { text: 'Catatan.' } } as const;
  const commands = [bad, good].map((complaintId, i) =>
    sampleCommand(note, { id: `01996c00-0000-7000-8000-00000000000${i}`, complaintId }),
  );
  const { results } = await rina.client.commands({ commands });
  expect(results.map(({ outcome }) => outcome)).toEqual(['later', 'accepted']);
});
