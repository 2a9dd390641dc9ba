import { expect, test } from 'vitest';
import { wordsOf } from './i18n.ts';
import { statusWord } from './status-word.ts';

test('a raw status is said in a word, and an unknown one stays as it is', () => {
  const { t } = wordsOf('id');
  expect(
    [
      'Terverifikasi',
      'Terdisposisi ke Dinas Perhubungan',
      'Ditindaklanjuti oleh Instansi',
      'Ditanggapi oleh Pelapor',
      'Ditutup oleh Sistem',
      'Menunggu Kajian Khusus',
    ].map((raw) => statusWord(raw, t)),
  ).toEqual([
    'terverifikasi',
    'belum ditindaklanjuti',
    'proses',
    'dibalas pelapor',
    'selesai',
    'Menunggu Kajian Khusus',
  ]);
});
