import { describe, expect, test } from 'vitest';
import { FIELDS, type Field } from '#shared/domain/complaint/fields.ts';
import { type ComplaintRow, rowOf } from '#shared/domain/complaint/row.ts';
import { sampleComplaint } from '#shared/domain/testing/samples.ts';
import { merge } from './merge.ts';
import type { ImportRow } from './read-row.ts';

const known = rowOf(sampleComplaint());
const agencyText = '4006|Dinas Perhubungan';

/** What an import with these fields makes of a complaint. */
function merged(complaint: ComplaintRow, changes: Partial<ComplaintRow>) {
  const { trackingId, title, originalText, classification, rawStatus, receivedAt } = known;
  const said = { trackingId, title, originalText, classification, rawStatus, receivedAt, extra: {} };
  const row: ImportRow = {
    trackingId,
    agencyLaporId: '4006',
    agencyName: 'Dinas Perhubungan',
    fields: { ...said, ...changes },
  };
  const { id: complaintId, statusReason, agencyId } = known;
  const memory = { complaintId, rawStatus, statusReason, agencyText, agencyId };
  const context = { agencyId, agencyName: (id: string) => id, at: '2026-02-20T03:00:00.000Z' };
  return merge({ complaint, memory }, row, context);
}

test('a change of any column of the export is written and recorded', () => {
  const other: Readonly<Record<string, unknown>> = { real: 4, integer: 4, list: ['X'], day: '2026-01-02' };
  const columns = Object.entries<Field>(FIELDS).filter(
    ([name, { heading }]) => heading !== undefined && name !== 'trackingId' && name !== 'agency',
  );
  const lost = columns.filter(([name, { stored }]) => {
    const { kind, row, entries } = merged(known, { [name]: other[stored] ?? 'lain' });
    return kind !== 'changed' || row[name as keyof ComplaintRow] === undefined || entries.length !== 1;
  });
  expect(lost).toEqual([]);
});

describe('a column that had no name of ours at the last import', () => {
  const before = { ...known, extra: { RATING: '4', Lokasi: 'Cemara' } };
  const reimported = (rating: number | null) => {
    const { kind, row, entries } = merged(before, { rating });
    return { kind, rating: row.rating, extra: row.extra, text: entries.map(({ text }) => text) };
  };

  test('becomes a field at the next import, without news where LAPOR! says the same', () => {
    const extra = { Lokasi: 'Cemara' };
    expect(reimported(4)).toEqual({ kind: 'changed', rating: 4, extra, text: [] });
    expect(reimported(5)).toEqual({ kind: 'changed', rating: 5, extra, text: ['Rating: 4 → 5'] });
    expect(reimported(null)).toEqual({
      kind: 'changed',
      rating: null,
      extra,
      text: ['Rating: 4 → (kosong)'],
    });
  });

  test('stays as it is when the file does not have it', () => {
    expect(merged(before, {})).toMatchObject({ kind: 'unchanged', row: before });
  });
});

test('a column whose heading every object has as a name is a column like any other', () => {
  const extra = { constructor: 'lama' };
  const { kind, entries } = merged(known, { extra });
  expect([kind, entries.map(({ text }) => text)]).toEqual(['changed', ['constructor: (kosong) → lama']]);
  expect(merged({ ...known, extra }, {})).toMatchObject({ kind: 'unchanged' });
});
