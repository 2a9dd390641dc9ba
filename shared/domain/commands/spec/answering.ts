import * as z from 'zod';
import type { Complaint } from '../../complaint/complaint.ts';
import { type EntryKind, isAnswer } from '../../complaint/entry.ts';
import type { ProposalKind } from '../../complaint/entry-detail.ts';
import { RAW_STATUS } from '../../complaint/status.ts';
import type { Officer } from '../../people/roles.ts';
import { text } from '../../schema.ts';
import type { RefusalCode } from './refusal-codes.ts';
import { type Sent, writtenCommand } from './spec.ts';

/** A kind of command that says something to the reporter; `entry`: the kind of its entry. */
export function answerCommand(kind: ProposalKind, entry: EntryKind) {
  return writtenCommand({
    payload: z.object({ text }),
    roles: ['penghubung'],
    needsWords: true,
    onlyVerified: true,
    entry: () => ({ kind: entry, visibility: 'public' }),
    effect: (next) => answered(next, kind),
    refusal: refusalOfAnswer,
    draft: {},
  });
}

/** Something was said to the reporter: it starts, or starts again, the countdown to closing by the system. */
export function answered(complaint: Complaint, kind: ProposalKind): Complaint {
  const rawStatus = kind === 'finish' ? RAW_STATUS.finished : RAW_STATUS.followedUp;
  return { ...complaint, rawStatus, statusReason: null };
}

/** An answer may need an approval, and a colleague's answer is to be read first. */
function refusalOfAnswer(
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
