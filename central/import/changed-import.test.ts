import { describe, expect, test } from 'vitest';
import { exportRow } from '../../test/support/excel.ts';
import {
  central,
  counts,
  entries,
  imported,
  NOW,
  send,
  storedComplaint,
} from '../../test/support/importing.ts';

describe('a changed file', () => {
  test('a changed file updates the complaint, says in words what changed, and keeps the follow-ups', async () => {
    const rina = await central.enrol('Dinas Perhubungan');
    await imported([exportRow()]);
    await send(rina, { kind: 'follow_up', payload: { text: 'Petugas sudah memeriksa.' } });
    const changed = exportRow({
      'Judul Laporan': 'Lampu Jalan Padam',
      'Isi Laporan Akhir': 'Lampu jalan padam.',
      'Nama Pelapor': 'Nama Baru',
      'Status Laporan': 'Ditutup oleh Sistem',
      Rating: 5,
    });
    const result = await imported([changed]);
    expect(counts(result)).toMatchObject({ changed: 1 });
    expect(result.happened).toEqual({ closed_by_system: 1 });
    expect(await storedComplaint()).toMatchObject({
      title: 'Lampu Jalan Padam',
      rawStatus: 'Ditutup oleh Sistem',
      rating: 5,
      revision: 3,
    });
    const [followUp, change] = await entries();
    expect(followUp).toMatchObject({ kind: 'follow_up', text: 'Petugas sudah memeriksa.' });
    expect(change).toMatchObject({
      kind: 'import_change',
      revision: 3,
      authorOfficerId: null,
      authorRole: 'admin',
      visibility: 'agency',
      detail: { rawStatus: 'Ditutup oleh Sistem' },
      at: NOW.toISOString(),
    });
    expect(change?.text.split('\n')).toEqual([
      'Ditutup oleh sistem LAPOR!: tidak ada tanggapan pelapor sesudah tindak lanjut.',
      'Status di LAPOR!: Ditindaklanjuti oleh Instansi → Ditutup oleh Sistem',
      'Judul: Lampu Jalan Mati → Lampu Jalan Padam',
      'Rating: (kosong) → 5',
      'Isi laporan akhir diperbarui',
      'Nama pelapor diperbarui',
    ]);
    const { changes } = await rina.client.changes({});
    expect(changes.at(-1)).toMatchObject({
      complaint: { revision: 3, timeline: [{ kind: 'follow_up' }, { kind: 'import_change' }] },
    });
  });

  test('a column that the file does not have changes nothing', async () => {
    await imported([exportRow({ Rating: 4, 'Nomor SK': 'SK-7' })]);
    const {
      Rating: _,
      'Nomor SK': __,
      Kecamatan: ___,
      Kategori: ____,
      'Tipe Laporan (Anonim/Rahasia)': _____,
      ...rest
    } = exportRow();
    expect(counts(await imported([rest]))).toEqual({ new: 0, changed: 0, unchanged: 1, unassigned: 0 });
  });

  test('a status that is ahead by our own answer is not set back, and LAPOR! saying the same later is no news', async () => {
    const rina = await central.enrol('Dinas Perhubungan');
    await imported([exportRow({ 'Status Laporan': 'Ditunda', 'Alasan Tunda/Arsip': 'Data belum lengkap' })]);
    await send(rina, { kind: 'follow_up', payload: { text: 'Data sudah lengkap, kami kerjakan.' } });
    const answered = { rawStatus: 'Ditindaklanjuti oleh Instansi', statusReason: null, revision: 2 };

    expect(
      counts(
        await imported([
          exportRow({ 'Status Laporan': 'Ditunda', 'Alasan Tunda/Arsip': 'Data belum lengkap' }),
        ]),
      ),
    ).toMatchObject({ unchanged: 1 });
    expect(await storedComplaint()).toMatchObject(answered);
    expect(
      counts(await imported([exportRow({ 'Status Laporan': 'Ditindaklanjuti oleh Instansi' })])),
    ).toMatchObject({ unchanged: 1 });
    expect(await storedComplaint()).toMatchObject(answered);
    expect(
      counts(await imported([exportRow({ 'Status Laporan': 'Ditanggapi oleh Pelapor' })])),
    ).toMatchObject({ changed: 1 });
    expect(await storedComplaint()).toMatchObject({ rawStatus: 'Ditanggapi oleh Pelapor' });
  });

  test('a returned complaint stays with the Admin Instansi until LAPOR! gives it to another agency', async () => {
    const rina = await central.enrol('Dinas Perhubungan');
    const nurse = await central.enrol('Dinas Kesehatan');
    await imported([exportRow()]);
    await send(rina, { kind: 'return', payload: { reason: 'Urusan kesehatan.', suggestedAgency: null } });
    expect(counts(await imported([exportRow()]))).toMatchObject({ unchanged: 1, unassigned: 0 });
    expect(await storedComplaint()).toMatchObject({ agencyId: null });

    await imported([
      exportRow({ 'ID Instansi Terdisposisi': 7004, 'Instansi Terdisposisi': 'Dinas Kesehatan' }),
    ]);
    expect(await storedComplaint()).toMatchObject({
      agencyId: '7004',
      dispositionedAt: NOW.toISOString(),
      revision: 4,
    });
    expect((await entries()).map(({ kind, text, revision }) => [kind, text, revision])).toEqual([
      ['return', 'Urusan kesehatan.', 2],
      ['import_change', 'OPD: belum ditetapkan → Dinas Kesehatan', 3],
      ['disposition', 'Diteruskan ke Dinas Kesehatan', 4],
    ]);
    const { changes } = await nurse.client.changes({});
    expect(changes.at(-1)).toMatchObject({
      type: 'upsert',
      complaint: { timeline: [{ kind: 'import_change' }, { kind: 'disposition' }] },
    });
  });

  test('a complaint that moves from one agency to another is a removal there and a complaint here', async () => {
    const rina = await central.enrol('Dinas Perhubungan');
    const nurse = await central.enrol('Dinas Kesehatan');
    await imported([exportRow()]);
    await imported([
      exportRow({ 'ID Instansi Terdisposisi': 7004, 'Instansi Terdisposisi': 'Dinas Kesehatan' }),
    ]);
    expect((await rina.client.changes({})).changes.at(-1)).toMatchObject({
      type: 'removal',
      complaintId: 'lapor-9400001',
    });
    expect((await nurse.client.changes({})).changes.at(-1)).toMatchObject({
      type: 'upsert',
      complaint: { id: 'lapor-9400001' },
    });
  });
});
