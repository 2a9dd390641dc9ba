import type { OutboxItem } from '#shared/contract/window/outbox.ts';
import { isSilent } from '#shared/domain/commands/command.ts';

/**
 * What the central service refused and the officer has not decided on yet, the newest first. A refused mark
 * of reading holds none of their words and asks for nothing, so it does not count.
 */
export function needsAttention(items: readonly OutboxItem[]): readonly OutboxItem[] {
  return items.filter((item) => item.delivery.state === 'refused' && !isSilent(item.kind));
}
