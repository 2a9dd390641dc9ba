import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exportRow, sheetRow } from '../../../test/support/excel.ts';
import { archive, workbook } from '../../../test/support/workbook.ts';
import { answerBody, noteBody } from '../testing/samples.ts';
import { answerOn, photo } from '../testing/send-file.ts';
import { standaloneOffice } from '../testing/standalone-office.ts';

const LAMP = 'lapor-9400001';
const OTHER = exportRow({ 'Tracking ID': '9400002', 'Instansi Terdisposisi': 'Dinas Kesehatan' });

test('the export is the queue: own rows come in, those of other agencies stay out', async () => {
  const office = await standaloneOffice();
  await office.begin('DINAS  perhubungan');
  expect(await office.client.session.get()).toMatchObject({ standalone: true, centralUrl: null });
  await office.give([exportRow(), OTHER]);
  expect(await office.client.standalone.previewImport({ ours: null })).toMatchObject({
    ok: true,
    applied: false,
    new: 1,
    others: 1,
    agencies: [
      { name: 'Dinas Perhubungan', rows: 1, ours: true },
      { name: 'Dinas Kesehatan', rows: 1, ours: false },
    ],
  });
  expect(await office.queue()).toEqual([]);
  expect(await office.client.standalone.applyImport({ ours: null })).toMatchObject({ applied: true, new: 1 });
  await office.shows(1);
  expect(await office.queue()).toMatchObject([{ id: LAMP, title: 'Lampu Jalan Mati' }]);
  // Whom a complaint can be given back to.
  const { agencies } = await office.client.reference.get();
  expect(agencies.map(({ name }) => name)).toEqual(['DINAS  perhubungan', 'Dinas Kesehatan']);
});

test('an agency that the export writes otherwise is chosen once, and known from then on', async () => {
  const office = await standaloneOffice();
  await office.begin('Dishub');
  await office.give([exportRow(), OTHER]);
  expect(await office.client.standalone.previewImport({ ours: null })).toMatchObject({ new: 0, others: 2 });
  expect(await office.client.standalone.applyImport({ ours: ['Dinas Perhubungan'] })).toMatchObject({
    new: 1,
  });
  await office.shows(1);
  expect(await office.imported([exportRow(), exportRow({ 'Tracking ID': '9400003' })])).toMatchObject({
    new: 1,
    unchanged: 1,
  });
  await office.shows(2);
});

test('what the officer does is decided here, with a receipt, and is there after a restart', async () => {
  const office = await standaloneOffice();
  await office.begin();
  await office.imported([exportRow()]);
  await office.knows(LAMP);
  await office.client.command.submit({ complaintId: LAMP, body: answerBody('Lampu sudah diganti.') });
  await office.decided();
  expect(await office.timeline(LAMP)).toMatchObject([
    { kind: 'follow_up', text: 'Lampu sudah diganti.', receipt: 'K-260907001' },
  ]);
  await office.backend.close();
  const again = await standaloneOffice(office);
  await again.settled();
  expect(await again.timeline(LAMP)).toHaveLength(1);
  await again.client.command.submit({ complaintId: LAMP, body: noteBody('Cek pekan depan.') });
  await again.decided();
  expect((await again.timeline(LAMP)).map(({ receipt }) => receipt)).toEqual(['K-260907001', 'K-260907002']);
});

test('what the domain does not allow is refused here too, and the text stays', async () => {
  const office = await standaloneOffice();
  await office.begin();
  await office.imported([exportRow({ 'Status Laporan': 'Ditutup oleh Sistem' })]);
  await office.knows(LAMP);
  const sent = await office.client.command.submit({ complaintId: LAMP, body: answerBody('Terlambat.') });
  expect(sent).toEqual({ ok: false, code: 'closed' });
});

test('a later export brings what LAPOR! did, and leaves what the office wrote', async () => {
  const office = await standaloneOffice();
  await office.begin();
  await office.imported([exportRow()]);
  await office.knows(LAMP);
  await office.client.command.submit({ complaintId: LAMP, body: answerBody('Lampu sudah diganti.') });
  await office.decided();
  expect(await office.imported([exportRow()])).toMatchObject({ unchanged: 1, happened: [] });
  expect(await office.imported([exportRow({ 'Status Laporan': 'Ditutup oleh Sistem' })])).toMatchObject({
    changed: 1,
    happened: ['Di LAPOR! sejak impor terakhir: 1 ditutup oleh sistem.'],
  });
  await office.knows(LAMP, 2);
  expect((await office.timeline(LAMP)).map(({ kind }) => kind)).toEqual(['follow_up', 'import_change']);
  // Given to another agency there: it leaves.
  await office.imported([exportRow({ 'Instansi Terdisposisi': 'Dinas Kesehatan' })]);
  await office.shows(0);
});

describe('a bad file', () => {
  test('is refused as a whole with a sentence, and the queue stays as it was', async () => {
    const office = await standaloneOffice();
    await office.begin();
    await office.imported([exportRow()]);
    await office.shows(1);
    await office.give(Buffer.from('bukan berkas Excel'));
    expect(await office.client.standalone.applyImport({ ours: null })).toEqual({
      ok: false,
      reason: 'Berkas ini bukan berkas Excel (.xlsx) atau rusak. Unduh ulang ekspornya dari LAPOR!.',
    });
    expect(await office.queue()).toHaveLength(1);
  });

  test('that unpacks to more than an export holds is refused with a sentence, and the queue stays', async () => {
    const office = await standaloneOffice();
    await office.begin();
    await office.imported([exportRow()]);
    await office.shows(1);
    const bomb = archive(workbook('<row/>'), false, { 'xl/worksheets/laporan.xml': 1024 ** 3 });
    await office.give(readFileSync(bomb));
    for (const ask of ['previewImport', 'applyImport'] as const) {
      expect(await office.client.standalone[ask]({ ours: null })).toEqual({
        ok: false,
        reason: expect.stringMatching(
          /^Isi berkas ini lebih dari 512 MB setelah dibuka, .* Tidak ada yang diubah\./,
        ),
      });
    }
    expect(await office.queue()).toHaveLength(1);
  });

  test('with bad rows names them in the language of the officer and takes the others', async () => {
    const office = await standaloneOffice();
    await office.begin();
    await office.client.settings.set({ language: 'en' });
    expect(
      await office.imported([exportRow(), exportRow({ 'Tracking ID': '9400002', Rating: 'bagus' })]),
    ).toMatchObject({
      new: 1,
      rejected: 1,
      named: [{ row: sheetRow(1), reason: 'Rating "bagus" is not a number.' }],
    });
  });

  test('that is too large is not begun', async () => {
    const office = await standaloneOffice();
    expect(await office.client.standalone.beginImport({ size: 65 * 1024 * 1024 })).toEqual({ ok: false });
  });
});

test('a photo stays on this computer and can be seen after the month in which a central service may ask for it', async () => {
  const office = await standaloneOffice();
  await office.begin();
  await office.imported([exportRow()]);
  await office.knows(LAMP);
  const { shas } = await answerOn(office, LAMP, 'Lihat foto.', [photo(300_000, 1)]);
  await office.decided();
  office.clock.advance(40 * 86_400_000);
  const [sha256 = ''] = shas;
  expect((await office.client.attachment.read({ sha256, offset: 0, length: 100 }))?.size).toBeGreaterThan(0);
  expect((await office.timeline(LAMP))[0]?.attachments).toMatchObject([{ sha256 }]);
});

test('a journal that was lost comes back from its copy with the complaints, which are read anew', async () => {
  const office = await standaloneOffice();
  await office.begin();
  await office.imported([exportRow()]);
  await office.knows(LAMP);
  await office.client.command.submit({ complaintId: LAMP, body: answerBody('Lampu sudah diganti.') });
  await office.decided();
  office.clock.advance(20_000);
  await office.backend.close();
  const journal = join(office.dataDir, 'journal.db');
  writeFileSync(journal, Buffer.alloc(readFileSync(journal).length, 0x55));
  const again = await standaloneOffice(office);
  await again.settled();
  expect((await again.client.session.get()).notices).toMatchObject([{ code: 'journal_restored' }]);
  expect((await again.timeline(LAMP)).map(({ text }) => text)).toEqual(['Lampu sudah diganti.']);
  expect(await again.imported([exportRow()])).toMatchObject({ unchanged: 1 });
});
