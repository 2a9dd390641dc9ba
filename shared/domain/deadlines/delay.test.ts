import { expect, test } from 'vitest';
import { instantAt } from '../calendar/day.ts';
import { BUILT_IN_HOLIDAYS } from '../calendar/holidays.ts';
import { compileCalendar } from '../calendar/working-days.ts';
import type { Complaint } from '../complaint/complaint.ts';
import type { TimelineEntry } from '../complaint/entry.ts';
import { sampleComplaint, sampleEntry } from '../testing/samples.ts';
import { BUILT_IN_RULES } from './deadline-rules.ts';
import { delayOf, nameOf } from './delay.ts';

const basis = { rules: BUILT_IN_RULES, calendar: compileCalendar(BUILT_IN_HOLIDAYS) };
const entry = (
  kind: TimelineEntry['kind'],
  day: string,
  detail: TimelineEntry['detail'] = null,
): TimelineEntry => sampleEntry({ id: `${kind} ${day}`, kind, at: instantAt(day, '10:00'), detail });
const told = (overrides: Partial<Complaint>, today: string) => {
  const { late, stretches } = delayOf(sampleComplaint(overrides), basis, today);
  return {
    late: late.map(({ clock, doneOn, lateBy }) => [clock.name, doneOn, lateBy]),
    stretches: stretches.map(({ holder, from, to, workingDays }) =>
      [nameOf(holder).trim(), from.slice(5), to.slice(5), workingDays].join(' '),
    ),
  };
};

test('a delay says for whom a late complaint waited, from day to day, with the working days of each', () => {
  const seksi = { assignee: { officerId: null, name: 'Seksi PJU' } };
  expect(
    told(
      {
        timeline: [
          entry('forward', '2026-02-18', seksi),
          entry('proposal', '2026-02-25'),
          entry('approval', '2026-02-26'),
          entry('question', '2026-02-26'),
          entry('reporter_reply', '2026-03-03'),
          entry('internal_note', '2026-03-04'),
        ],
        rawStatus: 'Ditanggapi oleh Pelapor',
      },
      '2026-03-20',
    ),
  ).toEqual({
    late: [
      ['first_answer', '2026-02-26', 2],
      ['completion', null, 3],
    ],
    stretches: [
      'admin 02-12 02-13 1',
      'agency 02-13 02-18 1',
      'Seksi PJU 02-18 02-25 5',
      'approval 02-25 02-26 1',
      'reporter 02-26 03-03 3',
      'Seksi PJU 03-03 03-20 10',
    ],
  });
});

test('a complaint in time is not late, one that was answered on an unknown day neither', () => {
  expect(told({}, '2026-02-24').late).toEqual([]);
  expect(told({}, '2026-02-25').late).toEqual([['first_answer', null, 1]]);
  expect(told({ rawStatus: 'Ditutup oleh Admin' }, '2026-12-01').late).toEqual([]);
});

test('without a recorded disposition it waited for the agency from the receipt on; what is closed waits no more', () => {
  expect(told({ dispositionedAt: null }, '2026-02-16').stretches).toEqual(['agency 02-12 02-16 1']);
  const closed = {
    rawStatus: 'Selesai',
    timeline: [entry('finish', '2026-03-30')],
  };
  expect(told(closed, '2026-06-01')).toMatchObject({
    late: [
      ['first_answer', '2026-03-30', expect.any(Number)],
      ['completion', '2026-03-30', expect.any(Number)],
    ],
    stretches: ['admin 02-12 02-13 1', expect.stringMatching(/^agency 02-13 03-30/)],
  });
});
