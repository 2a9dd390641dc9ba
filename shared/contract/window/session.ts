import { oc } from '@orpc/contract';
import * as z from 'zod';
import { officer } from '../../domain/people/roles.ts';
import { line, list, MAX_LINE, time } from '../../domain/schema.ts';
import { shownPolicy } from './policy.ts';
import { writing } from './storage.ts';

export const NOTICE_CODES = [
  'journal_repaired',
  'journal_restored',
  'journal_begun',
  'cache_rebuilt',
  'deadlines_moved',
  'lapor_login',
  'joined',
  'joined_partly',
  'joined_waiting',
  'join_refused',
] as const;
/**
 * What happened on this computer that the officer must know. The damaged file is kept in every case.
 * `journal_repaired`: everything in it could be read and is there; `journal_restored`: the last
 * whole state, with what could be read since, which may be all; `journal_begun`: there was no such state,
 * only what could be read is there.
 * `cache_rebuilt`: the copy of the complaints was damaged and is being pulled again; nothing of the officer's
 * own was in it. `deadlines_moved`: new holidays or rules have moved what is due. `lapor_login`: since `at`
 * nobody of the agency was signed in to LAPOR!. `joined`: the central service has everything that the office
 * did alone; `joined_partly`: but for what it would not take, which is kept here and named; `joined_waiting`:
 * the rest waits there for an import of LAPOR! to name its complaints. `join_refused`: the access is not for
 * handing over what was done alone, so the office goes on alone.
 */
export const notice = z.object({ code: z.enum(NOTICE_CODES), at: time });
export type Notice = z.infer<typeof notice>;

export const session = z.object({
  officer: officer.nullable(),
  centralUrl: line.nullable(),
  /** Invented data: the window says so. */
  demo: z.boolean(),
  /** Invented complaints to practise on: nothing of it leaves this computer. */
  practice: z.boolean(),
  /** The office works without a central service. */
  standalone: z.boolean(),
  /**
   * Its complaints are being brought to one; null: they are not. `waiting`: the last try failed, and it is
   * tried again; `notKnown`: because the central service says that it does not know this access.
   */
  joining: z
    .object({ brought: z.int(), total: z.int(), waiting: z.boolean(), notKnown: z.boolean() })
    .nullable(),
  /** To be shown until the officer has acknowledged them; absent when there are none. */
  notices: list(notice).optional(),
  /** The app did not end in peace the last time: what was being written is to be looked at. */
  afterCrash: z.boolean(),
  /** What the office's IT has decided for this PC; absent: nothing. */
  policy: shownPolicy.optional(),
});
export type Session = z.infer<typeof session>;

const ENROL_FAILURES = [
  'unreachable',
  'intercepted',
  'unknown_authority',
  'certificate_date',
  'proxy_password',
  'bad_code',
  'not_central',
  'other_officer',
  /** The code is good, and was not made for handing over what was done alone. */
  'not_for_joining',
  /** Too many wrong codes came from this address, so no code is looked at for some minutes. */
  'too_many_codes',
  /** The office's IT lets this PC connect to one central service, and this is another one. */
  'other_central',
  /** What IT has decided cannot be read, so nothing is connected that was not before. */
  'policy_unreadable',
] as const;
export type EnrolFailure = (typeof ENROL_FAILURES)[number];
export const enrolled = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), officer }),
  /** `minutes`: when it may be tried again, if the central service has said so. */
  z.object({ ok: z.literal(false), code: z.enum(ENROL_FAILURES), minutes: z.int().optional() }),
]);

export const enrolInput = z.object({
  centralUrl: z.url().max(MAX_LINE),
  code: line.min(1),
  name: line.max(200),
});

export const sessionContract = {
  get: oc.output(session),
  enrol: writing.input(enrolInput).output(enrolled),
  dismissNotice: writing.input(z.object({ code: z.enum(NOTICE_CODES) })).output(z.object({})),
};
