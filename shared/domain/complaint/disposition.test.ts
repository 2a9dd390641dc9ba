import { expect, test } from 'vitest';
import { sampleComplaint, sampleEntry, sampleRecorded } from '../testing/samples.ts';
import type { Complaint } from './complaint.ts';
import { dispose, isUndisposed, recordedBy } from './disposition.ts';

const ID = 'catat-01996c00-0000-7000-8000-000000000001';
const HEALTH = { id: '4003', name: 'Dinas Kesehatan' };
const WHEN = { id: 'd-1', at: '2026-02-20T03:00:00.000Z' };
const { reporter, source } = sampleRecorded();
const PHOTO = { sha256: 'a'.repeat(64), name: 'foto.jpg', type: 'image/jpeg', size: 900 } as const;
const RECORD = sampleEntry({
  kind: 'record',
  attachments: [PHOTO],
  visibility: 'agency',
  detail: { recorded: { reporter, source } },
});
const recorded = (changes: Partial<Complaint> = {}): Complaint =>
  sampleComplaint({ id: ID, trackingId: 'K-20931', agency: null, timeline: [RECORD], ...changes });

test('a complaint that an office recorded for another agency waits until it is disposed', () => {
  expect(isUndisposed(recorded())).toBe(true);
  expect(isUndisposed(dispose(recorded(), HEALTH, WHEN))).toBe(false);
  expect(isUndisposed(sampleComplaint({ agency: null }))).toBe(false);
});

test('the agency gets the complaint with the contact and the files, and its clocks begin', () => {
  const before = recorded();
  const after = dispose(before, HEALTH, WHEN);
  expect(after).toMatchObject({
    agency: HEALTH,
    rawStatus: 'Terdisposisi ke Dinas Kesehatan',
    dispositionedAt: WHEN.at,
    revision: before.revision + 1,
  });
  expect(after.timeline).toEqual([
    RECORD,
    {
      ...WHEN,
      kind: 'disposition',
      revision: after.revision,
      author: { officerId: null, name: 'Admin Instansi', role: 'admin', agencyId: null },
      text: 'Diteruskan ke Dinas Kesehatan',
      attachments: [PHOTO],
      visibility: 'agency',
      receipt: null,
      detail: RECORD.detail,
    },
  ]);
  expect(recordedBy(after)).toBe('4006');
});

test('what tells who an anonymous reporter is stays with the agency that recorded the complaint', () => {
  const [, entry] = dispose(recorded({ anonymous: true }), HEALTH, WHEN).timeline;
  expect(entry).toMatchObject({ kind: 'disposition', attachments: [], detail: null });
});

test('the agency that recorded the complaint gets it back without a second copy of its own entry', () => {
  const own = { id: '4006', name: 'Dinas Perhubungan' };
  const [, entry] = dispose(recorded(), own, WHEN).timeline;
  expect(entry).toMatchObject({ kind: 'disposition', attachments: [], detail: null });
});
