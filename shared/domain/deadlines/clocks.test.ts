import { describe, expect, test } from 'vitest';
import { dayOrNull } from '../calendar/day.ts';
import { BUILT_IN_HOLIDAYS } from '../calendar/holidays.ts';
import { compileCalendar } from '../calendar/working-days.ts';
import type { Complaint } from '../complaint/complaint.ts';
import type { TimelineEntry } from '../complaint/entry.ts';
import { unrecorded } from '../complaint/recorded-complaint.ts';
import { sampleComplaint, sampleEntry } from '../testing/samples.ts';
import { clocksOf, clocksOrNone, type DeadlineBasis, nearestDue, workingDaysLeft } from './clocks.ts';
import { BUILT_IN_RULES, type DeadlineRule, ruleFor } from './deadline-rules.ts';
import { delayOf } from './delay.ts';

const basis: DeadlineBasis = { rules: BUILT_IN_RULES, calendar: compileCalendar(BUILT_IN_HOLIDAYS) };
const clocks = (overrides: Partial<Complaint>) => clocksOf(sampleComplaint(overrides), basis);

test('a complaint of which nothing but its number is known has no clocks, and breaks nothing', () => {
  const remnant = { ...unrecorded('lapor-9300431'), rawStatus: '' };
  expect(clocksOrNone(remnant, basis)).toEqual({ firstAnswer: null, completion: null, autoClose: null });
  expect(dayOrNull(remnant.receivedAt)).toBeNull();
  expect(delayOf(remnant, basis, '2026-02-20').late).toEqual([]);
});

describe('the two clocks of a complaint', () => {
  test('start at the disposition and end at the end of the fifth and the fourteenth working day', () => {
    const { firstAnswer, completion, autoClose } = clocks({});
    expect(firstAnswer).toMatchObject({ startDay: '2026-02-13', dueDay: '2026-02-24', stopped: null });
    expect(completion).toMatchObject({ startDay: '2026-02-13', dueDay: '2026-03-09', stopped: null });
    expect(autoClose).toBeNull();
  });

  test('take the day of disposition in WIB: 23.30 in Medan is still that day', () => {
    expect(clocks({ dispositionedAt: '2026-02-13T16:30:00.000Z' }).firstAnswer?.startDay).toBe('2026-02-13');
    expect(clocks({ dispositionedAt: '2026-02-13T17:00:00.000Z' }).firstAnswer?.startDay).toBe('2026-02-14');
  });

  test('start when the complaint came in where nobody recorded the disposition, and say so', () => {
    expect(clocks({ dispositionedAt: null }).completion).toMatchObject({
      startDay: '2026-02-12',
      startBasis: 'received',
    });
  });

  test('the limit of completion depends on what the complaint is', () => {
    const limit = (overrides: Partial<Complaint>) => clocks(overrides).completion?.rule.workingDays;
    expect([
      limit({}),
      limit({ oversight: true }),
      limit({ classification: 'aspirasi', oversight: true }),
      limit({ classification: 'permintaan_informasi' }),
    ]).toEqual([14, 60, 14, 5]);
  });

  test('a first follow-up stops the first one and says on which day', () => {
    const { firstAnswer, completion } = clocks({
      rawStatus: 'Ditindaklanjuti oleh Instansi',
      timeline: [sampleEntry({ at: '2026-02-19T07:05:00.000Z' })],
    });
    expect(firstAnswer?.stopped).toEqual({ day: '2026-02-19', workingDay: 2 });
    expect(completion?.stopped).toBeNull();
  });

  test('an answer given in LAPOR! itself stops it without a known day', () => {
    expect(clocks({ rawStatus: 'Ditanggapi oleh Pelapor' }).firstAnswer?.stopped).toEqual({
      day: null,
      workingDay: null,
    });
  });

  test('an internal note stops nothing', () => {
    expect(clocks({ timeline: [sampleEntry({ kind: 'internal_note' })] }).firstAnswer?.stopped).toBeNull();
  });

  test('both stand still once the complaint is closed', () => {
    const { firstAnswer, completion } = clocks({ rawStatus: 'Ditutup oleh Pelapor' });
    expect([firstAnswer?.stopped, completion?.stopped]).not.toContain(null);
  });

  test('a due date beyond the official tables is an estimate with its year', () => {
    const { firstAnswer, completion } = clocks({ dispositionedAt: '2026-12-21T03:00:00.000Z' });
    expect([firstAnswer?.dueDay, firstAnswer?.estimateYear]).toEqual(['2026-12-30', null]);
    expect([completion?.dueDay, completion?.estimateYear]).toEqual(['2027-01-12', 2027]);
  });
});

describe('the countdown to closing by the system', () => {
  const answered = { rawStatus: 'Ditindaklanjuti oleh Instansi', timeline: [sampleEntry()] };

  test('runs ten working days from the last follow-up', () => {
    const later = sampleEntry({ id: 'b', at: '2026-02-23T02:00:00.000Z' });
    expect(clocks({ ...answered, timeline: [sampleEntry(), later] }).autoClose).toMatchObject({
      startDay: '2026-02-23',
      dueDay: '2026-03-09',
    });
  });

  test('stands still when the reporter has replied', () => {
    expect(clocks({ ...answered, rawStatus: 'Ditanggapi oleh Pelapor' }).autoClose).toBeNull();
  });
});

test('whatever the reporter can read stops the clock of the first answer; nothing else does', () => {
  const stoppedBy = (kind: TimelineEntry['kind']) =>
    clocks({ timeline: [sampleEntry({ kind })] }).firstAnswer?.stopped?.day ?? null;
  expect(['follow_up', 'question', 'finish'].map((kind) => stoppedBy(kind as TimelineEntry['kind']))).toEqual(
    Array(3).fill('2026-02-19'),
  );
  for (const kind of ['internal_note', 'forward', 'proposal', 'approval', 'postponement'] as const)
    expect(stoppedBy(kind)).toBeNull();
});

describe('the clock to look at first', () => {
  test('is the running one that is due next', () => {
    expect(nearestDue(clocks({}))?.name).toBe('first_answer');
    expect(nearestDue(clocks({ timeline: [sampleEntry()] }))?.name).toBe('completion');
    expect(nearestDue(clocks({ rawStatus: 'Selesai' }))).toBeNull();
  });

  test('counts down to 0 on the due day and below it when late', () => {
    const left = (today: string) => workingDaysLeft(basis.calendar, '2026-02-24', today);
    expect([left('2026-02-13'), left('2026-02-23'), left('2026-02-24'), left('2026-02-25')]).toEqual([
      5, 1, 0, -1,
    ]);
  });
});

describe('rules as dated data', () => {
  const newer: DeadlineRule = {
    id: 'jawaban-pertama-3',
    limit: 'first_answer',
    subject: 'any',
    workingDays: 3,
    startEvent: 'dispositioned',
    validFrom: '2026-06-01',
    strength: 'sure',
    source: 'contoh',
  };

  test('a complaint keeps the rule that was valid when its clock began', () => {
    const rules = [newer, ...BUILT_IN_RULES];
    expect(ruleFor(rules, 'first_answer', 'any', '2026-05-31')?.workingDays).toBe(5);
    expect(ruleFor(rules, 'first_answer', 'any', '2026-06-01')?.workingDays).toBe(3);
  });

  test('a rule for the subject goes before a newer one for all', () => {
    const forAll: DeadlineRule = { ...newer, limit: 'completion', workingDays: 7 };
    expect(ruleFor([...BUILT_IN_RULES, forAll], 'completion', 'aspirasi', '2026-07-01')?.workingDays).toBe(
      14,
    );
  });
});
