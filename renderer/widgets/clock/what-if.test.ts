import { expect, test } from 'vitest';
import { BUILT_IN_HOLIDAYS } from '#shared/domain/calendar/holidays.ts';
import { compileCalendar } from '#shared/domain/calendar/working-days.ts';
import { clocksOf } from '#shared/domain/deadlines/clocks.ts';
import { BUILT_IN_RULES } from '#shared/domain/deadlines/deadline-rules.ts';
import { sampleComplaint } from '#shared/domain/testing/samples.ts';
import { datedWords, wordsOf } from '../../words/i18n.ts';
import { whatIf } from './what-if.ts';

const calendar = compileCalendar(BUILT_IN_HOLIDAYS);
const context = { calendar, ...datedWords(wordsOf('id'), '2026-02-19') };
const said = (day: string, overrides: Parameters<typeof sampleComplaint>[0] = {}) => {
  const { firstAnswer } = clocksOf(sampleComplaint(overrides), { rules: BUILT_IN_RULES, calendar });
  return firstAnswer === null ? null : whatIf(firstAnswer, day, context);
};

test('a promised day is before the limit, on it, or so many working days after it', () => {
  expect(said('2026-02-20')).toBe(
    'Bila dijanjikan Jum 20/2: hari kerja ke-3 dari 5, masih 2 hari kerja sebelum batas.',
  );
  expect(said('2026-02-24')).toBe('Bila dijanjikan Sel 24/2: tepat pada batas.');
  expect(said('2026-02-27')).toBe(
    'Bila dijanjikan Jum 27/2: 3 hari kerja sesudah batas. Janjikan paling lambat Sel 24/2.',
  );
  const friday = { dispositionedAt: '2026-02-20T02:00:00.000Z' };
  expect(said('2026-02-28', friday)).toBe(
    'Bila dijanjikan Sab 28/2: sesudah batas. Janjikan paling lambat Jum 27/2.',
  );
});

test('nothing can be promised for a day that is over, or on a clock that has stopped', () => {
  expect(said('2026-02-19')).toBeNull();
  expect(said('2026-02-24', { rawStatus: 'Ditindaklanjuti oleh Instansi' })).toBeNull();
});
