import type { QueueRow } from '#shared/contract/window/queue.ts';

/** A row of the queue without what only the journal and the centre's presence know. */
export type CachedRow = Omit<QueueRow, 'pending' | 'viewers'>;

/** Named with their table: the full-text table has columns of the same names. */
export const QUEUE_COLUMNS = `
  complaint.rank, complaint.received_no, complaint.id, complaint.tracking_id, complaint.title, complaint.district,
  complaint.category, complaint.visible_status, complaint.bucket, complaint.status_known,
  complaint.anonymous, complaint.confidential, complaint.received_at, complaint.due_day,
  complaint.due_clock, complaint.due_estimate_year, complaint.unread, complaint.has_draft,
  complaint.assignee, complaint.priority, complaint.labels, complaint.planned_day, complaint.snoozed_until`;

export type RowOfQueue = {
  rank: number;
  received_no: number;
  id: string;
  tracking_id: string;
  title: string;
  district: string | null;
  category: string | null;
  visible_status: string;
  bucket: QueueRow['bucket'];
  status_known: number;
  anonymous: number;
  confidential: number;
  received_at: string;
  due_day: string | null;
  due_clock: 'first_answer' | 'completion' | null;
  due_estimate_year: number | null;
  unread: number;
  has_draft: number;
  assignee: string | null;
  priority: QueueRow['priority'];
  labels: string | null;
  planned_day: string | null;
  snoozed_until: string | null;
};

export function rowOf(row: RowOfQueue): CachedRow {
  return {
    id: row.id,
    trackingId: row.tracking_id,
    title: row.title,
    district: row.district,
    category: row.category,
    rawStatus: row.visible_status,
    bucket: row.bucket,
    statusKnown: row.status_known === 1,
    anonymous: row.anonymous === 1,
    confidential: row.confidential === 1,
    receivedAt: row.received_at,
    due:
      row.due_day === null || row.due_clock === null
        ? null
        : { day: row.due_day, clock: row.due_clock, estimateYear: row.due_estimate_year },
    unread: row.unread === 1,
    hasDraft: row.has_draft === 1,
    assignee: row.assignee,
    priority: row.priority,
    labels: row.labels === null ? [] : JSON.parse(row.labels),
    plannedDay: row.planned_day,
    snoozedUntil: row.snoozed_until,
  };
}
