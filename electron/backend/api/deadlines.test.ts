import { expect, test } from 'vitest';
import { instantAt } from '#shared/domain/calendar/day.ts';
import type { LoggedLine } from '../store/journal/journal-store.ts';
import { offlineDays } from './deadlines.ts';

const days = (
  lines: readonly (readonly [string, string, LoggedLine['event']])[],
  from = '2026-09-01',
  to = '2026-09-10',
) =>
  offlineDays(lines.map(([day, time, event]) => ({ at: instantAt(day, time), event })).toReversed(), {
    from,
    to,
  });

test('a day counts when the connection was lost and not there again before its end', () => {
  expect(
    days([
      ['2026-09-01', '08:00', 'synced'],
      ['2026-09-01', '10:00', 'offline'],
      ['2026-09-04', '09:00', 'online'],
      ['2026-09-07', '09:00', 'offline'],
      ['2026-09-07', '15:00', 'online'],
      ['2026-09-09', '09:00', 'offline'],
    ]),
  ).toEqual(['2026-09-02', '2026-09-03', '2026-09-09', '2026-09-10']);
});

test('nothing is said of days that nobody asked about, or of which the log says nothing', () => {
  expect(days([['2026-08-20', '10:00', 'offline']], '2026-09-09')).toEqual(['2026-09-09', '2026-09-10']);
  expect(days([])).toEqual([]);
});
