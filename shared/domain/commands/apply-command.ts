import { caseworkOf } from '../complaint/casework.ts';
import type { Complaint, EntryKind, ReadMark, TimelineEntry } from '../complaint/complaint.ts';
import type { EntryDetail, ProposalKind } from '../complaint/entry-detail.ts';
import { recordedAs } from '../complaint/recorded-complaint.ts';
import { RAW_STATUS } from '../complaint/status.ts';
import type { Officer } from '../people/roles.ts';
import { type Command, type RefusalCode, textOf } from './command.ts';
import { isTemplateCommand, type TemplateCommand } from './office-templates.ts';
import { refusalOf } from './refusal.ts';

export type ApplyContext = {
  readonly officer: Officer;
  /** ISO instant: the centre's time when it decides, the time of composing when a client predicts. */
  readonly at: string;
  /** Null in a prediction. */
  readonly receipt: string | null;
};

export type Applied =
  | { readonly ok: true; readonly complaint: Complaint }
  | { readonly ok: false; readonly code: RefusalCode };

/**
 * The one implementation of the workflow: what a command does to a report, or why it may not.
 * A client predicts with it, the central service decides with it; only `at` and `receipt` differ.
 */
export function applyCommand(complaint: Complaint, command: Command, context: ApplyContext): Applied {
  if (isTemplateCommand(command)) return { ok: false, code: 'unknown_kind' };
  const code = refusalOf(complaint, command, context);
  return code === null ? { ok: true, complaint: effectOf(complaint, command, context) } : { ok: false, code };
}

/** A command about a report. */
type ReportCommand = Exclude<Command, TemplateCommand>;

/** What a command writes into the timeline. */
type Written = {
  readonly kind: EntryKind;
  readonly visibility: TimelineEntry['visibility'];
  readonly detail?: EntryDetail;
};

function writtenBy(command: ReportCommand): Written | null {
  switch (command.kind) {
    case 'follow_up':
      return { kind: 'follow_up', visibility: 'public' };
    case 'ask_reporter':
      return { kind: 'question', visibility: 'public' };
    case 'finish':
      return { kind: 'finish', visibility: 'public' };
    case 'internal_note': {
      const { mentions = [] } = command.payload;
      return {
        kind: 'internal_note',
        visibility: 'agency',
        ...(mentions.length === 0 ? {} : { detail: { mentions } }),
      };
    }
    case 'forward':
      return { kind: 'forward', visibility: 'agency', detail: { assignee: command.payload.to } };
    case 'take_back':
      return { kind: 'take_back', visibility: 'agency' };
    case 'return':
      return { kind: 'return', visibility: 'agency' };
    case 'postpone':
      return { kind: 'postponement', visibility: 'agency', detail: { until: command.payload.until } };
    case 'propose_archive': {
      const { duplicateOf } = command.payload;
      return { kind: 'archive_proposal', visibility: 'agency', detail: { duplicateOf } };
    }
    case 'set_priority':
      return { kind: 'priority', visibility: 'agency', detail: { priority: command.payload.priority } };
    case 'set_labels':
      return { kind: 'labels', visibility: 'agency', detail: { labels: command.payload } };
    case 'plan':
      return { kind: 'plan', visibility: 'agency', detail: { plannedDay: command.payload.day } };
    case 'snooze':
      return { kind: 'snooze', visibility: 'agency', detail: { until: command.payload.until } };
    case 'link':
      return { kind: 'link', visibility: 'agency', detail: { trackingId: command.payload.trackingId } };
    case 'propose':
      return { kind: 'proposal', visibility: 'agency', detail: { proposes: command.payload.as } };
    case 'approve':
      return { kind: 'approval', visibility: 'agency', detail: { about: command.payload.entryId } };
    case 'send_back':
      return { kind: 'send_back', visibility: 'agency', detail: { about: command.payload.entryId } };
    case 'publish':
      return { kind: 'publication', visibility: 'agency', detail: { about: command.payload.entryId } };
    case 'record': {
      const { reporter, source } = command.payload.report;
      return { kind: 'record', visibility: 'agency', detail: { recorded: { reporter, source } } };
    }
    case 'mark_read':
      return null;
  }
}

function effectOf(complaint: Complaint, command: ReportCommand, context: ApplyContext): Complaint {
  const revision = complaint.revision + 1;
  const { officer } = context;
  const written = writtenBy(command);
  if (written === null) {
    const mark = { officerId: officer.id, revision: command.trunkRevision };
    return { ...complaint, revision, readBy: markedBy(complaint.readBy, mark) };
  }
  const entry: TimelineEntry = {
    id: command.id,
    kind: written.kind,
    at: context.at,
    revision,
    author: authorOf(officer),
    // The words of a recorded complaint are the report's own.
    text: command.kind === 'record' ? '' : textOf(command).trim(),
    attachments: command.attachments,
    visibility: written.visibility,
    receipt: context.receipt,
    detail: written.detail ?? null,
  };
  const next = { ...complaint, revision, timeline: [...complaint.timeline, entry] };
  switch (command.kind) {
    case 'follow_up':
    case 'ask_reporter':
    case 'finish':
      return said(next, command.kind);
    case 'approve':
      return approved(next, entry, command.payload.entryId, context);
    case 'record': {
      const { report, text } = command.payload;
      const readBy = [{ officerId: officer.id, revision }];
      return { ...recordedAs(next, report, text, context), readBy };
    }
    case 'postpone':
      return { ...next, rawStatus: RAW_STATUS.postponed, statusReason: entry.text };
    case 'return':
      return { ...next, agency: null, rawStatus: RAW_STATUS.verified, returns: complaint.returns + 1 };
    default:
      return next;
  }
}

/** Something was said to the reporter: it starts, or starts again, the countdown to closing by the system. */
function said(complaint: Complaint, kind: ProposalKind): Complaint {
  const rawStatus = kind === 'finish' ? RAW_STATUS.finished : RAW_STATUS.followedUp;
  return { ...complaint, rawStatus, statusReason: null };
}

/** The proposed text is said in the name of who wrote it; the approval beside it names who let it out. */
function approved(complaint: Complaint, approval: TimelineEntry, entryId: string, { receipt }: ApplyContext) {
  const proposal = caseworkOf(complaint).proposals.find(({ entry }) => entry.id === entryId);
  if (proposal === undefined) throw new Error('approved what was not proposed');
  const { entry, as } = proposal;
  const words = approval.text === '' ? entry.text : approval.text;
  const edited = words !== entry.text;
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
      ...(edited ? { edited } : {}),
    },
  };
  return said({ ...complaint, timeline: [...complaint.timeline, answer] }, as);
}

function authorOf(officer: Officer): TimelineEntry['author'] {
  return {
    officerId: officer.id,
    name: officer.name,
    role: officer.role,
    agencyId: officer.agency?.id ?? null,
  };
}

/** In the order of officer ids, so that every machine holds the same list; reading never becomes less. */
function markedBy(marks: readonly ReadMark[], mark: ReadMark): readonly ReadMark[] {
  const before = marks.find(({ officerId }) => officerId === mark.officerId)?.revision ?? 0;
  const others = marks.filter(({ officerId }) => officerId !== mark.officerId);
  const all = [...others, { ...mark, revision: Math.max(before, mark.revision) }];
  return all.sort((a, b) => (a.officerId < b.officerId ? -1 : 1));
}
