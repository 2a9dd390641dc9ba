import { expect, test } from 'vitest';
import { BUILT_IN_HOLIDAYS } from '#shared/domain/calendar/holidays.ts';
import { compileCalendar } from '#shared/domain/calendar/working-days.ts';
import { datedWords, wordsOf } from '../../words/i18n.ts';
import { greeting, whyWords } from './morning-words.ts';

const context = {
  calendar: compileCalendar(BUILT_IN_HOLIDAYS),
  ...datedWords(wordsOf('id'), '2026-09-07'),
};

test.each([
  [
    { reason: 'late' as const, day: '2026-09-02', clock: 'first_answer' as const },
    'Jawaban pertama terlambat 3 hari kerja (Rab, 2 Sep 2026).',
  ],
  [
    { reason: 'due' as const, day: '2026-09-07', clock: 'completion' as const },
    'Penyelesaian jatuh tempo hari ini (Sen, 7 Sep 2026).',
  ],
  [{ reason: 'replied' as const, day: '2026-09-06' }, 'Pelapor menjawab kemarin dan menunggu balasan.'],
  [{ reason: 'replied' as const, day: '2026-09-04' }, 'Pelapor menjawab Jum 4/9 dan menunggu balasan.'],
])('the morning says why a complaint comes first: %j', (why, sentence) => {
  expect(whyWords(why, context)).toBe(sentence);
});

test.each([
  ['2026-09-07T01:00:00Z', 'morning'],
  ['2026-09-07T05:00:00Z', 'midday'],
  ['2026-09-07T09:00:00Z', 'afternoon'],
  ['2026-09-07T14:00:00Z', 'evening'],
])('the greeting of the morning at %s is that of the %s in WIB', (instant, part) => {
  expect(greeting(new Date(instant))).toBe(part);
});
