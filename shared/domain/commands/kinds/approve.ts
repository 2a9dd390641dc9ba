import * as z from 'zod';
import { proposalOf } from '../../complaint/casework.ts';
import type { Complaint } from '../../complaint/complaint.ts';
import type { TimelineEntry } from '../../complaint/entry.ts';
import { APPROVERS } from '../../people/roles.ts';
import { id, text } from '../../schema.ts';
import { answered, answeredSince } from '../spec/answering.ts';
import { writtenCommand } from '../spec/spec.ts';

/** Says a proposed text to the reporter, as it is or edited. */
export const approve = writtenCommand({
  payload: z.object({ entryId: id, text }),
  roles: APPROVERS,
  onlyVerified: true,
  entry: ({ entryId }) => ({ kind: 'approval', detail: { about: entryId } }),
  effect: (next, { id, payload }, { receipt }) => {
    const approval = next.timeline.find((entry) => entry.id === id);
    if (approval === undefined) throw new Error('an approval without its entry');
    return approved(next, approval, payload.entryId, receipt);
  },
  refusal: (complaint, { payload, trunkRevision }, officer) => {
    const proposal = proposalOf(complaint, payload.entryId);
    if (proposal?.state !== 'waiting') return 'not_waiting';
    if (proposal.entry.author.officerId === officer.id) return 'own_text';
    // Who approves has read the complaint up to the proposal, whatever its author had read.
    const read = Math.max(trunkRevision, proposal.entry.revision);
    return answeredSince(complaint, read, officer) ? 'superseded' : null;
  },
  draft: { entryId: '' },
});

/** The proposed text is said in the name of its author; the approval beside it names who let it out. */
function approved(
  complaint: Complaint,
  approval: TimelineEntry,
  entryId: string,
  receipt: string | null,
): Complaint {
  const proposal = proposalOf(complaint, entryId);
  if (proposal === undefined) throw new Error('approved what was not proposed');
  const { entry, as } = proposal;
  const words = approval.text === '' ? entry.text : approval.text;
  const answer: TimelineEntry = {
    ...entry,
    id: `${approval.id}/kirim`,
    kind: as === 'ask_reporter' ? 'question' : as,
    at: approval.at,
    revision: approval.revision,
    text: words,
    visibility: 'public',
    receipt,
    detail: {
      about: entry.id,
      approvedBy: { officerId: approval.author.officerId ?? '', name: approval.author.name },
      ...(words === entry.text ? {} : { edited: true }),
    },
  };
  return answered({ ...complaint, timeline: [...complaint.timeline, answer] }, as);
}
