import type * as z from 'zod';
import type { complaint as complaintSchema } from '#shared/contract/schemas.ts';
import type { Complaint } from '#shared/domain/complaint.ts';

export type WireComplaint = z.infer<typeof complaintSchema>;

/** A report of the domain as the contract's schema types it (the same, but not readonly). */
export function wireComplaint(complaint: Complaint): WireComplaint {
  return {
    ...complaint,
    categoryPath: [...complaint.categoryPath],
    timeline: complaint.timeline.map((entry) => ({ ...entry, attachments: [...entry.attachments] })),
    readBy: [...complaint.readBy],
    extra: { ...complaint.extra },
  };
}
