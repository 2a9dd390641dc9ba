import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleCommand } from '#shared/domain/testing/samples.ts';
import { startTestCentral, type TestCentral } from '../../test/support/central.ts';
import { attachmentOf, photo, tusClient } from '../testing/files.ts';
import { giveComplaint } from '../testing/give-complaint.ts';
import { clearExpired } from './retention.ts';

let central: TestCentral;
let now = new Date('2026-02-20T03:00:00.000Z');
beforeAll(async () => {
  central = await startTestCentral({ now: () => now });
  await central.addAgency('Dinas Perhubungan', '4006');
});
afterAll(() => central.close());

test('what was brought on a complaint that no import has named goes after 400 days, and the audit says so', async () => {
  const togar = await central.joining('Dinas Perhubungan');
  const begun = now.getTime();
  const id = '01996c00-0000-7000-8000-000000000400';
  const body = { kind: 'internal_note', payload: { text: 'x' } } as const;
  const command = sampleCommand(body, { id, complaintId: 'lapor-9400400' });
  await togar.client.bring({ commands: [{ command, receipt: null, laporStatus: 'Terverifikasi' }] });
  const waiting = async (days: number) => {
    await clearExpired(central.db, new Date(begun + days * 86_400_000 + 1));
    return (await central.db.selectFrom('waitingCommands').select('id').execute()).length;
  };
  expect([await waiting(399), await waiting(400), await waiting(401)]).toEqual([1, 0, 0]);
  const rows = await central.db
    .selectFrom('audit')
    .select(['officerId', 'subject', 'detail'])
    .where('action', '=', 'waiting_cleared')
    .execute();
  expect(rows).toEqual([{ officerId: togar.officer.id, subject: 'lapor-9400400', detail: { command: id } }]);
});

test('unfinished uploads go after 7 days, whole files that no entry names after 60, named ones never', async () => {
  const rina = await central.enrol('Dinas Perhubungan');
  const tus = tusClient(central.address, rina.token);
  const [named, unnamed, unfinished] = [photo(900, 1), photo(900, 2), photo(900, 3)];
  const rejected = Buffer.from('just words');
  for (const bytes of [named, unnamed, named, rejected]) await tus.upload(bytes);
  const url = await tus.begin(attachmentOf(unfinished));
  const { id: complaintId } = await giveComplaint(central.db);
  await rina.client.commands({
    commands: [
      {
        ...sampleCommand({ kind: 'internal_note', payload: { text: 'x' } }),
        complaintId,
        attachments: [attachmentOf(named)],
      },
    ],
  });

  const START = now.getTime();
  const left = async (days: number): Promise<unknown> => {
    await clearExpired(central.db, new Date(START + days * 86_400_000 + 1));
    const rows = await sql<{
      state: string;
    }>`select state from attachments order by created_at, state`.execute(central.db);
    return rows.rows.map(({ state }) => state).sort();
  };
  expect(await left(6)).toEqual(['duplicate', 'receiving', 'rejected', 'whole', 'whole']);
  // Seven days count from the last byte.
  now = new Date(START + 3 * 86_400_000);
  await tus.send(url, 0, unfinished.subarray(0, 100));
  expect(await left(7)).toEqual(['receiving', 'rejected', 'whole', 'whole']);
  expect(await left(10)).toEqual(['rejected', 'whole', 'whole']);
  expect(await left(59)).toEqual(['rejected', 'whole', 'whole']);
  expect(await left(60)).toEqual(['whole']);
  expect(await left(6_000)).toEqual(['whole']);

  // Whoever wants to go on begins anew.
  expect((await tus.head(url)).status).toBe(404);
  const named200 = await tus.download(attachmentOf(named).sha256, {}, 'HEAD');
  expect(named200.status).toBe(200);
});
