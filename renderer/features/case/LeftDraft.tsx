import { Copy } from 'lucide-react';
import { useState } from 'react';
import type { ListedDraft } from '#shared/contract/desk-writing.ts';
import type { Day } from '#shared/domain/day.ts';
import { copyText } from '../../app/copy-text.ts';
import { briefMoment } from '../../app/format.ts';
import { useWords } from '../../app/reference.tsx';
import { Button } from '../../components/Button.tsx';
import { useView } from '../../state/view.ts';
import { FileNames } from '../outbox/FileNames.tsx';
import styles from './LeftDraft.module.css';

/** A draft to be read and copied, no longer to be written on. */
export function LeftDraft({ draft, today }: { readonly draft: ListedDraft; readonly today: Day }) {
  const { t, language } = useWords();
  const [problem, setProblem] = useState<string | null>(null);
  const name = t('case.left_draft', { kind: t(`compose.${draft.kind}`) });
  const copy = async () => {
    const copied = await copyText(draft.text);
    setProblem(copied ? null : t('case.not_copied'));
    if (copied) useView.getState().say(t('outbox.copied'));
  };
  return (
    <article className={styles.card} aria-label={name}>
      <div className={styles.head}>
        <b className={styles.kind}>{name}</b>
        <time className={styles.time} dateTime={draft.updatedAt}>
          {briefMoment(draft.updatedAt, today, language)}
        </time>
      </div>
      <p className={styles.report}>
        {draft.trackingId} {draft.title}
      </p>
      <p className={styles.text}>{draft.text}</p>
      <FileNames files={draft.attachments} />
      <div>
        <Button size="small" onPress={() => void copy()}>
          <Copy size={14} aria-hidden="true" /> {t('outbox.copy')}
        </Button>
      </div>
      <p className={styles.problem} role="alert">
        {problem}
      </p>
    </article>
  );
}
