import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exportRow, makeExport, makeSheet } from '../../test/support/excel.ts';
import {
  central,
  counts,
  entries,
  everything,
  imported,
  run,
  storedComplaint,
} from '../../test/support/importing.ts';

const SAMPLE = '../shared/data/lapor-export-sample.xlsx';

describe('a first import', () => {
  test('a first import brings every column over, and what has no name of ours is kept', async () => {
    const row = exportRow({
      'Tracking ID': 9_400_001,
      'Tipe Laporan (Anonim/Rahasia)': 'Anonim, Rahasia',
      'Nomor SK': 'SK-7/2026',
      Rating: 4,
      'Kolom Baru': '=HYPERLINK("x")',
    });
    expect(counts(await imported([row]))).toEqual({ new: 1, changed: 0, unchanged: 0, unassigned: 0 });
    expect(await storedComplaint()).toEqual({
      id: 'lapor-9400001',
      trackingId: '9400001',
      revision: 1,
      title: 'Lampu Jalan Mati',
      originalText: 'lampu jln mati sdh 3 minggu',
      finalText: 'Lampu jalan mati sudah 3 minggu',
      classification: 'pengaduan',
      oversight: false,
      anonymous: true,
      confidential: true,
      reporterName: 'Budi S***',
      categoryId: '106',
      categoryPath: ['PERHUBUNGAN', 'LAMPU PENERANGAN JALAN UMUM'],
      parentAgency: 'Pemerintah Kabupaten Sei Melati',
      agencyId: '7001',
      rawStatus: 'Terverifikasi',
      statusReason: null,
      province: 'Sumatera Utara',
      regency: 'Kab. Sei Melati',
      district: 'Lubuk Melati',
      village: 'Cemara Indah',
      channel: 'Website',
      rating: 4,
      receivedAt: '2026-01-03T02:30:00.000Z',
      dispositionedAt: null,
      returns: 0,
      extra: { 'Nomor SK': 'SK-7/2026', 'Kolom Baru': '=HYPERLINK("x")' },
    });
    expect(await entries()).toEqual([]);
  });

  test('the agency gets its complaints by its feed, and only its own', async () => {
    const rina = await central.enrol('Dinas Perhubungan');
    const { cursor } = await rina.client.changes({});
    const waiting = rina.client.changes({ after: cursor, wait: 20_000 });
    await imported([
      exportRow(),
      exportRow({
        'Tracking ID': '9400002',
        'ID Instansi Terdisposisi': null,
        'Instansi Terdisposisi': 'DINAS  kesehatan',
      }),
    ]);
    expect(
      (await waiting).changes.map((change) =>
        change.type === 'upsert' ? change.complaint.trackingId : change.type,
      ),
    ).toEqual(['9400001']);
    expect(await storedComplaint('9400002')).toMatchObject({ agencyId: '7004' });
  });

  test('an agency that nobody knows is no rejection: its complaints wait unassigned, until it is registered', async () => {
    const row = exportRow({ 'ID Instansi Terdisposisi': 7009, 'Instansi Terdisposisi': 'Dinas Pasar' });
    expect(counts(await imported([row]))).toEqual({ new: 1, changed: 0, unchanged: 0, unassigned: 1 });
    expect(counts(await imported([row]))).toEqual({ new: 0, changed: 0, unchanged: 1, unassigned: 1 });
    expect(await storedComplaint()).toMatchObject({ agencyId: null });

    expect(counts(await imported([row], { createAgencies: true }))).toEqual({
      new: 0,
      changed: 1,
      unchanged: 0,
      unassigned: 0,
    });
    // LAPOR! had given it to them long ago: no new disposition, the clocks keep their start.
    expect(await storedComplaint()).toMatchObject({ agencyId: '7009', dispositionedAt: null });
    expect((await entries()).map(({ kind, text }) => [kind, text])).toEqual([
      ['import_change', 'OPD: belum ditetapkan → Dinas Pasar'],
    ]);
  });

  test('dates come in both languages, as dates of Excel, and ids as numbers with a point', async () => {
    const dates: readonly (readonly [string | Date, string | null, string])[] = [
      ['17 Agu 2026', '00:05', '2026-08-16T17:05:00.000Z'],
      ['17 Aug 2026', '23:59', '2026-08-17T16:59:00.000Z'],
      ['2 Mei 2026', null, '2026-05-01T17:00:00.000Z'],
      ['2 May 2026', '7.15', '2026-05-02T00:15:00.000Z'],
      ['31 Okt 2025', '08:30:45', '2025-10-31T01:30:00.000Z'],
      ['1 Desember 2025', '08:30', '2025-12-01T01:30:00.000Z'],
      ['05/02/2026', '08:30', '2026-02-05T01:30:00.000Z'],
      [new Date('2026-03-04T00:00:00Z'), '08:30', '2026-03-04T01:30:00.000Z'],
    ];
    const rows = dates.map(([day, time], i) =>
      exportRow({
        'Tracking ID': `${9_400_001 + i}.0`,
        'Tanggal Laporan Masuk': day,
        'Waktu Laporan Masuk': time,
      }),
    );
    expect((await imported(rows)).rejected).toEqual([]);
    const stored = await central.db
      .selectFrom('complaints')
      .select('receivedAt')
      .orderBy('trackingId')
      .execute();
    expect(stored.map((row) => row.receivedAt)).toEqual(dates.map(([, , instant]) => instant));
  });

  test('the header is found wherever it stands, and the columns in any order and case', async () => {
    const columns = ['tracking id ', ...Object.keys(exportRow()).slice(1).reverse()];
    const row = exportRow();
    const cells = columns.map((column) => row[column] ?? row['Tracking ID'] ?? null);
    const path = await makeSheet([
      [],
      [],
      ['Unduhan'],
      [],
      [],
      [],
      columns.map((column) => column.toUpperCase()),
      cells.map((cell, i) => (i === 0 ? cell : (row[columns[i] ?? ''] ?? null))),
      [],
    ]);
    expect(counts(await run(path))).toMatchObject({ new: 1 });
    expect(await storedComplaint()).toMatchObject({
      title: 'Lampu Jalan Mati',
      village: 'Cemara Indah',
      agencyId: '7001',
    });
  });

  test.each([
    ['POLITIK DAN HUKUM > KKN > PUNGUTAN LIAR', 'Pengaduan', true],
    ['POLITIK DAN HUKUM > KKN > PUNGUTAN LIAR', 'Aspirasi', false],
    ['PERHUBUNGAN > PARKIR', 'Pengaduan', false],
  ])('the category %s of a %s makes it one of oversight: %s', async (category, classification, oversight) => {
    await imported([exportRow({ Kategori: category, 'Klasifikasi Laporan': classification })]);
    expect(await storedComplaint()).toMatchObject({ oversight });
  });
});

describe('the same file again', () => {
  test('the same file again changes nothing: not one row is written', async () => {
    const path = await makeExport([
      exportRow(),
      exportRow({
        'Tracking ID': '9400002',
        'Instansi Terdisposisi': 'Tidak Dikenal',
        'ID Instansi Terdisposisi': null,
      }),
    ]);
    await run(path);
    const before = await everything();
    expect(counts(await run(path))).toEqual({ new: 0, changed: 0, unchanged: 2, unassigned: 1 });
    expect(await everything()).toEqual(before);
  });

  test('a preview says the same as the import would, and writes nothing', async () => {
    const path = await makeExport([exportRow()]);
    const before = await everything();
    const preview = await run(path, { apply: false, createAgencies: true });
    expect(await everything()).toEqual(before);
    expect(preview).toMatchObject({ applied: false, readable: true });
    expect(counts(preview)).toEqual(counts(await run(path, { createAgencies: true })));
  });
});

describe.skipIf(!existsSync(SAMPLE))('the sample export (skipped where it is absent)', () => {
  test('600 complaints of nine agency come over, with their emoji, and a second time nothing happens', async () => {
    expect(counts(await run(SAMPLE, { createAgencies: true }))).toEqual({
      new: 600,
      changed: 0,
      unchanged: 0,
      unassigned: 0,
    });
    const texts = await central.db.selectFrom('complaints').select('originalText').execute();
    expect(texts.some((row) => row.originalText.includes('🤢'))).toBe(true);
    const before = await everything();
    expect(counts(await run(SAMPLE))).toEqual({ new: 0, changed: 0, unchanged: 600, unassigned: 0 });
    expect(await everything()).toEqual(before);
  });
});
