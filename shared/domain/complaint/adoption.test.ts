import { expect, test } from 'vitest';
import { sampleComplaint, sampleEntry, sampleOfficer } from '../testing/samples.ts';
import { adoptHistory, broughtBy, isNamedRightly } from './adoption.ts';

const NOW = '2026-02-20T03:00:00.000Z';
const rina = { officerId: 'o-1', name: 'Rina Sitepu', role: 'penghubung', agencyId: '4006' } as const;
const own = (id: string, at = '2026-02-19T07:05:00.000Z') => sampleEntry({ id, at, author: rina });
const LAPOR = { here: 'Terverifikasi', office: 'Terverifikasi' };

test('a complaint is named rightly by its number in LAPOR! or by the receipt of an office', () => {
  const id = 'catat-01996c00-0000-7000-8000-000000000001';
  expect(isNamedRightly(sampleComplaint())).toBe(true);
  expect(isNamedRightly(sampleComplaint({ id: 'lapor-1' }))).toBe(false);
  expect(isNamedRightly(sampleComplaint({ id, trackingId: 'K-260908001' }))).toBe(true);
  expect(isNamedRightly(sampleComplaint({ id }))).toBe(false);
});

test("what an officer brings is that officer's, is marked as written alone, and lies in no future", () => {
  const stranger = { officerId: 'o-9', name: 'Budi', role: 'pimpinan', agencyId: '4003' } as const;
  const timeline = [sampleEntry({ author: stranger, at: '2027-01-01T00:00:00.000Z' })];
  const brought = broughtBy(sampleOfficer, sampleComplaint({ timeline, revision: 9 }), NOW);
  expect(brought.revision).toBe(2);
  expect(brought.timeline).toMatchObject([{ author: rina, at: NOW, revision: 2, detail: { alone: true } }]);
});

test('a complaint that the officer has read is brought as read, one with news as unread', () => {
  const news = sampleEntry({
    author: { officerId: null, name: 'Impor LAPOR!', role: 'admin', agencyId: null },
  });
  const read = { timeline: [news], readBy: [{ officerId: 'o-1', revision: 2 }] };
  expect(broughtBy(sampleOfficer, sampleComplaint(read), NOW).readBy).toEqual([
    { officerId: 'o-1', revision: 2 },
  ]);
  const unread = { timeline: [news], readBy: [{ officerId: 'o-1', revision: 1 }] };
  expect(broughtBy(sampleOfficer, sampleComplaint(unread), NOW).readBy).toEqual([]);
});

test('only entries that are new here are added, in the order of their times', () => {
  const known = sampleComplaint({ timeline: [own('a'), own('c', '2026-02-19T12:00:00.000Z')], revision: 3 });
  const brought = sampleComplaint({ timeline: [own('a'), own('b', '2026-02-19T09:00:00.000Z')] });
  const { complaint, added } = adoptHistory(known, brought, LAPOR);
  expect(added.map(({ id, revision }) => [id, revision])).toEqual([['b', 4]]);
  expect(complaint.timeline.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(complaint.revision).toBe(4);
  expect(adoptHistory(complaint, brought, LAPOR)).toEqual({ complaint, added: [] });
});

test.each([
  ['the office alone has moved it', LAPOR, 'Terverifikasi', 'Ditunda'],
  ['it was moved here too', LAPOR, 'Selesai', 'Selesai'],
  [
    'LAPOR! said something else here',
    { ...LAPOR, here: 'Diarsipkan oleh Admin' },
    'Terverifikasi',
    'Terverifikasi',
  ],
  ['LAPOR! never spoke of it', { here: null, office: null }, 'Terverifikasi', 'Terverifikasi'],
])(
  'the state of the office counts only where nothing else has moved the complaint: %s',
  (_, lapor, here, then) => {
    const known = sampleComplaint({ rawStatus: here });
    const brought = sampleComplaint({ rawStatus: 'Ditunda', timeline: [own('a')] });
    expect(adoptHistory(known, brought, lapor).complaint.rawStatus).toBe(then);
  },
);
