import { expect, test } from 'vitest';
import { complaintNo, entry } from '../testing/samples.ts';
import { testBackend, until, untilSynced } from '../testing/test-backend.ts';

const LATE = complaintNo(400, { title: 'Lampu Padam' });
const REPLIED = complaintNo(401, {
  title: 'Parit Tersumbat',
  rawStatus: 'Ditanggapi oleh Pelapor',
  timeline: [
    entry(),
    entry({
      id: 'entry-2',
      kind: 'reporter_reply',
      at: '2026-09-05T03:00:00Z',
      author: { officerId: null, name: 'Pelapor', role: 'penghubung', agencyId: null },
      text: 'Belum ada perbaikan.',
    }),
  ],
});
const DAY_MS = 86_400_000;

test('the first look names what comes first and why, and waits for no connection', async () => {
  const bench = await testBackend([REPLIED, LATE, complaintNo(1)]);
  await untilSynced(bench);
  const { first, known, refused, undelivered, lastSyncedAt } = await bench.client.morning.get();
  expect(first).toEqual([
    {
      id: LATE.id,
      trackingId: LATE.trackingId,
      title: 'Lampu Padam',
      why: { reason: 'late', day: '2026-08-31', clock: 'first_answer' },
    },
    {
      id: REPLIED.id,
      trackingId: REPLIED.trackingId,
      title: 'Parit Tersumbat',
      why: { reason: 'replied', day: '2026-09-05' },
    },
  ]);
  expect({ known, refused, undelivered }).toEqual({ known: 3, refused: 0, undelivered: 0 });
  expect(lastSyncedAt).not.toBeNull();
});

test('what the officer answers leaves the list at once', async () => {
  const bench = await testBackend([LATE]);
  await untilSynced(bench);
  const body = { kind: 'follow_up' as const, payload: { text: 'Sudah kami ganti, terima kasih.' } };
  await bench.client.command.submit({ complaintId: LATE.id, body });
  expect(await bench.client.morning.get()).toMatchObject({ first: [], undelivered: 1 });
});

test('the first look comes once a day, and not on the first day of a computer', async () => {
  const bench = await testBackend();
  const due = async () => (await bench.client.morning.get()).due;
  expect(await due()).toBe(false);
  await bench.client.morning.seen();
  expect(await due()).toBe(false);
  bench.clock.advance(DAY_MS);
  expect(await due()).toBe(true);
  expect((await (await bench.reopened()).client.morning.get()).due).toBe(true);
});

test('the first look does not come again on the day it was seen, also after a restart', async () => {
  const bench = await testBackend();
  await bench.client.morning.seen();
  bench.clock.advance(DAY_MS);
  await bench.client.morning.seen();
  expect((await (await bench.reopened()).client.morning.get()).due).toBe(false);
});

test('what arrived since the last look is counted, read or older complaints are not', async () => {
  const bench = await testBackend([complaintNo(1)]);
  await untilSynced(bench);
  await bench.client.morning.seen();
  expect((await bench.client.morning.get()).arrived).toEqual({ count: 0, more: false, since: '2026-09-07' });
  const overnight = new Date(bench.clock.now() + 3_600_000).toISOString();
  bench.central.put(
    complaintNo(2, { id: 'lapor-9', trackingId: '9', receivedAt: overnight, dispositionedAt: overnight }),
  );
  await until(async () => (await bench.client.morning.get()).arrived.count === 1);
});

test('without a complaint there is nothing to answer', async () => {
  const bench = await testBackend();
  expect(await bench.client.morning.get()).toMatchObject({ first: [], known: 0, arrived: { count: 0 } });
});
