import { expect, test } from 'vitest';
import { BUILT_IN_HOLIDAYS } from '../calendar/holidays.ts';
import { compileCalendar } from '../calendar/working-days.ts';
import { urgencyLimits, urgencyOf } from './urgency.ts';

const calendar = compileCalendar(BUILT_IN_HOLIDAYS);

test('on a Tuesday: late before today, soon until Wednesday, the week until Sunday', () => {
  const limits = urgencyLimits(calendar, '2026-11-24');
  const of = (day: string | null) => urgencyOf(day, limits);
  expect(limits).toEqual({ today: '2026-11-24', soonUntil: '2026-11-25', weekUntil: '2026-11-29' });
  expect([
    of('2026-11-23'),
    of('2026-11-24'),
    of('2026-11-25'),
    of('2026-11-26'),
    of('2026-11-30'),
    of(null),
  ]).toEqual(['late', 'soon', 'soon', 'week', 'later', 'none']);
});

test('on a Friday the next working day is Monday, and the week is the coming one', () => {
  expect(urgencyLimits(calendar, '2026-11-27')).toMatchObject({
    soonUntil: '2026-11-30',
    weekUntil: '2026-12-06',
  });
});

test('before a row of holidays "tomorrow" is the day after them', () => {
  expect(urgencyLimits(calendar, '2026-03-17').soonUntil).toBe('2026-03-25');
});
