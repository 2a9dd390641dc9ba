import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import type { DraftView } from '../../../core/drafts/drafts.ts';
import { useServices } from '../../../core/services/services.tsx';
import { useWords } from '../../../words/reference.tsx';
import { type Choice, ConflictPanel } from './ConflictPanel.tsx';
import { answersSince } from './since.ts';

/** A text that was about to be sent: a colleague has answered since the officer began to write. */
export function DraftConflict({
  complaint,
  officerId,
  draftId,
  draft,
  busy,
  onSend,
  onEdit,
  onDiscard,
}: Pick<Choice, 'busy' | 'onSend' | 'onEdit' | 'onDiscard'> & {
  readonly complaint: Complaint;
  readonly officerId: string;
  readonly draftId: string;
  readonly draft: DraftView;
}) {
  const { backend, queries } = useServices();
  const { t } = useWords();
  const [problem, setProblem] = useState<string | null>(null);
  const stored = useQuery(queries.case.get.queryOptions({ input: { id: complaint.id } })).data?.drafts.find(
    ({ id }) => id === draftId,
  );
  const unread = answersSince(complaint, stored?.trunkRevision ?? 0, officerId);
  // Between "read" and "sent" they are read already, and stay on the screen.
  const last = useRef(unread);
  if (unread.length > 0) last.current = unread;
  const answers = last.current;

  /** What stands on the left has been read, and nothing that came after it. */
  const rebased = async (then: () => void) => {
    setProblem(null);
    const read = answers.at(-1)?.revision;
    const answer =
      read === undefined
        ? { ok: true }
        : await backend.draft.rebase({ id: draftId, trunkRevision: read }).catch(() => ({ ok: false }));
    if (answer.ok) then();
    else setProblem(t('attention.not_done'));
  };
  return (
    <ConflictPanel
      focused
      answers={answers}
      own={{ text: draft.text, attachments: draft.attachments, at: null }}
      busy={busy}
      problem={problem}
      onSend={() => void rebased(onSend)}
      onEdit={() => void rebased(onEdit)}
      onDiscard={onDiscard}
    />
  );
}
