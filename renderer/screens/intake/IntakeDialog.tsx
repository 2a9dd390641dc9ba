import { Plus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { mayDo } from '#shared/domain/commands/registry.ts';
import { MAX_TEXT_LENGTH } from '#shared/domain/commands/spec/spec.ts';
import { isEmpty } from '../../core/drafts/drafts.ts';
import { useAnswerOf, useServices } from '../../core/services/services.tsx';
import { record, useNavigation } from '../../core/state/navigation.ts';
import { write } from '../../core/state/requests.ts';
import { Button } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { DraftFiles } from '../../widgets/draft-editor/DraftFiles.tsx';
import { AttachButton, SendButton, ThrowAwayButton } from '../../widgets/draft-editor/EditorButtons.tsx';
import { sends } from '../../widgets/draft-editor/field-keys.ts';
import { SaveLine } from '../../widgets/draft-editor/SaveLine.tsx';
import { type DraftEditor, useDraftEditor } from '../../widgets/draft-editor/use-draft-editor.ts';
import { useFileTarget } from '../../widgets/files/use-file-target.ts';
import type { DialogProps } from '../../widgets/screen/screen.ts';
import { useReference, useWords } from '../../words/reference.tsx';
import { titleOf } from '../../words/text.ts';
import styles from './IntakeDialog.module.css';
import { IntakeFields } from './IntakeFields.tsx';
import { IntakeSimilar } from './IntakeSimilar.tsx';
import { IntakeText } from './IntakeText.tsx';
import { useRecording } from './use-recording.ts';

/** Records a complaint that came another way than LAPOR!; several can be begun, and each is saved. */
export function IntakeDialog({ onClose }: DialogProps) {
  const { officer } = useReference();
  const { t } = useWords();
  const recording = useNavigation((state) => state.recording);
  const may = mayDo(officer.role, 'record') && officer.agency !== null;
  return (
    <Dialog full title={t('intake.title')} closeLabel={t('intake.close')} onClose={onClose}>
      {!may ? <p className={styles.none}>{t('command.record.forbidden')}</p> : null}
      {may && recording !== null ? <Intake key={recording} complaintId={recording} /> : null}
    </Dialog>
  );
}

function Intake({ complaintId }: { readonly complaintId: string }) {
  const { t } = useWords();
  const editor = useDraftEditor({ complaintId, kind: 'record' });
  const { problem, problemId } = editor;
  const recording = useRecording(editor);
  const { form, begunAt, change, wrong, send, same } = recording;
  const { complaint } = form;
  const body = useRef<HTMLDivElement>(null);
  const { over, handlers } = useFileTarget(editor.files.add);
  const trySending = async (): Promise<void> => {
    const field = await send();
    if (field !== null) body.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();
  };
  return (
    <section
      aria-label={t('intake.title')}
      className={styles.intake}
      onKeyDown={(event) => {
        if (!sends(event)) return;
        event.preventDefault();
        void trySending();
      }}
      {...handlers}
    >
      <Begun editor={editor} />
      <div ref={body} className={styles.columns}>
        <div className={styles.form}>
          <IntakeText editor={editor} recording={recording} />
          <DraftFiles editor={editor} />
          <IntakeFields
            form={{
              complaint,
              wrong,
              problemId,
              onChange: (next) => change({ ...form, complaint: next }),
            }}
          />
        </div>
        <IntakeSimilar
          subject={{
            title: complaint.title,
            text: form.text.slice(0, MAX_TEXT_LENGTH),
            district: complaint.district.trim() || null,
            village: complaint.village.trim() || null,
            at: complaint.receivedAt || begunAt,
            categoryPath: [],
          }}
          onSame={same}
        />
      </div>
      <div className={styles.foot}>
        <AttachButton editor={editor} />
        <ThrowAwayButton editor={editor} onThrownAway={record} />
        <span id={problemId} className={styles.problem} role="alert">
          {problem}
        </span>
        <SendButton editor={editor} onSend={() => void trySending()}>
          {t('command.record.send')}
        </SendButton>
      </div>
      {over ? <p className={styles.drop}>{t('files.drop')}</p> : null}
    </section>
  );
}

/** All complaints that are being recorded, to go from one to the next, and another one. */
function Begun({ editor: { id, key, draft } }: { readonly editor: DraftEditor }) {
  const { drafts } = useServices();
  const { t } = useWords();
  const begun = useAnswerOf((ask) => ask.draft.list);
  useEffect(() => {
    // Files become part of a draft in the store.
    if (begun !== undefined) drafts.learn(begun.filter((one) => one.complaintId === key.complaintId));
  }, [begun, key.complaintId, drafts]);
  return (
    <div className={styles.top}>
      <ul className={styles.tabs} aria-label={t('intake.begun')}>
        {begun
          ?.filter((one) => one.kind === 'record' && !isEmpty(one))
          .map((one) => (
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
                {titleOf(one, t)}
              </button>
            </li>
          ))}
      </ul>
      <Button icon={Plus} size="small" variant="quiet" onPress={() => record()}>
        {t('intake.another')}
      </Button>
      <span className={styles.space} />
      <SaveLine draft={draft} />
    </div>
  );
}
