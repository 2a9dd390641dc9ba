import { X } from 'lucide-react';
import { useId } from 'react';
import type { DraftAttachment } from '#shared/contract/window/drafts.ts';
import { MAX_ATTACHMENT_BYTES, MAX_ATTACHMENTS } from '#shared/domain/complaint/attachment.ts';
import type { Incoming } from '../../core/files/attaching.ts';
import { IconButton } from '../../kit/Button.tsx';
import { percentOf } from '../../words/format.ts';
import { useWords } from '../../words/reference.tsx';
import { FileThumb } from '../files/FileThumb.tsx';
import styles from './DraftFiles.module.css';
import type { DraftEditor } from './use-draft-editor.ts';

/** The files of a draft: those it has, those on their way into it, and why some were not taken. */
export function DraftFiles({ editor: { draft, files, locked, focusEnd } }: { readonly editor: DraftEditor }) {
  const { t } = useWords();
  const onTheirWay = files.incoming.filter(({ stage }) => stage !== 'failed');
  const failed = files.incoming.filter(({ stage }) => stage === 'failed');
  const whole = draft.attachments.filter(
    ({ id }) => !onTheirWay.some(({ attachmentId }) => attachmentId === id),
  );
  return (
    <>
      {whole.length + onTheirWay.length === 0 ? null : (
        <ul className={styles.files} aria-label={t('files.label')}>
          {whole.map((attachment) => (
            <Whole
              key={attachment.id}
              attachment={attachment}
              locked={locked}
              onChoose={(original) => void files.choose(attachment, original)}
              onRemove={() => void files.remove(attachment).then(focusEnd)}
            />
          ))}
          {onTheirWay.map((file) => (
            <OnItsWay key={file.id} file={file} />
          ))}
        </ul>
      )}
      <div role="alert">
        {failed.map((file) => (
          <NotTaken key={file.id} file={file} onDismiss={() => files.dismiss(file)} />
        ))}
      </div>
    </>
  );
}

function Whole({
  attachment,
  locked,
  onChoose,
  onRemove,
}: {
  readonly attachment: DraftAttachment;
  readonly locked: boolean;
  readonly onChoose: (original: boolean) => void;
  readonly onRemove: () => void;
}) {
  const { t, bytesWords } = useWords();
  const { name, size, original, sendsOriginal } = attachment;
  return (
    <li className={styles.file}>
      <FileThumb file={attachment} here />
      <span className={styles.text}>
        <span className="ellipsis" title={name}>
          {name}
        </span>
        <span className="muted ellipsis">
          {bytesWords(size)}
          {original === null || sendsOriginal
            ? null
            : ` (${t('files.original', { size: bytesWords(original.size) })})`}
          {original === null || locked ? null : (
            <button type="button" className={styles.choose} onClick={() => onChoose(!sendsOriginal)}>
              {t(sendsOriginal ? 'files.send_smaller' : 'files.send_original')}
            </button>
          )}
        </span>
      </span>
      {locked ? null : (
        <IconButton icon={X} size="icon-small" label={t('files.remove', { name })} onPress={onRemove} />
      )}
    </li>
  );
}

function OnItsWay({ file }: { readonly file: Incoming }) {
  const { t, bytesWords } = useWords();
  const label = useId();
  const { name, size, stage, share } = file;
  const words =
    stage === 'reading'
      ? t('files.reading', { percent: percentOf({ sent: share, total: 1 }) })
      : stage === 'reducing'
        ? t('files.reducing')
        : t('files.waiting');
  return (
    <li className={styles.file} aria-busy="true">
      <span className={styles.text} id={label}>
        <span className="ellipsis" title={name}>
          {name}
        </span>
        <span className="muted ellipsis">
          {bytesWords(size)} · {words}
        </span>
      </span>
      <progress className={styles.progress} max={1} value={share} aria-labelledby={label} />
    </li>
  );
}

function NotTaken({ file, onDismiss }: { readonly file: Incoming; readonly onDismiss: () => void }) {
  const { t, bytesWords } = useWords();
  const { name, size, problem } = file;
  if (problem === null) return null;
  const sentence = t(`files.problem.${problem}`, {
    name,
    size: bytesWords(size),
    max: MAX_ATTACHMENT_BYTES / 1024 / 1024,
    most: MAX_ATTACHMENTS,
  });
  const ofKind = problem === 'type_not_taken' || problem === 'program';
  return (
    <p className={styles.notTaken}>
      <span>
        <bdi>{sentence}</bdi> {t(ofKind ? 'files.taken' : 'files.safe')}
      </span>
      <IconButton icon={X} size="icon-small" label={t('files.dismiss', { name })} onPress={onDismiss} />
    </p>
  );
}
