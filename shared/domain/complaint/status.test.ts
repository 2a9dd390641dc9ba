import { expect, test } from 'vitest';
import { bucketOf } from './status.ts';

test.each([
  ['Belum Terverifikasi', 'belum_terverifikasi', true],
  ['Terverifikasi', 'belum_ditindaklanjuti', true],
  ['Terdisposisi ke Dinas Sosial', 'belum_ditindaklanjuti', true],
  ['Ditindaklanjuti oleh Instansi', 'proses', true],
  ['Ditanggapi oleh Pelapor', 'proses', true],
  ['  ditutup oleh sistem ', 'selesai', true],
  ['Ditutup oleh Admin', 'selesai', true],
  ['Ditutup oleh Pelapor', 'selesai', true],
  ['Ditunda', 'tunda', true],
  ['Diarsipkan oleh Admin', 'arsip', true],
  ['Dikoordinasikan', 'belum_ditindaklanjuti', false],
  ['', 'belum_ditindaklanjuti', false],
  ['constructor', 'belum_ditindaklanjuti', false],
  ['__proto__', 'belum_ditindaklanjuti', false],
])('%j counts as %s', (raw, bucket, known) => {
  expect(bucketOf(raw)).toEqual({ bucket, known });
});
