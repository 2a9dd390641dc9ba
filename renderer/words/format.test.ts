import { expect, test } from 'vitest';
import { briefMoment, count, longDay, mediumDay, momentOf, shortDay, timeOf, weekdayLong } from './format.ts';

test('a day is written as an office in Indonesia does', () => {
  expect([longDay('2026-02-13', 'id'), longDay('2026-02-13', 'en')]).toEqual([
    'Jum, 13 Feb 2026',
    'Fri, 13 Feb 2026',
  ]);
  expect([shortDay('2026-11-17', 'id'), shortDay('2026-11-17', 'en')]).toEqual(['Sel 17/11', 'Tue 17/11']);
  expect(weekdayLong('2026-11-23', 'id')).toBe('Senin');
  expect([mediumDay('2026-11-17', '2026-12-01', 'id'), mediumDay('2025-08-17', '2026-12-01', 'id')]).toEqual([
    '17 Nov',
    '17 Agu 2025',
  ]);
});

test('a time is written in WIB, whatever the zone of the PC', () => {
  expect([timeOf('2026-11-17T02:12:00.000Z', 'id'), timeOf('2026-11-17T02:12:00.000Z', 'en')]).toEqual([
    '09.12',
    '09:12',
  ]);
  expect(timeOf('2026-11-16T17:00:00.000Z', 'id')).toBe('00.00');
  expect(momentOf('2026-11-16T18:30:00.000Z', '2026-11-24', 'id')).toBe('Sel 17 Nov, 01.30');
});

test('a brief moment leaves the day out where it is today', () => {
  expect(briefMoment('2026-11-24T03:42:00.000Z', '2026-11-24', 'id')).toBe('10.42');
  expect(briefMoment('2026-11-23T03:42:00.000Z', '2026-11-24', 'id')).toBe('Sen 23/11, 10.42');
});

test('the digits of a large number are grouped', () => {
  expect([count(100_000, 'id'), count(100_000, 'en')]).toEqual(['100.000', '100,000']);
});
