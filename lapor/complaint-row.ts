import type { Classification } from '#shared/domain/complaint/classification.ts';
import type { Complaint, ReadMark } from '#shared/domain/complaint/complaint.ts';
import type { TimelineEntry } from '#shared/domain/complaint/entry.ts';

/** A report as one flat row: what an import compares, and what a store keeps beside its timeline and read marks. */
export type ReportRow = {
  id: string;
  tracking_id: string;
  revision: number;
  title: string;
  original_text: string;
  final_text: string;
  classification: Classification;
  oversight: boolean;
  anonymous: boolean;
  confidential: boolean;
  reporter_name: string | null;
  category_id: string | null;
  category_path: string[];
  parent_agency: string | null;
  agency_id: string | null;
  raw_status: string;
  status_reason: string | null;
  province: string | null;
  regency: string | null;
  district: string | null;
  village: string | null;
  channel: string;
  rating: number | null;
  /** How often an OPD gave it back. */
  returns: number;
  received_at: string;
  dispositioned_at: string | null;
  extra: Record<string, string>;
};

/** What LAPOR!'s export last said of a report, where our own value may be ahead of it. */
export type LaporMemory = {
  complaint_id: string;
  raw_status: string;
  status_reason: string | null;
  agency_text: string;
  agency_id: string | null;
};

export type NewEntry = TimelineEntry & { readonly complaintId: string };

/** The report as an OPD may see it: without the name of an anonymous reporter. */
export function complaintOf(
  row: ReportRow & { readonly agency_name: string | null },
  timeline: readonly TimelineEntry[],
  readBy: readonly ReadMark[],
): Complaint {
  return {
    id: row.id,
    trackingId: row.tracking_id,
    revision: row.revision,
    title: row.title,
    originalText: row.original_text,
    finalText: row.final_text,
    classification: row.classification,
    oversight: row.oversight,
    anonymous: row.anonymous,
    confidential: row.confidential,
    reporterName: row.anonymous ? null : row.reporter_name,
    categoryId: row.category_id,
    categoryPath: row.category_path,
    parentAgency: row.parent_agency,
    agency:
      row.agency_id === null || row.agency_name === null
        ? null
        : { id: row.agency_id, name: row.agency_name },
    rawStatus: row.raw_status,
    statusReason: row.status_reason,
    province: row.province,
    regency: row.regency,
    district: row.district,
    village: row.village,
    channel: row.channel,
    rating: row.rating,
    returns: row.returns,
    receivedAt: row.received_at,
    dispositionedAt: row.dispositioned_at,
    timeline,
    readBy,
    extra: row.extra,
  };
}

/** A report as its row; its timeline and read marks are rows of their own. */
export function complaintRow(complaint: Complaint): ReportRow {
  return {
    id: complaint.id,
    tracking_id: complaint.trackingId,
    revision: complaint.revision,
    title: complaint.title,
    original_text: complaint.originalText,
    final_text: complaint.finalText,
    classification: complaint.classification,
    oversight: complaint.oversight,
    anonymous: complaint.anonymous,
    confidential: complaint.confidential,
    reporter_name: complaint.reporterName,
    category_id: complaint.categoryId,
    category_path: [...complaint.categoryPath],
    parent_agency: complaint.parentAgency,
    agency_id: complaint.agency?.id ?? null,
    raw_status: complaint.rawStatus,
    status_reason: complaint.statusReason,
    province: complaint.province,
    regency: complaint.regency,
    district: complaint.district,
    village: complaint.village,
    channel: complaint.channel,
    rating: complaint.rating,
    returns: complaint.returns,
    received_at: complaint.receivedAt,
    dispositioned_at: complaint.dispositionedAt,
    extra: complaint.extra,
  };
}
