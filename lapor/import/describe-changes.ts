import { dayOf } from '#shared/domain/calendar/day.ts';
import type { ComplaintRow, LaporMemory } from '../complaint-row.ts';

/** A report as we have it, and what the export last said of it. */
export type Known = { readonly complaint: ComplaintRow; readonly memory: LaporMemory };

const NOTHING = '(kosong)';
const YES_NO = (value: boolean): string => (value ? 'ya' : 'tidak');

type Shown = {
  readonly label: string;
  readonly of: (row: ComplaintRow) => string;
};

/**
 * What is short enough to be shown as "old → new". Timeline entries are records, so their language is
 * Indonesian.
 */
const SHOWN: readonly Shown[] = [
  { label: 'Status di LAPOR!', of: (row) => row.rawStatus },
  { label: 'Alasan tunda/arsip', of: (row) => row.statusReason ?? '' },
  { label: 'Judul', of: (row) => row.title },
  { label: 'Klasifikasi', of: (row) => row.classification.replaceAll('_', ' ') },
  { label: 'Berkadar pengawasan', of: (row) => YES_NO(row.oversight) },
  { label: 'Anonim', of: (row) => YES_NO(row.anonymous) },
  { label: 'Rahasia', of: (row) => YES_NO(row.confidential) },
  { label: 'Kategori', of: (row) => row.categoryPath.join(' > ') },
  { label: 'ID kategori', of: (row) => row.categoryId ?? '' },
  { label: 'Instansi induk', of: (row) => row.parentAgency ?? '' },
  { label: 'Provinsi', of: (row) => row.province ?? '' },
  { label: 'Kota/kabupaten', of: (row) => row.regency ?? '' },
  { label: 'Kecamatan', of: (row) => row.district ?? '' },
  { label: 'Kelurahan', of: (row) => row.village ?? '' },
  { label: 'Sumber laporan', of: (row) => row.channel },
  { label: 'Rating', of: (row) => (row.rating === null ? '' : String(row.rating)) },
  { label: 'Tanggal masuk', of: (row) => dayOf(row.receivedAt) },
];

/** One line per thing that differs, in words for the officer; empty when nothing does. */
export function describeChanges(
  before: ComplaintRow,
  after: ComplaintRow,
  agencyName: (id: string) => string,
): readonly string[] {
  const lines: string[] = [];
  const name = (id: string | null): string => (id === null ? 'belum ditetapkan' : agencyName(id));
  if (before.agencyId !== after.agencyId)
    lines.push(`OPD: ${name(before.agencyId)} → ${name(after.agencyId)}`);
  for (const { label, of } of SHOWN) {
    const [old, fresh] = [of(before), of(after)];
    if (old !== fresh) lines.push(`${label}: ${old || NOTHING} → ${fresh || NOTHING}`);
  }
  if (before.receivedAt !== after.receivedAt && dayOf(before.receivedAt) === dayOf(after.receivedAt)) {
    lines.push('Waktu masuk diperbarui');
  }
  if (before.originalText !== after.originalText) lines.push('Isi laporan awal diperbarui');
  if (before.finalText !== after.finalText) lines.push('Isi laporan akhir diperbarui');
  // The name itself is not written down a second time: it may be one that nobody must see.
  if (before.reporterName !== after.reporterName) lines.push('Nama pelapor diperbarui');
  for (const [heading, value] of Object.entries(after.extra)) {
    const old = before.extra[heading] ?? '';
    if (old !== value) lines.push(`${heading}: ${old || NOTHING} → ${value || NOTHING}`);
  }
  return lines;
}
