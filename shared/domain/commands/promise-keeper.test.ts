import { expect, test } from 'vitest';
import { BUILT_IN_HOLIDAYS } from '../calendar/holidays.ts';
import { compileCalendar } from '../calendar/working-days.ts';
import type { TimelineEntry } from '../complaint/entry.ts';
import { sampleComplaint, sampleEntry } from '../testing/samples.ts';
import { lastPromise, promiseToPlan } from './promise-keeper.ts';

const calendar = compileCalendar(BUILT_IN_HOLIDAYS);
const AGENCY = { id: '1', name: 'Dinas Perhubungan' };
const RINA = { id: 'rina', name: 'Rina', role: 'penghubung', agency: AGENCY } as const;
const AUTHOR = { officerId: 'rina', name: 'Rina', role: 'penghubung', agencyId: '1' } as const;
const answer = (text: string, change: Partial<TimelineEntry> = {}): TimelineEntry =>
  sampleEntry({ kind: 'follow_up', at: '2026-06-08T03:00:00.000Z', author: AUTHOR, text, ...change });
const complaint = (...timeline: TimelineEntry[]) =>
  sampleComplaint({ agency: AGENCY, rawStatus: 'Sedang diproses', timeline });
const PROMISE = 'Besok kami survei. Perbaikan akan selesai 20 Juni.';
const promised = (today: string, ...timeline: TimelineEntry[]) =>
  lastPromise(complaint(...timeline), today, calendar)?.day ?? null;
const toPlan = (today: string, ...timeline: TimelineEntry[]) =>
  promiseToPlan(complaint(...timeline), RINA, today, calendar)?.day ?? null;

test('the promise is the next day that the last answer names, and when all are past the last of them', () => {
  expect(promised('2026-06-08', answer(PROMISE))).toBe('2026-06-09');
  expect(promised('2026-06-10', answer(PROMISE))).toBe('2026-06-20');
  expect(promised('2026-07-01', answer(PROMISE))).toBe('2026-06-20');
});

test('a later answer and what finishes the complaint leave no promise behind; a note does', () => {
  expect(promised('2026-06-08', answer(PROMISE), answer('Sudah disurvei.'))).toBeNull();
  expect(promised('2026-06-08', answer(PROMISE, { kind: 'finish' }))).toBeNull();
  expect(promised('2026-06-08', answer(PROMISE), answer('x', { kind: 'internal_note' }))).toBe('2026-06-09');
});

test('what came with an import is nobody’s promise here', () => {
  expect(promised('2026-06-08', answer(PROMISE, { author: { ...AUTHOR, officerId: null } }))).toBeNull();
});

test('a promised day is offered as the plan to its author, until it is planned or past', () => {
  const planned = (day: string) => sampleEntry({ kind: 'plan', detail: { plannedDay: day } });
  expect(toPlan('2026-06-08', answer(PROMISE))).toBe('2026-06-09');
  expect(toPlan('2026-06-08', answer(PROMISE), planned('2026-06-11'))).toBe('2026-06-09');
  expect(toPlan('2026-06-08', answer(PROMISE), planned('2026-06-09'))).toBeNull();
  expect(toPlan('2026-07-01', answer(PROMISE))).toBeNull();
  expect(
    promiseToPlan(complaint(answer(PROMISE)), { ...RINA, id: 'togar' }, '2026-06-08', calendar),
  ).toBeNull();
});
