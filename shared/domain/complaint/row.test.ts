import { expect, test } from 'vitest';
import { sampleComplaint, sampleEntry } from '../testing/samples.ts';
import { FIELDS } from './fields.ts';
import { complaintOfRow, ROW_COLUMNS, rowOf } from './row.ts';

test('a complaint becomes a row and the same complaint again', () => {
  const complaint = sampleComplaint({ timeline: [sampleEntry()], extra: { Lokasi: 'Cemara' } });
  const row = rowOf(complaint);
  expect(Object.keys(row).sort()).toEqual(Object.keys(ROW_COLUMNS).sort());
  const named = { ...row, agencyName: complaint.agency?.name ?? null };
  expect(complaintOfRow(named, complaint.timeline, complaint.readBy)).toEqual(complaint);
});

test('the name of an anonymous reporter stays in the row', () => {
  const row = {
    ...rowOf(sampleComplaint({ anonymous: true, reporterName: 'Budi Santoso' })),
    agencyName: null,
  };
  expect(row.reporterName).toBe('Budi Santoso');
  expect(complaintOfRow(row, [], []).reporterName).toBeNull();
});

test('every field is stored in one way, and a sample has every field', () => {
  expect(Object.keys(sampleComplaint()).sort()).toEqual(Object.keys(FIELDS).sort());
  const fieldsStoredAs = (storage: string) =>
    Object.entries(FIELDS).flatMap(([name, { stored }]) => (stored === storage ? [name] : []));
  expect(fieldsStoredAs('rows')).toEqual(['timeline', 'readBy']);
  expect(fieldsStoredAs('flag')).toEqual(['oversight', 'anonymous', 'confidential']);
});
