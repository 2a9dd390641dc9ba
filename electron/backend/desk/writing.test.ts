import { expect, test } from 'vitest';
import { type DeskBench, deskBench, until, untilSynced } from '../testing/desk-bench.ts';
import { answerBody, entry, noteBody, report } from '../testing/samples.ts';

const ID = report(1).id;
const drafts = async (bench: DeskBench) =>
  (await bench.client.case.get({ id: ID }))?.drafts.map(({ kind, text }) => [kind, text]);
const save = (bench: DeskBench, text: string, kind: 'follow_up' | 'internal_note' | 'return' = 'follow_up') =>
  bench.client.draft.save({ complaintId: ID, kind, text });

async function ready(): Promise<DeskBench> {
  const bench = await deskBench([report(1), report(2)]);
  await untilSynced(bench);
  return bench;
}

test('a draft of each kind is kept, found in its view and in the row, and goes when emptied', async () => {
  const bench = await ready();
  await save(bench, 'Jawaban');
  await save(bench, 'Catatan', 'internal_note');
  await save(bench, 'Jawaban lebih panjang');
  const again = await bench.reopened();
  expect(await drafts(again)).toEqual([
    ['follow_up', 'Jawaban lebih panjang'],
    ['internal_note', 'Catatan'],
  ]);
  const page = await again.client.queue.page({ view: 'drafts', after: null, limit: 10 });
  expect(page.rows.map((row) => [row.id, row.hasDraft])).toEqual([[ID, true]]);
  await save(again, '');
  await save(again, '', 'internal_note');
  expect((await again.client.queue.counts()).drafts).toBe(0);
});

test('submitting takes the draft of its kind away, in the same step', async () => {
  const bench = await ready();
  await save(bench, 'Jawaban');
  await save(bench, 'Catatan', 'internal_note');
  const sent = await bench.client.command.submit({ complaintId: ID, body: answerBody('Jawaban') });
  expect(sent).toMatchObject({ ok: true, heldUntil: new Date(bench.clock.now() + 10_000).toISOString() });
  expect(await drafts(bench)).toEqual([['internal_note', 'Catatan']]);
});

test('what the domain forbids is not written, and the draft stays', async () => {
  const bench = await deskBench([report(1, { rawStatus: 'Selesai' })]);
  await untilSynced(bench);
  await save(bench, 'Terlambat');
  const submit = (complaintId: string, text: string) =>
    bench.client.command.submit({ complaintId, body: answerBody(text) });
  expect(await submit(ID, 'Terlambat')).toEqual({ ok: false, code: 'closed' });
  expect(await submit('lapor-0', 'x')).toEqual({ ok: false, code: 'unknown_complaint' });
  expect(await drafts(bench)).toEqual([['follow_up', 'Terlambat']]);
  expect(await bench.client.outbox.list()).toEqual([]);
});

test('undo brings the words back as a draft, together with what was begun meanwhile', async () => {
  const bench = await ready();
  const sent = await bench.client.command.submit({ complaintId: ID, body: answerBody('Pertama') });
  if (!sent.ok) throw new Error(sent.code);
  await save(bench, 'Kedua');
  expect(await bench.client.command.withdraw({ id: sent.id })).toEqual({ ok: true });
  expect(await drafts(bench)).toEqual([['follow_up', 'Pertama\n\nKedua']]);
  expect(await bench.client.outbox.list()).toEqual([]);
  expect((await bench.client.case.get({ id: ID }))?.complaint.timeline).toEqual([]);
  bench.clock.advance(60_000);
  await untilSynced(bench);
  expect(bench.central.executed).toEqual([]);
  expect(await bench.client.command.withdraw({ id: sent.id })).toEqual({ ok: false });
});

test('taking back the first of a chain does not break what was written after it', async () => {
  const bench = await ready();
  const first = await bench.client.command.submit({ complaintId: ID, body: answerBody('Satu') });
  const second = await bench.client.command.submit({ complaintId: ID, body: noteBody('Dua') });
  if (!first.ok || !second.ok) throw new Error('not taken');
  await bench.client.command.withdraw({ id: first.id });
  bench.clock.advance(10_000);
  await until(() => bench.central.executed.includes(second.id));
});

test('a draft begun before a colleague answered is stopped once, then goes if the officer insists', async () => {
  const bench = await ready();
  await save(bench, 'Sedang ditulis');
  bench.central.put(
    report(1, {
      revision: 2,
      timeline: [entry({ revision: 2 })],
      rawStatus: 'Ditindaklanjuti oleh Instansi',
    }),
  );
  await until(async () => (await bench.client.case.get({ id: ID }))?.complaint.revision === 2);
  const submit = () => bench.client.command.submit({ complaintId: ID, body: answerBody('Sedang ditulis') });
  expect(await submit()).toEqual({ ok: false, code: 'superseded' });
  expect(await drafts(bench)).toEqual([['follow_up', 'Sedang ditulis']]);
  expect(await submit()).toMatchObject({ ok: true });
  bench.clock.advance(10_000);
  await until(() => bench.central.executed.length === 1);
});

test('a refused command is reopened as a draft and leaves the list', async () => {
  const bench = await ready();
  const sent = await bench.client.command.submit({ complaintId: ID, body: answerBody('Jawaban saya') });
  if (!sent.ok) throw new Error(sent.code);
  bench.central.put(report(1, { revision: 2, rawStatus: 'Ditutup oleh Admin' }));
  bench.clock.advance(10_000);
  await until(async () => (await bench.client.queue.counts()).attention === 1);
  const row = (await bench.client.queue.page({ view: 'all', after: null, limit: 9 })).rows.find(
    (r) => r.id === ID,
  );
  expect(row?.pending).toEqual({ kind: 'follow_up', state: 'refused' });
  expect(await bench.client.command.reopen({ id: sent.id })).toEqual({ ok: true });
  expect(await drafts(bench)).toEqual([['follow_up', 'Jawaban saya']]);
  expect(await bench.client.outbox.list()).toEqual([]);
  expect(await bench.client.queue.counts()).toMatchObject({ attention: 0, drafts: 1 });
  expect(await bench.client.command.reopen({ id: sent.id })).toEqual({ ok: false });
});

test('a returned report stays in the queue with its mark until the centre has taken it', async () => {
  const bench = await ready();
  const body = { kind: 'return' as const, payload: { reason: 'Jalan provinsi', suggestedAgency: null } };
  const sent = await bench.client.command.submit({ complaintId: ID, body });
  expect(sent.ok).toBe(true);
  const shown = async () => (await bench.client.queue.page({ view: 'all', after: null, limit: 9 })).rows;
  expect((await shown()).find((row) => row.id === ID)?.pending).toEqual({ kind: 'return', state: 'held' });
  bench.clock.advance(10_000);
  await until(async () => (await shown()).length === 1);
  expect(await bench.client.outbox.list()).toEqual([
    expect.objectContaining({
      complaintId: ID,
      kind: 'return',
      text: 'Jalan provinsi',
      title: report(1).title,
    }),
  ]);
});

test('opening a report marks it read at once and sends the mark without a time of undo', async () => {
  const bench = await ready();
  const unread = async () =>
    (await bench.client.queue.page({ view: 'all', after: null, limit: 9 })).rows.find((row) => row.id === ID)
      ?.unread;
  expect(await unread()).toBe(true);
  const body = { kind: 'mark_read' as const, payload: {} };
  expect(await bench.client.command.submit({ complaintId: ID, body })).toMatchObject({
    ok: true,
    heldUntil: null,
  });
  expect(await unread()).toBe(false);
  expect(await bench.client.queue.counts()).toMatchObject({ outbox: 0 });
  await until(() => bench.central.executed.length === 1);
});

test('a draft on a report that has left is still found, with the words and the title', async () => {
  const bench = await ready();
  await save(bench, 'Hampir selesai');
  bench.central.remove(ID);
  await until(async () => (await bench.client.queue.counts()).all === 1);
  expect(await bench.client.case.get({ id: ID })).toMatchObject({
    ours: false,
    drafts: [{ text: 'Hampir selesai' }],
  });
  expect((await bench.client.queue.page({ view: 'drafts', after: null, limit: 9 })).rows).toHaveLength(1);
  expect(await bench.client.command.submit({ complaintId: ID, body: answerBody() })).toEqual({
    ok: false,
    code: 'not_ours',
  });
});
