import { expect, test } from 'vitest';
import type { OutboxItem } from '#shared/contract/window/outbox.ts';
import { datedWords, wordsOf } from '../../words/i18n.ts';
import { tableFile, textFile } from './export-texts.ts';

const context = datedWords(wordsOf('id'), '2026-11-25');
const item: OutboxItem = {
  id: 'c-1',
  complaintId: 'lapor-9300431',
  trackingId: '9300431',
  title: 'Lampu Jalan Mati',
  kind: 'follow_up',
  text: 'Sudah diperiksa; 11 titik.\nSelesai "paling lambat" 4/12.',
  attachments: [{ sha256: 'a'.repeat(64), name: 'foto.jpg', type: 'image/jpeg', size: 10 }],
  trunkRevision: 3,
  after: null,
  composedAt: '2026-11-24T18:42:00.000Z',
  delivery: { state: 'refused', heldUntil: null, receipt: null, code: 'moved', upload: null },
};

test('an exported text stands with its complaint, its reason and its files', () => {
  expect(textFile(item, context)).toEqual({
    name: 'penghubung-9300431-2026-11-25.txt',
    type: 'text/plain;charset=utf-8',
    content: [
      '\uFEFFNomor laporan: 9300431',
      'Judul: Lampu Jalan Mati',
      'Jenis: Tindak lanjut',
      'Ditulis: Rab, 25 Nov 2026, 01.42 WIB',
      'Alasan: Laporan ini sudah pindah dari OPD Anda, jadi tidak dikirim. Teks Anda tetap tersimpan di komputer ini dan dapat diekspor.',
      'Lampiran: foto.jpg',
      '',
      'Sudah diperiksa; 11 titik.',
      'Selesai "paling lambat" 4/12.',
      '',
    ].join('\r\n'),
  });
});

test('all refused texts are exported as a table that Excel opens: marked as UTF-8, quoted, one row each', () => {
  const { name, content } = tableFile([item, { ...item, trackingId: '9300432' }], context);
  expect(name).toBe('penghubung-perlu-perhatian-2026-11-25.csv');
  expect(
    content.startsWith('\uFEFF"Nomor laporan";"Judul";"Jenis";"Ditulis";"Alasan";"Lampiran";"Teks"\r\n'),
  ).toBe(true);
  expect(content).toContain('"Sudah diperiksa; 11 titik.\nSelesai ""paling lambat"" 4/12."\r\n');
  expect(content.split('\r\n')).toHaveLength(4);
});

test('an exported title that looks like a formula stays a text', () => {
  const { content } = tableFile([{ ...item, title: '=HYPERLINK("http://x")' }], context);
  expect(content).toContain(`"'=HYPERLINK(""http://x"")"`);
});
