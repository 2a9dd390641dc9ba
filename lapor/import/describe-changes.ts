import { dayOf } from '#shared/domain/calendar/day.ts';
import type { LaporMemory, ReportRow } from '../complaint-row.ts';

/** A report as we have it, and what the export last said of it. */
export type Known = { readonly complaint: ReportRow; readonly memory: LaporMemory };

const NOTHING = '(kosong)';
const YES_NO = (value: boolean): string => (value ? 'ya' : 'tidak');

type Shown = {
  readonly label: string;
  readonly of: (row: ReportRow) => string;
};

/** What is short enough to be shown as "old → new". Timeline entries are records, so their language is Indonesian. */
const SHOWN: readonly Shown[] = [
  { label: 'Status di LAPOR!', of: (row) => row.raw_status },
  { label: 'Alasan tunda/arsip', of: (row) => row.status_reason ?? '' },
  { label: 'Judul', of: (row) => row.title },
  { label: 'Klasifikasi', of: (row) => row.classification.replaceAll('_', ' ') },
  { label: 'Berkadar pengawasan', of: (row) => YES_NO(row.oversight) },
  { label: 'Anonim', of: (row) => YES_NO(row.anonymous) },
  { label: 'Rahasia', of: (row) => YES_NO(row.confidential) },
  { label: 'Kategori', of: (row) => row.category_path.join(' > ') },
  { label: 'ID kategori', of: (row) => row.category_id ?? '' },
  { label: 'Instansi induk', of: (row) => row.parent_agency ?? '' },
  { label: 'Provinsi', of: (row) => row.province ?? '' },
  { label: 'Kota/kabupaten', of: (row) => row.regency ?? '' },
  { label: 'Kecamatan', of: (row) => row.district ?? '' },
  { label: 'Kelurahan', of: (row) => row.village ?? '' },
  { label: 'Sumber laporan', of: (row) => row.channel },
  { label: 'Rating', of: (row) => (row.rating === null ? '' : String(row.rating)) },
  { label: 'Tanggal masuk', of: (row) => dayOf(row.received_at) },
];

/** One line per thing that differs, in words for the officer; empty when nothing does. */
export function describeChanges(
  before: ReportRow,
  after: ReportRow,
  agencyName: (id: string) => string,
): readonly string[] {
  const lines: string[] = [];
  const name = (id: string | null): string => (id === null ? 'belum ditetapkan' : agencyName(id));
  if (before.agency_id !== after.agency_id)
    lines.push(`OPD: ${name(before.agency_id)} → ${name(after.agency_id)}`);
  for (const { label, of } of SHOWN) {
    const [old, fresh] = [of(before), of(after)];
    if (old !== fresh) lines.push(`${label}: ${old || NOTHING} → ${fresh || NOTHING}`);
  }
  if (before.received_at !== after.received_at && dayOf(before.received_at) === dayOf(after.received_at)) {
    lines.push('Waktu masuk diperbarui');
  }
  if (before.original_text !== after.original_text) lines.push('Isi laporan awal diperbarui');
  if (before.final_text !== after.final_text) lines.push('Isi laporan akhir diperbarui');
  // The name itself is not written down a second time: it may be one that nobody must see.
  if (before.reporter_name !== after.reporter_name) lines.push('Nama pelapor diperbarui');
  for (const [heading, value] of Object.entries(after.extra)) {
    const old = before.extra[heading] ?? '';
    if (old !== value) lines.push(`${heading}: ${old || NOTHING} → ${value || NOTHING}`);
  }
  return lines;
}
