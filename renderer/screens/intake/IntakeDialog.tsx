import { useQuery } from '@tanstack/react-query';
import { Paperclip, Plus, Trash2 } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { mayDo } from '#shared/domain/commands/registry.ts';
import { MAX_TEXT_LENGTH } from '#shared/domain/commands/spec/spec.ts';
import { newRecorded } from '#shared/domain/complaint/recorded.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import { isEmpty } from '../../core/drafts/drafts.ts';
import { useServices } from '../../core/services/services.tsx';
import { useDraft, useShelf } from '../../core/services/use-drafts.ts';
import { record, useNavigation } from '../../core/state/navigation.ts';
import { write } from '../../core/state/requests.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { Kbd } from '../../kit/Kbd.tsx';
import { SaveLine } from '../../widgets/draft-editor/SaveLine.tsx';
import { ComposerFiles } from '../../widgets/files/ComposerFiles.tsx';
import { filesOf } from '../../widgets/files/clipboard.ts';
import { FilePicker } from '../../widgets/files/FilePicker.tsx';
import { pastedName } from '../../widgets/files/pasted-name.ts';
import { useAttaching } from '../../widgets/files/use-attaching.ts';
import { useFileDrop } from '../../widgets/files/use-file-drop.ts';
import type { DialogProps } from '../../widgets/screen/screen.ts';
import { useWords } from '../../words/reference.tsx';
import { type Filled, type Form, withPasted } from './form.ts';
import styles from './IntakeDialog.module.css';
import { IntakeFields } from './IntakeFields.tsx';
import { IntakeSimilar } from './IntakeSimilar.tsx';
import { useRecording } from './use-recording.ts';

/**
 * A complaint that came beside LAPOR! is written down: pasted or typed, kept while it is, several at a time.
 */
export function IntakeDialog({ officer, onClose }: DialogProps) {
  const { t } = useWords();
  const recording = useNavigation((state) => state.recording);
  const may = mayDo(officer.role, 'record') && officer.agency !== null;
  return (
    <Dialog full title={t('intake.title')} closeLabel={t('intake.close')} onClose={onClose}>
      {!may ? <p className={styles.none}>{t('command.record.forbidden')}</p> : null}
      {may && recording !== null ? (
        <Intake key={recording} complaintId={recording} officer={officer} />
      ) : null}
    </Dialog>
  );
}

function Intake({ complaintId, officer }: { readonly complaintId: string; readonly officer: Officer }) {
  const { queries, drafts } = useServices();
  const { t, language } = useWords();
  const id = useShelf(complaintId, 'record').current;
  const draft = useDraft(id);
  const [begunAt] = useState(() => new Date().toISOString());
  const complaint = draft.choices.report ?? newRecorded(begunAt);
  const form: Form = { text: draft.text, report: complaint };
  const { key, busy, problem, setProblem, send, same, throwAway } = useRecording(id, complaintId);
  const files = useAttaching(id, key);
  const [read, setRead] = useState<{ readonly pasted: string; readonly filled: readonly Filled[] } | null>(
    null,
  );
  const body = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const ids = { problem: useId(), read: useId() };
  const begun = useQuery(queries.draft.list.queryOptions()).data;

  useEffect(() => {
    // Files become part of a draft in the store.
    if (begun !== undefined) drafts.learn(begun.filter((one) => one.complaintId === complaintId));
  }, [begun, complaintId, drafts]);
  useEffect(() => () => void drafts.flush(id), [drafts, id]);

  const typed = ({ text, report: next }: Form): void => {
    setProblem(null);
    drafts.typed(id, { text, choices: { report: next } });
  };
  const trySending = async (): Promise<void> => {
    if (files.busy) return setProblem({ field: null, text: t('files.still_reading') });
    const wrong = await send(form);
    if (wrong === null || wrong.field === null) return;
    body.current?.querySelector<HTMLElement>(`[name="${wrong.field}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void trySending();
  };
  const onPaste = (event: ClipboardEvent): void => {
    const now = Date.now();
    const pastedFiles = filesOf(event.clipboardData, (at) => pastedName(at, t, language), now);
    if (pastedFiles.length > 0) {
      event.preventDefault();
      files.add(pastedFiles);
      return;
    }
    const pasted = event.clipboardData.getData('text/plain');
    if (event.target !== field.current || draft.text.trim() !== '' || pasted.trim() === '') return;
    event.preventDefault();
    const filled = withPasted(form, pasted, now);
    setRead({ pasted, filled: filled.filled });
    typed(filled.form);
  };
  const { over, handlers } = useFileDrop(files.add);
  const others = (begun ?? []).filter((one) => one.kind === 'record' && !isEmpty(one));

  return (
    <section
      aria-label={t('intake.title')}
      className={styles.intake}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      {...handlers}
    >
      <div className={styles.top}>
        <ul className={styles.tabs} aria-label={t('intake.begun')}>
          {others.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className={styles.tab}
                aria-current={one.id === id ? 'true' : undefined}
                onClick={() => {
                  drafts.restored(one);
                  write(one.complaintId, 'record');
                }}
              >
                {one.title === '' ? t('queue.untitled') : one.title}
              </button>
            </li>
          ))}
        </ul>
        <Button size="small" variant="quiet" onPress={() => record()}>
          <Plus size={14} aria-hidden="true" /> {t('intake.another')}
        </Button>
        <span className={styles.space} />
        <SaveLine draft={draft} />
      </div>
      <div ref={body} className={styles.columns}>
        <div className={styles.form}>
          <textarea
            // biome-ignore lint/a11y/noAutofocus: what is written first stands first
            autoFocus
            ref={field}
            name="text"
            rows={5}
            className={styles.text}
            aria-label={t('command.record.text_label')}
            aria-describedby={ids.read}
            aria-invalid={problem?.field === 'text'}
            placeholder={t('command.record.placeholder')}
            value={draft.text}
            onChange={(event) => typed({ ...form, text: event.target.value })}
          />
          <p id={ids.read} className={styles.read} role="status">
            {read === null ? (
              t('command.record.seen_by')
            ) : (
              <>
                {t('intake.read', {
                  fields: read.filled.map((name) => t(`intake.field.${name}`).toLowerCase()).join(', '),
                })}{' '}
                {read.pasted.trim() === draft.text ? null : (
                  <Button
                    size="small"
                    variant="quiet"
                    onPress={() => {
                      typed({ ...form, text: read.pasted.trim() });
                      field.current?.focus();
                    }}
                  >
                    {t('intake.as_pasted')}
                  </Button>
                )}
              </>
            )}
          </p>
          <ComposerFiles
            attachments={draft.attachments}
            incoming={files.incoming}
            locked={busy}
            onChoose={(attachment, original) => void files.choose(attachment, original)}
            onRemove={(attachment) => void files.remove(attachment)}
            onDismiss={files.dismiss}
          />
          <IntakeFields
            report={complaint}
            agencyName={officer.agency?.name ?? ''}
            problem={problem === null || problem.field === 'text' ? null : problem.field}
            problemId={ids.problem}
            onChange={(next) => typed({ ...form, report: next })}
          />
        </div>
        <IntakeSimilar
          subject={{
            title: complaint.title,
            text: draft.text.slice(0, MAX_TEXT_LENGTH),
            district: complaint.district.trim() || null,
            village: complaint.village.trim() || null,
            at: complaint.receivedAt || begunAt,
            categoryPath: [],
          }}
          onSame={(there) => same(form, there, draft.attachments.length > 0)}
        />
      </div>
      <div className={styles.foot}>
        <FilePicker ref={picker} onPick={files.add} />
        <Button disabled={busy} onPress={() => picker.current?.click()}>
          <Paperclip size={14} aria-hidden="true" /> {t('files.attach')}
        </Button>
        {isEmpty(draft) ? null : (
          <Button disabled={busy} onPress={() => void throwAway().then(() => record())}>
            <Trash2 size={14} aria-hidden="true" /> {t('compose.throw_away')}
          </Button>
        )}
        <span id={ids.problem} className={styles.problem} role="alert">
          {problem?.text}
        </span>
        <Button variant="primary" disabled={busy} describedBy={ids.problem} onPress={() => void trySending()}>
          {t('intake.send')} <Kbd>Ctrl+Enter</Kbd>
        </Button>
      </div>
      {over ? <p className={styles.drop}>{t('files.drop')}</p> : null}
    </section>
  );
}
