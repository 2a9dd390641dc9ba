import { useState } from 'react';
import { v7 } from 'uuid';
import type { SubmitAnswer } from '#shared/contract/window/commands.ts';
import { type CommandBody, isSilent } from '#shared/domain/commands/command.ts';
import { useServices } from '../../core/services/services.tsx';
import { announce } from '../../core/state/announcement.ts';
import { hold } from '../../core/state/undo.ts';
import type { Translate } from '../../words/i18n.ts';
import { failureWords } from '../../words/problem-words.ts';
import { useWords } from '../../words/reference.tsx';

/**
 * Sends a command that needs no words, and offers to take it back. `complaintId` null: it is about the
 * office's templates. `problem`: why it was not sent, in a sentence.
 */
export function useAct(complaintId: string | null) {
  const { backend } = useServices();
  const { t } = useWords();
  const [problem, setProblem] = useState<string | null>(null);
  const act = (body: CommandBody) => {
    setProblem(null);
    void backend.command
      .submit({ complaintId, body, id: v7() })
      .then((answer) => acknowledge(answer, complaintId, body.kind, t))
      .catch((error) => failureWords(error, t))
      .then(setProblem);
  };
  return { act, problem, setProblem };
}

/** Says that a command is kept, with the time to take it back. Answers why it was refused, or null. */
export function acknowledge(
  answer: SubmitAnswer,
  complaintId: string | null,
  kind: CommandBody['kind'],
  t: Translate,
): string | null {
  if (!answer.ok) return t(`refusal.${answer.code}`);
  announce(t('compose.said_kept'));
  if (answer.heldUntil !== null && !isSilent(kind)) {
    hold({ what: 'command', id: answer.id, complaintId, kind, until: Date.parse(answer.heldUntil) });
  }
  return null;
}
