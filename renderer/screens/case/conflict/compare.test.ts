import { expect, test } from 'vitest';
import { comparisonOf } from './compare.ts';

const THEIRS = 'Petugas sudah memeriksa 11 titik; perbaikan selesai paling lambat 4 Desember.';

test('two versions of one answer are marked where they differ, each on its own side', () => {
  const mine = 'Petugas sudah memeriksa 12 titik; perbaikan selesai paling lambat 4 Desember.';
  const comparison = comparisonOf(THEIRS, mine);
  const marked = (side: 'theirs' | 'mine') =>
    comparison?.[side].filter(({ kind }) => kind !== 'same').map(({ text }) => text);
  expect([marked('theirs'), marked('mine')]).toEqual([['11'], ['12']]);
  expect(comparison?.theirs.map(({ text }) => text).join('')).toBe(THEIRS);
  expect(comparison?.mine.map(({ text }) => text).join('')).toBe(mine);
});

test('two answers that were written apart are not marked: nearly everything would be', () => {
  expect(
    comparisonOf(THEIRS, 'Laporan kami teruskan ke bidang lalu lintas dan akan kami kabari.'),
  ).toBeNull();
});

test('the same text twice, or no text, needs no marks', () => {
  expect(comparisonOf(THEIRS, ` ${THEIRS}\n`)).toBeNull();
  expect(comparisonOf('', '')).toBeNull();
});
