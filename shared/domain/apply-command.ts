import { MAX_ATTACHMENTS } from './attachment.ts';
import { COMMAND_KINDS, type Command, MAX_TEXT_LENGTH, type RefusalCode, textOf } from './command.ts';
import type { Complaint, EntryKind, ReadMark, TimelineEntry } from './complaint.ts';
import { mayDo, type Officer } from './roles.ts';
import { bucketOf, isClosed, RAW_STATUS } from './status.ts';

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
  const code = refusalOf(complaint, command, context.officer);
  return code === null ? { ok: true, complaint: effectOf(complaint, command, context) } : { ok: false, code };
}

function refusalOf(complaint: Complaint, command: Command, officer: Officer): RefusalCode | null {
  if (!COMMAND_KINDS.includes(command.kind)) return 'unknown_kind';
  if (!mayDo(officer.role, command.kind)) return 'forbidden';
  if (complaint.agency === null || complaint.agency.id !== officer.agency?.id) return 'not_ours';
  if (command.kind === 'mark_read') return command.attachments.length === 0 ? null : 'too_many_attachments';

  const text = textOf(command).trim();
  if (text === '') return 'empty_text';
  if (text.length > MAX_TEXT_LENGTH) return 'text_too_long';
  if (command.attachments.length > MAX_ATTACHMENTS) return 'too_many_attachments';
  if (command.kind === 'internal_note') return null;

  const { bucket } = bucketOf(complaint.rawStatus);
  if (isClosed(bucket)) return 'closed';
  if (command.kind === 'return') return null;

  if (bucket === 'belum_terverifikasi') return 'not_verified';
  return isSuperseded(complaint, command, officer) ? 'superseded' : null;
}

/** Somebody else of the OPD has answered since the revision this officer worked on. */
function isSuperseded(complaint: Complaint, command: Command, officer: Officer): boolean {
  return complaint.timeline.some(
    (entry) =>
      entry.kind === 'follow_up' &&
      entry.revision > command.trunkRevision &&
      entry.author.officerId !== officer.id,
  );
}

function effectOf(complaint: Complaint, command: Command, context: ApplyContext): Complaint {
  const revision = complaint.revision + 1;
  const officer = context.officer;
  const withEntry = (kind: EntryKind, visibility: TimelineEntry['visibility']): Complaint => ({
    ...complaint,
    revision,
    timeline: [
      ...complaint.timeline,
      {
        id: command.id,
        kind,
        at: context.at,
        revision,
        author: {
          officerId: officer.id,
          name: officer.name,
          role: officer.role,
          agencyId: officer.agency?.id ?? null,
        },
        text: textOf(command).trim(),
        attachments: command.attachments,
        visibility,
        receipt: context.receipt,
      },
    ],
  });

  switch (command.kind) {
    case 'follow_up':
      // Starts, or starts again, the countdown to closing by the system.
      return { ...withEntry('follow_up', 'public'), rawStatus: RAW_STATUS.followedUp, statusReason: null };
    case 'internal_note':
      return withEntry('internal_note', 'agency');
    case 'return':
      return { ...withEntry('return', 'agency'), agency: null, rawStatus: RAW_STATUS.verified };
    case 'mark_read':
      return {
        ...complaint,
        revision,
        readBy: markedBy(complaint.readBy, { officerId: officer.id, revision: command.trunkRevision }),
      };
  }
}

/** In the order of officer ids, so that every machine holds the same list; reading never becomes less. */
function markedBy(marks: readonly ReadMark[], mark: ReadMark): readonly ReadMark[] {
  const before = marks.find(({ officerId }) => officerId === mark.officerId)?.revision ?? 0;
  const others = marks.filter(({ officerId }) => officerId !== mark.officerId);
  const all = [...others, { ...mark, revision: Math.max(before, mark.revision) }];
  return all.sort((a, b) => (a.officerId < b.officerId ? -1 : 1));
}
