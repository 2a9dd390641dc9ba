import type { Delivery } from '#shared/contract/window/outbox.ts';
import { textOf } from '#shared/domain/commands/command.ts';
import { deliveryStateOf, type StoredCommand } from '../store/journal/command-rows.ts';
import type { BackendContext } from './context.ts';
import type { WindowApi } from './implement.ts';

export function deliveryOf(stored: StoredCommand, now: number): Delivery {
  const { heldUntil, receipt, refusal: code, upload } = stored;
  const state = deliveryStateOf(stored, now);
  const until = state === 'held' && heldUntil !== null ? new Date(heldUntil).toISOString() : null;
  return { state, heldUntil: until, receipt, code, upload };
}

const DELIVERED_SHOWN_MS = 7 * 86_400_000;
const MOST_SHOWN = 500;

export function outboxHandlers(os: WindowApi['outbox'], { journal, clock }: BackendContext) {
  return {
    /** Undelivered and refused commands, then those delivered in the last seven days. */
    list: os.list.handler(() => {
      const now = clock.now();
      const since = new Date(now - DELIVERED_SHOWN_MS).toISOString();
      return journal.commands.outbox(since, MOST_SHOWN).map((stored) => {
        const { command, receipt, title } = stored;
        const { payload: _, ...envelope } = command;
        // A complaint that was recorded has its receipt as its number.
        const trackingId = command.kind === 'record' ? (receipt ?? '') : stored.trackingId;
        return { ...envelope, trackingId, title, text: textOf(command), delivery: deliveryOf(stored, now) };
      });
    }),
  };
}
