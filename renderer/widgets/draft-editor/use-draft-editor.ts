import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Gap } from '#shared/domain/answers/templates.ts';
import { bodyOfDraft } from '#shared/domain/commands/command.ts';
import { sentAs } from '#shared/domain/commands/proposing.ts';
import { findPii } from '#shared/domain/pii/pii.ts';
import type { DraftContent } from '../../core/drafts/autosave.ts';
import { mentionedIn } from '../../core/drafts/choices.ts';
import type { DraftKey } from '../../core/drafts/drafts.ts';
import { type NotSent, type SendOutcome, sendDraft } from '../../core/drafts/send.ts';
import { useDraft, useServices, useShelf } from '../../core/services/services.tsx';
import { hold } from '../../core/state/undo.ts';
import type { Translate } from '../../words/i18n.ts';
import { useReference, useWords } from '../../words/reference.tsx';
import { useThrowAway } from '../undo/use-throw-away.ts';
import { useAttaching } from './use-attaching.ts';
import { isRead } from './use-checks.ts';
import { useTextField } from './use-text-field.ts';

export type DraftEditor = ReturnType<typeof useDraftEditor>;

/**
 * A draft while it is written: its text and files, the field that it stands in, and the ways to change it, to
 * send it and to throw it away. What a screen asks for besides the text is its own. `skips`: variables that
 * stay in the text, because each complaint fills them for its own reporter.
 */
export function useDraftEditor(key: DraftKey, skips?: (gap: Gap) => boolean) {
  const { backend, drafts, carets } = useServices();
  const { t } = useWords();
  const { colleagues, officer } = useReference();
  const shelf = useShelf(key.complaintId, key.kind);
  const id = shelf.current;
  const draft = useDraft(id);
  const files = useAttaching(id, key);
  const throwAway = useThrowAway();
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const [listing, setListing] = useState(false);
  const findings = useMemo(() => (isRead(key.kind) ? findPii(draft.text) : []), [key.kind, draft.text]);
  // A draft that leaves the field is saved, whatever took its place.
  useEffect(() => () => void drafts.flush(id), [drafts, id]);

  const field = useTextField(draft.text, (text) => change({ text }), skips);
  const change = (part: Partial<DraftContent>) => {
    setProblem(null);
    drafts.typed(id, part);
  };
  const whileSending = async <T>(work: () => Promise<T>): Promise<T> => {
    setSending(true);
    setProblem(null);
    try {
      return await work();
    } finally {
      setSending(false);
    }
  };
  const toBody = ({ text, choices }: DraftContent) =>
    sentAs(bodyOfDraft(key.kind, text, { ...choices, mentions: mentionedIn(text, colleagues) }), officer);
  const sendNow = async (): Promise<SendOutcome> => {
    const result = await sendDraft(backend, drafts, id, key, toBody);
    setProblem(outcomeWords(result, t));
    if (result.outcome === 'kept' && result.commandId !== null && result.heldUntil !== null)
      hold({ what: 'command', id: result.commandId, ...key, until: result.heldUntil });
    return result;
  };
  return {
    key,
    id,
    shelf,
    draft,
    files,
    /** The hidden field in which the system offers its files. */
    picker: useRef<HTMLInputElement>(null),
    ...field,
    /** Where the officer wrote, or the end of the text. */
    focusPlace: () => {
      const { from, to } = carets.of(id) ?? { from: draft.text.length };
      field.focusAt(from, to);
    },
    /** The officer is in the field, or leaves it. */
    moveCaret: (at: HTMLTextAreaElement | null) =>
      carets.move(id, at === null ? null : { from: at.selectionStart, to: at.selectionEnd }),
    skips,
    findings,
    change,
    flush: () => void drafts.flush(id),
    throwAway: () => throwAway(id, key),
    listing,
    setListing,
    /** Why the draft was not sent, in a sentence; `problemId`: of the element that shows it. */
    problem,
    setProblem,
    problemId: useId(),
    sending,
    /** The officer cannot change it: it is being sent, or a screen says that it cannot be. */
    locked: sending,
    whileSending,
    /** False: it is on its way already, or a file is still being read, and the officer is told so. */
    maySend: (): boolean => {
      if (files.busy) setProblem(t('files.still_reading'));
      return !files.busy && !sending;
    },
    /** Sends the draft as a command that can be taken back for a while, or says why it was not sent. */
    send: () => whileSending(sendNow),
  };
}

/** Null where the officer sees it elsewhere: the draft was sent, or a colleague's answer stands beside it. */
function outcomeWords(result: SendOutcome, t: Translate): string | null {
  if (result.outcome === 'kept') return null;
  if (result.outcome !== 'refused') return notSentWords(result, t);
  return result.code === 'superseded' ? null : t(`refusal.${result.code}`);
}

export function notSentWords(result: NotSent, t: Translate): string {
  return result.outcome === 'not_kept' ? t(`compose.not_kept.${result.code}`) : t('compose.unknown_outcome');
}
