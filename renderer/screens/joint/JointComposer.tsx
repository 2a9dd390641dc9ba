import { FileText, Paperclip, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { isVariable, VARIABLES } from '#shared/domain/answers/templates.ts';
import { isProposed } from '#shared/domain/commands/proposing.ts';
import { PROPOSAL_KINDS } from '#shared/domain/complaint/entry-detail.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import { findPii } from '#shared/domain/pii/pii.ts';
import type { DraftKey } from '../../core/drafts/drafts.ts';
import { useServices } from '../../core/services/services.tsx';
import { pick } from '../../core/state/selection.ts';
import { Button } from '../../kit/Button.tsx';
import { ChoiceGroup } from '../../kit/ChoiceGroup.tsx';
import { Kbd } from '../../kit/Kbd.tsx';
import { useActiveOption } from '../../kit/use-active-option.ts';
import { FieldTemplates } from '../../widgets/draft-editor/FieldTemplates.tsx';
import { goesToGap, opensTemplates } from '../../widgets/draft-editor/field-keys.ts';
import { PiiGuard } from '../../widgets/draft-editor/PiiGuard.tsx';
import { SaveLine } from '../../widgets/draft-editor/SaveLine.tsx';
import { checkWords } from '../../widgets/draft-editor/use-checks.ts';
import { useInsert } from '../../widgets/draft-editor/use-insert.ts';
import { ComposerFiles } from '../../widgets/files/ComposerFiles.tsx';
import { FilePicker } from '../../widgets/files/FilePicker.tsx';
import { useAttaching } from '../../widgets/files/use-attaching.ts';
import { useThrowAway } from '../../widgets/undo/use-throw-away.ts';
import { useWords } from '../../words/reference.tsx';
import styles from './JointComposer.module.css';
import { Readings } from './Readings.tsx';
import { useJointDraft } from './use-joint-draft.ts';
import { useJointSending } from './use-joint-sending.ts';

/** Written once: on the left the text with its variables, on the right how each reporter will read it. */
export function JointComposer({
  complaintId,
  officer,
  onClose,
}: {
  readonly complaintId: string;
  readonly officer: Officer;
  readonly onClose: () => void;
}) {
  const { drafts } = useServices();
  const { t } = useWords();
  const key: DraftKey = { complaintId, kind: 'follow_up' };
  const { id, draft, begun, as, setAs, what, readings } = useJointDraft(complaintId);
  const { list, current, setActive, move } = useActiveOption(readings.length);
  const files = useAttaching(id, key);
  const throwAway = useThrowAway();
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const ids = { audience: useId(), problem: useId() };
  const [listing, setListing] = useState(false);
  const findings = useMemo(() => findPii(draft.text), [draft.text]);
  const proposed = isProposed(as, officer);

  const focusField = () => {
    const text = field.current;
    text?.focus();
    text?.setSelectionRange(text.value.length, text.value.length);
  };
  useLayoutEffect(focusField, []);

  const { sending, problem, setProblem, send } = useJointSending({
    onWrong: (wrong) => {
      setActive(
        Math.max(
          0,
          readings.findIndex(({ id: of }) => of === wrong.id),
        ),
      );
      field.current?.focus();
      const [gap] = wrong.gaps;
      const at = gap === undefined ? -1 : draft.text.toLowerCase().indexOf(`{${gap.name.toLowerCase()}}`);
      if (gap !== undefined && at >= 0) field.current?.setSelectionRange(at, at + gap.name.length + 2);
    },
    onDone: onClose,
  });
  const write = (text: string) => {
    setProblem(null);
    drafts.typed(id, { text });
  };
  const insert = useInsert(field, write, isVariable);
  const insertVariable = (name: string) => {
    const text = field.current;
    if (text === null) return;
    const { value, selectionStart: from, selectionEnd: to } = text;
    flushSync(() => write(`${value.slice(0, from)}{${name}}${value.slice(to)}`));
    text.focus();
    text.setSelectionRange(from + name.length + 2, from + name.length + 2);
  };
  const trySending = () => {
    if (files.busy) return setProblem(t('files.still_reading'));
    void send(id, what);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) trySending();
    else if (!event.altKey || !move(event.key)) return;
    event.preventDefault();
  };

  const going = readings.filter((reading) => reading.code === null);
  const vague = going.flatMap(({ checks }) => checks).find(({ check }) => check === 'no_next_step');
  return (
    <section className={styles.joint} aria-label={t('joint.title')} onKeyDown={onKeyDown}>
      <div className={styles.writing}>
        <div className="cluster">
          <ChoiceGroup
            label={t('joint.as')}
            field="joint-as"
            choices={PROPOSAL_KINDS.map((kind) => ({ id: kind, words: t(`command.${kind}.tab`) }))}
            value={as}
            locked={sending}
            onChoose={setAs}
          />
          <span id={ids.audience} className="small muted">
            {t(proposed ? 'compose.proposed' : `command.${as}.seen_by`)}
          </span>
          <span className={styles.space} />
          <SaveLine draft={draft} />
        </div>
        <textarea
          ref={field}
          className={styles.field}
          aria-label={t('joint.text_label')}
          aria-describedby={`${ids.audience} ${ids.problem}`}
          placeholder={t('joint.placeholder')}
          value={draft.text}
          readOnly={sending}
          onChange={(event) => write(event.target.value)}
          onKeyDown={(event) => {
            if (opensTemplates(event)) flushSync(() => setListing(true));
            else if (!goesToGap(event, isVariable)) return;
            event.preventDefault();
          }}
          onBlur={() => void drafts.flush(id)}
        />
        {listing ? (
          <FieldTemplates
            field={field}
            text={draft.text}
            onText={write}
            onInsert={insert}
            onClose={() => setListing(false)}
          />
        ) : null}
        <PiiGuard
          text={draft.text}
          findings={findings}
          locked={sending}
          onMask={(text) => {
            flushSync(() => write(text));
            focusField();
          }}
        />
        <ComposerFiles
          attachments={draft.attachments}
          incoming={files.incoming}
          locked={sending}
          onChoose={(attachment, original) => void files.choose(attachment, original)}
          onRemove={(attachment) => void files.remove(attachment).then(focusField)}
          onDismiss={files.dismiss}
        />
        <div className="cluster">
          <FilePicker ref={picker} onPick={files.add} />
          <Button disabled={sending} onPress={() => picker.current?.click()}>
            <Paperclip size={14} aria-hidden="true" /> {t('files.attach')}
          </Button>
          <Button disabled={sending} onPress={() => flushSync(() => setListing(true))}>
            <FileText size={14} aria-hidden="true" /> {t('templates.insert')}
          </Button>
          <select
            className={styles.variable}
            aria-label={t('joint.variable')}
            value=""
            disabled={sending}
            onChange={({ target: { value } }) => insertVariable(value)}
          >
            <option value="">{t('joint.variable')}</option>
            {VARIABLES.map((name) => (
              <option key={name} value={name}>{`{${name}}`}</option>
            ))}
          </select>
          {begun ? (
            <Button disabled={sending} onPress={() => void throwAway(id, key).then(onClose)}>
              <Trash2 size={14} aria-hidden="true" /> {t('compose.throw_away')}
            </Button>
          ) : null}
        </div>
      </div>
      <Readings
        readings={readings}
        none={what.complaints.length === 0}
        as={as}
        attachments={draft.attachments}
        officer={officer}
        list={list}
        current={current}
        onCurrent={setActive}
        onMove={move}
        onRelease={pick}
      />
      <div className={styles.foot}>
        <span id={ids.problem} className="problem small" role="alert">
          {problem}
        </span>
        <span className="small muted" role="status">
          {problem === null && vague !== undefined ? checkWords(vague, t) : null}
        </span>
        <Button variant="primary" disabled={sending} describedBy={ids.problem} onPress={trySending}>
          {t(proposed ? 'joint.propose' : as === 'finish' ? 'joint.finish' : 'joint.send', {
            count: going.length,
          })}{' '}
          <Kbd>Ctrl+Enter</Kbd>
        </Button>
      </div>
    </section>
  );
}
