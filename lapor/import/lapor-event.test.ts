import { expect, test } from 'vitest';
import { laporEventOf } from './lapor-event.ts';

test.each([
  ['Ditindaklanjuti oleh Instansi', 'Ditanggapi oleh Pelapor', 'replied'],
  ['Ditindaklanjuti oleh Instansi', 'Ditutup oleh Sistem', 'closed_by_system'],
  ['Ditindaklanjuti oleh Instansi', 'Ditutup oleh Pelapor', 'closed'],
  ['Terverifikasi', 'Diarsipkan oleh Admin', 'archived'],
  ['Terverifikasi', 'Ditunda', 'postponed'],
  ['Selesai', 'Ditutup oleh Admin', null],
  ['Terverifikasi', 'Terdisposisi ke Dinas Kesehatan', null],
  ['Ditanggapi oleh Pelapor', 'Ditanggapi oleh Pelapor', null],
])('a status that goes from "%s" to "%s" is the event %s', (before, after, event) => {
  expect(laporEventOf(before, after)).toBe(event);
});
