import { expect, test } from 'vitest';
import type { ToldByBackend } from '#shared/contract/process/backend-process.ts';
import { type Day, dayOfMs } from '#shared/domain/calendar/day.ts';
import { BUILT_IN_HOLIDAYS } from '#shared/domain/calendar/holidays.ts';
import { addWorkingDays, compileCalendar } from '#shared/domain/calendar/working-days.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { complaintNo, entry, MONDAY } from '../testing/samples.ts';
import { type TestBackend, testBackend, until, untilSynced } from '../testing/test-backend.ts';

const HOUR_MS = 3_600_000;
const CALENDAR = compileCalendar(BUILT_IN_HOLIDAYS);

/** A synced PC, and what its shell was told since. */
async function hearing(start = MONDAY) {
  const told: ToldByBackend[] = [];
  const known = complaintNo(1, { categoryPath: ['Infrastruktur', 'Jalan'] });
  const bench = await testBackend([known], { clock: manualClock(start), tell: (one) => told.push(one) });
  await untilSynced(bench);
  bench.clock.advance(60_000);
  const notes = () => told.flatMap((one) => (one.type === 'news' ? [one.note] : []));
  return { bench, known, told, notes, before: notes().length };
}

const counted = async ({ client }: TestBackend, all: number): Promise<void> =>
  until(async () => (await client.queue.counts()).all === all);

const reply = entry({
  id: 'entry-9',
  kind: 'reporter_reply',
  author: { officerId: null, name: 'Pelapor', role: 'penghubung', agencyId: null },
  text: 'Belum ada perbaikan.',
});

test('what the first load brings is no news; what comes then is one note, without a word of anybody', async () => {
  const { bench, known, notes, before } = await hearing();
  expect(before).toBe(0);
  bench.central.put({ ...known, revision: 2, timeline: [reply] });
  bench.central.put(complaintNo(2));
  await counted(bench, 2);
  bench.clock.advance(30_000);
  expect(notes()).toEqual([{ counts: { refused: 0, reply: 1, disposition: 1, due: 0 }, only: null }]);
  bench.central.put(complaintNo(3, { confidential: true }));
  await counted(bench, 3);
  bench.clock.advance(30_000);
  expect(notes()[1]).toEqual({
    counts: { refused: 0, reply: 0, disposition: 1, due: 0 },
    only: { complaintId: 'lapor-7000003', trackingId: '7000003', category: null },
  });
  expect(JSON.stringify(notes())).not.toMatch(/Pelapor|perbaikan|berlubang/i);
});

test('what comes in the night is told in the morning', async () => {
  const { bench, notes } = await hearing(MONDAY + 12 * HOUR_MS);
  bench.central.put(complaintNo(2));
  await counted(bench, 2);
  bench.clock.advance(HOUR_MS);
  expect(notes()).toEqual([]);
  bench.clock.advance(12 * HOUR_MS);
  expect(notes()[0]?.counts.disposition).toBe(1);
});

test('what was read meanwhile is not told', async () => {
  const { bench, notes } = await hearing();
  const arrived = complaintNo(2);
  bench.central.put(arrived);
  await counted(bench, 2);
  bench.central.put({
    ...arrived,
    revision: 2,
    readBy: [{ officerId: 'officer-rina', revision: 2 }],
  });
  await until(async () => (await bench.client.case.get({ id: arrived.id }))?.complaint.revision === 2);
  bench.clock.advance(30_000);
  expect(notes()).toEqual([]);
});

test('what is due on the next working day is told once, in the morning before', async () => {
  const { bench, notes } = await hearing();
  const { rows } = await bench.client.queue.page({ view: 'all', after: null, limit: 1 });
  const days: Day[] = [];
  for (let told = 0, day = 0; day < 14; day += 1) {
    bench.clock.advance(24 * HOUR_MS);
    if (notes().length > told) days.push(dayOfMs(bench.clock.now()));
    told = notes().length;
  }
  expect(notes()).toEqual([
    {
      counts: { refused: 0, reply: 0, disposition: 0, due: 1 },
      only: { complaintId: 'lapor-7000001', trackingId: '7000001', category: 'Jalan' },
    },
  ]);
  expect(days.map((day) => addWorkingDays(CALENDAR, day, 1))).toEqual([rows[0]?.due?.day]);
});

test('a refused text is told', async () => {
  const { bench, known, notes } = await hearing();
  const body = { kind: 'follow_up' as const, payload: { text: 'Kami periksa besok.', template: null } };
  await bench.client.command.submit({ complaintId: known.id, body });
  bench.central.put({ ...known, revision: 2, rawStatus: 'Ditutup oleh Admin' });
  bench.clock.advance(10_000);
  await until(async () => (await bench.client.queue.counts()).attention === 1);
  bench.clock.advance(30_000);
  expect(notes().map(({ counts }) => counts.refused)).toEqual([1]);
});

test('the shell hears what is unsent and due, again when it changes', async () => {
  const { bench, told } = await hearing();
  const counts = () => told.filter(({ type }) => type === 'counts').at(-1);
  expect(counts()).toMatchObject({ unsent: 0 });
  const body = { kind: 'internal_note' as const, payload: { text: 'Material tiba Rabu.' } };
  await bench.client.command.submit({ complaintId: 'lapor-7000001', body });
  bench.clock.advance(1_500);
  expect(counts()).toMatchObject({ unsent: 1 });
});
