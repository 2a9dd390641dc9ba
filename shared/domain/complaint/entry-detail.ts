import * as z from 'zod';
import { type Data, day, id, line, list, open } from '../schema.ts';
import { recordedReporter, recordedSource } from './recorded.ts';

/**
 * The kinds of entry in a complaint's timeline, and what each is to its readers. `answer`: the agency's word
 * that the reporter can read; `order`: the agency's own order, which no colleague must read; `event`:
 * everything else.
 */
export const ENTRIES = {
  disposition: 'event',
  follow_up: 'answer',
  reporter_reply: 'event',
  internal_note: 'event',
  return: 'event',
  import_change: 'event',
  question: 'answer',
  forward: 'event',
  take_back: 'event',
  postponement: 'event',
  finish: 'answer',
  archive_proposal: 'event',
  priority: 'order',
  labels: 'order',
  plan: 'order',
  snooze: 'order',
  link: 'order',
  proposal: 'event',
  approval: 'event',
  send_back: 'event',
  publication: 'order',
  record: 'event',
} as const;

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Who of the agency works on a complaint: one of its officers, or a sub-unit by its name. */
export const assignee = open({ officerId: id.nullable(), name: line });
export type Assignee = Data<typeof assignee>;

/** What can be said to the reporter, and therefore be proposed. */
export const PROPOSAL_KINDS = ['follow_up', 'ask_reporter', 'finish'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export function isProposalKind(kind: string): kind is ProposalKind {
  return PROPOSAL_KINDS.some((known) => known === kind);
}

/** What an entry says besides its text; which of these it has depends on its kind. */
export const entryDetail = open({
  /** Of an approval, a remark, a publication: the entry that it is about. */
  about: id.optional(),
  /** Of an approved text: who approved it, and whether the words are still the author's. */
  approvedBy: open({ officerId: id, name: line }).optional(),
  edited: z.boolean().optional(),
  proposes: z.enum(PROPOSAL_KINDS).optional(),
  assignee: assignee.optional(),
  until: day.nullable().optional(),
  duplicateOf: id.nullable().optional(),
  priority: z.enum(PRIORITIES).optional(),
  labels: open({ add: list(line), remove: list(line) }).optional(),
  plannedDay: day.nullable().optional(),
  trackingId: id.optional(),
  /** Of a change that an import brought: the status in LAPOR! since then, where it is another one. */
  rawStatus: line.optional(),
  mentions: list(id).optional(),
  /** Written while the office worked standalone: its time is the office's own. */
  alone: z.boolean().optional(),
  /** The receipt that the office gave it then. */
  officeReceipt: id.optional(),
  /** Of a recorded complaint. Never in an entry that another agency sees, where the reporter is anonymous. */
  recorded: open({ reporter: recordedReporter, source: recordedSource }).optional(),
});
export type EntryDetail = Data<typeof entryDetail>;
