import { type KeyboardEvent, useId, useState } from 'react';
import type { AnswerCheck } from '#shared/domain/answers/answer-checks.ts';
import { filled, variableValues } from '#shared/domain/answers/templates.ts';
import { needsWords } from '#shared/domain/commands/command.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { clocksOrNone, nearestDue } from '#shared/domain/deadlines/clocks.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import { type DraftKind, isEmpty } from '../../../core/drafts/drafts.ts';
import { useServices } from '../../../core/services/services.tsx';
import { announce } from '../../../core/state/announcement.ts';
import { composerRequests } from '../../../core/state/requests.ts';
import { obstacleOf } from '../../../widgets/draft-editor/availability.ts';
import { sends } from '../../../widgets/draft-editor/field-keys.ts';
import { checkWords, useChecks } from '../../../widgets/draft-editor/use-checks.ts';
import { type DraftEditor, useDraftEditor } from '../../../widgets/draft-editor/use-draft-editor.ts';
import { useReference, useWords } from '../../../words/reference.tsx';
import { TABS } from './kinds.ts';

export type ComposerState = ReturnType<typeof useComposer>;

/** What is written on a complaint, and what can be done with it. `ours`: it is in the agency's queue. */
export function useComposer(complaint: Complaint, ours: boolean) {
  const { drafts } = useServices();
  const { basis, officer, today } = useReference();
  const [kind, setKind] = useState<DraftKind>(
    () => drafts.lastKind(complaint.id) ?? firstKind(complaint, officer),
  );
  const unlocked = useDraftEditor({ complaintId: complaint.id, kind });
  const { draft, files } = unlocked;
  const obstacle = ours ? obstacleOf(kind, complaint, officer, draft.choices) : 'not_ours';
  const locked = unlocked.locked || obstacle !== null;
  const editor = { ...unlocked, locked };
  const checks = useChecks(kind, draft.text, complaint);
  const sending = useCheckedSending(editor, checks);
  const [previewing, setPreviewing] = useState(false);
  const [answersOpen, setAnswersOpen] = useState(false);

  /** Shows another kind or another draft. */
  const turn = (to: () => void) => {
    editor.setProblem(null);
    editor.setListing(false);
    to();
  };
  composerRequests.useAnswer(complaint.id, ({ kind: asked, act, typed = '' }) => {
    if (asked !== null && asked !== kind) {
      // The field of the asked kind takes the focus with the next render, before anything else is typed.
      turn(() => setKind(asked));
      return 'later';
    }
    editor.setProblem(null);
    if (typed !== '' && !locked && editor.field.current !== null) editor.change({ text: draft.text + typed });
    if (act === 'throw_away') void editor.throwAway();
    if (act === 'begin') drafts.begin(editor.key);
    if (act === 'pick' && !locked) editor.picker.current?.click();
    if (typeof act !== 'string' && !locked) files.add(act);
    if (act === 'preview') setPreviewing(!previewing);
    if (act === 'answered') setAnswersOpen(true);
    // The list of templates takes the focus itself.
    if (act === 'template' && !locked) editor.setListing(true);
    else if (act === 'write' && typed === '') editor.focusPlace();
    else editor.focusEnd();
    return 'answered';
  });
  const trySending = () => void (locked || sending.send());
  return {
    complaint,
    officer,
    kind,
    /** Of the element that says who will read the text. */
    audienceId: useId(),
    editor,
    obstacle,
    /** There is something in it: it stays on the screen even where it cannot be sent. */
    begun: !isEmpty(draft) || files.incoming.length > 0,
    checks,
    isSuperseded: sending.isSuperseded && obstacle === null,
    endConflict: sending.endConflict,
    previewing,
    setPreviewing,
    answersOpen,
    setAnswersOpen,
    showKind: (next: DraftKind) => turn(() => setKind(next)),
    showDraft: (next: string) => turn(() => drafts.select(next)),
    /** A template or an old answer with what this complaint and this day say. */
    fill: (text: string) => {
      const dueDay = nearestDue(clocksOrNone(complaint, basis))?.dueDay ?? null;
      return filled(text, variableValues(complaint, officer, today, dueDay));
    },
    trySending,
    onKeyDown: (event: KeyboardEvent) => {
      const isControl = event.ctrlKey || event.metaKey;
      const letter = event.key.toLowerCase();
      if (sends(event)) trySending();
      else if (isControl && event.shiftKey && letter === 'p') setPreviewing(!previewing);
      else if (isControl && !event.shiftKey && letter === 'j') setAnswersOpen(!answersOpen);
      else return;
      event.preventDefault();
    },
  };
}

/** The first kind that this officer can write here. */
function firstKind(complaint: Complaint, officer: Officer): DraftKind {
  return TABS.find((kind) => obstacleOf(kind, complaint, officer) === null) ?? 'follow_up';
}

/** Sends a draft when nothing speaks against it; else says what does, and selects what is to be changed. */
function useCheckedSending(editor: DraftEditor, checks: readonly AnswerCheck[]) {
  const { t } = useWords();
  const { id, draft, findings, setProblem } = editor;
  /** The draft that a colleague's answer has overtaken; the officer decides what becomes of it. */
  const [superseded, setSuperseded] = useState<string | null>(null);
  /** The text that the officer wants to send with the personal data in it. */
  const [confirmed, setConfirmed] = useState<string | null>(null);
  const objection = (): string | null => {
    if (draft.text.trim() === '' && needsWords(editor.key.kind)) {
      editor.field.current?.focus();
      return t(draft.attachments.length > 0 ? 'files.needs_text' : 'refusal.empty_text');
    }
    const forbidden = checks.find(({ check }) => check !== 'no_next_step');
    if (forbidden !== undefined) {
      const [gap] = forbidden.check === 'unfilled' ? forbidden.gaps : [];
      if (gap === undefined) editor.field.current?.focus();
      else editor.focusAt(gap.from, gap.to);
      return t('checks.first', { why: checkWords(forbidden, t) });
    }
    if (findings.length === 0 || confirmed === draft.text) return null;
    setConfirmed(draft.text);
    return t('pii.confirm');
  };
  const send = async () => {
    if (!editor.maySend()) return;
    const problem = objection();
    if (problem !== null) return setProblem(problem);
    const result = await editor.send();
    setSuperseded(result.outcome === 'refused' && result.code === 'superseded' ? id : null);
    if (result.outcome === 'kept') announce(t('compose.said_kept'));
  };
  return { send, isSuperseded: superseded === id, endConflict: () => setSuperseded(null) };
}
