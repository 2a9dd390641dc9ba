import type * as z from 'zod';
import type { Complaint } from '../domain/complaint/complaint.ts';
import type { EntryDetail } from '../domain/complaint/entry-detail.ts';
import type { complaint as complaintSchema } from './schemas.ts';

export type WireComplaint = z.infer<typeof complaintSchema>;

/** A report of the domain as the contract's schema types it (the same, but not readonly). */
export function wireComplaint(complaint: Complaint): WireComplaint {
  return {
    ...complaint,
    categoryPath: [...complaint.categoryPath],
    timeline: complaint.timeline.map((entry) => ({
      ...entry,
      attachments: [...entry.attachments],
      detail: wireDetail(entry.detail),
    })),
    readBy: [...complaint.readBy],
    extra: { ...complaint.extra },
  };
}

function wireDetail(detail: EntryDetail | null): WireDetail {
  if (detail === null) return null;
  const { labels, mentions, ...rest } = detail;
  return {
    ...rest,
    ...(labels === undefined ? {} : { labels: { add: [...labels.add], remove: [...labels.remove] } }),
    ...(mentions === undefined ? {} : { mentions: [...mentions] }),
  };
}
type WireDetail = WireComplaint['timeline'][number]['detail'];
