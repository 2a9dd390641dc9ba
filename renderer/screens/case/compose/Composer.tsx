import { Eye, FileText, Paperclip } from 'lucide-react';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { flushSync } from 'react-dom';
import { needsWords } from '#shared/domain/commands/command.ts';
import { isProposed } from '#shared/domain/commands/proposing.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import { findPii } from '#shared/domain/pii/pii.ts';
import { withMention } from '../../../core/drafts/choices.ts';
import { type DraftKind, isEmpty } from '../../../core/drafts/drafts.ts';
import { useServices } from '../../../core/services/services.tsx';
import { useDraft, useShelf } from '../../../core/services/use-drafts.ts';
import { askComposer, composerRequests } from '../../../core/state/requests.ts';
import { select } from '../../../core/state/selection.ts';
import { Button } from '../../../kit/Button.tsx';
import { cx } from '../../../kit/cx.ts';
import { Kbd } from '../../../kit/Kbd.tsx';
import { charactersLeft, obstacleOf, obstacleWords } from '../../../widgets/draft-editor/availability.ts';
import { CitizenPreview } from '../../../widgets/draft-editor/CitizenPreview.tsx';
import { FieldTemplates } from '../../../widgets/draft-editor/FieldTemplates.tsx';
import { PiiGuard } from '../../../widgets/draft-editor/PiiGuard.tsx';
import { SaveLine } from '../../../widgets/draft-editor/SaveLine.tsx';
import { checkWords, isRead, useChecks } from '../../../widgets/draft-editor/use-checks.ts';
import { useInsert } from '../../../widgets/draft-editor/use-insert.ts';
import { ComposerFiles } from '../../../widgets/files/ComposerFiles.tsx';
import { FilePicker } from '../../../widgets/files/FilePicker.tsx';
import { useAttaching } from '../../../widgets/files/use-attaching.ts';
import { useThrowAway } from '../../../widgets/undo/use-throw-away.ts';
import { bytesWords } from '../../../words/bytes.ts';
import { useWords } from '../../../words/reference.tsx';
import { DraftConflict } from '../conflict/DraftConflict.tsx';
import { ChoiceFields } from './ChoiceFields.tsx';
import styles from './Composer.module.css';
import { DraftTabs, DraftTools } from './DraftTabs.tsx';
import { KINDS, KindTabs } from './KindTabs.tsx';
import { PastAnswers } from './PastAnswers.tsx';
import { PromiseLine } from './PromiseLine.tsx';
import { TextField } from './TextField.tsx';
import { useSending } from './use-sending.ts';
import { useVariables } from './use-variables.ts';

const SEND_WORDS = {
  follow_up: 'compose.send',
  ask_reporter: 'compose.send',
  finish: 'compose.finish_send',
  internal_note: 'compose.keep',
  forward: 'command.forward.tab',
  return: 'compose.give_back',
  postpone: 'command.postpone.tab',
  propose_archive: 'command.propose_archive.tab',
  approve: 'compose.approve_send',
  send_back: 'command.send_back.tab',
  record: 'intake.send',
} as const;

/** Where an officer writes: drafts with their files, saved while they are written, sent with one key. */
export function Composer({
  complaint,
  ours,
  officer,
}: {
  readonly complaint: Complaint;
  /** False: it has left the agency's queue. */
  readonly ours: boolean;
  readonly officer: Officer;
}) {
  const { drafts } = useServices();
  const { t, language } = useWords();
  const [kind, setKind] = useState<DraftKind>(() => firstKind(complaint, officer, drafts));
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const ids = { problem: useId(), audience: useId() };

  const key = { complaintId: complaint.id, kind };
  const shelf = useShelf(complaint.id, kind);
  const id = shelf.current;
  const draft = useDraft(id);
  const files = useAttaching(id, key);
  const throwAway = useThrowAway();
  const { sending, problem, setProblem, superseded, setSuperseded, send } = useSending(officer);
  const obstacle = ours ? obstacleOf(kind, complaint, officer, draft.choices) : 'not_ours';
  const left = charactersLeft(draft.text);
  const findings = useMemo(() => (isRead(kind) ? findPii(draft.text) : []), [kind, draft.text]);
  /** The text that the officer wants to send with the personal data in it. */
  const [confirmed, setConfirmed] = useState<string | null>(null);
  const checks = useChecks(kind, draft.text, complaint);
  const [listing, setListing] = useState(false);
  const [previewing, setPreviewing] = useState(false);
  /** Whoever only leafs through complaints waits for no old answers. */
  const [writing, setWriting] = useState(false);
  const [answersOpen, setAnswersOpen] = useState(false);
  const begun = !isEmpty(draft) || files.incoming.length > 0;
  const locked = sending || obstacle !== null;

  const focusField = () => {
    const text = field.current;
    text?.focus();
    text?.setSelectionRange(text.value.length, text.value.length);
  };

  const write = (text: string) => {
    setProblem(null);
    drafts.typed(id, { text });
  };
  const insert = useInsert(field, write);
  const fill = useVariables(complaint, officer);

  composerRequests.useAnswer(complaint.id, ({ kind: asked, act }) => {
    setProblem(null);
    if (asked !== null && asked !== kind) {
      // The field of the asked kind takes the focus with the next render, before anything else is typed.
      setKind(asked);
      return 'later';
    }
    if (act === 'throw_away') void throwAway(id, key);
    if (act === 'begin') drafts.begin(key);
    if (act === 'pick' && !locked) picker.current?.click();
    if (typeof act !== 'string' && !locked) files.add(act);
    if (act === 'preview') setPreviewing(!previewing);
    if (act === 'answered') setAnswersOpen(true);
    // The list of templates takes the focus itself.
    if (act === 'template' && !locked) setListing(true);
    else focusField();
    return 'answered';
  });

  const trySending = async () => {
    if (locked) return;
    if (files.busy) return setProblem(t('files.still_reading'));
    if (draft.text.trim() === '' && needsWords(kind)) {
      setProblem(t(draft.attachments.length > 0 ? 'files.needs_text' : 'refusal.empty_text'));
      field.current?.focus();
      return;
    }
    const forbidden = checks.find(({ check }) => check !== 'no_next_step');
    if (forbidden !== undefined) {
      setProblem(t('checks.first', { why: checkWords(forbidden, t) }));
      field.current?.focus();
      if (forbidden.check === 'unfilled') {
        const [gap] = forbidden.gaps;
        field.current?.setSelectionRange(gap.from, gap.to);
      }
      return;
    }
    if (findings.length > 0 && confirmed !== draft.text) {
      setConfirmed(draft.text);
      return setProblem(t('pii.confirm'));
    }
    await send(id, key);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey)) return;
    const isPreview = event.shiftKey && event.key.toLowerCase() === 'p';
    const isAnswered = !event.shiftKey && event.key.toLowerCase() === 'j';
    if (event.key !== 'Enter' && !isPreview && !isAnswered) return;
    event.preventDefault();
    if (isPreview) setPreviewing(!previewing);
    else if (isAnswered) setAnswersOpen(!answersOpen);
    else void trySending();
  };
  const show = (change: () => void) => {
    void drafts.flush(id);
    setProblem(null);
    setListing(false);
    change();
  };
  const total = draft.attachments.reduce((sum, { size }) => sum + size, 0);

  return (
    <section
      className={styles.composer}
      aria-label={t('compose.label')}
      data-part="composer"
      onKeyDown={onKeyDown}
    >
      <div className={styles.top}>
        <KindTabs complaintId={complaint.id} kind={kind} onChange={(next) => show(() => setKind(next))} />
        <span id={ids.audience} className="small muted">
          {isProposed(kind, officer)
            ? t('compose.proposed')
            : kind === 'follow_up' && complaint.confidential
              ? t('command.follow_up.seen_by_confidential')
              : t(`command.${kind}.seen_by`)}
        </span>
        <span className={styles.drafts}>
          <DraftTabs shelf={shelf} onSelect={(next) => show(() => drafts.select(next))} />
          {obstacle === null || begun ? <SaveLine draft={draft} /> : null}
        </span>
      </div>
      {obstacle !== null && !begun ? (
        <p className={styles.obstacle}>{obstacleWords(obstacle, kind, complaint, t)}</p>
      ) : superseded === id && obstacle === null ? (
        <DraftConflict
          complaint={complaint}
          officerId={officer.id}
          draftId={id}
          draft={draft}
          busy={sending}
          onSend={() => void trySending()}
          onEdit={() => {
            flushSync(() => setSuperseded(null));
            focusField();
          }}
          onDiscard={() => {
            setSuperseded(null);
            void throwAway(id, key);
          }}
        />
      ) : (
        <>
          {isRead(kind) ? <PromiseLine complaint={complaint} officer={officer} /> : null}
          <TextField
            key={kind}
            ref={field}
            kind={kind}
            text={draft.text}
            locked={locked}
            describedBy={`${ids.audience} ${ids.problem}`}
            onText={write}
            onTemplates={() => flushSync(() => setListing(true))}
            // Who writes on a complaint has chosen it, however they came to the field.
            onFocus={() => {
              select(complaint.id, true);
              setWriting(true);
            }}
            onBlur={() => void drafts.flush(id)}
          />
          {listing && !locked ? (
            <FieldTemplates
              field={field}
              text={draft.text}
              onText={write}
              onInsert={(piece) => insert(fill(piece))}
              onClose={() => setListing(false)}
            />
          ) : null}
          {previewing ? (
            <CitizenPreview
              kind={kind}
              text={draft.text}
              attachments={draft.attachments}
              complaint={complaint}
              officer={officer}
            />
          ) : null}
          {(writing || answersOpen) && isRead(kind) ? (
            <PastAnswers
              complaint={complaint}
              open={answersOpen}
              onToggle={setAnswersOpen}
              onChoose={({ text }) => {
                if (locked) return;
                setAnswersOpen(false);
                insert(fill(text));
              }}
              onClose={() => {
                setAnswersOpen(false);
                focusField();
              }}
            />
          ) : null}
          <PiiGuard
            text={draft.text}
            findings={findings}
            locked={locked}
            onMask={(text) => {
              setProblem(null);
              flushSync(() => drafts.typed(id, { text }));
              focusField();
            }}
          />
          <ComposerFiles
            attachments={draft.attachments}
            incoming={files.incoming}
            locked={locked}
            onChoose={(attachment, original) => void files.choose(attachment, original)}
            onRemove={(attachment) => void files.remove(attachment).then(focusField)}
            onDismiss={files.dismiss}
          />
          <div className={styles.tools}>
            <FilePicker ref={picker} testId="picker" onPick={files.add} />
            <Button disabled={locked} onPress={() => picker.current?.click()}>
              <Paperclip size={14} aria-hidden="true" />
              {draft.attachments.length === 0
                ? t('files.attach')
                : t('files.total', { count: draft.attachments.length, size: bytesWords(total, language) })}
              {draft.attachments.length === 0 ? null : (
                <span className="visually-hidden">, {t('files.attach')}</span>
              )}
              <Kbd>l</Kbd>
            </Button>
            <Button disabled={locked} onPress={() => flushSync(() => setListing(true))}>
              <FileText size={14} aria-hidden="true" />
              {t('templates.insert')}
            </Button>
            <ToggleButton isSelected={previewing} onChange={setPreviewing} className={cx(styles.toggle)}>
              <Eye size={14} aria-hidden="true" />
              {t('preview.toggle')}
            </ToggleButton>
            {begun ? (
              <DraftTools
                onBegin={() => askComposer(complaint.id, 'begin')}
                onThrowAway={() => askComposer(complaint.id, 'throw_away')}
              />
            ) : null}
            <ChoiceFields
              kind={kind}
              choices={draft.choices}
              officer={officer}
              locked={locked}
              onChange={(choices) => drafts.typed(id, { choices })}
              onMention={(name) => {
                flushSync(() => drafts.typed(id, { text: withMention(draft.text, name) }));
                focusField();
              }}
            />
            <span className={styles.space} />
            <span role="status" className={styles.checks}>
              {problem === null && !locked ? checks.map((found) => checkWords(found, t)).join(' ') : null}
            </span>
            <span id={ids.problem} className={styles.problem} role="alert">
              {obstacle === null ? problem : obstacleWords(obstacle, kind, complaint, t)}
            </span>
            {left === null ? null : (
              <span className={cx('small muted', left < 0 && styles.over)}>
                {left < 0 ? t('compose.over', { count: -left }) : t('compose.left', { count: left })}
              </span>
            )}
            <Button
              variant="primary"
              disabled={locked}
              describedBy={ids.problem}
              onPress={() => void trySending()}
            >
              {t(isProposed(kind, officer) ? 'compose.propose' : SEND_WORDS[kind])} <Kbd>Ctrl+Enter</Kbd>
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** The kind that was written last, else the first one that this officer can write here. */
function firstKind(
  complaint: Complaint,
  officer: Officer,
  drafts: ReturnType<typeof useServices>['drafts'],
): DraftKind {
  const last = drafts.lastKind(complaint.id);
  return last ?? KINDS.find((kind) => obstacleOf(kind, complaint, officer) === null) ?? 'follow_up';
}
