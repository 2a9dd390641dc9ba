import { useState } from 'react';
import type { CaseView } from '#shared/contract/window/case.ts';
import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import { useAnswerOf, useServices } from '../../core/services/services.tsx';
import { announce } from '../../core/state/announcement.ts';
import { percentOf } from '../../words/format.ts';
import { useWords } from '../../words/reference.tsx';
import styles from './FileList.module.css';
import { FileThumb, isPicture } from './FileThumb.tsx';
import { Viewer } from './Viewer.tsx';

type FileState = CaseView['files'][string];

const ABSENT: FileState = { state: 'absent', received: 0 };

/** The files that go with one entry of the history: opened when they are here, fetched when they are not. */
export function FileList({
  complaintId,
  attachments,
  files,
}: {
  readonly complaintId: string;
  readonly attachments: readonly Attachment[];
  readonly files: CaseView['files'];
}) {
  const { t } = useWords();
  const [shown, setShown] = useState<number | null>(null);
  if (attachments.length === 0) return null;
  const stateOf = ({ sha256 }: Attachment) => files[sha256] ?? ABSENT;
  const here = attachments.filter((file) => stateOf(file).state === 'here');
  return (
    <>
      <ul className={styles.files} aria-label={t('files.label')}>
        {attachments.map((file) => (
          <li key={file.sha256} className={styles.item}>
            <OneFile
              complaintId={complaintId}
              file={file}
              state={stateOf(file)}
              onOpen={() => setShown(here.indexOf(file))}
            />
          </li>
        ))}
      </ul>
      {shown === null ? null : (
        <Viewer files={here} at={shown} onMove={setShown} onClose={() => setShown(null)} />
      )}
    </>
  );
}

function OneFile({
  complaintId,
  file,
  state: { state, received },
  onOpen,
}: {
  readonly complaintId: string;
  readonly file: Attachment;
  readonly state: FileState;
  readonly onOpen: () => void;
}) {
  const { backend } = useServices();
  const { t, bytesWords } = useWords();
  const online = useAnswerOf((ask) => ask.sync.status)?.online === true;
  const { sha256, name, type } = file;
  const size = bytesWords(file.size);
  const here = state === 'here';

  const fetch = () => {
    backend.attachment.fetch({ complaintId, sha256 }).catch(() => announce(t('files.not_asked')));
  };
  const words = here
    ? size
    : state === 'loading'
      ? online
        ? t('files.loading', { percent: percentOf({ sent: received, total: file.size }) })
        : t('files.when_connected')
      : state === 'failed'
        ? t('files.failed')
        : t('files.download', { size });
  // Begins with and contains what is seen (WCAG 2.5.3): who speaks to the computer says what they read.
  const label = t(here ? 'files.open' : 'files.not_open', { name, words, type: t(`files.type.${type}`) });
  return (
    <button
      type="button"
      className={styles.file}
      aria-label={label}
      disabled={state === 'loading'}
      onClick={() => (here ? onOpen() : fetch())}
    >
      <FileThumb file={file} here={here} large={here && isPicture(file)} />
      <span className={styles.text}>
        <span className="ellipsis" title={name}>
          {name}
        </span>{' '}
        <span className={here ? 'muted ellipsis' : styles.fetch}>{words}</span>
      </span>
      {state === 'loading' ? (
        <span className={styles.bar} style={{ width: `${(received / file.size) * 100}%` }} />
      ) : null}
    </button>
  );
}
