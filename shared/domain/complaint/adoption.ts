import type { Officer } from '../people/roles.ts';
import { type Complaint, complaintIdOf, isUnread } from './complaint.ts';
import { authorOf, type TimelineEntry } from './entry.ts';
import { isRecordedId } from './recorded.ts';

/** Is it of LAPOR! under its number, or recorded? Anything else may be an invention. */
export function isNamedRightly({ id, trackingId }: Complaint): boolean {
  return isRecordedId(id) ? trackingId.startsWith('K-') : id === complaintIdOf(trackingId);
}

/**
 * A complaint of a standalone office as the officer may bring it when the office joins: what was written
 * there is the officer's, whatever it says of its author, each entry says that it was written alone, and
 * nothing of it lies in the future.
 * @param now ISO instant
 */
export function broughtBy(officer: Officer, complaint: Complaint, now: string): Complaint {
  const { id: officerId, agency } = officer;
  const author = authorOf(officer);
  const timeline = complaint.timeline.map((entry, i): TimelineEntry => {
    const dated = { ...entry, at: entry.at < now ? entry.at : now, revision: i + 2 };
    return entry.author.officerId === null
      ? { ...dated, author: { ...entry.author, role: 'admin' } }
      : { ...dated, author, detail: { ...entry.detail, alone: true } };
  });
  const [mark] = complaint.readBy;
  const read = mark !== undefined && !isUnread(complaint, mark.officerId);
  const revision = timeline.length + 1;
  return {
    ...complaint,
    agency: complaint.agency === null ? null : agency,
    timeline,
    revision,
    readBy: read ? [{ officerId, revision }] : [],
  };
}

/**
 * Adds what the officer wrote at a standalone office to the complaint as it is known here, in the order of
 * the times. The state follows only where nothing but the office has moved it since LAPOR! last said the same
 * to both.
 * @param brought as `broughtBy` says it
 * @param lapor the status that LAPOR! last said here and at the office; null: it said none
 * @returns `added`: the entries that are new here; none: nothing changed
 */
export function adoptHistory(
  known: Complaint,
  brought: Complaint,
  lapor: { readonly here: string | null; readonly office: string | null },
): { readonly complaint: Complaint; readonly added: readonly TimelineEntry[] } {
  const ids = new Set(known.timeline.map(({ id }) => id));
  const added = brought.timeline
    .filter(({ id, author }) => author.officerId !== null && !ids.has(id))
    .map((entry, i) => ({ ...entry, revision: known.revision + i + 1 }));
  if (added.length === 0) return { complaint: known, added };
  const onlyOffice = lapor.here !== null && lapor.here === lapor.office && lapor.here === known.rawStatus;
  const { rawStatus, statusReason, agency, returns } = onlyOffice ? brought : known;
  const revision = known.revision + added.length;
  const readBy = brought.readBy.map((mark) => ({ ...mark, revision }));
  const timeline = [...known.timeline, ...added].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return {
    complaint: { ...known, revision, rawStatus, statusReason, agency, returns, timeline, readBy },
    added,
  };
}
