import type { Day } from '../calendar/day.ts';
import type { Complaint } from './complaint.ts';
import { isAnswer, type TimelineEntry } from './entry.ts';
import type { Assignee, EntryDetail, Priority, ProposalKind } from './entry-detail.ts';
import { isRecordedId } from './recorded.ts';

/** A text that waits for its approval, or came back from it. */
export type Proposal = {
  readonly entry: TimelineEntry;
  readonly as: ProposalKind;
  readonly state: 'waiting' | 'approved' | 'sent_back';
  /** The approval or the remark. */
  readonly answer: TimelineEntry | null;
};

/** The agency's own order on a complaint. All of it stands in the timeline; nothing is kept beside it. */
export type Casework = {
  readonly assignee: Assignee | null;
  readonly priority: Priority;
  readonly labels: readonly string[];
  readonly plannedDay: Day | null;
  /** Tracking ids of complaints that belong to this one. */
  readonly links: readonly string[];
  /** The tracking id of the first complaint, where the Admin Instansi was asked to archive this one. */
  readonly duplicateOf: string | null;
  /** Until which day each officer, by id, does not want to see it. */
  readonly snoozed: ReadonlyMap<string, Day>;
  readonly proposals: readonly Proposal[];
};

export const NO_CASEWORK: Casework = {
  assignee: null,
  priority: 'normal',
  labels: [],
  plannedDay: null,
  links: [],
  duplicateOf: null,
  snoozed: new Map(),
  proposals: [],
};

/** What the timeline makes of the agency's own order: the last word on each thing counts. */
export function caseworkOf({ timeline }: Pick<Complaint, 'timeline'>): Casework {
  return timeline.reduce(after, NO_CASEWORK);
}

export function proposalOf(complaint: Complaint, entryId: string): Proposal | undefined {
  return caseworkOf(complaint).proposals.find(({ entry }) => entry.id === entryId);
}

function after(before: Casework, entry: TimelineEntry): Casework {
  const detail = entry.detail ?? {};
  switch (entry.kind) {
    case 'forward':
      return { ...before, assignee: detail.assignee ?? null };
    case 'take_back':
      return { ...before, assignee: null };
    case 'priority':
      return { ...before, priority: detail.priority ?? before.priority };
    case 'labels':
      return { ...before, labels: relabelled(before.labels, detail.labels) };
    case 'plan':
      return { ...before, plannedDay: detail.plannedDay ?? null };
    case 'link':
      return { ...before, links: [...new Set([...before.links, detail.trackingId ?? ''])].filter(Boolean) };
    case 'archive_proposal':
      return { ...before, duplicateOf: detail.duplicateOf ?? null };
    case 'snooze':
      return { ...before, snoozed: snoozedBy(before.snoozed, entry) };
    case 'proposal':
      return {
        ...before,
        proposals: [
          ...before.proposals,
          { entry, as: detail.proposes ?? 'follow_up', state: 'waiting', answer: null },
        ],
      };
    case 'approval':
      return { ...before, proposals: answered(before.proposals, entry, 'approved') };
    case 'send_back':
      return { ...before, proposals: answered(before.proposals, entry, 'sent_back') };
    default:
      return before;
  }
}

function relabelled(labels: readonly string[], change: EntryDetail['labels']): readonly string[] {
  if (change === undefined) return labels;
  const kept = labels.filter((label) => !change.remove.includes(label));
  return [...new Set([...kept, ...change.add])].sort();
}

function snoozedBy(snoozed: Casework['snoozed'], entry: TimelineEntry): Casework['snoozed'] {
  const officer = entry.author.officerId;
  if (officer === null) return snoozed;
  const next = new Map(snoozed);
  const until = entry.detail?.until ?? null;
  if (until === null) next.delete(officer);
  else next.set(officer, until);
  return next;
}

function answered(
  proposals: readonly Proposal[],
  answer: TimelineEntry,
  state: 'approved' | 'sent_back',
): readonly Proposal[] {
  return proposals.map((proposal) =>
    proposal.entry.id === answer.detail?.about && proposal.state === 'waiting'
      ? { ...proposal, state, answer }
      : proposal,
  );
}

/** Tracking ids of other complaints that the texts of a complaint name, after "laporan", "aduan" or "#". */
export function citedIds(
  complaint: Pick<Complaint, 'trackingId' | 'originalText' | 'finalText' | 'timeline'>,
): readonly string[] {
  const texts = [complaint.originalText, complaint.finalText, ...complaint.timeline.map(({ text }) => text)];
  const found = texts.flatMap((text) => [...text.matchAll(CITED)].map((match) => match[1] ?? match[2] ?? ''));
  return [...new Set(found)].filter((id) => id !== '' && id !== complaint.trackingId);
}

const CITED =
  /(?:lapor(?:an)?!?|tracking id|id laporan|aduan)(?:\s+(?:lama|sebelumnya|no\.?|nomor|id))*\s*[:#]?\s*(\d{5,15})\b|#(\d{5,15})\b/gi;

/** LAPOR! has closed or archived it: nothing can be put there any more. */
const SHUT_THERE = /^(ditutup|diarsipkan) /i;

/** Accepted answers that nobody has put into LAPOR! yet: the agency is scored on what stands there. */
export function unpublishedAnswers(
  complaint: Pick<Complaint, 'id' | 'rawStatus' | 'timeline'>,
): readonly TimelineEntry[] {
  // LAPOR! has no page for a recorded one.
  if (isRecordedId(complaint.id) || SHUT_THERE.test(complaint.rawStatus)) return [];
  const publications = complaint.timeline.filter(({ kind }) => kind === 'publication');
  const published = new Set(publications.map(({ detail }) => detail?.about));
  const isAccepted = ({ author, receipt }: TimelineEntry) => author.officerId !== null && receipt !== null;
  return complaint.timeline.filter(
    (entry) => isAnswer(entry) && isAccepted(entry) && !published.has(entry.id),
  );
}
