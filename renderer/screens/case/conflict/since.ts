import type { OutboxItem } from '#shared/contract/window/outbox.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { isAnswer, type TimelineEntry } from '#shared/domain/complaint/entry.ts';

/**
 * What colleagues of the agency have answered after this revision, the oldest first: what the officer had not
 * seen when writing.
 */
export function answersSince(
  complaint: Pick<Complaint, 'timeline'>,
  trunkRevision: number,
  officerId: string,
): readonly TimelineEntry[] {
  return complaint.timeline.filter(
    (entry) => isAnswer(entry) && entry.revision > trunkRevision && entry.author.officerId !== officerId,
  );
}

/**
 * The officer's texts that were refused only because this one was: they go along when it is sent after all.
 */
export function fallenWith(items: readonly OutboxItem[], id: string): readonly OutboxItem[] {
  const next = items.filter((item) => item.after === id && item.delivery.code === 'after_refused');
  return next.flatMap((item) => [item, ...fallenWith(items, item.id)]);
}
