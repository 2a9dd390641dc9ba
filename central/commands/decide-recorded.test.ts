import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ComplaintCommand } from '#shared/domain/commands/command.ts';
import { type Recorded, recordedId } from '#shared/domain/complaint/recorded.ts';
import { sampleCommand, sampleRecorded } from '#shared/domain/testing/samples.ts';
import { startTestCentral, type TestCentral, type TestOfficer } from '../../test/support/central.ts';
import { findAgency } from '../store/agencies.ts';
import { listUndisposed } from '../store/complaints.ts';
import { attachmentOf, photo, tusClient } from '../testing/files.ts';
import { disposeComplaint } from './dispose.ts';

const A = { id: '4006', name: 'Dinas Perhubungan' };
const B = { id: '4003', name: 'Dinas Kesehatan' };
const PHOTO = photo(900);
let central: TestCentral;
let rina: TestOfficer;
let budi: TestOfficer;
beforeAll(async () => {
  central = await startTestCentral();
  for (const { name, id } of [A, B]) await central.addAgency(name, id);
  rina = await central.enrol(A.name);
  budi = await central.enrol(B.name, 'penghubung', 'Dokter Budi');
  await tusClient(central.address, rina.token).upload(PHOTO);
});
afterAll(() => central.close());

let made = 0;
function record(changes: Partial<Recorded> = {}): ComplaintCommand {
  made++;
  const uuid = `01996c00-0000-7000-8000-${String(made).padStart(12, '0')}`;
  return sampleCommand(
    { kind: 'record', payload: { report: sampleRecorded(changes), text: 'Lampu jalan di Cemara mati.' } },
    { id: uuid, complaintId: recordedId(uuid), trunkRevision: 0, attachments: [attachmentOf(PHOTO)] },
  );
}
async function send({ client }: TestOfficer, ...commands: readonly ComplaintCommand[]) {
  const request = { commands } as unknown as Parameters<typeof client.commands>[0];
  return (await client.commands(request)).results;
}
const fed = async ({ client }: TestOfficer, complaintId: string) =>
  (await client.changes({ limit: 2000 })).changes.flatMap((change) =>
    change.type === 'upsert' && change.complaint.id === complaintId ? [change.complaint] : [],
  )[0];
const rows = (complaintId: string) =>
  central.db.selectFrom('complaints').selectAll().where('id', '=', complaintId).execute();
const given = async (number: string, name: string) => {
  const agency = await findAgency(central.db, name);
  if (agency === null) throw new Error(`no agency ${name}`);
  return central.db.transaction().execute((tx) => disposeComplaint(tx, number, agency, new Date()));
};

test('a recorded complaint stands once in the queue of the agency, however often and however quickly it is sent', async () => {
  const command = record();
  const answers = await Promise.all([send(rina, command), send(rina, command), send(rina, command)]);
  const [first] = answers.flat();
  if (first?.outcome !== 'accepted') throw new Error('not accepted');
  expect(answers.flat()).toEqual([first, first, first]);
  expect(await rows(command.complaintId)).toMatchObject([
    { trackingId: first.receipt, agencyId: A.id, revision: 1 },
  ]);
  expect(await fed(rina, command.complaintId)).toMatchObject({
    trackingId: first.receipt,
    originalText: 'Lampu jalan di Cemara mati.',
    timeline: [
      { id: command.id, kind: 'record', receipt: first.receipt, attachments: [{ type: 'image/jpeg' }] },
    ],
    readBy: [{ officerId: rina.officer.id, revision: 1 }],
  });
  const other = { ...record(), complaintId: command.complaintId };
  expect(await send(rina, other)).toMatchObject([{ outcome: 'refused', code: 'bad_value' }]);
});

test('half a character of a cut paste does not keep it from being recorded', async () => {
  const command = record({ title: 'Lampu \ud83d mati' });
  expect(await send(rina, command)).toMatchObject([{ outcome: 'accepted' }]);
  expect(await rows(command.complaintId)).toMatchObject([{ title: 'Lampu \ufffd mati' }]);
});

test('a command that follows a recorded complaint in the same request is decided upon it', async () => {
  const command = record();
  const note = sampleCommand(
    { kind: 'internal_note', payload: { text: 'Sudah dicek.' } },
    { id: record().id, complaintId: command.complaintId, trunkRevision: 0, after: command.id },
  );
  expect(await send(rina, command, note)).toMatchObject([{ outcome: 'accepted' }, { outcome: 'accepted' }]);
  const complaint = await fed(rina, command.complaintId);
  expect(complaint?.timeline.map(({ kind }) => kind)).toEqual(['record', 'internal_note']);
});

test('a complaint that was recorded for another agency is in no feed until the Admin Instansi gives it; then that agency has the contact and the files', async () => {
  const command = record({ ours: false });
  const [result] = await send(rina, command);
  if (result?.outcome !== 'accepted') throw new Error('not accepted');
  expect(await fed(rina, command.complaintId)).toBeUndefined();
  expect(await listUndisposed(central.db)).toMatchObject([
    { number: result.receipt, title: sampleRecorded().title },
  ]);
  expect(await given('K-1', B.name)).toBe(false);
  expect(await given(result.receipt, B.name)).toBe(true);
  expect(await given(result.receipt, B.name)).toBe(false);
  expect(await listUndisposed(central.db)).toEqual([]);
  const complaint = await fed(budi, command.complaintId);
  expect(complaint).toMatchObject({
    rawStatus: 'Terdisposisi ke Dinas Kesehatan',
    reporterName: 'Budi Santoso',
    timeline: [{ kind: 'disposition', detail: { recorded: { reporter: { phone: '0812-0000-0000' } } } }],
  });
  const [file] = complaint?.timeline[0]?.attachments ?? [];
  expect((await tusClient(central.address, budi.token).download(file?.sha256 ?? '')).status).toBe(200);
});

test('who an anonymous reporter is never reaches another agency, whatever was written down', async () => {
  const command = record({ ours: false, anonymous: true });
  const [result] = await send(rina, command);
  if (result?.outcome !== 'accepted') throw new Error('not accepted');
  await given(result.receipt, B.name);
  const complaint = await fed(budi, command.complaintId);
  expect(complaint).toMatchObject({
    anonymous: true,
    reporterName: null,
    timeline: [{ kind: 'disposition' }],
  });
  const told = JSON.stringify(complaint);
  for (const secret of ['Budi Santoso', '0812-0000-0000', '@budi.cemara', 'instagram.com'])
    expect(told).not.toContain(secret);
  expect(complaint?.timeline[0]?.attachments).toEqual([]);
});

test('nothing of a reporter stands in the audit', async () => {
  const told = JSON.stringify(await central.db.selectFrom('audit').selectAll().execute());
  expect(told).toContain('command.record');
  for (const secret of ['Budi Santoso', '0812-0000-0000', '@budi.cemara']) expect(told).not.toContain(secret);
});
