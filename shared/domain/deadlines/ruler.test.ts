import { expect, test } from 'vitest';
import { BUILT_IN_HOLIDAYS } from '../calendar/holidays.ts';
import { compileCalendar } from '../calendar/working-days.ts';
import type { Pause } from './pauses.ts';
import { holidaysOnTheWay, rulerDays } from './ruler.ts';

const calendar = compileCalendar(BUILT_IN_HOLIDAYS);
const strip = (start: string, due: string | null, today: string, pauses: readonly Pause[] = []) =>
  rulerDays(calendar, { startDay: start, dueDay: due, pauses }, today).map(
    (day) =>
      `${day.day.slice(8)}${day.kind.slice(0, 2)}${day.count ?? ''}${day.today ? '*' : ''}${day.due ? '!' : ''}`,
  );

test('a ruler counts the working days from the start to the due day and names what is between', () => {
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

test('a ruler goes on to today when the complaint is late', () => {
  expect(strip('2026-02-23', '2026-02-24', '2026-02-26')).toEqual(['23st', '24wo1!', '25wo2', '26wo3*']);
});

test('days on which the clock waited are not counted; one that waits goes on to today, one that is asked further to that day', () => {
  const waited = [{ cause: 'question', since: '2026-02-18', until: '2026-02-20' }] as const;
  expect(strip('2026-02-17', '2026-02-24', '2026-02-23', waited)).toEqual([
    '17st',
    '18wo1',
    '19pa',
    '20pa',
    '21we',
    '22we',
    '23wo2*',
    '24wo3!',
  ]);
  const waits = [{ cause: 'question', since: '2026-02-18', until: null }] as const;
  expect(strip('2026-02-17', null, '2026-02-20', waits)).toEqual(['17st', '18wo1', '19pa', '20pa*']);
  const span = { startDay: '2026-02-23', dueDay: '2026-02-24', pauses: [] };
  expect(rulerDays(calendar, span, '2026-02-24', '2026-02-26').map(({ count }) => count)).toEqual([
    null,
    1,
    2,
    3,
  ]);
});

test('a ruler names only the holidays that cost a working day', () => {
  const names = (pauses: readonly Pause[]) =>
    holidaysOnTheWay(calendar, { startDay: '2026-03-13', dueDay: '2026-03-27', pauses }).map(
      ({ day }) => day,
    );
  expect(names([])).toEqual(['2026-03-18', '2026-03-19', '2026-03-20', '2026-03-23', '2026-03-24']);
  expect(names([{ cause: 'question', since: '2026-03-18', until: '2026-03-23' }])).toEqual([
    '2026-03-18',
    '2026-03-24',
  ]);
});
