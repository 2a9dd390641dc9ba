import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportRow, type MadeRow, makeExport, makeSheet, sheetRow } from '../../test/support/excel.ts';
import { everything, imported, run, storedComplaint } from '../../test/support/importing.ts';
import { temporaryFolder } from '../../test/support/temporary.ts';
import { archive, workbook } from '../../test/support/workbook.ts';

describe('a bad row', () => {
  test.each<[string, MadeRow, string]>([
    [
      'no number',
      { 'Tracking ID': 'LPR-77' },
      'Tracking ID "LPR-77" bukan nomor laporan: harus 1 sampai 15 angka.',
    ],
    [
      'a number too long',
      { 'Tracking ID': '1234567890123456' },
      'Tracking ID "1234567890123456" bukan nomor laporan: harus 1 sampai 15 angka.',
    ],
    ['no id', { 'Tracking ID': null }, 'Kolom Tracking ID kosong.'],
    [
      'an impossible date',
      { 'Tanggal Laporan Masuk': '31 Feb 2026' },
      'Tanggal Laporan Masuk "31 Feb 2026" bukan tanggal yang ada. Contoh yang benar: 3 Jan 2026.',
    ],
    [
      'an unknown month',
      { 'Tanggal Laporan Masuk': '3 Xyz 2026' },
      'Tanggal Laporan Masuk "3 Xyz 2026" bukan tanggal yang ada. Contoh yang benar: 3 Jan 2026.',
    ],
    [
      'an impossible time',
      { 'Waktu Laporan Masuk': '25:10' },
      'Waktu Laporan Masuk "25:10" bukan waktu. Contoh yang benar: 08:30.',
    ],
    [
      'an unknown classification',
      { 'Klasifikasi Laporan': 'Curhat' },
      'Klasifikasi Laporan "Curhat" tidak dikenal. Pilihannya: Pengaduan, Aspirasi, Permintaan Informasi.',
    ],
    ['a rating that is none', { Rating: 'bagus' }, 'Rating "bagus" bukan angka.'],
    ['no status', { 'Status Laporan': null }, 'Kolom Status Laporan kosong.'],
  ])('with %s is named by its row, and the file changes nothing', async (_, bad, reason) => {
    const rows = [exportRow(), exportRow({ 'Tracking ID': '9400002', ...bad })];
    const before = await everything();
    const result = await imported(rows);
    expect(result).toMatchObject({ applied: false, rejected: [{ row: sheetRow(1), reason }] });
    expect(await everything()).toEqual(before);

    expect(await imported(rows, { skipRejected: true })).toMatchObject({
      applied: true,
      new: 1,
      rejected: [{ row: sheetRow(1) }],
    });
    expect(await storedComplaint()).toMatchObject({ title: 'Lampu Jalan Mati' });
  });

  test('a bad row with a tracking id that stood before in the file is the later one', async () => {
    const result = await imported([exportRow(), exportRow({ 'Judul Laporan': 'Kedua' })], {
      skipRejected: true,
    });
    expect(result.rejected).toEqual([
      { row: sheetRow(1), reason: `Tracking ID "9400001" sudah ada di baris ${sheetRow(0)} berkas ini.` },
    ]);
    expect(await storedComplaint()).toMatchObject({ title: 'Lampu Jalan Mati' });
  });
});

describe('a bad file', () => {
  const folder = temporaryFolder();
  const refused = async (path: string): Promise<unknown> => {
    const before = await everything();
    const { rejected, readable, applied } = await run(path, { skipRejected: true });
    expect({ readable, applied }).toEqual({ readable: false, applied: false });
    expect(await everything()).toEqual(before);
    return rejected;
  };

  test('a bad file that is not Excel says so', async () => {
    const path = join(folder, 'bukan.xlsx');
    for (const bytes of [
      '',
      'Tracking ID;Judul\n1;x',
      'PK\x03\x04 but nothing else',
      '\xd0\xcf\x11\xe0 the old .xls',
    ]) {
      writeFileSync(path, bytes, 'latin1');
      expect(await refused(path)).toEqual([
        {
          row: 0,
          reason: 'Berkas ini bukan berkas Excel (.xlsx) atau rusak. Unduh ulang ekspornya dari LAPOR!.',
        },
      ]);
    }
  });

  test('a bad file that is cut off, or damaged inside, says so', async () => {
    const path = await makeExport(
      Array.from({ length: 50 }, (_, i) => exportRow({ 'Tracking ID': String(9_400_001 + i) })),
    );
    const bytes = readFileSync(path);
    const damaged = join(folder, 'rusak.xlsx');
    const sheet = bytes.indexOf('xl/worksheets/sheet1.xml');
    writeFileSync(
      damaged,
      bytes.with(sheet + 60, (bytes[sheet + 60] ?? 0) ^ 0xff).fill(0x55, sheet + 80, sheet + 200),
    );
    expect(await refused(damaged)).toMatchObject([
      { row: 0, reason: expect.stringContaining('bukan berkas Excel') },
    ]);
    truncateSync(path, 3000);
    expect(await refused(path)).toMatchObject([
      { row: 0, reason: expect.stringContaining('bukan berkas Excel') },
    ]);
  });

  test('a bad file without a header row says so', async () => {
    const path = await makeSheet([
      ['Nomor', 'Judul'],
      ['1', 'x'],
    ]);
    expect(await refused(path)).toEqual([
      { row: 0, reason: 'Baris judul kolom tidak ditemukan: sel pertamanya harus "Tracking ID".' },
    ]);
  });

  test('a bad file without a required column names it', async () => {
    const { 'Judul Laporan': _, 'Status Laporan': __, ...rest } = exportRow();
    expect(await refused(await makeExport([rest]))).toEqual([
      { row: sheetRow(-1), reason: 'Kolom wajib tidak ada di berkas: Judul Laporan, Status Laporan.' },
    ]);
  });

  test('a bad file that unpacks to more than an export holds says so, and where', async () => {
    const sheet = 'xl/worksheets/laporan.xml';
    expect(await refused(archive(workbook('<row/>'), true, { [sheet]: 4 * 1024 ** 3 }))).toEqual([
      {
        row: 0,
        reason:
          'Isi berkas ini lebih dari 1024 MB setelah dibuka, jadi berkas ini tidak dibaca. Tidak ada yang diubah. Unduh ulang ekspornya dari LAPOR!, bila perlu untuk waktu yang lebih pendek.',
      },
    ]);
    const header = Object.keys(exportRow()).map((name) => `<c t="inlineStr"><is><t>${name}</t></is></c>`);
    const bomb = `<row><c t="inlineStr"><is><t>${'a'.repeat(2 * 1024 ** 2)}</t></is></c></row>`;
    expect(await refused(archive(workbook(`<row>${header.join('')}</row>${bomb}`)))).toEqual([
      {
        row: 0,
        reason:
          'Di A2 ada teks yang jauh lebih panjang daripada yang dimuat sel Excel, jadi berkas ini tidak dibaca lebih jauh. Tidak ada yang diubah. Unduh ulang ekspornya dari LAPOR!.',
      },
    ]);
  });

  test('a bad file that is not there says so', async () => {
    expect(await refused('/tidak/ada.xlsx')).toEqual([
      { row: 0, reason: 'Berkas "/tidak/ada.xlsx" tidak ditemukan.' },
    ]);
  });
});
