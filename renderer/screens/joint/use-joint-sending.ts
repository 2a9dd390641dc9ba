import { useState } from 'react';
import type { Gap } from '#shared/domain/answers/templates.ts';
import { useServices } from '../../core/services/services.tsx';
import { announce } from '../../core/state/announcement.ts';
import { pickOnly, useSelection } from '../../core/state/selection.ts';
import { hold } from '../../core/state/undo.ts';
import { useWords } from '../../words/reference.tsx';
import { numberOf } from '../../words/text.ts';
import { forbidding, readingWords } from './readings.ts';
import { type JointText, sendJoint } from './send-joint.ts';

/** Sends an answer to several complaints, and says in a sentence why it was not sent. */
export function useJointSending({
  onWrong,
  onDone,
}: {
  /** One of the complaints needs the officer's eye; `gaps`: what is not filled there. */
  readonly onWrong: (wrong: { readonly id: string; readonly gaps: readonly Gap[] }) => void;
  readonly onDone: () => void;
}) {
  const { backend, drafts } = useServices();
  const { t } = useWords();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  /** The text that the officer wants to send with the personal data in it. */
  const [confirmed, setConfirmed] = useState<string | null>(null);

  const send = async (id: string, what: JointText): Promise<void> => {
    if (sending) return;
    if (what.complaints.length === 0) return setProblem(t('joint.none'));
    if (what.text.trim() === '') return setProblem(t('refusal.empty_text'));
    setSending(true);
    setProblem(null);
    try {
      const result = await sendJoint(backend, drafts, id, what, confirmed === what.text);
      switch (result.outcome) {
        case 'to_mend': {
          const { reading } = result;
          const wrong = forbidding(reading.checks);
          onWrong({ id: reading.id, gaps: wrong?.check === 'unfilled' ? wrong.gaps : [] });
          const words = { id: numberOf(reading.trackingId, t), why: readingWords(reading, t) };
          return setProblem(t('joint.first', words));
        }
        case 'to_confirm': {
          const { reading } = result;
          setConfirmed(what.text);
          onWrong({ id: reading.id, gaps: [] });
          const words = { id: numberOf(reading.trackingId, t), why: readingWords(reading, t) };
          return setProblem(t('joint.confirm', words));
        }
        case 'not_kept':
          return setProblem(t(`compose.not_kept.${result.code}`));
        case 'not_recorded':
          return setProblem(t('compose.unknown_outcome'));
        case 'nobody':
        case 'changed':
        case 'gone':
          return setProblem(t(`joint.${result.outcome}`));
        case 'kept': {
          const { picked } = useSelection.getState();
          const { ids, complaintId, heldUntil: until } = result;
          announce(until === null ? t('compose.said_kept') : t('joint.said_kept', { count: ids.length }));
          const [first] = ids;
          if (first !== undefined && until !== null)
            hold({ what: 'many', id: first, ids, draftId: id, complaintId, kind: what.as, name: '', until });
          // More than go together stay picked.
          pickOnly(picked.filter((one) => !what.complaints.some((complaint) => complaint.id === one)));
          onDone();
        }
      }
    } finally {
      setSending(false);
    }
  };
  return { sending, problem, setProblem, send };
}
