import type { Day } from '../calendar/day.ts';
import type { Recorded } from './recorded.ts';

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Who of the OPD works on a report: one of its officers, or a sub-unit by its name. */
export type Assignee = { readonly officerId: string | null; readonly name: string };

/** What can be said to the reporter, and therefore be proposed. */
export const PROPOSAL_KINDS = ['follow_up', 'ask_reporter', 'finish'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export function isProposalKind(kind: string): kind is ProposalKind {
  return PROPOSAL_KINDS.some((known) => known === kind);
}

/** What an entry says besides its text; which of these it has depends on its kind. */
export type EntryDetail = {
  /** Of an approval, a remark, a publication: the entry that it is about. */
  readonly about?: string | undefined;
  /** Of an approved text: who approved it, and whether the words are still the author's. */
  readonly approvedBy?: { readonly officerId: string; readonly name: string } | undefined;
  readonly edited?: boolean | undefined;
  readonly proposes?: ProposalKind | undefined;
  readonly assignee?: Assignee | undefined;
  readonly until?: Day | null | undefined;
  readonly duplicateOf?: string | null | undefined;
  readonly priority?: Priority | undefined;
  readonly labels?: { readonly add: readonly string[]; readonly remove: readonly string[] } | undefined;
  readonly plannedDay?: Day | null | undefined;
  readonly trackingId?: string | undefined;
  readonly mentions?: readonly string[] | undefined;
  /** Written while the office worked alone: its time and receipt are the office's own. */
  readonly alone?: boolean | undefined;
  /** Who told the office of it, how they can be reached, and where it was said. Never in an entry that another OPD sees, where the reporter is anonymous. */
  readonly recorded?: Pick<Recorded, 'reporter' | 'source'> | undefined;
};
