import type { OutboxItem } from '#shared/contract/window/outbox.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { useServices } from '../../../core/services/services.tsx';
import { useRefused } from '../../../widgets/text-card/use-refused.ts';
import { acknowledge } from '../../../widgets/undo/use-act.ts';
import { useReference, useWords } from '../../../words/reference.tsx';
import { ConflictPanel } from './ConflictPanel.tsx';
import { answersSince, fallenWith } from './since.ts';

/** A follow-up that the central service refused because a colleague had answered meanwhile. */
export function SentConflict({
  item,
  items,
  complaint,
}: {
  readonly item: OutboxItem;
  /** Everything refused on this complaint. */
  readonly items: readonly OutboxItem[];
  readonly complaint: Complaint;
}) {
  const { backend } = useServices();
  const { officer } = useReference();
  const { t } = useWords();
  const { busy, problem, doing, reopen, discard } = useRefused(item);
  const answers = answersSince(complaint, item.trunkRevision, officer.id);

  const send = async (): Promise<string | null> => {
    // What stands on the left has been read, and nothing that came after it.
    const trunkRevision = answers.at(-1)?.revision ?? item.trunkRevision;
    const answer = await backend.command.resend({ id: item.id, trunkRevision });
    return acknowledge(answer, item.complaintId, item.kind, t);
  };
  return (
    <ConflictPanel
      answers={answers}
      own={{ text: item.text, attachments: item.attachments, at: item.composedAt }}
      goingAlong={fallenWith(items, item.id).length}
      busy={busy}
      problem={problem}
      onSend={() => void doing(send)}
      onEdit={() => void reopen()}
      onDiscard={() => void discard()}
    />
  );
}
