import * as z from 'zod';
import type { Day } from '../calendar/day.ts';
import { type Data, day, list, open, text } from '../schema.ts';
import { PAUSE_CAUSES } from './pauses.ts';

export const RULE_SUBJECTS = [
  'any',
  'permintaan_informasi',
  'pengaduan_tidak_berkadar_pengawasan',
  'pengaduan_berkadar_pengawasan',
  'aspirasi',
] as const;
export type RuleSubject = (typeof RULE_SUBJECTS)[number];

export const RULE_LIMITS = ['verification', 'first_answer', 'completion', 'auto_close'] as const;
export type RuleLimit = (typeof RULE_LIMITS)[number];

/** What stops a clock: a text that the reporter can see, or that the complaint is closed. */
export const STOPS = ['visible_answer', 'closed'] as const;
export type Stop = (typeof STOPS)[number];

/**
 * A deadline as dated data: which limit, for what, how long, what stops and what pauses it, since when, and
 * who says so.
 */
export const deadlineRule = open({
  id: text,
  limit: z.enum(RULE_LIMITS),
  subject: z.enum(RULE_SUBJECTS),
  workingDays: z.int().min(1).max(1000),
  startEvent: z.enum(['received', 'dispositioned', 'followed_up']),
  // A later service may have causes that this version does not know: its clocks are then the stricter ones.
  /** Absent: as `stopOf` says. */
  stoppedBy: z.enum(STOPS).optional().catch(undefined),
  /** While it waits for these it does not count; absent: it never pauses. */
  pausedBy: list(z.enum(PAUSE_CAUSES)).optional().catch(undefined),
  validFrom: day,
  /** `sure`: an official text says so; `practice`: several agencies work so. */
  strength: z.enum(['sure', 'practice']),
  source: text,
});
export type DeadlineRule = Data<typeof deadlineRule>;

const PUBLIC_PROMISE = 'Janji layanan SP4N-LAPOR! pada kanal resminya (3/5/10 hari kerja)';
const PRACTICE =
  'Praktik instansi: permintaan informasi 5, tidak berkadar pengawasan 14, berkadar pengawasan 60 hari kerja';

/**
 * The rules of today. The central service can send others; a complaint keeps those valid on its start day.
 */
export const BUILT_IN_RULES: readonly DeadlineRule[] = [
  rule('verifikasi-3', 'verification', 'any', 3, 'received', 'sure', PUBLIC_PROMISE),
  rule('jawaban-pertama-5', 'first_answer', 'any', 5, 'dispositioned', 'sure', PUBLIC_PROMISE),
  rule('selesai-informasi-5', 'completion', 'permintaan_informasi', 5, 'dispositioned', 'practice', PRACTICE),
  rule(
    'selesai-pengaduan-14',
    'completion',
    'pengaduan_tidak_berkadar_pengawasan',
    14,
    'dispositioned',
    'practice',
    PRACTICE,
  ),
  rule('selesai-aspirasi-14', 'completion', 'aspirasi', 14, 'dispositioned', 'practice', PRACTICE),
  rule(
    'selesai-pengawasan-60',
    'completion',
    'pengaduan_berkadar_pengawasan',
    60,
    'dispositioned',
    'practice',
    PRACTICE,
  ),
  rule('tutup-otomatis-10', 'auto_close', 'any', 10, 'followed_up', 'sure', PUBLIC_PROMISE),
];

function rule(
  id: string,
  limit: RuleLimit,
  subject: RuleSubject,
  workingDays: number,
  startEvent: DeadlineRule['startEvent'],
  strength: DeadlineRule['strength'],
  source: string,
): DeadlineRule {
  const paused = limit === 'completion' ? { pausedBy: PAUSE_CAUSES } : {};
  return {
    id,
    limit,
    subject,
    workingDays,
    startEvent,
    ...paused,
    validFrom: '2020-01-01',
    strength,
    source,
  };
}

/**
 * Where a rule does not say it, only a text that the reporter can see is a first answer, and only closing is
 * an end.
 */
export function stopOf({ stoppedBy, limit }: DeadlineRule): Stop {
  return stoppedBy ?? (limit === 'first_answer' ? 'visible_answer' : 'closed');
}

/**
 * The rule for a limit and subject that was valid on the start day: the newest one not younger than it,
 * a rule for the subject before one for `any`. Null where none was valid.
 */
export function ruleFor(
  rules: readonly DeadlineRule[],
  limit: RuleLimit,
  subject: RuleSubject,
  startDay: Day,
): DeadlineRule | null {
  let best: DeadlineRule | null = null;
  for (const candidate of rules) {
    if (candidate.limit !== limit || candidate.validFrom > startDay) continue;
    if (candidate.subject !== subject && candidate.subject !== 'any') continue;
    if (best === null || isCloser(candidate, best)) best = candidate;
  }
  return best;
}

function isCloser(a: DeadlineRule, b: DeadlineRule): boolean {
  if ((a.subject === 'any') !== (b.subject === 'any')) return b.subject === 'any';
  return a.validFrom > b.validFrom;
}
