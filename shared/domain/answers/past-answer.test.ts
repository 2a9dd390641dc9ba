import { expect, test } from 'vitest';
import { BUILT_IN_HOLIDAYS } from '../calendar/holidays.ts';
import { compileCalendar } from '../calendar/working-days.ts';
import { asTemplate } from './past-answer.ts';

const calendar = compileCalendar(BUILT_IN_HOLIDAYS);
const COMPLAINT = { reporterName: 'Tiur Manalu', trackingId: '9300701' };
const made = (text: string, complaint: Parameters<typeof asTemplate>[1] = COMPLAINT) =>
  asTemplate(text, complaint, '2026-06-08', calendar);

test.each([
  [
    'Yth. Ibu Tiur Manalu, laporan 9300701 diterima.',
    'Yth. Ibu {nama pelapor}, laporan {id laporan} diterima.',
  ],
  ['Ditambal 20 Mei 2026 dan dicat 25/05/2026.', 'Ditambal {tanggal} dan dicat {tanggal}.'],
  ['Kami kabari dalam 3 hari kerja.', 'Kami kabari dalam 3 hari kerja.'],
  ['Hari ini kami ke lokasi, dan Kamis depan lagi.', '{tanggal} kami ke lokasi, dan {tanggal} lagi.'],
  ['Lampu telah kami ganti.', 'Lampu telah kami ganti.'],
])('as a template %j becomes %j', (text, template) => {
  expect(made(text)).toBe(template);
});

test('an answer is made a template also where the reporter has no name', () => {
  expect(made('Laporan 9300701.', { ...COMPLAINT, reporterName: null })).toBe('Laporan {id laporan}.');
});
