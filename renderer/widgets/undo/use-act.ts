import { useState } from 'react';
import type { CommandBody } from '#shared/domain/commands/command.ts';
import { useServices } from '../../core/services/services.tsx';
import { announce } from '../../core/state/announcement.ts';
import { hold } from '../../core/state/undo.ts';
import { storageProblemOf } from '../../core/transport/storage-problem.ts';
import { useWords } from '../../words/reference.tsx';

/**
 * Sends a command that needs no words, and offers to take it back. `complaintId` null: it is about the
 * office's templates. `problem`: why it was not sent, in a sentence.
 */
export function useAct(complaintId: string | null): {
  readonly act: (body: CommandBody) => void;
  readonly problem: string | null;
  readonly setProblem: (problem: string | null) => void;
} {
  const { backend } = useServices();
  const { t } = useWords();
  const [problem, setProblem] = useState<string | null>(null);
  /** Answers what went wrong, or null. */
  const submit = async (body: CommandBody): Promise<string | null> => {
    try {
      const answer = await backend.command.submit({ complaintId, body });
      if (!answer.ok) return t(`refusal.${answer.code}`);
      announce(t('compose.said_kept'));
      if (answer.heldUntil !== null) {
        const until = Date.parse(answer.heldUntil);
        hold({ what: 'command', id: answer.id, complaintId, kind: body.kind, name: '', until });
      }
      return null;
    } catch (error) {
      const code = storageProblemOf(error);
      return code === null ? t('attention.not_done') : t(`compose.not_kept.${code}`);
    }
  };
  const act = (body: CommandBody) => {
    setProblem(null);
    void submit(body).then(setProblem);
  };
  return { act, problem, setProblem };
}
