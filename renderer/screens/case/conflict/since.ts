import type { OutboxItem } from '#shared/contract/window/outbox.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { isAnswer, type TimelineEntry } from '#shared/domain/complaint/entry.ts';

/** What colleagues answered after this revision, the oldest first: the officer wrote without knowing it. */
export function answersSince(
  complaint: Pick<Complaint, 'timeline'>,
  trunkRevision: number,
  officerId: string,
): readonly TimelineEntry[] {
  return complaint.timeline.filter(
    (entry) => isAnswer(entry) && entry.revision > trunkRevision && entry.author.officerId !== officerId,
  );
}

/** The officer's texts that were refused only because this one was. They go along when it is sent again. */
export function fallenWith(items: readonly OutboxItem[], id: string): readonly OutboxItem[] {
  const next = items.filter((item) => item.after === id && item.delivery.code === 'after_refused');
  return next.flatMap((item) => [item, ...fallenWith(items, item.id)]);
}
