import { expect, test } from 'vitest';
import { BUILT_IN_HOLIDAYS } from '#shared/domain/calendar/holidays.ts';
import { compileCalendar } from '#shared/domain/calendar/working-days.ts';
import { isUnread } from '#shared/domain/complaint/complaint.ts';
import { BUCKETS, bucketOf } from '#shared/domain/complaint/status.ts';
import { clocksOf, nearestDue } from '#shared/domain/deadlines/clocks.ts';
import { BUILT_IN_RULES } from '#shared/domain/deadlines/deadline-rules.ts';
import { urgencyLimits, urgencyOf } from '#shared/domain/deadlines/urgency.ts';
import { fillDemo } from '../central/cli/fill-demo.ts';
import { createCode, findOfficerByName } from '../central/store/accounts.ts';
import { centralClient, startTestCentral } from '../test/support/central.ts';
import { demoOfficerId, generateComplaints } from './generate.ts';
import { AGENCIES } from './regency.ts';

const calendar = compileCalendar(BUILT_IN_HOLIDAYS);
const basis = { rules: BUILT_IN_RULES, calendar };
// A working day, a Sunday, the middle of Idulfitri, and the small hours.
const MOMENTS = [
  '2026-11-24T02:00:00Z',
  '2026-11-22T05:00:00Z',
  '2026-03-21T03:00:00Z',
  '2026-06-30T17:05:00Z',
].map((text) => new Date(text));
const at = (now: Date) => generateComplaints({ seed: 7, now, calendar });

test('the same seed and moment give the same complaints', () => {
  const now = new Date('2026-11-24T02:00:00Z');
  expect(at(now)).toEqual(at(now));
  expect(generateComplaints({ seed: 8, now, calendar })).not.toEqual(at(now));
});

test.each(MOMENTS)(
  'at %s there are 600, each with its own number, none from the future, all in order',
  (now) => {
    const complaints = at(now);
    expect(complaints).toHaveLength(600);
    expect(new Set(complaints.map(({ id }) => id)).size).toBe(600);
    const entries = complaints.flatMap(({ timeline }) => timeline);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    const receipts = entries.flatMap(({ receipt }) => receipt ?? []);
    expect(new Set(receipts).size).toBe(receipts.length);
    for (const { receivedAt, dispositionedAt, timeline, revision } of complaints) {
      const moments = [
        receivedAt,
        ...(dispositionedAt === null ? [] : [dispositionedAt]),
        ...timeline.map((entry) => entry.at),
        now.toISOString(),
      ];
      expect(moments).toEqual(moments.toSorted());
      expect(timeline.map((entry) => entry.revision)).toEqual(timeline.map((_, i) => i + 2));
      expect(revision).toBeGreaterThan(timeline.length);
    }
  },
);

test.each(MOMENTS)(
  "at %s the busy agency's desk has every heading, every state, and something unread",
  (now) => {
    const own = at(now).filter(({ agency }) => agency?.id === AGENCIES[0]?.id);
    const open = own.flatMap((complaint) => nearestDue(clocksOf(complaint, basis)) ?? []);
    expect(open.length).toBeGreaterThan(80);
    const limits = urgencyLimits(calendar, now.toISOString().slice(0, 10));
    const headings = Map.groupBy(open, ({ dueDay }) => urgencyOf(dueDay, limits));
    for (const heading of ['late', 'soon', 'later'] as const)
      expect(headings.get(heading)?.length ?? 0, heading).toBeGreaterThan(2);
    expect(headings.get('late')?.length).toBeLessThan(open.length / 4);
    const buckets = new Set(own.map(({ rawStatus }) => bucketOf(rawStatus).bucket));
    expect([...buckets].sort()).toEqual([...BUCKETS].sort());
    const unread = own.filter((complaint) => isUnread(complaint, demoOfficerId('7001', 0))).length;
    expect(unread).toBeGreaterThan(10);
    expect(unread).toBeLessThan(open.length);
  },
);

test('the text is as messy as it is in real life', () => {
  const complaints = at(new Date('2026-11-24T02:00:00Z'));
  const has = (what: string, is: (complaint: (typeof complaints)[number]) => boolean) =>
    expect(complaints.some(is), what).toBe(true);
  has('a chronology', ({ originalText }) => originalText.length > 7_500);
  has('an SMS', ({ originalText }) => originalText.length < 60);
  has('a title of 300 characters', ({ title }) => title.length >= 290);
  has('all capitals', ({ originalText }) => originalText === originalText.toUpperCase());
  has('emoji', ({ originalText }) => /\p{Emoji_Presentation}/u.test(originalText));
  has('no place', ({ district, village }) => district === null && village === null);
  has('an unknown status', ({ rawStatus }) => !bucketOf(rawStatus).known);
  has('oversight', ({ oversight }) => oversight);
  has('anonymous and confidential', ({ anonymous, confidential }) => anonymous && confidential);
  has('a reply', ({ timeline }) => timeline.some(({ kind }) => kind === 'reporter_reply'));
  has('a note', ({ timeline }) => timeline.some(({ kind }) => kind === 'internal_note'));
  expect(complaints.every(({ anonymous, reporterName }) => !anonymous || reporterName === null)).toBe(true);
});

test('it fills an empty database once, and its officer can enrol and sees the own agency', async () => {
  const central = await startTestCentral();
  const now = new Date('2026-11-24T02:00:00Z');
  expect(await fillDemo(central.db, { seed: 7, now })).toMatchObject({
    complaints: 600,
    agencies: { length: 12 },
  });
  expect(await fillDemo(central.db, { seed: 7, now })).toBeNull();

  const agency = { id: '7001', name: 'Dinas Perhubungan' };
  const rina = await findOfficerByName(central.db, agency, 'rina  SITEPU');
  const code = await createCode(
    central.db,
    { agency, role: 'penghubung', name: null, officerId: rina?.id ?? null },
    new Date(),
  );
  const { token, officer } = await centralClient(central.address).enrol({
    code,
    name: 'Nama lain',
    device: 'PC kedua',
  });
  expect(officer).toEqual(rina);
  const { changes } = await centralClient(central.address, token).changes({ limit: 2000 });
  const sent = changes.flatMap((change) => (change.type === 'upsert' ? [change.complaint] : []));
  const generated = at(now).filter((complaint) => complaint.agency?.id === '7001');
  expect(sent).toEqual(generated);
  await central.close();
});
