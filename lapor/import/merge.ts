import { v7 } from 'uuid';
import { complaintIdOf } from '#shared/domain/complaint/complaint.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';
import type { LaporMemory, NewEntry, ReportRow } from '../complaint-row.ts';
import { describeChanges, type Known } from './describe-changes.ts';
import { HAPPENED_WORDS, type Happened, happenedThere } from './happened-there.ts';
import type { ExportRow } from './read-row.ts';

export type { Known } from './describe-changes.ts';

/** What an import makes of one report. `memory`: what the export said, when that is to be kept anew. */
export type Merged = {
  readonly kind: 'new' | 'changed' | 'unchanged';
  readonly row: ReportRow;
  readonly entries: readonly NewEntry[];
  readonly memory: LaporMemory | null;
  /** What LAPOR! did with it since the last import; null: nothing to be told by name. */
  readonly happened: Happened | null;
};

export type MergeContext = {
  /** The OPD that the row names; null when it names none that is known. */
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
const ADMIN: TimelineEntry['author'] = {
  officerId: null,
  name: 'Admin Instansi',
  role: 'admin',
  agencyId: null,
};

/**
 * Lays a row of the export over what is known. LAPOR! is right in all that only LAPOR! knows. A status or an OPD is taken
 * over only when the export itself changed since the last import: ours may be ahead by an answer or a return that is
 * not published there yet. Columns that the file does not have change nothing; follow-ups are never touched.
 */
export function merge(known: Known | null, row: ExportRow, context: MergeContext): Merged {
  return known === null ? create(row, context) : update(known, row, context);
}

function agencyTextOf(row: ExportRow): string {
  return [row.agencyLaporId ?? '', row.agencyName].join('|');
}

function create(row: ExportRow, { agencyId }: MergeContext): Merged {
  const id = complaintIdOf(row.trackingId);
  return {
    kind: 'new',
    row: {
      id,
      tracking_id: row.trackingId,
      revision: 1,
      returns: 0,
      title: row.title,
      original_text: row.originalText,
      final_text: row.finalText || row.originalText,
      classification: row.classification,
      oversight: row.category?.oversight ?? false,
      anonymous: row.flags?.anonymous ?? false,
      confidential: row.flags?.confidential ?? false,
      reporter_name: row.reporterName ?? null,
      category_id: row.categoryId ?? null,
      category_path: [...(row.category?.path ?? [])],
      parent_agency: row.parentAgency ?? null,
      agency_id: agencyId,
      raw_status: row.rawStatus,
      status_reason: row.statusReason ?? null,
      province: row.province ?? null,
      regency: row.regency ?? null,
      district: row.district ?? null,
      village: row.village ?? null,
      channel: row.channel ?? '',
      rating: row.rating ?? null,
      received_at: row.receivedAt,
      // The export does not say when; the clocks begin at the earlier, stricter day of arrival.
      dispositioned_at: null,
      extra: row.extra,
    },
    entries: [],
    memory: memoryOf(id, row, row.statusReason ?? null, agencyId),
    happened: null,
  };
}

function memoryOf(
  id: string,
  row: ExportRow,
  statusReason: string | null,
  agencyId: string | null,
): LaporMemory {
  return {
    complaint_id: id,
    raw_status: row.rawStatus,
    status_reason: statusReason,
    agency_text: agencyTextOf(row),
    agency_id: agencyId,
  };
}

function update(known: Known, row: ExportRow, context: MergeContext): Merged {
  const { complaint, memory } = known;
  const statusReason = row.statusReason === undefined ? memory.status_reason : row.statusReason;
  const statusMoved = row.rawStatus !== memory.raw_status || statusReason !== memory.status_reason;
  const agencyMoved = context.agencyId !== memory.agency_id;
  const agencyId = agencyMoved ? context.agencyId : complaint.agency_id;
  // The same words in the export, understood only now: the OPD was registered later, not given the report later.
  const isDisposition =
    agencyId !== null && agencyId !== complaint.agency_id && agencyTextOf(row) !== memory.agency_text;

  const next: ReportRow = {
    ...complaint,
    title: row.title,
    original_text: row.originalText,
    final_text: row.finalText === undefined ? complaint.final_text : row.finalText || row.originalText,
    classification: row.classification,
    oversight: row.category?.oversight ?? complaint.oversight,
    anonymous: row.flags?.anonymous ?? complaint.anonymous,
    confidential: row.flags?.confidential ?? complaint.confidential,
    reporter_name: given(row.reporterName, complaint.reporter_name),
    category_id: given(row.categoryId, complaint.category_id),
    category_path: row.category === undefined ? complaint.category_path : [...row.category.path],
    parent_agency: given(row.parentAgency, complaint.parent_agency),
    agency_id: agencyId,
    raw_status: statusMoved ? row.rawStatus : complaint.raw_status,
    status_reason: statusMoved ? statusReason : complaint.status_reason,
    province: given(row.province, complaint.province),
    regency: given(row.regency, complaint.regency),
    district: given(row.district, complaint.district),
    village: given(row.village, complaint.village),
    channel: row.channel ?? complaint.channel,
    rating: given(row.rating, complaint.rating),
    received_at: row.receivedAt,
    dispositioned_at: isDisposition ? context.at : complaint.dispositioned_at,
    extra: { ...complaint.extra, ...row.extra },
  };

  const words = describeChanges(complaint, next, context.agencyName);
  const remembered = memoryOf(complaint.id, row, statusReason, context.agencyId);
  const sameMemory = !statusMoved && !agencyMoved && remembered.agency_text === memory.agency_text;
  if (words.length === 0) {
    return {
      kind: 'unchanged',
      row: complaint,
      entries: [],
      memory: sameMemory ? null : remembered,
      happened: null,
    };
  }
  const happened = happenedThere(complaint.raw_status, next.raw_status);
  const entries = entriesOf(
    complaint,
    happened === null ? words : [HAPPENED_WORDS[happened], ...words],
    isDisposition ? context.agencyName(agencyId) : null,
    context.at,
  );
  const revision = complaint.revision + entries.length;
  return { kind: 'changed', row: { ...next, revision }, entries, memory: remembered, happened };
}

function given<T>(fromFile: T | undefined, known: T): T {
  return fromFile === undefined ? known : fromFile;
}

function entriesOf(
  complaint: ReportRow,
  words: readonly string[],
  dispositionedTo: string | null,
  at: string,
): NewEntry[] {
  const base = { complaintId: complaint.id, at, receipt: null, attachments: [], detail: null };
  const change: NewEntry = {
    ...base,
    id: v7(),
    kind: 'import_change',
    revision: complaint.revision + 1,
    author: IMPORTER,
    text: words.join('\n'),
    visibility: 'agency',
  };
  if (dispositionedTo === null) return [change];
  const disposition: NewEntry = {
    ...base,
    id: v7(),
    kind: 'disposition',
    revision: complaint.revision + 2,
    author: ADMIN,
    text: `Diteruskan ke ${dispositionedTo}`,
    visibility: 'public',
  };
  return [change, disposition];
}
