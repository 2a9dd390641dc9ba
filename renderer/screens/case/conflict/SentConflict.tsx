import { useState } from 'react';
import type { OutboxItem } from '#shared/contract/window/outbox.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { useServices } from '../../../core/services/services.tsx';
import { useDiscard } from '../../../widgets/text-card/use-discard.ts';
import { useReopen } from '../../../widgets/text-card/use-reopen.ts';
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
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const reopen = useReopen();
  const discard = useDiscard();
  const answers = answersSince(complaint, item.trunkRevision, officer.id);

  const doing = (what: () => Promise<string | null>) => {
    setBusy(true);
    setProblem(null);
    void what()
      .catch(() => t('attention.not_done'))
      .then((said) => {
        setProblem(said);
        setBusy(false);
      });
  };
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
      onSend={() => doing(send)}
      onEdit={() => doing(() => reopen(item))}
      onDiscard={() => doing(() => discard(item))}
    />
  );
}
