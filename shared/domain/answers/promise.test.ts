import { expect, test } from 'vitest';
import { growth } from '../../../test/support/growth.ts';
import { BUILT_IN_HOLIDAYS } from '../calendar/holidays.ts';
import { compileCalendar } from '../calendar/working-days.ts';
import { promisesIn } from './promise.ts';

const calendar = compileCalendar(BUILT_IN_HOLIDAYS);
/** A Monday; 16 June is a holiday. */
const TODAY = '2026-06-08';
const days = (text: string, on = TODAY) => promisesIn(text, on, calendar).map(({ day }) => day.slice(5));

test.each([
  ['Lubang akan kami tambal paling lambat 20 Juni.', '06-20'],
  ['Lubang akan kami tambal paling lambat 20 Juni 2026.', '06-20'],
  ['Perbaikan dijadwalkan pada tanggal 15 Juni 2026 pukul 09.00 WIB.', '06-15'],
  ['Pengaspalan direncanakan tgl. 22 Jun.', '06-22'],
  ['Tim akan turun tanggal 12/6.', '06-12'],
  ['Tim akan turun pada 12/06/2026.', '06-12'],
  ['Tim kami akan turun 12-06-26', '06-12'],
  ['Pengerjaan dijadwalkan 18-20 Juni 2026.', '06-20'],
  ['Pengerjaan dijadwalkan 18 s.d. 20 Juni 2026.', '06-20'],
  ['Paling lambat 30 Juni lampu sudah menyala.', '06-30'],
  ['Selambat-lambatnya tanggal 26 Juni 2026 pekerjaan rampung.', '06-26'],
  ['Kami upayakan selesai sebelum 1 Juli 2026.', '07-01'],
  ['Target penyelesaian 3 Juli.', '07-03'],
  ['Ditargetkan tuntas akhir Juni.', '06-30'],
  ['Drainase akan dikeruk awal Juli.', '07-10'],
  ['Drainase akan dikeruk pertengahan bulan Juli 2026.', '07-20'],
  ['Akan kami selesaikan akhir bulan ini.', '06-30'],
  ['Pemasangan rambu dijadwalkan bulan depan.', '07-31'],
  ['Pemasangan rambu dijadwalkan awal bulan depan.', '07-10'],
  ['Kamis depan petugas kami turun ke lokasi.', '06-11'],
  ['Petugas akan datang hari Kamis.', '06-11'],
  ['Petugas akan datang pada hari Jumat ini.', '06-12'],
  ["Petugas akan datang Jum'at depan.", '06-12'],
  ['Petugas akan datang Rabu pekan depan.', '06-17'],
  ['Petugas akan datang Senin minggu depan.', '06-15'],
  ['Petugas akan datang Senin depan.', '06-15'],
  ['Akan disurvei hari Sabtu, 13 Juni 2026.', '06-13'],
  ['Kami kabari dalam 3 hari kerja.', '06-11'],
  ['Akan ditindaklanjuti dalam waktu 3 (tiga) hari kerja.', '06-11'],
  ['Akan kami selesaikan paling lama 5 hari kerja.', '06-15'],
  ['Akan kami selesaikan dalam 10 hari kerja.', '06-23'],
  ['Kami tindak lanjuti dalam 2 x 24 jam.', '06-10'],
  ['Sampah akan diangkut maksimal 1x24 jam.', '06-09'],
  ['Akan kami sampaikan kabar dalam tujuh hari.', '06-15'],
  ['Akan kami sampaikan hasilnya dua minggu lagi.', '06-22'],
  ['Pekerjaan dimulai 3 hari lagi.', '06-11'],
  ['Hasil uji air akan keluar dalam dua pekan ke depan.', '06-22'],
  ['Pengerjaan selesai dalam satu bulan.', '07-08'],
  ['Pengecatan marka akan dilakukan minggu depan.', '06-19'],
  ['Pengecatan marka akan dilakukan pekan ini.', '06-12'],
  ['Besok pagi tim kami ke lokasi.', '06-09'],
  ['Lusa sampah akan diangkut.', '06-10'],
  ['Hari ini juga tim kami akan ke lokasi.', '06-08'],
  ['Paling lambat besok sore sudah diangkut.', '06-09'],
  ['Mohon menunggu, perbaikan dijadwalkan 20 Juni.', '06-20'],
  ['Mohon maaf atas ketidaknyamanannya, lampu akan diganti Kamis depan.', '06-11'],
  ['Harap bersabar sampai akhir Juni, pipa akan diganti.', '06-30'],
  ['Laporan sudah kami terima dan akan kami jawab paling lambat 17 Juni.', '06-17'],
  ['Telah ditinjau 5 Juni, dan akan diperbaiki 19 Juni.', '06-19'],
  ['TIM AKAN TURUN PADA 12 JUNI.', '06-12'],
  ['Insya Allah selesai 25 Juni.', '06-25'],
])('%j promises %s', (text, day) => {
  expect(days(text)).toEqual([day]);
});

test.each([
  ['Telah kami perbaiki pada 5 Juni 2026.'],
  ['Telah kami perbaiki hari ini.'],
  ['Sudah ditambal Senin lalu.'],
  ['Laporan Anda kami terima pada 8 Juni 2026.'],
  ['Petugas sudah ke lokasi kemarin.'],
  ['Air tidak mengalir selama 3 hari.'],
  ['Air mati sejak 3 hari yang lalu.'],
  ['Dalam 3 hari terakhir tidak ada gangguan.'],
  ['Mohon lengkapi data paling lambat 20 Juni.'],
  ['Paling lambat 20 Juni Bapak/Ibu harus melengkapi berkas.'],
  ['Telah selesai 8 Juni 2026.'],
  ['Silakan datang ke kantor kami hari Kamis.'],
  ['Bapak/Ibu dapat mengambil berkas pada 15 Juni.'],
  ['Kami tunggu balasan Anda dalam 10 hari kerja.'],
  ['Jika dalam 10 hari tidak ada balasan, laporan ditutup.'],
  ['Kami belum dapat memastikan bulan depan.'],
  ['Sesuai Peraturan Bupati tanggal 20 Juni 2026.'],
  ['Jalan ini bukan kewenangan kami.'],
  ['Terima kasih atas laporan Anda.'],
  ['Akan segera kami tindak lanjuti.'],
  ['Lubang di Jalan 20 Juni.'],
  ['Kami ada di Jalan Kamis Nomor 3.'],
  ['Pelaksana mengerjakan 3/4 bagian dan akan kembali.'],
  ['Nomor laporan 9300701 akan kami teruskan.'],
  ['Kantor buka Senin sampai Jumat.'],
  ['Akan kami tambal 31 Februari.'],
  ['Pembangunan jembatan ditargetkan 20 Juni 2031.'],
  ['Usulan pada {tanggal pengerjaan} akan kami jadwalkan.'],
  [''],
])('%j promises nothing', (text) => {
  expect(days(text)).toEqual([]);
});

test('a text can promise several days, the earliest first, each with its sentence', () => {
  const text = 'Perbaikan selesai paling lambat 20 Juni. Besok kami survei.\nTerima kasih.';
  expect(promisesIn(text, TODAY, calendar)).toEqual([
    { day: '2026-06-09', sentence: 'Besok kami survei' },
    { day: '2026-06-20', sentence: 'Perbaikan selesai paling lambat 20 Juni' },
  ]);
});

test('a day without a year that is long past is one of the next year', () => {
  expect(promisesIn('Akan selesai 15 Januari.', '2026-12-20', calendar)[0]?.day).toBe('2027-01-15');
  expect(promisesIn('Akan selesai awal bulan depan.', '2026-12-20', calendar)[0]?.day).toBe('2027-01-10');
  expect(promisesIn('Akan selesai 15 Mei.', TODAY, calendar)).toEqual([]);
});

test('the longest text that names a day at every word is read whole', () => {
  const text = `${'besok '.repeat(3_000)}, Lubang akan kami tambal 20 Juni, mohon dicek lusa.`;
  expect(days(text)).toEqual(['06-09', '06-20']);
});

test.each(['besok ', '20 Juni akan ', 'Akan kami tambal 20 Juni 2026. ', 'mohon bersabar lusa, ', '5/6 '])(
  'the time to read a text grows with its length, not with its square: %j repeated',
  (piece) => {
    const read = (text: string) => promisesIn(text, TODAY, calendar);
    expect(growth(read, piece, 20_000, 8)).toBeLessThan(24);
  },
);
