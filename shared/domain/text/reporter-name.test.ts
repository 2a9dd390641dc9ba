import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findName } from './reporter-name.ts';

const containsName = (text: string, name: string) => findName(text, name).length > 0;

const NAME = 'Hj. Siti Aminah br Tobasari, S.Pd';

test.each([
  'Terima kasih Ibu Siti Aminah br Tobasari atas laporannya',
  'Ibu tobasari, laporan sudah kami terima',
  'laporan TOBASARI:',
  'laporan Ibu Tobasarinya',
  'kepada\nTóbásari.',
])('the name, or the part that tells who it is, is found: %s', (text) => {
  expect(containsName(text, NAME)).toBe(true);
});

test.each(['Ibu Siti yang terhormat', 'Kepada Bapak/Ibu Pelapor', 'Tobasarilah', 'warga desa Aminah', ''])(
  'what many are called, or another word, is not the name: %s',
  (text) => {
    expect(containsName(text, NAME)).toBe(false);
  },
);

test('a name of ordinary words is found as a whole only', () => {
  expect(containsName('Taman kota kini indah dan lestari', 'Indah Lestari')).toBe(false);
  expect(findName('Yth. Indah   LESTARI,', 'Indah Lestari')).toEqual([{ from: 5, to: 20 }]);
});

test('a short name of one word is found on word boundaries', () => {
  expect(findName('Kepada Ani: Tani dan petani', 'Ani')).toEqual([{ from: 7, to: 10 }]);
});

test.each(['', '-', 'Anonim', 'Bapak', 'Hamba Allah', 'Pelapor'])('"%s" names nobody', (name) => {
  expect(containsName(`Kepada Bapak Pelapor, Hamba Allah, ${name} - Anonim`, name)).toBe(false);
});

test('nothing can be written around a distinctive name that hides it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      expect(containsName(`${before} Kertawijaya ${after}`, 'M. Kertawijaya')).toBe(true);
    }),
  );
});
