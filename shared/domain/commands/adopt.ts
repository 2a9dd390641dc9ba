import type { Complaint } from '../complaint/complaint.ts';
import type { TimelineEntry } from '../complaint/entry.ts';
import { RAW_STATUS } from '../complaint/status.ts';
import type { Officer } from '../people/roles.ts';
import { type Applied, applyCommand } from './apply-command.ts';
import type { ComplaintCommand } from './command.ts';

/** What is known of a command that an office decided alone, besides what the office says. */
export type Adoption = {
  readonly officer: Officer;
  /** ISO instant of the adoption: nothing that is adopted lies after it. */
  readonly now: string;
  /** The central service's receipt. */
  readonly receipt: string | null;
  /** The receipt that the office gave, which somebody may quote. */
  readonly officeReceipt: string | null;
  /** The status that LAPOR! last said here, and to the office; null: it said none. */
  readonly lapor: { readonly here: string | null; readonly office: string | null };
};

/**
 * Takes over what the officer of a standalone office did to a complaint, by the same function as every
 * command: what their role may not do, nobody brings. The entry has the office's time, says that it was
 * written alone, and stands in the order of the times. The state of the complaint follows only where nothing
 * but the office has moved it since LAPOR! last said the same to both; so a word of LAPOR! or of a colleague
 * that came meanwhile stands, and with it a status under which the command could not be done today.
 */
export function adopt(known: Complaint, sent: ComplaintCommand, adoption: Adoption): Applied {
  const { officer, now, receipt } = adoption;
  const ours = returnedAlone(known, officer) ? { ...known, agency: officer.agency } : known;
  const at = between(known.receivedAt, new Date(sent.composedAt).toISOString(), now);
  const command: ComplaintCommand = { ...sent, trunkRevision: known.revision, composedAt: at };
  const today = applyCommand(ours, command, { officer, at, receipt });
  const refusedByStatus = !today.ok && (today.code === 'closed' || today.code === 'not_verified');
  const applied = refusedByStatus
    ? applyCommand({ ...ours, rawStatus: RAW_STATUS.verified }, command, { officer, at, receipt })
    : today;
  if (!applied.ok) return applied;

  const { complaint } = applied;
  const added = complaint.timeline.slice(known.timeline.length).map((entry) => alone(entry, adoption));
  const timeline = [...known.timeline, ...added].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const { revision, readBy } = complaint;
  const state = today.ok && follows(known, at, adoption) ? complaint : { ...known, revision, readBy };
  return { ok: true, complaint: { ...state, timeline } };
}

function alone(entry: TimelineEntry, { officeReceipt }: Adoption): TimelineEntry {
  const receipt = officeReceipt === null ? {} : { officeReceipt };
  return { ...entry, detail: { ...entry.detail, alone: true, ...receipt } };
}

/** Has nothing but this office moved it since LAPOR! last said the same here and there? */
function follows(known: Complaint, at: string, { officer, lapor }: Adoption): boolean {
  if (known.revision === 0) return true;
  if (lapor.here !== lapor.office) return false;
  return (
    known.rawStatus === lapor.here ||
    writtenHere(known).every((entry) => isOfOffice(entry, officer) || isEarlierOfAgency(entry, officer, at))
  );
}

/** The office gave it back, and what it did next says that LAPOR! had given it to the office again. */
function returnedAlone(known: Complaint, officer: Officer): boolean {
  const last = writtenHere(known).at(-1);
  return known.agency === null && last?.kind === 'return' && isOfOffice(last, officer);
}

function writtenHere({ timeline }: Complaint): readonly TimelineEntry[] {
  return timeline.filter(({ author }) => author.officerId !== null);
}

function isOfOffice({ author, detail }: TimelineEntry, officer: Officer): boolean {
  return author.officerId === officer.id && detail?.alone === true;
}

/** An office that joins with a second code is another officer of the agency, and goes on where it was. */
function isEarlierOfAgency(entry: TimelineEntry, { agency }: Officer, at: string): boolean {
  return (
    agency !== null && entry.author.agencyId === agency.id && entry.detail?.alone === true && entry.at <= at
  );
}

function between(earliest: string, at: string, latest: string): string {
  if (at > latest) return latest;
  return at < earliest ? earliest : at;
}
