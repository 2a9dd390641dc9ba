import { expect, test } from 'vitest';
import { answerBody, complaintNo, entry, noteBody } from '../testing/samples.ts';
import { type TestBackend, testBackend, until, untilSynced } from '../testing/test-backend.ts';

const ID = complaintNo(1).id;
const drafts = async (bench: TestBackend) =>
  (await bench.client.case.get({ id: ID }))?.drafts.map(({ kind, text }) => [kind, text]);
const save = (
  bench: TestBackend,
  text: string,
  kind: 'follow_up' | 'internal_note' | 'return' = 'follow_up',
) => bench.client.draft.save({ complaintId: ID, kind, text });

async function ready(): Promise<TestBackend> {
  const bench = await testBackend([complaintNo(1), complaintNo(2)]);
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
  const bench = await testBackend([complaintNo(1, { rawStatus: 'Selesai' })]);
  await untilSynced(bench);
  await save(bench, 'Terlambat');
  const submit = (complaintId: string, text: string) =>
    bench.client.command.submit({ complaintId, body: answerBody(text) });
  expect(await submit(ID, 'Terlambat')).toEqual({ ok: false, code: 'closed' });
  expect(await submit('lapor-0', 'x')).toEqual({ ok: false, code: 'unknown_complaint' });
  expect(await drafts(bench)).toEqual([['follow_up', 'Terlambat']]);
  expect(await bench.client.outbox.list()).toEqual([]);
});

test('undo brings the words back as a draft, beside what was begun meanwhile', async () => {
  const bench = await ready();
  const sent = await bench.client.command.submit({ complaintId: ID, body: answerBody('Pertama') });
  if (!sent.ok) throw new Error(sent.code);
  await save(bench, 'Kedua');
  expect(await bench.client.command.withdraw({ id: sent.id })).toMatchObject({
    ok: true,
    draft: { kind: 'follow_up', text: 'Pertama' },
  });
  expect(await drafts(bench)).toEqual([
    ['follow_up', 'Kedua'],
    ['follow_up', 'Pertama'],
  ]);
  expect(await bench.client.outbox.list()).toEqual([]);
  expect((await bench.client.case.get({ id: ID }))?.complaint.timeline).toEqual([]);
  bench.clock.advance(60_000);
  await untilSynced(bench);
  expect(bench.central.executed).toEqual([]);
  // Asked again, because the answer was lost: it is the same draft.
  expect(await bench.client.command.withdraw({ id: sent.id })).toMatchObject({ draft: { text: 'Pertama' } });
  expect(await drafts(bench)).toHaveLength(2);
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

test('a draft begun before a colleague answered is stopped until the officer has read that answer', async () => {
  const bench = await ready();
  await save(bench, 'Sedang ditulis');
  bench.central.put(
    complaintNo(1, {
      revision: 2,
      timeline: [entry({ revision: 2 })],
      rawStatus: 'Ditindaklanjuti oleh Instansi',
    }),
  );
  await until(async () => (await bench.client.case.get({ id: ID }))?.complaint.revision === 2);
  const submit = () => bench.client.command.submit({ complaintId: ID, body: answerBody('Sedang ditulis') });
  expect(await submit()).toEqual({ ok: false, code: 'superseded' });
  expect(await submit()).toEqual({ ok: false, code: 'superseded' });
  const [draft] = (await bench.client.case.get({ id: ID }))?.drafts ?? [];
  expect(draft).toMatchObject({ text: 'Sedang ditulis', trunkRevision: 1 });
  await bench.client.draft.rebase({ id: draft?.id ?? '', trunkRevision: 2 });
  expect(await submit()).toMatchObject({ ok: true });
  bench.clock.advance(10_000);
  await until(() => bench.central.executed.length === 1);
});

test('a refused command is reopened as a draft and leaves the list', async () => {
  const bench = await ready();
  const sent = await bench.client.command.submit({ complaintId: ID, body: answerBody('Jawaban saya') });
  if (!sent.ok) throw new Error(sent.code);
  bench.central.put(complaintNo(1, { revision: 2, rawStatus: 'Ditutup oleh Admin' }));
  bench.clock.advance(10_000);
  await until(async () => (await bench.client.queue.counts()).attention === 1);
  const row = (await bench.client.queue.page({ view: 'all', after: null, limit: 9 })).rows.find(
    (r) => r.id === ID,
  );
  expect(row?.pending).toEqual({ kind: 'follow_up', state: 'refused' });
  expect(await bench.client.command.reopen({ id: sent.id })).toMatchObject({ ok: true });
  expect(await drafts(bench)).toEqual([['follow_up', 'Jawaban saya']]);
  expect(await bench.client.outbox.list()).toEqual([]);
  expect(await bench.client.queue.counts()).toMatchObject({ attention: 0, drafts: 1 });
  expect(await bench.client.command.reopen({ id: sent.id })).toMatchObject({
    draft: { text: 'Jawaban saya' },
  });
  expect(await drafts(bench)).toHaveLength(1);
});

test('a returned complaint stays in the queue with its mark until the central service has taken it', async () => {
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
      title: complaintNo(1).title,
    }),
  ]);
});

test('opening a complaint marks it read at once and sends the mark without a time of undo', async () => {
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

test('a draft on a complaint that has left is still found, with the words and the title', async () => {
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
    code: 'moved',
  });
});

test('several drafts of a kind stand beside each other on one complaint, each with its own text', async () => {
  const bench = await ready();
  const ids = [crypto.randomUUID(), crypto.randomUUID()];
  for (const [n, id] of ids.entries()) {
    await bench.client.draft.save({ id, complaintId: ID, kind: 'follow_up', text: `Versi ${n}` });
  }
  await bench.client.draft.save({
    id: ids[0] ?? '',
    complaintId: ID,
    kind: 'follow_up',
    text: 'Versi 0, lagi',
  });
  const again = await bench.reopened();
  expect(await drafts(again)).toEqual([
    ['follow_up', 'Versi 0, lagi'],
    ['follow_up', 'Versi 1'],
  ]);
  const sent = await again.client.command.submit({
    complaintId: ID,
    body: answerBody('Versi 1'),
    draftId: ids[1] ?? '',
  });
  expect(sent.ok).toBe(true);
  expect(await again.client.draft.list()).toMatchObject([
    { id: ids[0], trackingId: complaintNo(1).trackingId, text: 'Versi 0, lagi' },
  ]);
});

test('a draft that was thrown away is out of sight and comes back whole', async () => {
  const bench = await ready();
  const { id } = await save(bench, 'Hampir selesai');
  expect(await bench.client.draft.remove({ id })).toEqual({ ok: true });
  expect([await drafts(bench), (await bench.client.queue.counts()).drafts]).toEqual([[], 0]);
  expect(await bench.client.draft.restore({ id })).toMatchObject({
    ok: true,
    draft: { text: 'Hampir selesai' },
  });
  expect((await bench.client.queue.counts()).drafts).toBe(1);
  expect(await bench.client.draft.remove({ id: 'unknown' })).toEqual({ ok: false });
});

/**
 * An answer that the central service refuses because a colleague was quicker, and a note that fell with it.
 */
async function supersededWithFollower(): Promise<{ bench: TestBackend; first: string; second: string }> {
  const bench = await ready();
  const first = await bench.client.command.submit({ complaintId: ID, body: answerBody('Jawaban saya') });
  const second = await bench.client.command.submit({ complaintId: ID, body: noteBody('Catatan sesudahnya') });
  if (!first.ok || !second.ok) throw new Error('not taken');
  bench.central.put(complaintNo(1, { revision: 2, timeline: [entry({ revision: 2 })] }));
  bench.clock.advance(10_000);
  await until(async () => (await bench.client.queue.counts()).attention === 2);
  return { bench, first: first.id, second: second.id };
}

test('"kirim juga": a superseded answer goes out on top of the colleague’s, and what fell with it goes along', async () => {
  const { bench, first } = await supersededWithFollower();
  expect(await bench.client.command.resend({ id: first, trunkRevision: 1 })).toEqual({
    ok: false,
    code: 'superseded',
  });
  const again = await bench.client.command.resend({ id: first, trunkRevision: 2 });
  expect(again).toMatchObject({ ok: true });
  expect(await bench.client.queue.counts()).toMatchObject({ attention: 0, outbox: 2 });
  expect(await bench.client.command.resend({ id: first, trunkRevision: 2 })).toEqual(again);
  bench.clock.advance(10_000);
  await until(() => bench.central.executed.length === 2);
  expect(bench.central.complaints.get(ID)?.timeline.map(({ text }) => text)).toEqual([
    'Sudah kami perbaiki.',
    'Jawaban saya',
    'Catatan sesudahnya',
  ]);
});

test('"buang": a refused text leaves the list, is kept, and comes back when asked for', async () => {
  const { bench, first } = await supersededWithFollower();
  expect(await bench.client.command.discard({ id: first })).toEqual({ ok: true });
  expect((await bench.client.queue.counts()).attention).toBe(1);
  expect(await bench.client.command.restore({ id: first })).toEqual({ ok: true });
  expect((await bench.client.outbox.list()).map(({ text }) => text)).toContain('Jawaban saya');
  // Asked again: it is on the list.
  expect(await bench.client.command.restore({ id: first })).toEqual({ ok: true });
  expect((await bench.client.queue.counts()).attention).toBe(2);
});
