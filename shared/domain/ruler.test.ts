import { expect, test } from 'vitest';
import { BUILT_IN_HOLIDAYS } from './holidays.ts';
import { holidaysOnTheWay, rulerDays } from './ruler.ts';
import { compileCalendar } from './working-days.ts';

const calendar = compileCalendar(BUILT_IN_HOLIDAYS);
const strip = (start: string, due: string, today: string) =>
  rulerDays(calendar, start, due, today).map(
    (day) =>
      `${day.day.slice(8)}${day.kind.slice(0, 2)}${day.count ?? ''}${day.today ? '*' : ''}${day.due ? '!' : ''}`,
  );

test('counts the working days from the start to the due day and names what is between', () => {
  expect(strip('2026-02-13', '2026-02-24', '2026-02-19')).toEqual([
    '13st',
    '14we',
    '15we',
    '16ho',
    '17ho',
    '18wo1',
    '19wo2*',
    '20wo3',
    '21we',
    '22we',
    '23wo4',
    '24wo5!',
  ]);
});

test('goes on to today when the report is late', () => {
  expect(strip('2026-02-23', '2026-02-24', '2026-02-26')).toEqual(['23st', '24wo1!', '25wo2', '26wo3*']);
});

test('names only the holidays that cost a working day', () => {
  const names = holidaysOnTheWay(calendar, '2026-03-13', '2026-03-27').map((holiday) => holiday.day);
  expect(names).toEqual(['2026-03-18', '2026-03-19', '2026-03-20', '2026-03-23', '2026-03-24']);
});
