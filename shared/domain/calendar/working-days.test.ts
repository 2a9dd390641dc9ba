import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, dayNumber, weekday } from './day.ts';
import { BUILT_IN_HOLIDAYS } from './holidays.ts';
import {
  addWorkingDays,
  compileCalendar,
  isWorkingDay,
  workingDaysBetween,
  yearWithoutTable,
} from './working-days.ts';

const calendar = compileCalendar(BUILT_IN_HOLIDAYS);
const VECTORS = '../shared/data/deadline-vectors.json';
const HOLIDAYS = '../shared/data/holidays.json';

/** The slow way, as a person would with a wall calendar: one day after the other. */
const daysOff = new Set(
  BUILT_IN_HOLIDAYS.years.flatMap((year) => year.holidays.map((holiday) => holiday.day)),
);
function isOff(day: Day): boolean {
  const name = new Date(`${day}T12:00:00Z`).toUTCString().slice(0, 3);
  return name === 'Sat' || name === 'Sun' || daysOff.has(day);
}
function countByHand(start: Day, workingDays: number): Day {
  let day = start;
  for (let left = workingDays; left > 0; ) {
    day = addDays(day, 1);
    if (!isOff(day)) left--;
  }
  return day;
}

describe('due dates', () => {
  test.each([
    [
      '2025-03-26',
      { 3: '2025-04-09', 5: '2025-04-11', 10: '2025-04-21', 14: '2025-04-25', 60: '2025-07-10' },
    ],
    [
      '2025-08-15',
      { 3: '2025-08-21', 5: '2025-08-25', 10: '2025-09-01', 14: '2025-09-08', 60: '2025-11-11' },
    ],
    [
      '2026-02-13',
      { 3: '2026-02-20', 5: '2026-02-24', 10: '2026-03-03', 14: '2026-03-09', 60: '2026-05-25' },
    ],
    [
      '2026-03-13',
      { 3: '2026-03-25', 5: '2026-03-27', 10: '2026-04-06', 14: '2026-04-10', 60: '2026-06-24' },
    ],
    ['2026-12-21', { 3: '2026-12-28', 5: '2026-12-30' }],
  ])('of a disposition on %s', (disposition, plus) => {
    const computed = Object.keys(plus).map((n) => [n, addWorkingDays(calendar, disposition, Number(n))]);
    expect(Object.fromEntries(computed)).toEqual(plus);
  });

  test.skipIf(!existsSync(VECTORS))(
    'hold for the agreed vectors (skipped without the file of vectors)',
    () => {
      const { vectors } = JSON.parse(readFileSync(VECTORS, 'utf8')) as {
        vectors: { disposition: Day; plus: Record<string, Day>; estimateBeyond?: Day }[];
      };
      for (const vector of vectors) {
        for (const [n, due] of Object.entries(vector.plus)) {
          expect([vector.disposition, n, addWorkingDays(calendar, vector.disposition, Number(n))]).toEqual([
            vector.disposition,
            n,
            due,
          ]);
        }
        if (vector.estimateBeyond === undefined) continue;
        const beyond = addWorkingDays(calendar, vector.disposition, 14);
        expect(beyond > vector.estimateBeyond).toBe(true);
        expect(yearWithoutTable(calendar, vector.disposition, beyond)).toBe(2027);
      }
    },
  );

  test('agree with counting by hand for every start day of 2024-2026 and every limit in use', () => {
    let vectors = 0;
    for (let start = '2024-01-01'; start <= '2026-12-31'; start = addDays(start, 1)) {
      for (const limit of [3, 5, 10, 14, 60]) {
        const due = addWorkingDays(calendar, start, limit);
        if (due !== countByHand(start, limit)) expect.fail(`${start} + ${limit} gave ${due}`);
        vectors++;
      }
    }
    expect(vectors).toBe(1096 * 5);
  });

  test('agree with counting by hand for any limit and any start, also where no table exists', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 1, max: 90 }), (offset, limit) => {
        const start = addDays('2022-01-01', offset);
        expect(addWorkingDays(calendar, start, limit)).toBe(countByHand(start, limit));
      }),
      { numRuns: 400, seed: 20_260_213 },
    );
  });
});

describe('the distance in working days', () => {
  test('undoes adding them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 120 }), (offset, n) => {
        const start = addDays('2023-06-01', offset);
        expect(workingDaysBetween(calendar, start, addWorkingDays(calendar, start, n))).toBe(n);
      }),
      { seed: 20_260_213 },
    );
  });

  test('is negative when the second day has passed', () => {
    expect(workingDaysBetween(calendar, '2026-02-20', '2026-02-13')).toBe(-3);
  });
});

describe('the built-in tables', () => {
  test('give 237 working days in 2025 and 240 in 2026', () => {
    const count = (year: number) => workingDaysBetween(calendar, `${year - 1}-12-31`, `${year}-12-31`);
    expect([count(2025), count(2026)]).toEqual([237, 240]);
  });

  test('make a holiday on a working day a day off, and only that day', () => {
    const around = ['2026-02-13', '2026-02-16', '2026-02-17', '2026-02-18'];
    expect(around.map((day) => isWorkingDay(calendar, day))).toEqual([true, false, false, true]);
  });

  test('say which year of a span has no official table', () => {
    expect(yearWithoutTable(calendar, '2026-12-01', '2026-12-31')).toBeNull();
    expect(yearWithoutTable(calendar, '2026-12-21', '2027-01-08')).toBe(2027);
  });

  test.skipIf(!existsSync(HOLIDAYS))(
    'equal the published lists (skipped without the file of holidays)',
    () => {
      const { years } = JSON.parse(readFileSync(HOLIDAYS, 'utf8')) as {
        years: Record<string, { nationalHolidays: Day[]; collectiveLeave: Day[] }>;
      };
      const builtIn = Object.fromEntries(
        BUILT_IN_HOLIDAYS.years.map(({ year, holidays }) => [
          year,
          {
            national: holidays.filter((holiday) => !holiday.collectiveLeave).map((holiday) => holiday.day),
            leave: holidays.filter((holiday) => holiday.collectiveLeave).map((holiday) => holiday.day),
          },
        ]),
      );
      const published = Object.fromEntries(
        Object.entries(years).map(([year, list]) => [
          year,
          { national: list.nationalHolidays, leave: list.collectiveLeave },
        ]),
      );
      expect(builtIn).toEqual(published);
    },
  );
});

test('1970-01-01 was a Thursday', () => {
  expect(weekday(dayNumber('1970-01-01'))).toBe(4);
});
