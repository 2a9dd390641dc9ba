import { caseworkOf, type Proposal } from '../../complaint/casework.ts';
import type { Complaint } from '../../complaint/complaint.ts';

/** The proposal that stands in this entry of the timeline. */
export function proposalOf(complaint: Complaint, entryId: string): Proposal | undefined {
  return caseworkOf(complaint).proposals.find(({ entry }) => entry.id === entryId);
}
