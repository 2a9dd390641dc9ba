import { type Day, dayOf, isRealDay } from '../calendar/day.ts';
import { MAX_ATTACHMENTS } from '../complaint/attachment.ts';
import { caseworkOf, type Proposal, unpublishedAnswers } from '../complaint/casework.ts';
import { type Complaint, isAnswer } from '../complaint/complaint.ts';
import { isProposalKind, PRIORITIES } from '../complaint/entry-detail.ts';
import { isRecordedId, problemOfRecorded } from '../complaint/recorded.ts';
import { bucketOf, isClosed } from '../complaint/status.ts';
import { mayDo, type Officer } from '../people/roles.ts';
import {
  COMMAND_KINDS,
  type Command,
  type CommandKind,
  MAX_TEXT_LENGTH,
  type RefusalCode,
  textOf,
} from './command.ts';

/** Units of a label, and of the name of a sub-unit. */
export const MAX_NAME = 60;
/** Labels in one change. */
const MAX_LABELS = 20;

/** Those that say nothing but what is chosen, so they need no words. */
const WORDLESS: readonly CommandKind[] = [
  'forward',
  'take_back',
  'set_priority',
  'set_labels',
  'plan',
  'snooze',
  'link',
  'approve',
  'publish',
  'mark_read',
];
/** Also on a report that is closed: none of them says anything new to the reporter or to LAPOR!. */
const ALSO_CLOSED: readonly CommandKind[] = [
  'publish',
  'internal_note',
  'set_labels',
  'link',
  'snooze',
  'send_back',
  'mark_read',
];
/** Is it nothing without words? */
export function needsWords(kind: CommandKind): boolean {
  return !WORDLESS.includes(kind);
}

/** Why an officer may not do this to a report; null: they may. The rules of every command stand here. */
export function refusalOf(
  complaint: Complaint,
  command: Command,
  { officer }: { readonly officer: Officer },
): RefusalCode | null {
  if (!COMMAND_KINDS.includes(command.kind)) return 'unknown_kind';
  if (!mayDo(officer.role, command.kind)) return 'forbidden';
  if (command.kind === 'record') return ofRecord(complaint, command, officer);
  if (complaint.agency === null || complaint.agency.id !== officer.agency?.id) return 'not_ours';
  return (
    ofWords(command) ??
    ofStatus(complaint, command.kind) ??
    ofValue(complaint, command) ??
    ofApproval(complaint, command, officer)
  );
}

/** A report is recorded once, under an id that no other has, and by an office. */
function ofRecord(
  complaint: Complaint,
  command: Extract<Command, { readonly kind: 'record' }>,
  { agency }: Officer,
): RefusalCode | null {
  if (agency === null) return 'not_ours';
  const isNew = complaint.revision === 0 && isRecordedId(complaint.id);
  const wrong = problemOfRecorded(command.payload.report, command.composedAt) !== null;
  return ofWords(command) ?? (isNew && !wrong ? null : 'bad_value');
}

function ofWords(command: Command): RefusalCode | null {
  const text = textOf(command).trim();
  const worded = needsWords(command.kind);
  if (text === '' && worded) return 'empty_text';
  if (text.length > MAX_TEXT_LENGTH) return 'text_too_long';
  const most = worded ? MAX_ATTACHMENTS : 0;
  return command.attachments.length > most ? 'too_many_attachments' : null;
}

function ofStatus(complaint: Complaint, kind: CommandKind): RefusalCode | null {
  if (ALSO_CLOSED.includes(kind)) return null;
  const { bucket } = bucketOf(complaint.rawStatus);
  if (isClosed(bucket)) return 'closed';
  if (bucket === 'belum_terverifikasi' && (isProposalKind(kind) || kind === 'approve')) return 'not_verified';
  return null;
}

/** What is wrong with what was chosen, as seen on the day on which it was: it may arrive days later. */
function ofValue(complaint: Complaint, command: Command): RefusalCode | null {
  const future = (day: Day | null): RefusalCode | null =>
    day === null || (isRealDay(day) && day > dayOf(command.composedAt)) ? null : 'bad_value';
  switch (command.kind) {
    case 'forward':
      return isName(command.payload.to.name) ? null : 'bad_value';
    case 'take_back':
      return caseworkOf(complaint).assignee === null ? 'not_forwarded' : null;
    case 'postpone':
    case 'snooze':
      return future(command.payload.until);
    case 'plan':
      return command.payload.day === null || isRealDay(command.payload.day) ? null : 'bad_value';
    case 'propose_archive':
      return command.payload.duplicateOf === complaint.trackingId ? 'own_report' : null;
    case 'link':
      if (!/^\d{1,15}$/.test(command.payload.trackingId)) return 'bad_value';
      return command.payload.trackingId === complaint.trackingId ? 'own_report' : null;
    case 'set_priority':
      return PRIORITIES.includes(command.payload.priority) ? null : 'bad_value';
    case 'set_labels': {
      const { add, remove } = command.payload;
      const few = add.length + remove.length <= MAX_LABELS;
      return few && [...add, ...remove].every(isName) ? null : 'bad_value';
    }
    default:
      return null;
  }
}

/** Only what was accepted and does not stand in LAPOR! yet. */
function ofPublication(complaint: Complaint, { entryId }: { readonly entryId: string }): RefusalCode | null {
  return unpublishedAnswers(complaint).some(({ id }) => id === entryId) ? null : 'not_waiting';
}

function ofApproval(complaint: Complaint, command: Command, officer: Officer): RefusalCode | null {
  if (command.kind === 'publish') return ofPublication(complaint, command.payload);
  if (command.kind === 'approve' || command.kind === 'send_back') {
    const { entryId } = command.payload;
    const proposal = caseworkOf(complaint).proposals.find(({ entry }) => entry.id === entryId);
    if (proposal?.state !== 'waiting') return 'not_waiting';
    if (command.kind === 'send_back') return null;
    if (proposal.entry.author.officerId === officer.id) return 'own_text';
    return answeredSince(complaint, revisionRead(command, proposal), officer) ? 'superseded' : null;
  }
  // What the reporter reads; a colleague's answer in between is to be read first.
  if (!isProposalKind(command.kind)) return null;
  if (officer.agency?.approval === true) return 'needs_approval';
  return answeredSince(complaint, command.trunkRevision, officer) ? 'superseded' : null;
}

/** Who approves has read the report up to here, whatever the author had read. */
function revisionRead(command: Command, { entry }: Proposal): number {
  return Math.max(command.trunkRevision, entry.revision);
}

/** Somebody else of the OPD has answered since the revision this officer worked on. */
function answeredSince({ timeline }: Complaint, revision: number, officer: Officer): boolean {
  return timeline.some(
    (entry) => isAnswer(entry) && entry.revision > revision && entry.author.officerId !== officer.id,
  );
}

function isName(name: string): boolean {
  const trimmed = name.trim();
  return trimmed !== '' && trimmed.length <= MAX_NAME;
}
