import type { OutboxItem } from '#shared/contract/window/outbox.ts';
import { isSilent } from '#shared/domain/commands/command.ts';

/**
 * What the centre refused and the officer has not decided on yet, the newest first. A refused mark of reading
 * holds no word of theirs and asks for nothing; the number in the navigation leaves it out too.
 */
export function needsAttention(items: readonly OutboxItem[]): readonly OutboxItem[] {
  return items.filter((item) => item.delivery.state === 'refused' && !isSilent(item.kind));
}
