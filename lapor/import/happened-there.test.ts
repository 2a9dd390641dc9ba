import { expect, test } from 'vitest';
import { happenedThere } from './happened-there.ts';

test.each([
  ['Ditindaklanjuti oleh Instansi', 'Ditanggapi oleh Pelapor', 'replied'],
  ['Ditindaklanjuti oleh Instansi', 'Ditutup oleh Sistem', 'closed_by_system'],
  ['Ditindaklanjuti oleh Instansi', 'Ditutup oleh Pelapor', 'closed'],
  ['Terverifikasi', 'Diarsipkan oleh Admin', 'archived'],
  ['Terverifikasi', 'Ditunda', 'postponed'],
  ['Selesai', 'Ditutup oleh Admin', null],
  ['Terverifikasi', 'Terdisposisi ke Dinas Kesehatan', null],
  ['Ditanggapi oleh Pelapor', 'Ditanggapi oleh Pelapor', null],
])('from "%s" to "%s": %s', (before, after, happened) => {
  expect(happenedThere(before, after)).toBe(happened);
});
