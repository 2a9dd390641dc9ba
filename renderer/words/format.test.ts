import { expect, test } from 'vitest';
import { datedFormatsOf, formatsOf, percentOf } from './format.ts';

const id = formatsOf('id');
const en = formatsOf('en');

test('a day is written as an office in Indonesia does', () => {
  expect([id.longDay('2026-02-13'), en.longDay('2026-02-13')]).toEqual([
    'Jum, 13 Feb 2026',
    'Fri, 13 Feb 2026',
  ]);
  expect([id.shortDay('2026-11-17'), en.shortDay('2026-11-17')]).toEqual(['Sel 17/11', 'Tue 17/11']);
  expect(id.weekdayLong('2026-11-23')).toBe('Senin');
  expect([
    datedFormatsOf(id, '2026-12-01').mediumDay('2026-11-17'),
    datedFormatsOf(id, '2026-12-01').mediumDay('2025-08-17'),
  ]).toEqual(['17 Nov', '17 Agu 2025']);
});

test('a time is written in WIB, whatever the zone of the PC', () => {
  expect([id.timeOf('2026-11-17T02:12:00.000Z'), en.timeOf('2026-11-17T02:12:00.000Z')]).toEqual([
    '09.12',
    '09:12',
  ]);
  expect(id.timeOf('2026-11-16T17:00:00.000Z')).toBe('00.00');
  expect(datedFormatsOf(id, '2026-11-24').momentOf('2026-11-16T18:30:00.000Z')).toBe('Sel 17 Nov, 01.30');
});

test('a brief moment leaves the day out where it is today', () => {
  expect(datedFormatsOf(id, '2026-11-24').briefMoment('2026-11-24T03:42:00.000Z')).toBe('10.42');
  expect(datedFormatsOf(id, '2026-11-24').briefMoment('2026-11-23T03:42:00.000Z')).toBe('Sen 23/11, 10.42');
});

test('the digits of a large number are grouped', () => {
  expect([id.count(100_000), en.count(100_000)]).toEqual(['100.000', '100,000']);
});

test('a number of bytes is said as an office reads it', () => {
  const said = [0, 12, 999, 214_000, 999_499, 999_500, 3_400_000, 24_600_000].map(id.bytesWords);
  expect(said).toEqual(['0 kB', '1 kB', '1 kB', '214 kB', '999 kB', '1 MB', '3,4 MB', '25 MB']);
  expect(en.bytesWords(3_400_000)).toBe('3.4 MB');
});

test('a hundred percent is said only when every byte is there', () => {
  expect(percentOf({ sent: 0, total: 10 })).toBe(0);
  expect(percentOf({ sent: 9_999, total: 10_000 })).toBe(99);
  expect(percentOf({ sent: 10_000, total: 10_000 })).toBe(100);
  expect(percentOf({ sent: 0, total: 0 })).toBe(100);
});
