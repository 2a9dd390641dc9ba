import { join } from 'node:path';
import writeXlsxFile from 'write-excel-file/node';
import { temporaryFolder } from './temporary.ts';

let folder: string | undefined;
let files = 0;
function newFile(): string {
  folder ??= temporaryFolder();
  files++;
  return join(folder, `ekspor-${files}.xlsx`);
}

/** A cell of a file to be made; a Date becomes a real date cell of Excel. */
export type MadeCell = string | number | Date | null;
export type MadeRow = Readonly<Record<string, MadeCell>>;

const PREAMBLE: readonly (readonly string[])[] = [
  ['Laporan Pengaduan SP4N-LAPOR!'],
  ['Instansi : Pemerintah Kabupaten Sei Melati'],
  [],
];

/** The row number, as Excel counts, of the n-th data row (from 0) of a file made by `makeExport`. */
export function sheetRow(n: number): number {
  return PREAMBLE.length + 2 + n;
}

/** A row of the export with nothing special about it. */
export function exportRow(overrides: MadeRow = {}): MadeRow {
  return {
    'Tracking ID': '9400001',
    'Tanggal Laporan Masuk': '3 Jan 2026',
    'Waktu Laporan Masuk': '09:30',
    'Nama Pelapor': 'Budi S***',
    'Klasifikasi Laporan': 'Pengaduan',
    'ID Kategori': 106,
    Kategori: 'PERHUBUNGAN > LAMPU PENERANGAN JALAN UMUM',
    'Judul Laporan': 'Lampu Jalan Mati',
    'Isi Laporan Awal': 'lampu jln mati sdh 3 minggu',
    'Isi Laporan Akhir': 'Lampu jalan mati sudah 3 minggu',
    'Tipe Laporan (Anonim/Rahasia)': null,
    'Sumber Laporan': 'Website',
    'Instansi Induk': 'Pemerintah Kabupaten Sei Melati',
    'ID Instansi Terdisposisi': 7001,
    'Instansi Terdisposisi': 'Dinas Perhubungan',
    'Status Laporan': 'Terverifikasi',
    'Alasan Tunda/Arsip': null,
    Provinsi: 'Sumatera Utara',
    'Kota/Kabupaten': 'Kab. Sei Melati',
    Kecamatan: 'Lubuk Melati',
    Kelurahan: 'Cemara Indah',
    'Nomor SK': null,
    Rating: null,
    ...overrides,
  };
}

/**
 * Writes an export in the shape that LAPOR! gives: preamble, header, rows. The columns are those of the first
 * row, in its order, or `columns`. @returns the path of a new temporary file
 */
export async function makeExport(
  rows: readonly MadeRow[],
  options: { readonly columns?: readonly string[]; readonly path?: string } = {},
): Promise<string> {
  const columns = options.columns ?? Object.keys(rows[0] ?? exportRow());
  return makeSheet(
    [...PREAMBLE, columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))],
    options.path,
  );
}

/** Writes any cells as an Excel file. */
export async function makeSheet(cells: readonly (readonly MadeCell[])[], path = newFile()): Promise<string> {
  const data = cells.map((row) =>
    row.map((value) => {
      if (value === null) return null;
      if (value instanceof Date) return { value, type: Date, format: 'dd/mm/yyyy hh:mm' };
      return typeof value === 'number' ? { value, type: Number } : { value, type: String };
    }),
  );
  await writeXlsxFile(data).toFile(path);
  return path;
}
