import { join } from 'node:path';
import { dayOf } from '#shared/domain/calendar/day.ts';
import { BUILT_IN_HOLIDAYS } from '#shared/domain/calendar/holidays.ts';
import { compileCalendar } from '#shared/domain/calendar/working-days.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { generateComplaints } from '../../demo/generate.ts';
import { exportRow, type MadeCell, type MadeRow, makeExport } from './excel.ts';

/**
 * The project's own export of LAPOR!: invented, small, and with everything in it that a real one surprises
 * with.
 */
export const EXPORT_FIXTURE = join(import.meta.dirname, '..', 'fixtures', 'lapor-export.xlsx');

const ROWS = 60;
const MONTHS = {
  english: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  indonesian: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
} as const;
const CLASSIFICATION = {
  pengaduan: 'Pengaduan',
  aspirasi: 'Aspirasi',
  permintaan_informasi: 'Permintaan Informasi',
} as const;

/** The rows of the fixture; two of them name an agency that nobody knows. */
export function fixtureRows(): readonly MadeRow[] {
  const now = new Date('2026-11-20T03:00:00.000Z');
  const all = generateComplaints({ seed: 1, now, calendar: compileCalendar(BUILT_IN_HOLIDAYS) });
  const step = Math.floor(all.length / ROWS);
  return all
    .filter((_, i) => i % step === 0)
    .slice(0, ROWS)
    .map(rowOf);
}

function rowOf(complaint: Complaint, index: number): MadeRow {
  const flags = [complaint.anonymous ? 'Anonim' : [], complaint.confidential ? 'Rahasia' : []].flat();
  const unknown = index === 7 || index === 23;
  return exportRow({
    'Tracking ID': index % 3 === 0 ? Number(complaint.trackingId) : complaint.trackingId,
    'Tanggal Laporan Masuk': writtenDay(dayOf(complaint.receivedAt), index),
    'Waktu Laporan Masuk': new Date(Date.parse(complaint.receivedAt) + 7 * 3_600_000)
      .toISOString()
      .slice(11, 16),
    'Nama Pelapor': complaint.reporterName ?? 'Anonim',
    'Klasifikasi Laporan': CLASSIFICATION[complaint.classification],
    'ID Kategori': Number(complaint.categoryId),
    Kategori: complaint.categoryPath.join(' > '),
    'Judul Laporan': complaint.title,
    'Isi Laporan Awal': complaint.originalText,
    'Isi Laporan Akhir': complaint.finalText,
    'Tipe Laporan (Anonim/Rahasia)': flags.join(', ') || null,
    'Sumber Laporan': complaint.channel,
    'ID Instansi Terdisposisi': unknown ? 7999 : Number(complaint.agency?.id),
    'Instansi Terdisposisi': unknown ? 'Badan Yang Belum Terdaftar' : (complaint.agency?.name ?? null),
    'Status Laporan': complaint.rawStatus,
    'Alasan Tunda/Arsip': complaint.statusReason,
    Kecamatan: complaint.district,
    Kelurahan: complaint.village,
    Rating: complaint.rating,
    'Kolom Tambahan': index % 10 === 0 ? '=1+1' : null,
  });
}

/** As text in one of the two languages, or as a date of Excel. */
function writtenDay(day: string, index: number): MadeCell {
  if (index % 5 === 0) return new Date(`${day}T00:00:00Z`);
  const [year = '', month = '', date = ''] = day.split('-');
  const names = index % 2 === 0 ? MONTHS.indonesian : MONTHS.english;
  return `${Number(date)} ${names[Number(month) - 1]} ${year}`;
}

// `node test/support/export-fixture.ts --write` after a change of the invented complaints.
if (import.meta.main && process.argv.includes('--write'))
  await makeExport(fixtureRows(), { path: EXPORT_FIXTURE });
