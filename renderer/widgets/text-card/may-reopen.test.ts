import { expect, test } from 'vitest';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { sampleComplaint, sampleOfficer } from '#shared/domain/testing/samples.ts';
import { mayReopen } from './may-reopen.ts';

const may = (change: Partial<Complaint>, kind: 'follow_up' | 'internal_note' = 'follow_up', ours = true) =>
  mayReopen({ kind }, { complaint: sampleComplaint(change) as never, ours }, sampleOfficer);

test('a refused text becomes a draft again where it can still be sent, now or later', () => {
  expect(may({})).toBe(true);
  expect(may({ rawStatus: 'Belum Terverifikasi' })).toBe(true);
});

test('a refused answer to a complaint that is closed or has left cannot be a draft again; a note can', () => {
  expect(may({ rawStatus: 'Selesai' })).toBe(false);
  expect(may({ rawStatus: 'Selesai' }, 'internal_note')).toBe(true);
  expect(may({ agency: { id: '7004', name: 'Dinas Kesehatan' } })).toBe(false);
  expect(may({}, 'follow_up', false)).toBe(false);
  expect(mayReopen({ kind: 'follow_up' }, null, sampleOfficer)).toBe(false);
});
