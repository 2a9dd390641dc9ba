import { expect, test } from 'vitest';
import { BUILT_IN_HOLIDAYS } from '../calendar/holidays.ts';
import { compileCalendar, type HolidayTable } from '../calendar/working-days.ts';
import { sampleComplaint, sampleEntry } from '../testing/samples.ts';
import { clocksOf } from './clocks.ts';
import { BUILT_IN_RULES } from './deadline-rules.ts';
import { changedHolidays, movedClocks } from './moved-deadlines.ts';

/** As on 7 August 2025: a day off is added in the middle of the year. */
const amended: HolidayTable = {
  version: BUILT_IN_HOLIDAYS.version + 1,
  years: BUILT_IN_HOLIDAYS.years.map((year) =>
    year.year === 2026
      ? {
          ...year,
          holidays: [...year.holidays, { day: '2026-02-20', name: 'Cuti tambahan', collectiveLeave: true }],
        }
      : year,
  ),
};
const basis = (table: HolidayTable) => ({ rules: BUILT_IN_RULES, calendar: compileCalendar(table) });

test('a day off that is added moves the running clocks over it, and no other', () => {
  const moved = (overrides: Parameters<typeof sampleComplaint>[0]) => {
    const complaint = sampleComplaint(overrides);
    return movedClocks(clocksOf(complaint, basis(BUILT_IN_HOLIDAYS)), clocksOf(complaint, basis(amended)));
  };
  expect(moved({})).toEqual([
    { clock: 'first_answer', from: '2026-02-24', to: '2026-02-25' },
    { clock: 'completion', from: '2026-03-09', to: '2026-03-10' },
  ]);
  const answered = { rawStatus: 'Ditindaklanjuti oleh Instansi', timeline: [sampleEntry()] };
  expect(moved(answered).map(({ clock }) => clock)).toEqual(['completion']);
  expect(moved({ rawStatus: 'Selesai' })).toEqual([]);
  expect(moved({ dispositionedAt: '2026-03-02T02:00:00.000Z' })).toEqual([]);
});

test('the days off that a new table adds are told, and those that it takes away', () => {
  const days = (holidays: readonly { readonly day: string }[]) => holidays.map(({ day }) => day);
  const { added, removed } = changedHolidays(BUILT_IN_HOLIDAYS, amended);
  expect([days(added), days(removed)]).toEqual([['2026-02-20'], []]);
  expect(days(changedHolidays(amended, BUILT_IN_HOLIDAYS).removed)).toEqual(['2026-02-20']);
});
