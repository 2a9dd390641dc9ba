import { useState } from 'react';
import type { OutboxItem } from '#shared/contract/window/outbox.ts';
import { backToDraft } from '../../core/drafts/restore.ts';
import { useServices } from '../../core/services/services.tsx';
import { announce } from '../../core/state/announcement.ts';
import { write } from '../../core/state/requests.ts';
import { hold } from '../../core/state/undo.ts';
import { failureWords } from '../../words/problem-words.ts';
import { useWords } from '../../words/reference.tsx';
import { UNDO_MS } from '../undo/use-throw-away.ts';

/** What the officer can do with a refused text. `problem`: why the last step was not done. */
export function useRefused({ id, complaintId, kind }: OutboxItem) {
  const { backend, drafts } = useServices();
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  /** `step` answers what went wrong, or null. */
  const doing = async (step: () => Promise<string | null>) => {
    setBusy(true);
    setProblem(null);
    setProblem(await step().catch((error) => failureWords(error, t)));
    setBusy(false);
  };
  return {
    busy,
    problem,
    doing,
    /** Makes it a draft again, with the cursor in it. */
    reopen: () =>
      doing(async () => {
        const back = await backToDraft(backend, drafts, 'reopen', id);
        if (back.outcome !== 'done') return t('attention.not_done');
        announce(t('outbox.reopened'));
        if (back.kind !== null && complaintId !== null) write(complaintId, back.kind);
        return null;
      }),
    /** Throws it away, with the time to take that back. */
    discard: () =>
      doing(async () => {
        const { ok } = await backend.command.discard({ id });
        if (!ok) return t('attention.not_done');
        hold({ what: 'refused', id, complaintId, kind, until: Date.now() + UNDO_MS });
        announce(t('attention.said_discarded'));
        return null;
      }),
  };
}
