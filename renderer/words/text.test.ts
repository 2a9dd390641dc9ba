import { expect, test } from 'vitest';
import { wordsOf } from './i18n.ts';
import { lowerCase, sentenceCase, statusWord } from './text.ts';

test('a shouted category is written as a sentence and keeps its acronyms', () => {
  expect(
    ['LAMPU PENERANGAN JALAN UMUM', 'E-KTP', 'BANTUAN UMKM/KUR', 'PERHUBUNGAN'].map(sentenceCase),
  ).toEqual(['Lampu penerangan jalan umum', 'E-KTP', 'Bantuan UMKM/KUR', 'Perhubungan']);
});

test('a text that is not shouted stays as it is', () => {
  expect(sentenceCase('Jalan Rusak')).toBe('Jalan Rusak');
  expect(sentenceCase('')).toBe('');
});

test('a shouted category has a form for the middle of a line', () => {
  expect(['JALAN BERLUBANG', 'KTP', 'E-KTP', 'Parkir liar'].map(lowerCase)).toEqual([
    'jalan berlubang',
    'KTP',
    'E-KTP',
    'parkir liar',
  ]);
});

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
