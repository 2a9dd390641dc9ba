import { expect, test } from 'vitest';
import { BUILT_IN_HOLIDAYS } from '../calendar/holidays.ts';
import { compileCalendar } from '../calendar/working-days.ts';
import { type News, nameOf, nextOfficeMorning, nextOfficeTime, noteOf } from './news.ts';

const calendar = compileCalendar(BUILT_IN_HOLIDAYS);
const wib = (text: string) => Date.parse(`${text}:00+07:00`);
const next = (text: string) =>
  new Date(nextOfficeTime(calendar, wib(text)) + 7 * 3_600_000).toISOString().slice(0, 16);

test.each([
  ['in office hours', '2026-09-07T10:15', '2026-09-07T10:15'],
  ['before them', '2026-09-07T05:00', '2026-09-07T07:30'],
  ['after them', '2026-09-07T16:30', '2026-09-08T07:30'],
  ['on a Friday night', '2026-09-11T22:00', '2026-09-14T07:30'],
  // Collective leave on Monday, Imlek on Tuesday.
  ['before a holiday', '2026-02-14T09:00', '2026-02-18T07:30'],
])('what comes %s is told when somebody is at work', (_when, now, told) => {
  expect(next(now)).toBe(told);
});

test('what is due is told on the next working morning again', () => {
  expect(nextOfficeMorning(calendar, wib('2026-09-11T07:30'))).toBe(wib('2026-09-14T07:30'));
});

const news = (kind: News['kind'], number: number): News => ({
  kind,
  complaintId: `lapor-${number}`,
  trackingId: String(number),
  category: 'Jalan',
});

test('many things are one note, and the same thing counts once', () => {
  expect(noteOf([])).toBeNull();
  expect(noteOf([news('disposition', 1), news('reply', 1), news('reply', 1)])).toEqual({
    counts: { disposition: 1, due: 0, refused: 0, reply: 1 },
    only: { complaintId: 'lapor-1', trackingId: '1', category: 'Jalan' },
  });
  expect(noteOf([news('due', 1), news('due', 2)])).toEqual({
    counts: { disposition: 0, due: 2, refused: 0, reply: 0 },
    only: null,
  });
});

test('a locked screen shows number and category, of a confidential complaint the number alone', () => {
  const complaint = { id: 'lapor-1', trackingId: '1', categoryPath: ['Infrastruktur', 'Jalan'] };
  const shown = nameOf({ ...complaint, confidential: false });
  expect(shown).toEqual({ complaintId: 'lapor-1', trackingId: '1', category: 'Jalan' });
  expect(nameOf({ ...complaint, confidential: true }).category).toBeNull();
});
