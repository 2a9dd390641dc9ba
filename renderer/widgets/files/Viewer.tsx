import { ChevronLeft, ChevronRight, Download, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Attachment } from '#shared/domain/complaint/attachment.ts';
import { saveAs } from '../../core/browser/download.ts';
import { Button, IconButton } from '../../kit/Button.tsx';
import { Dialog } from '../../kit/Dialog.tsx';
import { useWords } from '../../words/reference.tsx';
import { FileThumb, isPicture } from './FileThumb.tsx';
import { useFileUrl } from './use-file-url.ts';
import styles from './Viewer.module.css';

/** One file over the whole window: a picture as large as it fits, a film, anything else to be saved. */
export function Viewer({
  files,
  at,
  onMove,
  onClose,
}: {
  readonly files: readonly Attachment[];
  readonly at: number;
  readonly onMove: (at: number) => void;
  readonly onClose: () => void;
}) {
  const { t, bytesWords } = useWords();
  const file = files[at];
  const { url, failed } = useFileUrl(file ?? null);
  const many = files.length > 1;
  const move = (step: 1 | -1) => onMove((at + step + files.length) % files.length);
  useArrows(many ? move : null);
  if (file === undefined) return null;
  const { name } = file;
  return (
    <Dialog
      full
      bare
      title={t('files.viewer', { n: at + 1, count: files.length, name })}
      closeLabel={t('files.close')}
      onClose={onClose}
    >
      <div className={styles.viewer}>
        <div className={styles.bar}>
          <span className={styles.name} title={name}>
            {name}
          </span>
          <span className={styles.size}>
            {bytesWords(file.size)}
            {many ? ` · ${at + 1}/${files.length}` : ''}
          </span>
          {many ? (
            <>
              <Button variant="quiet" size="icon" label={t('files.previous')} onPress={() => move(-1)}>
                <ChevronLeft size={18} aria-hidden="true" />
              </Button>
              <Button variant="quiet" size="icon" label={t('files.next')} onPress={() => move(1)}>
                <ChevronRight size={18} aria-hidden="true" />
              </Button>
            </>
          ) : null}
          <Button icon={Download} disabled={url === null} onPress={() => url !== null && saveAs(url, name)}>
            {t('files.save')}
          </Button>
          <IconButton autoFocus icon={X} label={t('files.close')} onPress={onClose} />
        </div>
        <div className={styles.stage} aria-busy={url === null && !failed}>
          {failed ? (
            <p className={styles.words}>{t('files.not_here')}</p>
          ) : url === null ? null : (
            <Shown key={url} file={file} url={url} />
          )}
        </div>
      </div>
    </Dialog>
  );
}

/** Left and right, wherever in the dialog the focus is. In a film the arrows move through the film. */
function useArrows(move: ((step: 1 | -1) => void) | null): void {
  useEffect(() => {
    if (move === null) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const step = ({ ArrowRight: 1, ArrowLeft: -1 } as const)[event.key];
      if (step === undefined || event.target instanceof HTMLVideoElement) return;
      event.preventDefault();
      move(step);
    };
    // Before the dialog's own handling, which may keep a key to itself.
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [move]);
}

function Shown({ file, url }: { readonly file: Attachment; readonly url: string }) {
  const { t } = useWords();
  const [broken, setBroken] = useState(false);
  if (!broken && isPicture(file)) {
    return <img className={styles.picture} src={url} alt={file.name} onError={() => setBroken(true)} />;
  }
  if (!broken && file.type === 'video/mp4') {
    return (
      // biome-ignore lint/a11y/useMediaCaption: an officer's or a citizen's own film has no captions
      <video className={styles.picture} src={url} controls onError={() => setBroken(true)} />
    );
  }
  return (
    <div className={styles.words}>
      <FileThumb file={file} here={false} large />
      <p>{t(broken ? 'files.cannot_show' : 'files.no_preview')}</p>
    </div>
  );
}
