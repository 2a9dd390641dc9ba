import { useState } from 'react';
import type { SimilarComplaint } from '#shared/contract/window/similar.ts';
import { newRecorded, problemOfRecorded, type RecordedProblem } from '#shared/domain/complaint/recorded.ts';
import type { DraftKey } from '../../core/drafts/drafts.ts';
import { useServices } from '../../core/services/services.tsx';
import { announce } from '../../core/state/announcement.ts';
import { openComplaint } from '../../core/state/navigation.ts';
import { write } from '../../core/state/requests.ts';
import type { DraftEditor } from '../../widgets/draft-editor/use-draft-editor.ts';
import { useClockWords } from '../../words/reference.tsx';
import type { Form } from './form.ts';

/** The form of a complaint that is recorded: it becomes a complaint, or a note on one that is known. */
export function useRecording(editor: DraftEditor) {
  const { drafts } = useServices();
  const { t, momentOf } = useClockWords();
  const { draft, key, setProblem } = editor;
  const [begunAt] = useState(() => new Date().toISOString());
  const [wrong, setWrong] = useState<RecordedProblem | 'text' | null>(null);
  const form: Form = { text: draft.text, complaint: draft.choices.report ?? newRecorded(begunAt) };

  /** Answers the field that keeps the form from being sent; null: there is none. */
  const send = async (): Promise<RecordedProblem | 'text' | null> => {
    setWrong(null);
    if (!editor.maySend()) return null;
    const field =
      form.text.trim() === '' ? 'text' : problemOfRecorded(form.complaint, new Date().toISOString());
    if (field !== null) {
      setWrong(field);
      setProblem(t(field === 'text' ? 'refusal.empty_text' : `intake.problem.${field}`));
      return field;
    }
    const result = await editor.send();
    if (result.outcome === 'kept') {
      openComplaint(key.complaintId);
      announce(t('intake.said_recorded'));
    }
    return null;
  };

  /** The complaint is known already: what was said becomes a note on it. */
  const same = (there: SimilarComplaint): void => {
    const { channel, source, receivedAt } = form.complaint;
    const time = momentOf(source.at === '' ? receivedAt : source.at);
    const said = t('intake.same_note', { channel: t(`intake.channel.${channel}`), time });
    const note: DraftKey = { complaintId: there.id, kind: 'internal_note' };
    drafts.begin(note);
    const origin = [source.author, source.link].filter((part) => part !== '').join(' ');
    drafts.typed(drafts.shelf(note).current, { text: [said, form.text.trim(), origin].join('\n').trim() });
    write(there.id, 'internal_note');
    // Files belong to their draft, and would be lost with it.
    if (draft.attachments.length > 0) announce(t('intake.same_files'));
    else void editor.throwAway();
  };
  return {
    form,
    begunAt,
    change: ({ text, complaint }: Form) => editor.change({ text, choices: { report: complaint } }),
    wrong: editor.problem === null ? null : wrong,
    send,
    same,
  };
}
