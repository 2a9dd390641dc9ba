import { type QueueRow, queueRow } from '#shared/contract/window/queue.ts';
import type { QueueFacts } from './facts.ts';

/** A row of the queue without what only the journal and the central service's presence know. */
export type CachedRow = Omit<QueueRow, 'pending' | 'viewers'>;

/** Columns of `complaint` that a row of the queue shows as they are. */
const SHOWN = Object.keys(queueRow.omit({ rawStatus: true, due: true, pending: true, viewers: true }).shape);
/** Where the row stands, and when it is due. */
const PLACED = ['rank', 'receivedNo', 'dueDay', 'dueClock', 'dueEstimateYear'] as const;

/** Named with their table: the full-text table has columns of the same names. */
export const QUEUE_COLUMNS = `
  ${[...SHOWN, ...PLACED].map((name) => `complaint.${name}`).join(', ')}, complaint.visibleStatus AS rawStatus`;

type Flag = 'statusKnown' | 'anonymous' | 'confidential' | 'unread' | 'hasDraft';
/** What is selected: flags are numbers, labels JSON, null where there are none. */
export type RowOfQueue = Omit<CachedRow, Flag | 'due' | 'labels'> &
  Readonly<Record<Flag, number>> & {
    readonly labels: string | null;
    readonly receivedNo: number;
  } & Pick<QueueFacts, 'rank' | 'dueDay' | 'dueClock' | 'dueEstimateYear'>;

/** Field by field: a row of each list goes through here, and spreading it takes half as long again. */
export function rowOf(row: RowOfQueue): CachedRow {
  return {
    id: row.id,
    trackingId: row.trackingId,
    title: row.title,
    district: row.district,
    category: row.category,
    rawStatus: row.rawStatus,
    bucket: row.bucket,
    statusKnown: row.statusKnown === 1,
    anonymous: row.anonymous === 1,
    confidential: row.confidential === 1,
    receivedAt: row.receivedAt,
    due:
      row.dueDay === null || row.dueClock === null
        ? null
        : { day: row.dueDay, clock: row.dueClock, estimateYear: row.dueEstimateYear },
    unread: row.unread === 1,
    hasDraft: row.hasDraft === 1,
    assignee: row.assignee,
    priority: row.priority,
    labels: row.labels === null ? [] : JSON.parse(row.labels),
    plannedDay: row.plannedDay,
    snoozedUntil: row.snoozedUntil,
  };
}
