import { useState } from 'react';
import { bodyOfDraft } from '#shared/domain/commands/command.ts';
import { sentAs } from '#shared/domain/commands/proposing.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import type { DraftContent } from '../../../core/drafts/autosave.ts';
import { mentionedIn } from '../../../core/drafts/choices.ts';
import type { DraftKey } from '../../../core/drafts/drafts.ts';
import { sendDraft } from '../../../core/drafts/send.ts';
import { useServices } from '../../../core/services/services.tsx';
import { announce } from '../../../core/state/announcement.ts';
import { hold } from '../../../core/state/undo.ts';
import { useReference, useWords } from '../../../words/reference.tsx';

/** Sends drafts one at a time, and says in a sentence why one was not sent. */
export function useSending(officer: Officer): {
  readonly sending: boolean;
  readonly problem: string | null;
  readonly setProblem: (problem: string | null) => void;
  /** The draft that a colleague's answer has overtaken; the officer decides what becomes of it. */
  readonly superseded: string | null;
  readonly setSuperseded: (id: string | null) => void;
  readonly send: (id: string, key: DraftKey) => Promise<void>;
} {
  const { backend, drafts } = useServices();
  const { t } = useWords();
  const { colleagues } = useReference();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [superseded, setSuperseded] = useState<string | null>(null);
  const toBody = (kind: DraftKey['kind'], { text, choices }: DraftContent) => {
    const mentions = kind === 'internal_note' ? mentionedIn(text, colleagues) : undefined;
    return sentAs(bodyOfDraft(kind, text, { ...choices, mentions }), officer);
  };
  const send = async (id: string, key: DraftKey) => {
    setSending(true);
    setProblem(null);
    try {
      const result = await sendDraft(backend, drafts, id, key, toBody);
      const overtaken = result.outcome === 'refused' && result.code === 'superseded';
      setSuperseded(overtaken ? id : null);
      if (overtaken) return;
      if (result.outcome === 'refused') setProblem(t(`refusal.${result.code}`));
      else if (result.outcome === 'not_kept') setProblem(t(`compose.not_kept.${result.code}`));
      else if (result.outcome === 'not_recorded') setProblem(t('compose.unknown_outcome'));
      else {
        announce(t('compose.said_kept'));
        if (result.commandId !== null && result.heldUntil !== null)
          hold({ what: 'command', id: result.commandId, ...key, name: '', until: result.heldUntil });
      }
    } finally {
      setSending(false);
    }
  };
  return { sending, problem, setProblem, superseded, setSuperseded, send };
}
