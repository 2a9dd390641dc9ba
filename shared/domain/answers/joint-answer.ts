import * as z from 'zod';
import type { Day } from '../calendar/day.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Complaint } from '../complaint/complaint.ts';
import type { ProposalKind } from '../complaint/entry-detail.ts';
import type { Officer } from '../people/roles.ts';
import { findPii } from '../pii/pii.ts';
import { list, text } from '../schema.ts';
import { answerCheck, checksOf } from './answer-checks.ts';
import { filled, variableValues } from './templates.ts';

// A joint answer is written once and goes to several complaints, each with its own variables filled.

const PREFIX = 'bersama-';

/** Where the draft of a joint answer is kept: it stands on none of its complaints. `uuid`: of its own. */
export function jointIdOf(uuid: string): string {
  return PREFIX + uuid;
}

export function isJointId(complaintId: string): boolean {
  return complaintId.startsWith(PREFIX);
}

/** The text as one of the reporters will read it, and what speaks against sending it to them. */
export const jointReading = z.object({
  text,
  checks: list(answerCheck),
  /** Personal data in it, as written, each once. */
  personal: list(text),
});
export type JointReading = z.infer<typeof jointReading>;

export function readingOf(
  complaint: Complaint,
  { as, text }: { readonly as: ProposalKind; readonly text: string },
  officer: Officer,
  today: Day,
  calendar: WorkingCalendar,
  /** Of the nearest clock that runs; null: none does. */
  dueDay: Day | null,
): JointReading {
  const own = filled(text, variableValues(complaint, officer, today, dueDay));
  const checked = { text: own, goesOut: true, isPublic: true, isProgress: as === 'follow_up' };
  return {
    text: own,
    checks: checksOf(checked, complaint, today, calendar),
    personal: [...new Set(findPii(own).map(({ from, to }) => own.slice(from, to)))],
  };
}
