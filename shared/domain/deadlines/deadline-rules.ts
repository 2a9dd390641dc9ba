import * as z from 'zod';
import type { Day } from '../calendar/day.ts';
import { type Data, day, id, line, list, open } from '../schema.ts';
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

/** The limits that the agency itself must meet. */
export const agencyClock = z.enum(['first_answer', 'completion']);
export type AgencyClock = Data<typeof agencyClock>;

/** What stops a clock: a text that the reporter can see, or that the complaint is closed. */
export const STOPS = ['visible_answer', 'closed'] as const;
export type Stop = (typeof STOPS)[number];

/** A deadline as dated data: how long for what, what stops and pauses it, since when, and who says so. */
export const deadlineRule = open({
  id,
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
  source: line,
});
export type DeadlineRule = Data<typeof deadlineRule>;

const PUBLIC_PROMISE = 'Janji layanan SP4N-LAPOR! pada kanal resminya (3/5/10 hari kerja)';
const PRACTICE =
  'Praktik instansi: permintaan informasi 5, tidak berkadar pengawasan 14, berkadar pengawasan 60 hari kerja';

/** The rules of today. The central service can send others; a complaint keeps those of its start day. */
export const BUILT_IN_RULES: readonly DeadlineRule[] = [
  promised('verifikasi-3', 'verification', 3, 'received'),
  promised('jawaban-pertama-5', 'first_answer', 5, 'dispositioned'),
  practised('selesai-informasi-5', 'permintaan_informasi', 5),
  practised('selesai-pengaduan-14', 'pengaduan_tidak_berkadar_pengawasan', 14),
  practised('selesai-aspirasi-14', 'aspirasi', 14),
  practised('selesai-pengawasan-60', 'pengaduan_berkadar_pengawasan', 60),
  promised('tutup-otomatis-10', 'auto_close', 10, 'followed_up'),
];

function promised(
  id: string,
  limit: RuleLimit,
  workingDays: number,
  startEvent: DeadlineRule['startEvent'],
): DeadlineRule {
  const said = { validFrom: '2020-01-01', strength: 'sure', source: PUBLIC_PROMISE } as const;
  return { id, limit, subject: 'any', workingDays, startEvent, ...said };
}

/** A limit of completion; it waits for the reporter, and while the complaint is postponed. */
function practised(id: string, subject: RuleSubject, workingDays: number): DeadlineRule {
  const since = { startEvent: 'dispositioned', pausedBy: PAUSE_CAUSES, validFrom: '2020-01-01' } as const;
  return { id, limit: 'completion', subject, workingDays, ...since, strength: 'practice', source: PRACTICE };
}

/** Where a rule does not say it: a text that the reporter can see is the first answer, closing is the end. */
export function stopOf({ stoppedBy, limit }: DeadlineRule): Stop {
  return stoppedBy ?? (limit === 'first_answer' ? 'visible_answer' : 'closed');
}

/** The newest rule that was valid on the start day; one for the subject before one for `any`. */
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
