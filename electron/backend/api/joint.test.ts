import { expect, test } from 'vitest';
import { jointIdOf } from '#shared/domain/answers/joint-answer.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { complaintNo, entry } from '../testing/samples.ts';
import { attachPhoto, photo } from '../testing/send-file.ts';
import { type TestBackend, testBackend, until, untilSynced } from '../testing/test-backend.ts';

const DRAFT = '0190aaaa-0000-7000-8000-000000000001';
const WHERE = jointIdOf(DRAFT);
const TEXT = 'Yth. {nama pelapor}, laporan {id laporan} segera kami tangani.';
const own = (number: number, name = 'Pelapor Contoh') =>
  `Yth. ${name}, laporan ${complaintNo(number).trackingId} segera kami tangani.`;
const ids = [1, 2, 3].map((number) => complaintNo(number).id);
const complaints = ids.map((id) => ({ id, revision: 1 }));

async function ready(
  complaints: readonly Complaint[] = [1, 2, 3].map((number) => complaintNo(number)),
): Promise<TestBackend> {
  const bench = await testBackend(complaints);
  await untilSynced(bench);
  return bench;
}

const begin = ({ client }: TestBackend, of = complaints) =>
  client.draft.save({
    id: DRAFT,
    complaintId: WHERE,
    kind: 'follow_up',
    text: TEXT,
    choices: { joint: { as: 'follow_up', complaints: of } },
  });
const preview = (
  { client }: TestBackend,
  text = TEXT,
  of: { id: string; revision: number | null }[] = complaints,
) => client.command.previewJoint({ as: 'follow_up', text, complaints: of });

/** Sends to all of them what the preview has shown. */
async function send(bench: TestBackend) {
  const answers = (await preview(bench)).map(({ id, text }) => ({ complaintId: id, revision: 1, text }));
  return bench.client.command.submitJoint({ draftId: DRAFT, as: 'follow_up', answers });
}
async function sent(bench: TestBackend): Promise<readonly string[]> {
  const answer = await send(bench);
  if (answer.outcome !== 'kept') throw new Error(answer.outcome);
  return answer.ids;
}
const outbox = async ({ client }: TestBackend) =>
  (await client.outbox.list()).map(({ complaintId, kind, text, delivery }) => [
    complaintId,
    kind,
    text,
    delivery.state,
  ]);
const begun = async ({ client }: TestBackend) =>
  (await client.draft.list()).map(({ id, complaintId, text, choices }) => [id, complaintId, text, choices]);
const KEPT = [[DRAFT, WHERE, TEXT, { joint: { as: 'follow_up', complaints } }]];

test('each complaint is shown the text as its reporter will read it, and what speaks against it', async () => {
  const bench = await ready([
    complaintNo(1, { reporterName: 'Tiur Manalu' }),
    complaintNo(2, { anonymous: true, reporterName: null, originalText: 'Nama saya Sahala Pasaribu.' }),
    complaintNo(3, { title: 'Hubungi 0812 3456 7890' }),
    complaintNo(4, { rawStatus: 'Selesai' }),
    complaintNo(5, { revision: 3, timeline: [entry({ revision: 3 })] }),
  ]);
  const text = 'Yth. {nama pelapor}: {judul laporan}. Petugas Sahala segera datang pada {tanggal}.';
  const of = [1, 2, 3, 4, 5, 0].map((number) => ({
    id: complaintNo(number).id,
    revision: number === 5 ? 1 : null,
  }));
  const shown = await preview(bench, text, of);
  const unfilled = { check: 'unfilled', gaps: [expect.objectContaining({ name: 'tanggal' })] };
  expect(shown.map(({ code, checks, personal }) => [code, checks, personal])).toEqual([
    [null, [unfilled], []],
    [null, [unfilled, { check: 'names_reporter', name: 'Sahala' }], []],
    [null, [unfilled], ['0812 3456 7890']],
    ['closed', [unfilled], []],
    ['superseded', [unfilled], []],
    ['unknown_complaint', [], []],
  ]);
  expect(shown.map((row) => row.text)).toEqual([
    'Yth. Tiur Manalu: Jalan berlubang nomor 1. Petugas Sahala segera datang pada {tanggal}.',
    'Yth. Bapak/Ibu: Jalan berlubang nomor 2. Petugas Sahala segera datang pada {tanggal}.',
    'Yth. Pelapor Contoh: Hubungi 0812 3456 7890. Petugas Sahala segera datang pada {tanggal}.',
    'Yth. Pelapor Contoh: Jalan berlubang nomor 4. Petugas Sahala segera datang pada {tanggal}.',
    'Yth. Pelapor Contoh: Jalan berlubang nomor 5. Petugas Sahala segera datang pada {tanggal}.',
    '',
  ]);
  expect((await preview(bench, ' ', of.slice(0, 1)))[0]).toMatchObject({ code: null, revision: 1 });
});

test('each joint answer goes as a command of its own, and one that is refused is refused alone, with its words', async () => {
  const bench = await ready();
  await begin(bench);
  const commands = await sent(bench);
  expect(await begun(bench)).toEqual([]);
  expect((await outbox(bench)).toSorted()).toEqual([
    [ids[0], 'follow_up', own(1), 'held'],
    [ids[1], 'follow_up', own(2), 'held'],
    [ids[2], 'follow_up', own(3), 'held'],
  ]);
  bench.central.put(complaintNo(2, { revision: 2, rawStatus: 'Ditutup oleh Admin' }));
  bench.clock.advance(10_000);
  await until(async () => (await bench.client.queue.counts()).attention === 1);
  await until(async () => (await outbox(bench)).every(([, , , state]) => state !== 'queued'));
  expect(bench.central.executed.toSorted()).toEqual([commands[0], commands[2]].toSorted());
  expect(bench.central.complaints.get(ids[0] ?? '')).toMatchObject({
    rawStatus: 'Ditindaklanjuti oleh Instansi',
    timeline: [{ id: commands[0], text: own(1) }],
  });
  const reopened = await bench.client.command.reopen({ id: commands[1] ?? '' });
  expect(reopened).toMatchObject({ ok: true, draft: { complaintId: ids[1], text: own(2) } });
});

test('joint answers go all or none: when a complaint allows none any more, nothing is written and the draft stays', async () => {
  const bench = await ready();
  await begin(bench);
  const answers = ids.map((complaintId, n) => ({ complaintId, revision: 1, text: own(n + 1) }));
  bench.central.put(complaintNo(2, { revision: 2, rawStatus: 'Selesai' }));
  await until(async () => (await preview(bench)).some(({ code }) => code === 'closed'));
  const answer = await bench.client.command.submitJoint({ draftId: DRAFT, as: 'follow_up', answers });
  expect(answer).toEqual({ outcome: 'refused', refused: [ids[1]] });
  expect(await outbox(bench)).toEqual([]);
  expect(await begun(bench)).toEqual(KEPT);
});

test('one undo takes all joint answers back into the draft they were; what was sent once is not sent again', async () => {
  const bench = await ready();
  await begin(bench);
  const commands = await sent(bench);
  expect(await send(bench)).toEqual({ outcome: 'gone' });
  expect(await bench.client.command.withdrawMany({ ids: commands, draftId: DRAFT })).toMatchObject({
    withdrawn: 3,
    draft: { id: DRAFT, complaintId: WHERE, text: TEXT },
  });
  expect(await outbox(bench)).toEqual([]);
  expect(await begun(bench)).toEqual(KEPT);
  bench.clock.advance(20_000);
  expect(bench.central.executed).toEqual([]);

  const again = await sent(bench);
  await bench.client.command.withdraw({ id: again[0] ?? '' });
  expect(await bench.client.command.withdrawMany({ ids: again, draftId: DRAFT })).toMatchObject({
    withdrawn: 2,
    draft: { choices: { joint: { complaints: complaints.slice(1) } } },
  });
});

test('an undo that comes too late brings back neither the answers nor their draft', async () => {
  const bench = await ready();
  await begin(bench);
  const commands = await sent(bench);
  bench.clock.advance(10_000);
  await until(() => bench.central.executed.length === 3);
  await untilSynced(bench);
  expect(await bench.client.command.withdrawMany({ ids: commands, draftId: DRAFT })).toEqual({
    withdrawn: 0,
  });
  expect(await begun(bench)).toEqual([]);
});

test('a joint answer being written is there after the app was opened again, and is no complaint', async () => {
  const bench = await ready();
  await begin(bench);
  const again = await bench.reopened();
  expect(await begun(again)).toEqual(KEPT);
  expect((await again.client.queue.counts()).drafts).toBe(1);
  const page = await again.client.queue.page({ view: 'all', after: null, limit: 10 });
  expect(page.rows.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
});

test('the same files go with each joint answer, and are there again after the undo', async () => {
  const bench = await ready();
  await attachPhoto(
    bench,
    { draftId: DRAFT, complaintId: WHERE, name: 'sudah ditambal.jpg' },
    photo(2_000, 1),
  );
  await begin(bench);
  const commands = await sent(bench);
  const files = async () => (await bench.client.outbox.list()).map(({ attachments }) => attachments.length);
  expect(await files()).toEqual([1, 1, 1]);
  await bench.client.command.withdrawMany({ ids: commands, draftId: DRAFT });
  expect((await bench.client.draft.list())[0]?.attachments).toHaveLength(1);
  await sent(bench);
  bench.clock.advance(10_000);
  await until(() => bench.central.executed.length === 3);
  expect(bench.central.complaints.get(ids[2] ?? '')?.timeline[0]?.attachments).toMatchObject([
    { name: 'sudah ditambal.jpg' },
  ]);
});

test('where another officer lets answers out, each joint answer is proposed', async () => {
  const agency = { id: 'opd-1', name: 'Dinas Bina Jalan', approval: true };
  const bench = await ready();
  bench.central.setReference({ name: 'agencies', value: [agency] });
  await until(async () => (await bench.client.reference.get()).agencies.length === 1);
  await begin(bench);
  await sent(bench);
  expect((await outbox(bench)).map(([, kind]) => kind)).toEqual(['propose', 'propose', 'propose']);
  bench.clock.advance(10_000);
  await until(async () => (await bench.client.queue.counts()).approval === 3);
});
