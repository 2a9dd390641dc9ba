import type { Change, ChangesPage, CommandResult } from '#shared/contract/central/central.ts';
import type { Reference } from '#shared/contract/schemas.ts';
import type { WireComplaint } from '#shared/contract/wire.ts';
import type { RefusalCode } from '#shared/domain/commands/command.ts';
import { type EntryKind, isAnswer } from '#shared/domain/complaint/complaint.ts';

/** The version of the contract that brought presence. */
export const PRESENCE_SINCE = 2;
/** The version that brought what an OPD does with a report besides answering it. */
export const CASEWORK_SINCE = 3;
/** The version that brought reports which an office recorded itself. */
export const RECORDED_SINCE = 4;
/** The version that brought templates of the whole office. */
export const TEMPLATES_SINCE = 5;

/** The contract's version that a client says it speaks; those of version 1 did not say it. */
export function versionOf(header: string | string[] | undefined): number {
  return typeof header === 'string' && /^\d{1,6}$/.test(header) ? Number(header) : 1;
}

/** A result in the words of the client's version. */
export function asKnownTo(version: number, result: CommandResult): CommandResult {
  if (version >= RECORDED_SINCE || result.outcome !== 'refused') return result;
  const current = result.current === null ? null : complaintKnownTo(version, result.current);
  return { ...result, code: codeKnownTo(version, result.code), current };
}

function codeKnownTo(version: number, code: RefusalCode): RefusalCode {
  if (version < CASEWORK_SINCE && code === 'needs_approval') return 'forbidden';
  return version < PRESENCE_SINCE && code === 'moved' ? 'not_ours' : code;
}

/** A client refuses a page with reference data whose name it does not know. */
const REFERENCE_SINCE: Readonly<Partial<Record<Reference['name'], number>>> = {
  colleagues: CASEWORK_SINCE,
  templates: TEMPLATES_SINCE,
};

/** A page of the feed in the words of the client's version. */
export function pageKnownTo(version: number, page: ChangesPage): ChangesPage {
  if (version >= TEMPLATES_SINCE) return page;
  const changes = page.changes.flatMap((change): Change[] => {
    if (change.type === 'reference')
      return version < (REFERENCE_SINCE[change.reference.name] ?? 1) ? [] : [change];
    if (change.type === 'removal' || version >= RECORDED_SINCE) return [change];
    return [{ ...change, complaint: complaintKnownTo(version, change.complaint) }];
  });
  return { ...page, changes };
}

/** Longer than any number of LAPOR! today, so that nobody takes it for one: it stands for the receipt. */
const FIRST_SUBSTITUTE = 900_000_000_000_000;

/** Only digits were a number then, and nobody knew how a report can begin at an office. */
function complaintKnownTo(version: number, complaint: WireComplaint): WireComplaint {
  const receipt = /^K-(\d+)$/.exec(complaint.trackingId)?.[1];
  const trackingId =
    receipt === undefined ? complaint.trackingId : String(FIRST_SUBSTITUTE + Number(receipt));
  const timeline = complaint.timeline.filter(({ kind }) => kind !== 'record');
  const known = { ...complaint, trackingId, timeline };
  return version < CASEWORK_SINCE ? complaintKnownBefore(known) : known;
}

const KNOWN_BEFORE: readonly EntryKind[] = [
  'disposition',
  'follow_up',
  'reporter_reply',
  'internal_note',
  'return',
  'import_change',
];

/** What was said to the reporter is a follow-up there, other words are a note; what has no words is not shown. */
function complaintKnownBefore(complaint: WireComplaint): WireComplaint {
  const timeline = complaint.timeline.flatMap((entry) => {
    if (KNOWN_BEFORE.includes(entry.kind)) return [entry];
    if (entry.text === '') return [];
    return [{ ...entry, kind: isAnswer(entry) ? ('follow_up' as const) : ('internal_note' as const) }];
  });
  return { ...complaint, timeline };
}
