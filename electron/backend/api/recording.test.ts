import { expect, test } from 'vitest';
import type { CommandBody } from '#shared/domain/commands/command.ts';
import { type Recorded, recordedId } from '#shared/domain/complaint/recorded.ts';
import { sampleRecorded } from '#shared/domain/testing/samples.ts';
import { MONDAY, noteBody, RINA } from '../testing/samples.ts';
import { type TestBackend, testBackend, until, untilSynced } from '../testing/test-backend.ts';

const ID = recordedId('01996c00-0000-7000-8000-00000000000a');
const DRAFT = '01996c00-0000-4000-8000-00000000000b';
const said = (changes: Partial<Recorded> = {}): Recorded =>
  sampleRecorded({ receivedAt: new Date(MONDAY).toISOString(), ...changes });
const body = (changes?: Partial<Recorded>): CommandBody => ({
  kind: 'record',
  payload: { report: said(changes), text: 'Lampu jalan di Cemara mati.' },
});
const submit = ({ client }: Pick<TestBackend, 'client'>, changes?: Partial<Recorded>) =>
  client.command.submit({ complaintId: ID, body: body(changes) });
const queue = async ({ client }: Pick<TestBackend, 'client'>) =>
  (await client.queue.page({ view: 'all', after: null, limit: 10 })).rows.map(({ id, title }) => [id, title]);
const HERE = [[ID, said().title]];

async function ready(): Promise<TestBackend> {
  const bench = await testBackend([]);
  await untilSynced(bench);
  return bench;
}

test('a complaint recorded for the own agency is in the queue at once, is found by its words, and survives a start', async () => {
  const bench = await ready();
  expect(await submit(bench)).toMatchObject({ ok: true });
  expect(await queue(bench)).toEqual(HERE);
  const again = await bench.reopened();
  expect(await queue(again)).toEqual(HERE);
  expect((await again.client.queue.search({ text: 'cemara', limit: 5 })).hits).toHaveLength(1);
  const view = await again.client.case.get({ id: ID });
  expect(view).toMatchObject({ ours: true, complaint: { trackingId: '', timeline: [{ kind: 'record' }] } });
  expect(await again.client.outbox.list()).toMatchObject([
    { kind: 'record', title: said().title, trackingId: '' },
  ]);
});

test('drafts of recorded complaints are kept by their titles so far, and each goes when it is sent', async () => {
  const bench = await ready();
  const save = (complaintId: string, id: string, title: string) =>
    bench.client.draft.save({
      id,
      complaintId,
      kind: 'record',
      text: '',
      choices: { report: said({ title }) },
    });
  await save(ID, DRAFT, 'Lampu mati');
  await save(recordedId('01996c00-0000-7000-8000-00000000000c'), '01996c00-0000-4000-8000-00000000000d', '');
  const again = await bench.reopened();
  expect((await again.client.draft.list()).map(({ title }) => title)).toEqual(['', 'Lampu mati']);
  expect((await again.client.queue.counts()).drafts).toBe(2);
  expect(await queue(again)).toEqual([]);
  await again.client.command.submit({ complaintId: ID, body: body(), draftId: DRAFT });
  expect((await again.client.draft.list()).map(({ title }) => title)).toEqual(['']);
  expect((await again.client.queue.counts()).drafts).toBe(1);
});

test('undo makes a recorded complaint a draft again, unless something else was done to it', async () => {
  const bench = await ready();
  const sent = await submit(bench);
  if (!sent.ok) throw new Error(sent.code);
  expect(await bench.client.command.withdraw({ id: sent.id })).toMatchObject({
    ok: true,
    draft: {
      kind: 'record',
      choices: { report: { title: said().title } },
      text: 'Lampu jalan di Cemara mati.',
    },
  });
  expect(await queue(bench)).toEqual([]);
  const again = await submit(bench);
  if (!again.ok) throw new Error(again.code);
  expect(await submit(bench)).toEqual({ ok: false, code: 'bad_value' });
  expect(
    await bench.client.command.submit({ complaintId: ID, body: noteBody('Sudah dicek.') }),
  ).toMatchObject({ ok: true });
  expect(await bench.client.command.withdraw({ id: again.id })).toEqual({ ok: false });
  expect(await queue(bench)).toEqual(HERE);
});

test('a complaint recorded for another agency is no part of the queue, and can be opened', async () => {
  const bench = await ready();
  await submit(bench, { ours: false });
  expect(await queue(bench)).toEqual([]);
  expect(await bench.client.case.get({ id: ID })).toMatchObject({
    ours: false,
    complaint: { rawStatus: 'Belum Terverifikasi', title: said().title },
  });
});

test('a complaint that cannot be sent is not recorded', async () => {
  const bench = await ready();
  expect(await submit(bench, { title: ' ' })).toEqual({ ok: false, code: 'bad_value' });
  expect(await queue(bench)).toEqual([]);
});

test('an accepted recorded complaint has its receipt as its number, and the feed then brings it once', async () => {
  const bench = await ready();
  await submit(bench);
  const held = await bench.client.outbox.list();
  bench.clock.advance(10_000);
  await until(async () => (await bench.client.outbox.list())[0]?.delivery.state === 'accepted');
  await until(async () => (await bench.client.case.get({ id: ID }))?.complaint.revision === 1);
  expect(await queue(bench)).toEqual(HERE);
  expect(await bench.client.case.get({ id: ID })).toMatchObject({ complaint: { trackingId: 'K-1' } });
  expect(await bench.client.outbox.list()).toMatchObject([{ id: held[0]?.id, trackingId: 'K-1' }]);
  expect(bench.central.executed).toHaveLength(1);
});

test('a complaint recorded for another agency can still be opened with its number once it is accepted', async () => {
  const bench = await ready();
  await submit(bench, { ours: false });
  bench.clock.advance(10_000);
  await until(async () => (await bench.client.outbox.list())[0]?.delivery.state === 'accepted');
  await untilSynced(bench);
  expect(await bench.client.case.get({ id: ID })).toMatchObject({
    ours: false,
    complaint: { trackingId: 'K-1' },
  });
  expect(await queue(bench)).toEqual([]);
});

test('a refused recorded complaint leaves the queue; corrected, it is sent again under the same id', async () => {
  const bench = await ready();
  bench.central.officer = { ...RINA, role: 'pimpinan' };
  await submit(bench);
  bench.clock.advance(10_000);
  await until(async () => (await bench.client.sync.status()).refused === 1);
  expect(await queue(bench)).toEqual([]);
  const [refused] = await bench.client.outbox.list();
  expect(refused).toMatchObject({ kind: 'record', delivery: { state: 'refused', code: 'forbidden' } });
  expect(await bench.client.command.reopen({ id: refused?.id ?? '' })).toMatchObject({
    draft: { complaintId: ID },
  });
  expect(await bench.client.case.get({ id: ID })).toBeNull();
  bench.central.officer = RINA;
  expect(await submit(bench)).toMatchObject({ ok: true });
  expect(await queue(bench)).toEqual(HERE);
});

test('a history that begins anew gets a recorded complaint once more, and it stands in the queue meanwhile', async () => {
  const bench = await ready();
  await submit(bench);
  bench.clock.advance(10_000);
  await until(async () => (await bench.client.case.get({ id: ID }))?.complaint.revision === 1);
  bench.central.restore('epoch-2', []);
  await until(() => bench.central.complaints.has(ID));
  await until(async () => (await bench.client.case.get({ id: ID }))?.complaint.revision === 1);
  expect(await queue(bench)).toEqual(HERE);
});
