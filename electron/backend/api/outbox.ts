import type { Delivery, OutboxItem } from '#shared/contract/window/outbox.ts';
import { textOf } from '#shared/domain/commands/command.ts';
import { deliveryStateOf, type StoredCommand } from '../store/journal/command-rows.ts';
import type { BackendContext } from './context.ts';
import type { WindowApi } from './implement.ts';

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
    // A complaint that was recorded has its receipt as its number.
    trackingId: stored.command.kind === 'record' ? (stored.receipt ?? '') : stored.trackingId,
    title: stored.title,
    kind: stored.command.kind,
    text: textOf(stored.command),
    attachments: stored.command.attachments,
    trunkRevision: stored.command.trunkRevision,
    after: stored.command.after,
    composedAt: stored.command.composedAt,
    delivery: deliveryOf(stored, now),
  };
}

const DELIVERED_SHOWN_MS = 7 * 86_400_000;
const MOST_SHOWN = 500;

/** Undelivered and refused commands, then those delivered in the last seven days. */
export function outbox({ stores, clock }: BackendContext): readonly OutboxItem[] {
  const now = clock.now();
  const since = new Date(now - DELIVERED_SHOWN_MS).toISOString();
  return stores.journal.commands.outbox(since, MOST_SHOWN).map((stored) => outboxItemOf(stored, now));
}

export function outboxHandlers(os: WindowApi['outbox'], context: BackendContext) {
  return { list: os.list.handler(() => outbox(context)) };
}
