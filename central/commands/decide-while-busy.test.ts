import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleCommand } from '#shared/domain/testing/samples.ts';
import { startTestCentral, type TestCentral, type TestOfficer } from '../../test/support/central.ts';
import { LIMITS } from '../http/limits.ts';
import { readRows } from '../store/complaints.ts';
import { somebodyWaits } from '../testing/database-activity.ts';
import { giveComplaint, numbered } from '../testing/give-complaint.ts';

const A = { id: '4006', name: 'Dinas Perhubungan' };
const B = { id: '4003', name: 'Dinas Kesehatan' };

let central: TestCentral;
let rina: TestOfficer;
let nurse: TestOfficer;
beforeAll(async () => {
  // One PC would not send so many at once.
  central = await startTestCentral({ limits: { ...LIMITS, deviceBodies: 100, deviceRequests: 100 } });
  for (const { name, id } of [A, B]) await central.addAgency(name, id);
  rina = await central.enrol(A.name);
  nurse = await central.enrol(B.name);
  await giveComplaint(central.db, numbered(1));
  await giveComplaint(central.db, { ...numbered(2), agency: B });
  await giveComplaint(central.db, numbered(3));
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

/** Holds a complaint as an import does, until `work` is done. */
async function whileHeld(trackingId: string, work: () => Promise<void>): Promise<void> {
  const held = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const importing = central.db.transaction().execute(async (tx) => {
    await readRows(tx, [trackingId], 'forUpdate');
    locked.resolve();
    await held.promise;
  });
  await locked.promise;
  try {
    await work();
  } finally {
    held.resolve();
    await importing;
  }
}

test('while an import holds a complaint, commands on it are told to come later, and everybody else is answered', async () => {
  // More than the service has connections.
  const stuck = Array.from({ length: 30 }, () => note(numbered(1).id));
  await whileHeld(numbered(1).trackingId, async () => {
    const answers = stuck.map((command) => rina.client.commands({ commands: [command] }));
    // Reading waits for nobody's lock.
    expect((await nurse.client.changes({})).changes).not.toEqual([]);
    expect((await rina.client.me()).officer.name).toBe('Rina Sitepu');
    const { results } = await nurse.client.commands({ commands: [note(numbered(2).id)] });
    expect(results).toMatchObject([{ outcome: 'accepted' }]);
    for (const answer of await Promise.all(answers)) {
      expect(answer.results).toMatchObject([{ outcome: 'later' }]);
    }
  });
  for (const command of stuck) {
    const { results } = await rina.client.commands({ commands: [command] });
    expect(results).toMatchObject([{ outcome: 'accepted' }]);
  }
});

test('nothing more is decided for a client that has gone', async () => {
  // Each of the stuck ones is given up after a second: that many seconds there are to see them and to leave.
  const stuck = Array.from({ length: 4 }, () => note(numbered(1).id));
  const second = note(numbered(3).id);
  await whileHeld(numbered(1).trackingId, async () => {
    const leaving = new AbortController();
    const asking = rina.client.commands({ commands: [...stuck, second] }, { signal: leaving.signal });
    while (!(await somebodyWaits(central.db)));
    leaving.abort();
    await expect(asking).rejects.toThrow();
    // Two turns of the same agency: the one that was left waiting would have had its own between them.
    for (let turn = 0; turn < 2; turn++) await rina.client.commands({ commands: [note(numbered(3).id)] });
  });
  await expect(rina.client.commandResult({ id: second.id })).rejects.toMatchObject({ status: 404 });
});
