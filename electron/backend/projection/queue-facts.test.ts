import { expect, test } from 'vitest';
import { dayNumber } from '#shared/domain/calendar/day.ts';
import { complaintNo, entry, MONDAY, RINA } from '../testing/samples.ts';
import { BUILT_IN_REFERENCE, basisOf } from './deadline-data.ts';
import { queueFacts } from './queue-facts.ts';

const BASIS = basisOf(BUILT_IN_REFERENCE);
const facts = (changes: Parameters<typeof complaintNo>[1]) =>
  queueFacts(complaintNo(0, changes), BASIS, RINA.id);

test('a new complaint is due for its first answer five working days after the disposition', () => {
  expect(facts({})).toEqual({
    visibleStatus: 'Terdisposisi ke Dinas Bina Jalan',
    bucket: 'belum_ditindaklanjuti',
    statusKnown: true,
    rank: dayNumber('2026-09-14'),
    dueDay: '2026-09-14',
    dueClock: 'first_answer',
    dueEstimateYear: null,
    firstOwed: true,
    replied: false,
    unread: true,
    awaitsApproval: false,
    unpublished: false,
    assignee: null,
    priority: 'normal',
    labels: [],
    links: [],
    plannedDay: null,
    changedAt: MONDAY / 1000,
    snoozedUntil: null,
  });
});

test('an answered complaint is due for completion, and a reply of the reporter is told', () => {
  expect(
    facts({
      rawStatus: 'Ditanggapi oleh Pelapor',
      timeline: [entry()],
      readBy: [{ officerId: RINA.id, revision: 2 }],
    }),
  ).toMatchObject({
    bucket: 'proses',
    dueDay: '2026-09-25',
    dueClock: 'completion',
    firstOwed: false,
    replied: true,
    unread: false,
  });
});

test('a complaint counts as changed when something last happened to it', () => {
  const at = (seconds: number) => new Date(MONDAY + seconds * 1000).toISOString();
  const timeline = [entry({ at: at(60) }), entry({ id: 'entry-2', at: at(90) })];
  expect(facts({ timeline }).changedAt).toBe(MONDAY / 1000 + 90);
  expect(facts({ timeline, dispositionedAt: at(120) }).changedAt).toBe(MONDAY / 1000 + 120);
});

test('closed complaints stand after all open ones, newest first', () => {
  const closed = (receivedAt: string) => facts({ rawStatus: 'Selesai', receivedAt }).rank;
  expect(closed('2026-09-02T00:00:00Z')).toBeLessThan(closed('2026-09-01T00:00:00Z'));
  expect(closed('2026-09-02T00:00:00Z')).toBeGreaterThan(facts({}).rank);
  expect(facts({ rawStatus: 'Selesai' })).toMatchObject({ dueDay: null, dueClock: null, firstOwed: false });
});

test.each(['', 'kemarin', '1850-01-01T00:00:00Z'])(
  'a complaint received at "%s" is shown without a due day instead of being lost',
  (receivedAt) => {
    expect(facts({ receivedAt, dispositionedAt: null })).toMatchObject({ dueDay: null, unread: true });
  },
);
