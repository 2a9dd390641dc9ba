import { PenLine, X } from 'lucide-react';
import type { Ref } from 'react';
import type { ListedDraft } from '#shared/contract/window/drafts.ts';
import { IconButton } from '../../kit/Button.tsx';
import { useWords } from '../../words/reference.tsx';
import { BegunDraft } from './BegunDraft.tsx';
import styles from './DraftPanel.module.css';

/** Drafts above a list of complaints. `onClose`: the officer may close them. */
export function DraftPanel({
  title,
  note = null,
  drafts,
  list = null,
  onClose,
}: {
  readonly title: string;
  readonly note?: string | null;
  readonly drafts: readonly ListedDraft[];
  readonly list?: Ref<HTMLUListElement>;
  readonly onClose?: () => void;
}) {
  const { t } = useWords();
  return (
    <section className={styles.panel} aria-label={title}>
      <div className={styles.head}>
        <PenLine size={14} aria-hidden="true" />
        <h2 className={styles.title}>{title}</h2>
        {onClose === undefined ? null : (
          <IconButton icon={X} size="icon-small" label={t('recovery.dismiss')} onPress={onClose} />
        )}
      </div>
      {note === null ? null : <p className={styles.note}>{note}</p>}
      <ul ref={list} className={styles.list}>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <BegunDraft draft={draft} />
          </li>
        ))}
      </ul>
    </section>
  );
}
