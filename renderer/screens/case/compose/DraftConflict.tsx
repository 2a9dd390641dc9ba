import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useAnswerOf, useServices } from '../../../core/services/services.tsx';
import { useWords } from '../../../words/reference.tsx';
import { ConflictPanel } from '../conflict/ConflictPanel.tsx';
import { answersSince } from '../conflict/since.ts';
import type { ComposerState } from './use-composer.ts';

/** A text that was about to be sent: a colleague has answered since the officer began to write. */
export function DraftConflict({ composer }: { readonly composer: ComposerState }) {
  const { complaint, officer, editor, endConflict } = composer;
  const { id: draftId, draft } = editor;
  const { backend } = useServices();
  const { t } = useWords();
  const [problem, setProblem] = useState<string | null>(null);
  const stored = useAnswerOf((ask) => ask.case.get, { id: complaint.id })?.drafts.find(
    ({ id }) => id === draftId,
  );
  const unread = answersSince(complaint, stored?.trunkRevision ?? 0, officer.id);
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
      busy={editor.sending}
      problem={problem}
      onSend={() => void rebased(composer.trySending)}
      onEdit={() =>
        void rebased(() => {
          flushSync(endConflict);
          editor.focusEnd();
        })
      }
      onDiscard={() => {
        endConflict();
        void editor.throwAway();
      }}
    />
  );
}
