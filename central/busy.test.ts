import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleCommand } from '#shared/domain/testing/samples.ts';
import { startTestCentral, type TestCentral, type TestOfficer } from '../test/support/central.ts';
import { readRows } from './store/complaints.ts';
import { giveComplaint, numbered } from './testing/give-complaint.ts';

const A = { id: '4006', name: 'Dinas Perhubungan' };
const B = { id: '4003', name: 'Dinas Kesehatan' };

let central: TestCentral;
let rina: TestOfficer;
let nurse: TestOfficer;
beforeAll(async () => {
  central = await startTestCentral();
  for (const { name, id } of [A, B]) await central.addAgency(name, id);
  rina = await central.enrol(A.name);
  nurse = await central.enrol(B.name);
  await giveComplaint(central.db, numbered(1));
  await giveComplaint(central.db, { ...numbered(2), agency: B });
});
afterAll(() => central.close());

const note = (complaintId: string) => ({
  ...sampleCommand(
    { kind: 'internal_note', payload: { text: 'Sudah diperiksa.' } },
    { id: v7(), complaintId },
  ),
  attachments: [],
  kind: 'internal_note' as const,
  payload: { text: 'Sudah diperiksa.' },
});

test('while an import holds a report, commands on it are told to come later, and everybody else is answered', async () => {
  const held = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const importing = central.db.transaction().execute(async (tx) => {
    await readRows(tx, [numbered(1).trackingId], 'lock');
    locked.resolve();
    await held.promise;
  });
  await locked.promise;
  try {
    // More than the service has connections.
    const stuck = Array.from({ length: 30 }, () => note(numbered(1).id));
    const answers = stuck.map((command) => rina.client.commands({ commands: [command] }));
    // Reading waits for nobody's lock.
    expect((await nurse.client.changes({})).changes).not.toEqual([]);
    expect((await rina.client.me()).officer.name).toBe('Rina Sitepu');
    const { results } = await nurse.client.commands({ commands: [note(numbered(2).id)] });
    expect(results).toMatchObject([{ outcome: 'accepted' }]);
    for (const answer of await Promise.all(answers)) {
      expect(answer.results).toMatchObject([{ outcome: 'later' }]);
    }
    held.resolve();
    await importing;
    const { results: again } = await rina.client.commands({ commands: stuck });
    expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['accepted']));
  } finally {
    held.resolve();
  }
}, 30_000);
