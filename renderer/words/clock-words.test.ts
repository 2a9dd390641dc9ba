import { expect, test } from 'vitest';
import { BUILT_IN_HOLIDAYS } from '#shared/domain/calendar/holidays.ts';
import { compileCalendar } from '#shared/domain/calendar/working-days.ts';
import { dueSentence, dueWords } from './clock-words.ts';
import { datedWords, wordsOf } from './i18n.ts';

const calendar = compileCalendar(BUILT_IN_HOLIDAYS);
const words = (due: string, today: string, language: 'id' | 'en' = 'id') => {
  const { tone, text } = dueWords(due, { calendar, ...datedWords(wordsOf(language), today) });
  return `${tone}: ${text}`;
};

test('a due day is said in working days, so that no officer counts', () => {
  // Wednesday 18 February 2026; Monday and Tuesday before it were off.
  const today = '2026-02-18';
  expect(words('2026-02-18', today)).toBe('soon: hari ini');
  expect(words('2026-02-19', today)).toBe('soon: besok');
  expect(words('2026-02-23', today)).toBe('fine: 3 hari kerja lagi');
  expect(words('2026-02-13', today)).toBe('late: terlambat 1 hari kerja');
  expect(words('2026-02-13', today, 'en')).toBe('late: 1 working day late');
  expect(words('2026-02-23', today, 'en')).toBe('fine: 3 working days left');
});

test('a due day names the next working day when it is not tomorrow', () => {
  expect(words('2026-02-18', '2026-02-13')).toBe('soon: Rabu');
  expect(words('2026-11-23', '2026-11-21')).toBe('soon: Senin');
});

test('a due day has passed by no working day on the day off after it', () => {
  expect(words('2026-11-20', '2026-11-21')).toBe('late: lewat Jum 20/11');
});

test('a due day has a sentence for the card of a clock', () => {
  const context = { calendar, ...datedWords(wordsOf('id'), '2026-11-20') };
  expect(
    ['2026-11-20', '2026-11-21', '2026-11-23', '2026-11-25', '2026-11-18'].map(
      (due) => dueSentence(due, context).text,
    ),
  ).toEqual([
    'jatuh tempo hari ini',
    'jatuh tempo besok',
    'jatuh tempo Senin',
    '3 hari kerja lagi',
    'terlambat 2 hari kerja',
  ]);
});
