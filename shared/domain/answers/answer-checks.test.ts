import { describe, expect, test } from 'vitest';
import { BUILT_IN_HOLIDAYS } from '../calendar/holidays.ts';
import { compileCalendar } from '../calendar/working-days.ts';
import { checksOf, ownNamesIn } from './answer-checks.ts';

const calendar = compileCalendar(BUILT_IN_HOLIDAYS);
const COMPLAINT = { anonymous: true, reporterName: null, originalText: 'Nama saya Tiur Manalu, lampu mati.' };
const FOLLOW_UP = { goesOut: true, isPublic: true, isProgress: true };
const NOTE = { goesOut: false, isPublic: false, isProgress: false };
const FINISH = { ...FOLLOW_UP, isProgress: false };
const RETURN = { ...NOTE, goesOut: true };
const checks = (text: string, as = FOLLOW_UP, complaint: Parameters<typeof checksOf>[1] = COMPLAINT) =>
  checksOf({ text, ...as }, complaint, '2026-06-08', calendar).map(({ check }) => check);

describe('what a text is checked for', () => {
  test.each([
    ['Akan dikerjakan {tanggal}.', FOLLOW_UP, ['unfilled']],
    ['Bukan wewenang kami karena {alasan}.', RETURN, ['unfilled']],
    ['Catatan: pakai {kode}.', NOTE, []],
    ['Ibu Manalu, lampu akan kami ganti.', FOLLOW_UP, ['names_reporter']],
    ['Ibu TIUR, lampu sudah kami ganti.', FINISH, ['names_reporter']],
    ['Pelapornya Tiur Manalu.', NOTE, []],
    ['Bapak/Ibu, lampu akan kami ganti.', FOLLOW_UP, []],
    ['Terima kasih, laporan telah kami terima.', FOLLOW_UP, ['no_next_step']],
    ['Petugas telah meninjau lokasi kemarin.', FOLLOW_UP, ['no_next_step']],
    ['Petugas telah meninjau lokasi pada 5 Juni 2026.', FOLLOW_UP, ['no_next_step']],
    ['Petugas meninjau lokasi pada 12 Juni 2026.', FOLLOW_UP, []],
    ['Petugas segera meninjau lokasi.', FOLLOW_UP, []],
    ['Laporan masih menunggu suku cadang.', FOLLOW_UP, []],
    ['Lampu di lokasi telah diganti baru.', FINISH, []],
    ['Terima kasih', FOLLOW_UP, []],
    ['', FOLLOW_UP, []],
    ['Ibu Manalu, dikerjakan {tanggal}.', FOLLOW_UP, ['unfilled', 'names_reporter']],
  ])('%j', (text, as, expected) => {
    expect(checks(text, as)).toEqual(expected);
  });
});

test('a reporter who is not anonymous may be named; a known name is found without the complaint', () => {
  expect(checks('Ibu Manalu, akan kami ganti.', FOLLOW_UP, { ...COMPLAINT, anonymous: false })).toEqual([]);
  expect(
    checks('Sdr. Siregar, akan kami ganti.', FOLLOW_UP, { ...COMPLAINT, reporterName: 'Budi Siregar' }),
  ).toEqual(['names_reporter']);
});

test.each([
  ['Nama saya Tiur Manalu, lampu mati', ['Tiur Manalu']],
  ['Perkenalkan, saya Budi Siregar dari Medan', ['Budi Siregar']],
  ['Mohon ditindak.\nHormat saya,\nAgus Purba', ['Agus Purba']],
  ['nama lengkap: Rahmat Hidayat Nasution\nalamat: …', ['Rahmat Hidayat Nasution']],
  ['Nama saya tidak ingin disebut', []],
  ['Saya melihat lampu mati', []],
])('%j names %j', (text, names) => {
  expect(ownNamesIn(text)).toEqual(names);
});
