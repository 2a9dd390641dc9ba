import { v7 } from 'uuid';
import { complaintIdOf } from '#shared/domain/complaint/complaint.ts';
import { dispositionEntry } from '#shared/domain/complaint/disposition.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import { followLapor, isSameWord, type LaporMemory } from '#shared/domain/complaint/lapor-word.ts';
import { type ComplaintRow, EMPTY_ROW, type EntryRow } from '#shared/domain/complaint/row.ts';
import { MAX_TEXT } from '#shared/domain/schema.ts';
import { agencyTextOf } from '../agency-name.ts';
import { columnOf } from './columns.ts';
import { describeChanges, type Known } from './describe-changes.ts';
import { LAPOR_EVENT_WORDS, type LaporEvent, laporEventOf } from './lapor-event.ts';
import type { ImportRow } from './read-row.ts';

/** What an import makes of one complaint. `memory`: what the export said, when that is to be kept anew. */
export type Merged = {
  readonly kind: 'new' | 'changed' | 'unchanged';
  readonly row: ComplaintRow;
  readonly entries: readonly EntryRow[];
  readonly memory: LaporMemory | null;
  /** What LAPOR! did with it since the last import; null: nothing to be told by name. */
  readonly happened: LaporEvent | null;
};

export type MergeContext = {
  /** The agency that the row names; null when it names none that is known. */
  readonly agencyId: string | null;
  readonly agencyName: (id: string) => string;
  /** ISO instant of the import. */
  readonly at: string;
};

const IMPORTER: TimelineEntry['author'] = {
  officerId: null,
  name: 'Impor LAPOR!',
  role: 'admin',
  agencyId: null,
};
/**
 * Lays a row of the export over what is known. LAPOR! is right in all that only LAPOR! knows. A status or an
 * agency is taken over only when the export itself changed since the last import: ours may be ahead by an
 * answer or a return that is not published there yet. Columns that the file does not have change nothing;
 * follow-ups are never touched.
 */
export function merge(known: Known | null, row: ImportRow, context: MergeContext): Merged {
  return known === null ? create(row, context) : update(known, row, context);
}

function create(row: ImportRow, { agencyId }: MergeContext): Merged {
  const id = complaintIdOf(row.trackingId);
  return {
    kind: 'new',
    row: {
      // The export does not say when it was given to the agency; the clocks begin at the earlier, stricter
      // day of arrival.
      ...EMPTY_ROW,
      id,
      finalText: row.fields.originalText,
      ...row.fields,
      revision: 1,
      agencyId,
    },
    entries: [],
    memory: memoryOf(id, row, null, agencyId),
    happened: null,
  };
}

/** @param reason what the export last said of the reason, for a file without this column */
function memoryOf(
  complaintId: string,
  row: ImportRow,
  reason: string | null,
  agencyId: string | null,
): LaporMemory {
  const { rawStatus, statusReason = reason } = row.fields;
  return {
    complaintId,
    rawStatus,
    statusReason,
    agencyText: agencyTextOf({ laporId: row.agencyLaporId, name: row.agencyName }),
    agencyId,
  };
}

function update(known: Known, row: ImportRow, context: MergeContext): Merged {
  const { complaint, memory } = known;
  const { fields } = row;
  const remembered = memoryOf(complaint.id, row, memory.statusReason, context.agencyId);
  const { followed, disposed } = followLapor(complaint, memory, remembered, context.at);
  // A heading that had no name of ours at the last import may have one now: then its value is a field.
  const unnamed = Object.entries(complaint.extra).filter(
    ([heading]) => !Object.hasOwn(fields, columnOf(heading) ?? ''),
  );
  const extra = { ...Object.fromEntries(unnamed), ...fields.extra };
  const next: ComplaintRow = { ...complaint, ...fields, ...followed, extra };

  const words = describeChanges(complaint, next, context.agencyName);
  if (words.length === 0 && Object.keys(complaint.extra).every((heading) => Object.hasOwn(extra, heading))) {
    return {
      kind: 'unchanged',
      row: complaint,
      entries: [],
      memory: isSameWord(remembered, memory) ? null : remembered,
      happened: null,
    };
  }
  const happened = laporEventOf(complaint.rawStatus, next.rawStatus);
  const entries = entriesOf(
    complaint,
    next,
    happened === null ? words : [LAPOR_EVENT_WORDS[happened], ...words],
    disposed && next.agencyId !== null ? context.agencyName(next.agencyId) : null,
    context.at,
  );
  const revision = complaint.revision + entries.length;
  return { kind: 'changed', row: { ...next, revision }, entries, memory: remembered, happened };
}

function entriesOf(
  complaint: ComplaintRow,
  { rawStatus }: ComplaintRow,
  words: readonly string[],
  dispositionedTo: string | null,
  at: string,
): EntryRow[] {
  if (words.length === 0) return [];
  const change: EntryRow = {
    complaintId: complaint.id,
    id: v7(),
    at,
    kind: 'import_change',
    revision: complaint.revision + 1,
    author: IMPORTER,
    text: words.join('\n').slice(0, MAX_TEXT),
    visibility: 'agency',
    receipt: null,
    attachments: [],
    detail: rawStatus === complaint.rawStatus ? null : { rawStatus },
  };
  if (dispositionedTo === null) return [change];
  const disposition = dispositionEntry(
    dispositionedTo,
    { id: v7(), at },
    { revision: complaint.revision + 2, visibility: 'public' },
  );
  return [change, { ...disposition, complaintId: complaint.id }];
}
