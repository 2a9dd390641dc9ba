import { useState } from 'react';
import { useServices } from '../../core/services/services.tsx';
import { announce } from '../../core/state/announcement.ts';
import { pickOnly, useSelection } from '../../core/state/selection.ts';
import { hold } from '../../core/state/undo.ts';
import { type DraftEditor, notSentWords } from '../../widgets/draft-editor/use-draft-editor.ts';
import { useWords } from '../../words/reference.tsx';
import { numberOf } from '../../words/text.ts';
import { forbidding, type Reading, readingWords } from './readings.ts';
import { type JointText, sendJoint } from './send-joint.ts';

/** Sends an answer to several complaints, or says in a sentence why it was not sent. */
export function useJointSending(
  editor: DraftEditor,
  what: JointText,
  /** The officer must look at this complaint. */
  onWrong: (complaintId: string) => void,
  onDone: () => void,
): () => Promise<void> {
  const { backend, drafts } = useServices();
  const { t } = useWords();
  const { id, setProblem } = editor;
  /** The text that the officer wants to send with the personal data in it. */
  const [confirmed, setConfirmed] = useState<string | null>(null);

  /** Shows what one reporter would read, with the first variable selected that nothing fills there. */
  const point = (reading: Reading, why: 'joint.first' | 'joint.confirm') => {
    onWrong(reading.id);
    const wrong = forbidding(reading.checks);
    const name = wrong?.check === 'unfilled' ? wrong.gaps[0].name.toLowerCase() : null;
    const at = name === null ? -1 : what.text.toLowerCase().indexOf(`{${name}}`);
    if (name !== null && at >= 0) editor.focusAt(at, at + name.length + 2);
    else editor.field.current?.focus();
    setProblem(t(why, { id: numberOf(reading.trackingId, t), why: readingWords(reading, t) }));
  };
  const sendNow = async (): Promise<void> => {
    const result = await sendJoint(backend, drafts, id, what, confirmed === what.text);
    switch (result.outcome) {
      case 'to_mend':
        return point(result.reading, 'joint.first');
      case 'to_confirm':
        setConfirmed(what.text);
        return point(result.reading, 'joint.confirm');
      case 'not_kept':
      case 'not_recorded':
        return setProblem(notSentWords(result, t));
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
          hold({ what: 'many', id: first, ids, draftId: id, complaintId, kind: what.as, until });
        // Those that were too many for one answer stay picked.
        pickOnly(picked.filter((one) => !what.complaints.some((complaint) => complaint.id === one)));
        onDone();
      }
    }
  };
  return async () => {
    if (!editor.maySend()) return;
    if (what.complaints.length === 0) return setProblem(t('joint.none'));
    if (what.text.trim() === '') return setProblem(t('refusal.empty_text'));
    await editor.whileSending(sendNow);
  };
}
