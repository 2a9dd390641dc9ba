import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { exportRow, sheetRow } from '../../test/support/excel.ts';
import { central, entries, imported, storedComplaint } from '../../test/support/importing.ts';

const ROWS = ['9400001', '9400002', '9400003'].map((id) => exportRow({ 'Tracking ID': id }));

test('a complaint that stands without what LAPOR! said of it is known, and follows LAPOR! from now on', async () => {
  await imported(ROWS);
  await sql`delete from lapor_memory where complaint_id = 'lapor-9400001'`.execute(central.db);
  await sql`update complaints set raw_status = 'Selesai' where id = 'lapor-9400001'`.execute(central.db);
  expect(await imported(ROWS)).toMatchObject({
    applied: true,
    new: 0,
    changed: 1,
    unchanged: 2,
    rejected: [],
  });
  expect(await storedComplaint()).toMatchObject({ rawStatus: 'Terverifikasi' });
  expect(await entries()).toMatchObject([
    { kind: 'import_change', text: expect.stringContaining('Selesai') },
  ]);
  expect(await imported(ROWS)).toMatchObject({ new: 0, changed: 0, unchanged: 3 });
});

const REASON =
  'Laporan 9400002 tidak dapat disimpan: yang ada di basis data bertentangan dengannya. Baris lain tidak terpengaruh; sampaikan nomor ini kepada pengelola layanan pusat.';

test.each([
  ['the database cannot take', sql`update complaints set tracking_id = '9499999' where id = 'lapor-9400002'`],
  [
    'stands there and cannot be read',
    sql`update complaints set received_at = 'infinity' where id = 'lapor-9400002'`,
  ],
])('a row that %s is rejected alone, and the others of the file are imported', async (_, spoil) => {
  await imported([exportRow({ 'Tracking ID': '9400002' })]);
  await spoil.execute(central.db);
  const rejected = [{ row: sheetRow(1), reason: REASON }];
  const refused = await imported(ROWS);
  expect(refused).toMatchObject({ applied: false, rejected });
  expect(await imported(ROWS, { skipRejected: true })).toMatchObject({
    applied: true,
    new: 2,
    changed: 0,
    unchanged: 0,
    rejected,
  });
  expect(await storedComplaint('9400001')).toMatchObject({ title: 'Lampu Jalan Mati' });
  expect(await storedComplaint('9400003')).toMatchObject({ title: 'Lampu Jalan Mati' });
});

test.each([
  ['Judul Laporan', 2_001],
  ['Isi Laporan Awal', 32_768],
])(
  'a row whose %s is longer than can be stored is rejected with the column that is at fault',
  async (column, length) => {
    const long = exportRow({ 'Tracking ID': '9400002', [column]: 'a'.repeat(length) });
    const reason = `${column} "${'a'.repeat(60)}…" terlalu panjang untuk disimpan. Periksa kolom ini di berkasnya.`;
    const rejected = [{ row: sheetRow(1), reason }];
    expect(await imported([exportRow(), long], { skipRejected: true })).toMatchObject({ new: 1, rejected });
    const fits = exportRow({ 'Tracking ID': '9400002', [column]: 'a'.repeat(length - 1) });
    expect(await imported([fits])).toMatchObject({ applied: true, new: 1, rejected: [] });
  },
);

test('half a character in a cell is replaced, and the row is imported', async () => {
  const title = 'Lampu _xD83D_ mati';
  expect(await imported([exportRow({ 'Judul Laporan': title })])).toMatchObject({ applied: true, new: 1 });
  expect(await storedComplaint()).toMatchObject({ title: 'Lampu \ufffd mati' });
});
