import type { Delivery, OutboxItem } from '#shared/contract/window/writing.ts';
import { textOf } from '#shared/domain/commands/command.ts';
import { deliveryStateOf, type StoredCommand } from '../store/journal/command-rows.ts';

export function deliveryOf(stored: StoredCommand, now: number): Delivery {
  const state = deliveryStateOf(stored, now);
  return {
    state,
    heldUntil:
      state === 'held' && stored.heldUntil !== null ? new Date(stored.heldUntil).toISOString() : null,
    receipt: stored.receipt,
    code: stored.refusal,
    upload: stored.upload,
  };
}

export function outboxItemOf(stored: StoredCommand, now: number): OutboxItem {
  return {
    id: stored.command.id,
    complaintId: stored.command.complaintId,
    // A report that was recorded has its receipt as its number.
    trackingId: stored.command.kind === 'record' ? (stored.receipt ?? '') : stored.trackingId,
    title: stored.title,
    kind: stored.command.kind,
    text: textOf(stored.command),
    // The contract's arrays are mutable, the domain's are not; nobody writes to this copy.
    attachments: [...stored.command.attachments],
    trunkRevision: stored.command.trunkRevision,
    after: stored.command.after,
    composedAt: stored.command.composedAt,
    delivery: deliveryOf(stored, now),
  };
}
