import { useState } from 'react';
import type { SimilarComplaint } from '#shared/contract/window/similar.ts';
import { bodyOfDraft } from '#shared/domain/commands/command.ts';
import { problemOfRecorded, type RecordedProblem } from '#shared/domain/complaint/recorded.ts';
import type { DraftKey } from '../../core/drafts/drafts.ts';
import { sendDraft } from '../../core/drafts/send.ts';
import { useServices } from '../../core/services/services.tsx';
import { announce } from '../../core/state/announcement.ts';
import { openComplaint } from '../../core/state/navigation.ts';
import { write } from '../../core/state/requests.ts';
import { hold } from '../../core/state/undo.ts';
import { useThrowAway } from '../../widgets/undo/use-throw-away.ts';
import { momentOf } from '../../words/format.ts';
import { useReference, useWords } from '../../words/reference.tsx';
import type { Form } from './form.ts';

/** Why a complaint was not recorded, and which field tells; null: none. */
export type Problem = { readonly field: RecordedProblem | 'text' | null; readonly text: string };

/** What becomes of a complaint that was written down: a complaint, or a note on one that is there already. */
export function useRecording(id: string, complaintId: string) {
  const { backend, drafts } = useServices();
  const { t, language } = useWords();
  const { today } = useReference();
  const throwAway = useThrowAway();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const key: DraftKey = { complaintId, kind: 'record' };

  const wrongIn = ({ text, report: complaint }: Form): Problem | null => {
    if (text.trim() === '') return { field: 'text', text: t('refusal.empty_text') };
    const field = problemOfRecorded(complaint, new Date().toISOString());
    return field === null ? null : { field, text: t(`intake.problem.${field}`) };
  };

  const send = async (form: Form): Promise<Problem | null> => {
    const wrong = wrongIn(form);
    setProblem(wrong);
    if (wrong !== null || busy) return wrong;
    setBusy(true);
    try {
      const result = await sendDraft(backend, drafts, id, key, (kind, { text, choices }) =>
        bodyOfDraft(kind, text, choices),
      );
      const failed = (text: string): Problem => {
        const said = { field: null, text };
        setProblem(said);
        return said;
      };
      if (result.outcome === 'refused') return failed(t(`refusal.${result.code}`));
      if (result.outcome === 'not_kept') return failed(t(`compose.not_kept.${result.code}`));
      if (result.outcome === 'not_recorded') return failed(t('compose.unknown_outcome'));
      openComplaint(complaintId);
      announce(t('intake.said_recorded'));
      if (result.commandId !== null && result.heldUntil !== null)
        hold({ what: 'command', id: result.commandId, ...key, name: '', until: result.heldUntil });
      return null;
    } finally {
      setBusy(false);
    }
  };

  /** Nothing new: what was said goes as a note to the complaint that is there. */
  const same = ({ text, report: complaint }: Form, there: SimilarComplaint, hasFiles: boolean): void => {
    const { channel, source, receivedAt } = complaint;
    const time = momentOf(source.at === '' ? receivedAt : source.at, today, language);
    const said = t('intake.same_note', { channel: t(`intake.channel.${channel}`), time });
    const note: DraftKey = { complaintId: there.id, kind: 'internal_note' };
    drafts.begin(note);
    const origin = [source.author, source.link].filter((part) => part !== '').join(' ');
    drafts.typed(drafts.shelf(note).current, { text: [said, text.trim(), origin].join('\n').trim() });
    write(there.id, 'internal_note');
    // Files belong to their draft, and would be lost with it.
    if (hasFiles) announce(t('intake.same_files'));
    else void throwAway(id, key);
  };
  return { key, busy, problem, setProblem, send, same, throwAway: () => throwAway(id, key) };
}
