import { describe, expect, test } from 'vitest';
import { addDays, type Day, dayOf, instantAt } from '../calendar/day.ts';
import { BUILT_IN_HOLIDAYS } from '../calendar/holidays.ts';
import {
  compileCalendar,
  type HolidayTable,
  isWorkingDay,
  type WorkingCalendar,
} from '../calendar/working-days.ts';
import type { Complaint } from '../complaint/complaint.ts';
import type { TimelineEntry } from '../complaint/entry.ts';
import { sampleComplaint, sampleEntry } from '../testing/samples.ts';
import { clocksOf, type DeadlineBasis } from './clocks.ts';
import { BUILT_IN_RULES, type DeadlineRule } from './deadline-rules.ts';

const calendar = compileCalendar(BUILT_IN_HOLIDAYS);
const basis: DeadlineBasis = { rules: BUILT_IN_RULES, calendar };

/** Given to the agency on Friday 13 February 2026; 16 and 17 February are days off. */
const withEntries = (
  entries: readonly (readonly [TimelineEntry['kind'], Day, Day?])[],
  rawStatus = 'Ditindaklanjuti oleh Instansi',
): Complaint =>
  sampleComplaint({
    rawStatus,
    timeline: entries.map(([kind, day, until], n) =>
      sampleEntry({
        id: `e-${n}`,
        kind,
        at: instantAt(day, '10:00'),
        detail:
          kind === 'postponement'
            ? { until: until ?? null }
            : kind === 'import_change'
              ? { rawStatus }
              : null,
      }),
    ),
  });
const completion = (complaint: Complaint, rules = BUILT_IN_RULES) => {
  const clock = clocksOf(complaint, { rules, calendar }).completion;
  return { dueDay: clock?.dueDay, pauses: clock?.pauses };
};

describe('the clock of completion waits', () => {
  test('for what the reporter was asked for, until the reply, whose day is not counted', () => {
    // Counted: 18, 19 February; waits 20-26; counted again from 27 February: 12 more days.
    expect(
      completion(
        withEntries([
          ['question', '2026-02-19'],
          ['reporter_reply', '2026-02-26'],
        ]),
      ),
    ).toEqual({
      dueDay: '2026-03-16',
      pauses: [{ cause: 'question', since: '2026-02-19', until: '2026-02-26' }],
    });
  });

  test('without a due day while the reply is awaited, and the first answer stands as given', () => {
    const asked = withEntries([['question', '2026-02-19']]);
    expect(completion(asked)).toEqual({
      dueDay: null,
      pauses: [{ cause: 'question', since: '2026-02-19', until: null }],
    });
    expect(clocksOf(asked, basis).firstAnswer?.stopped).toEqual({ day: '2026-02-19', workingDay: 2 });
  });

  test('until the agency itself goes on: that day counts', () => {
    expect(
      completion(
        withEntries([
          ['question', '2026-02-19'],
          ['follow_up', '2026-02-26'],
        ]),
      ).dueDay,
    ).toBe('2026-03-13');
  });

  test('until the day that a postponement names, which counts', () => {
    expect(completion(withEntries([['postponement', '2026-02-19', '2026-02-27']], 'Ditunda'))).toEqual({
      dueDay: '2026-03-16',
      pauses: [{ cause: 'postponement', since: '2026-02-19', until: '2026-02-26' }],
    });
    expect(completion(withEntries([['postponement', '2026-02-19']], 'Ditunda')).dueDay).toBeNull();
  });

  test('no longer when LAPOR! says that the reporter has replied or that it goes on', () => {
    const asked = [
      ['question', '2026-02-19'],
      ['import_change', '2026-02-26'],
    ] as const;
    expect(completion(withEntries(asked, 'Ditanggapi oleh Pelapor')).dueDay).toBe('2026-03-16');
    const postponed = [
      ['postponement', '2026-02-19'],
      ['import_change', '2026-02-26'],
    ] as const;
    expect(completion(withEntries(postponed)).dueDay).toBe('2026-03-13');
  });

  test('until the import that brought the status, whatever later imports change besides', () => {
    const asked = withEntries(
      [
        ['question', '2026-02-19'],
        ['import_change', '2026-02-26'],
      ],
      'Ditanggapi oleh Pelapor',
    );
    const other = sampleEntry({ id: 'e-9', kind: 'import_change', at: instantAt('2026-03-05', '10:00') });
    expect(completion({ ...asked, timeline: [...asked.timeline, other] }).dueDay).toBe('2026-03-16');
  });

  test('not when it has run out before, and not where the rule does not say so', () => {
    const late = withEntries([
      ['question', '2026-03-10'],
      ['reporter_reply', '2026-03-20'],
    ]);
    expect(completion(late)).toEqual({ dueDay: '2026-03-09', pauses: [] });
    const strict = BUILT_IN_RULES.map(({ pausedBy: _, ...rule }): DeadlineRule => rule);
    expect(completion(withEntries([['question', '2026-02-19']]), strict).dueDay).toBe('2026-03-09');
  });
});

test('the first answer can be made to stop at the closing alone, and completion at what the reporter sees', () => {
  const rules = BUILT_IN_RULES.map(
    (rule): DeadlineRule => ({
      ...rule,
      stoppedBy: rule.limit === 'first_answer' ? 'closed' : 'visible_answer',
    }),
  );
  const { firstAnswer, completion: end } = clocksOf(withEntries([['follow_up', '2026-02-19']]), {
    rules,
    calendar,
  });
  expect([firstAnswer?.stopped, end?.stopped?.day]).toEqual([null, '2026-02-19']);
});

describe('the clock of completion against a slow count, day by day', () => {
  const KINDS = [
    'question',
    'postponement',
    'reporter_reply',
    'follow_up',
    'internal_note',
    'import_change',
  ] as const;
  let seed = 20_261_127;
  const below = (most: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * most);
  };

  /** One of a thousand histories: asked, postponed, replied, answered, in any order, over some months. */
  const invented = (): Complaint => {
    let day = addDays('2024-01-01', below(900));
    const rawStatus = ['Ditindaklanjuti oleh Instansi', 'Ditanggapi oleh Pelapor', 'Ditunda'][below(3)] ?? '';
    const timeline = Array.from({ length: below(7) }, (_, n) => {
      day = addDays(day, below(9));
      const kind = KINDS[below(KINDS.length)] ?? 'follow_up';
      const until = below(2) === 0 ? null : addDays(day, 1 + below(20));
      return sampleEntry({
        id: `e-${n}`,
        kind,
        at: instantAt(day, '10:00'),
        detail:
          kind === 'postponement'
            ? { until }
            : kind === 'import_change' && below(2) === 0
              ? { rawStatus }
              : null,
      });
    });
    const dispositionedAt = instantAt(addDays(dayOf(timeline[0]?.at ?? instantAt(day)), -below(12)), '09:00');
    const kinds = ['pengaduan', 'aspirasi', 'permintaan_informasi'] as const;
    return sampleComplaint({
      timeline,
      rawStatus,
      dispositionedAt,
      classification: kinds[below(3)] ?? 'aspirasi',
    });
  };

  test.each([
    ['the official table', BUILT_IN_HOLIDAYS],
    ['a table to which days were added', withDaysAdded(BUILT_IN_HOLIDAYS)],
  ])('both clocks agree on a thousand histories: %s', (_, table) => {
    const known = compileCalendar(table);
    let waited = 0;
    for (let n = 0; n < 1_000; n++) {
      const complaint = invented();
      const { firstAnswer, completion: end } = clocksOf(complaint, {
        rules: BUILT_IN_RULES,
        calendar: known,
      });
      if (firstAnswer === null || end === null) throw new Error('both clocks have a rule');
      expect(firstAnswer.dueDay).toBe(slowDue(known, complaint, firstAnswer.rule, false));
      expect(
        end.dueDay,
        JSON.stringify(complaint.timeline.map(({ kind, at, detail }) => [kind, at, detail])),
      ).toBe(slowDue(known, complaint, end.rule, true));
      if (end.pauses.length > 0) waited++;
    }
    expect(waited).toBeGreaterThan(300);
  });
});

/**
 * Looks at one day after the other and asks of each whether anybody waited on it; null: nobody knows for how
 * long.
 */
function slowDue(
  known: WorkingCalendar,
  { timeline, rawStatus, dispositionedAt }: Complaint,
  { workingDays }: DeadlineRule,
  waits: boolean,
): Day | null {
  const start = dayOf(dispositionedAt ?? '');
  const events = timeline.filter(({ at }) => dayOf(at) >= start);
  const lastWait = events.findLastIndex(({ kind }) => kind === 'question' || kind === 'postponement');
  const ended = (n: number, from: number): boolean =>
    events.slice(from + 1, n + 1).some(({ kind }) => kind === 'reporter_reply' || kind === 'follow_up');
  /** The wait that is on at the end of a day, by the event that began it. */
  const waitAfter = (day: Day): number => {
    const past = events.flatMap(({ at }, n) => (dayOf(at) <= day ? [n] : []));
    const began = past.findLast((n) => events[n]?.kind === 'question' || events[n]?.kind === 'postponement');
    if (began === undefined || ended(past.at(-1) ?? 0, began)) return -1;
    const until = events[began]?.detail?.until ?? null;
    if (until !== null && addDays(day, 1) >= until) return -1;
    return began === lastWait && overInLapor(began, addDays(day, 1)) ? -1 : began;
  };
  /** What LAPOR! itself says of the last wait: it is over on the day of the last import since. */
  const overInLapor = (began: number, day: Day): boolean => {
    if (ended(events.length - 1, began)) return false;
    const imported =
      events.slice(began + 1).findLast(({ detail }) => detail?.rawStatus !== undefined) ?? events[began];
    const on = dayOf(imported?.at ?? '');
    if (rawStatus === 'Ditanggapi oleh Pelapor') return day > on;
    return rawStatus !== 'Ditunda' && events[began]?.kind === 'postponement' && day >= on;
  };
  let counted = 0;
  for (let day = addDays(start, 1); counted < workingDays; day = addDays(day, 1)) {
    if (day > '2030-01-01') return null;
    const waiting = waits && waitAfter(addDays(day, -1)) >= 0;
    const today = events.filter(({ at }) => dayOf(at) === day);
    const ending = today.find(({ kind }) => !['internal_note', 'import_change'].includes(kind));
    const counts = !waiting || ending?.kind === 'follow_up';
    if (counts && isWorkingDay(known, day)) counted++;
    if (counted === workingDays) return day;
  }
  return null;
}

/** As the decree of August 2025 did: further days off in the middle of a year. */
function withDaysAdded(table: HolidayTable): HolidayTable {
  return {
    version: table.version + 1,
    years: table.years.map((year) => ({
      ...year,
      holidays: [
        ...year.holidays,
        ...['03-04', '07-09', '10-13'].map((day) => ({
          day: `${year.year}-${day}`,
          name: 'Cuti bersama tambahan',
          collectiveLeave: true,
        })),
      ],
    })),
  };
}
