import type { Complaint } from '../../complaint/complaint.ts';
import { isAnswer } from '../../complaint/entry.ts';
import type { ProposalKind } from '../../complaint/entry-detail.ts';
import { RAW_STATUS } from '../../complaint/status.ts';
import type { Officer } from '../../people/roles.ts';
import type { RefusalCode } from './refusal-codes.ts';
import type { Sent } from './spec.ts';

/** Something was said to the reporter: it starts, or starts again, the countdown to closing by the system. */
export function answered(complaint: Complaint, kind: ProposalKind): Complaint {
  const rawStatus = kind === 'finish' ? RAW_STATUS.finished : RAW_STATUS.followedUp;
  return { ...complaint, rawStatus, statusReason: null };
}

/** Why an officer may not say this to the reporter now: it needs an approval, or a colleague's answer is to be read first. */
export function refusalOfAnswer(
  complaint: Complaint,
  { trunkRevision }: Sent<unknown>,
  officer: Officer,
): RefusalCode | null {
  if (officer.agency?.approval === true) return 'needs_approval';
  return answeredSince(complaint, trunkRevision, officer) ? 'superseded' : null;
}

/** Has somebody else answered since the revision this officer worked on? */
export function answeredSince({ timeline }: Complaint, revision: number, officer: Officer): boolean {
  return timeline.some(
    (entry) => isAnswer(entry) && entry.revision > revision && entry.author.officerId !== officer.id,
  );
}
