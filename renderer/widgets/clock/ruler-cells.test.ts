import { expect, test } from 'vitest';
import { addDays, type Day } from '#shared/domain/calendar/day.ts';
import { BUILT_IN_HOLIDAYS } from '#shared/domain/calendar/holidays.ts';
import { addWorkingDays, compileCalendar } from '#shared/domain/calendar/working-days.ts';
import { rulerDays } from '#shared/domain/deadlines/ruler.ts';
import { MOST_CELLS, rulerCells } from './ruler-cells.ts';

const calendar = compileCalendar(BUILT_IN_HOLIDAYS);
const cells = (start: Day, workingDays: number, today: Day) =>
  rulerCells(
    rulerDays(
      calendar,
      { startDay: start, dueDay: addWorkingDays(calendar, start, workingDays), pauses: [] },
      today,
    ),
  );
const SIGNS = { start: 's', working: '', paused: 'p', weekend: '-', holiday: 'x', week: 'w', gap: '…' };
const drawn = (strip: ReturnType<typeof cells>) =>
  strip
    .map(({ kind, count, today, due }) => `${SIGNS[kind]}${count ?? ''}${today ? '*' : ''}${due ? '!' : ''}`)
    .join(' ');

test('a clock of 14 working days shows every day', () => {
  expect(drawn(cells('2026-11-17', 14, '2026-12-07'))).toBe(
    's 1 2 3 - - 4 5 6 7 8 - - 9 10 11 12 13 - - 14*!',
  );
});

test('a late clock leaves out the days between its end and today', () => {
  expect(drawn(cells('2026-11-02', 5, '2027-01-29'))).toBe('s 1 2 3 4 - - 5! … 62*');
});

test('a clock of 60 working days shows weeks, with the holidays in them', () => {
  const strip = cells('2026-03-02', 60, '2026-04-15');
  expect(drawn(strip)).toBe('s w4 w9 w11 w14 w18 w23 w28* w33 w37 w42 w45 w50 w53 w57 w60!');
  expect(strip.flatMap((cell) => cell.holidays).map((holiday) => holiday.day)).toContain('2026-03-19');
});

test('a clock that waits keeps its start and today, however long it waits', () => {
  const span = {
    startDay: '2026-02-13',
    dueDay: null,
    pauses: [{ cause: 'question', since: '2026-02-19', until: null }],
  } as const;
  expect(drawn(rulerCells(rulerDays(calendar, span, '2026-02-24')))).toBe('s - - x x 1 2 p - - p p*');
  const long = rulerCells(rulerDays(calendar, span, '2028-02-24'));
  expect([long.length <= MOST_CELLS, long[0]?.kind, long.at(-1)?.today]).toEqual([true, 'start', true]);
});

test('no clock has more cells than fit, and none loses its start, today or due day', () => {
  for (const workingDays of [1, 5, 14, 60, 250, 1000]) {
    for (const passed of [0, 3, 40, 400, 1500]) {
      const strip = cells('2026-01-05', workingDays, addDays('2026-01-05', passed));
      expect(strip.length).toBeLessThanOrEqual(MOST_CELLS);
      expect(strip.filter((cell) => cell.kind === 'start')).toHaveLength(1);
      expect(strip.filter((cell) => cell.today)).toHaveLength(1);
      expect(strip.filter((cell) => cell.due)).toHaveLength(1);
    }
  }
});
