import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';

export type ComplaintRow = {
  rid: number;
  id: string;
  category_path_id: number | null;
  ours: number;
  tracking_id: string;
  revision: number;
  title: string;
  classification: Complaint['classification'];
  oversight: number;
  anonymous: number;
  confidential: number;
  reporter_name: string | null;
  category_id: string | null;
  parent_agency: string | null;
  agency_id: string | null;
  agency_name: string | null;
  raw_status: string;
  status_reason: string | null;
  province: string | null;
  regency: string | null;
  district: string | null;
  village: string | null;
  channel: string;
  rating: number | null;
  received_at: string;
  dispositioned_at: string | null;
  returns: number;
  extra: string | null;
  original_text: string;
  final_text: string;
};

export type EntryRow = {
  id: string;
  kind: TimelineEntry['kind'];
  at: string;
  revision: number;
  author_officer_id: string | null;
  author_name: string;
  author_role: TimelineEntry['author']['role'];
  author_agency_id: string | null;
  visibility: TimelineEntry['visibility'];
  receipt: string | null;
  text: string;
  detail: string | null;
};

/** A file of the entry at `position`. */
export type AttachmentRow = Attachment & { readonly position: number };

export type ReadMarkRow = { officer_id: string; revision: number };

/** What happened to a report, and who has read it. */
export type History = Pick<Complaint, 'timeline' | 'readBy'>;

export function complaintOf(
  row: ComplaintRow,
  categoryPath: readonly string[],
  { timeline, readBy }: History,
): Complaint {
  return {
    id: row.id,
    trackingId: row.tracking_id,
    revision: row.revision,
    title: row.title,
    originalText: row.original_text,
    finalText: row.final_text,
    classification: row.classification,
    oversight: row.oversight === 1,
    anonymous: row.anonymous === 1,
    confidential: row.confidential === 1,
    reporterName: row.reporter_name,
    categoryId: row.category_id,
    categoryPath,
    parentAgency: row.parent_agency,
    agency: row.agency_id === null ? null : { id: row.agency_id, name: row.agency_name ?? '' },
    rawStatus: row.raw_status,
    statusReason: row.status_reason,
    province: row.province,
    regency: row.regency,
    district: row.district,
    village: row.village,
    channel: row.channel,
    rating: row.rating,
    receivedAt: row.received_at,
    dispositionedAt: row.dispositioned_at,
    returns: row.returns,
    timeline,
    readBy,
    extra: row.extra === null ? {} : JSON.parse(row.extra),
  };
}

/** Of one report, all in their order. */
export function historyOf(
  entries: readonly EntryRow[],
  attachments: readonly AttachmentRow[],
  marks: readonly ReadMarkRow[],
): History {
  return {
    timeline: entries.map((entry, position) =>
      entryOf(
        entry,
        attachments.filter((attachment) => attachment.position === position),
      ),
    ),
    readBy: marks.map((mark) => ({ officerId: mark.officer_id, revision: mark.revision })),
  };
}

function entryOf(row: EntryRow, attachments: readonly AttachmentRow[]): TimelineEntry {
  return {
    id: row.id,
    kind: row.kind,
    at: row.at,
    revision: row.revision,
    author: {
      officerId: row.author_officer_id,
      name: row.author_name,
      role: row.author_role,
      agencyId: row.author_agency_id,
    },
    text: row.text,
    attachments: attachments.map(({ sha256, name, type, size }) => ({ sha256, name, type, size })),
    visibility: row.visibility,
    receipt: row.receipt,
    detail: row.detail === null ? null : JSON.parse(row.detail),
  };
}
