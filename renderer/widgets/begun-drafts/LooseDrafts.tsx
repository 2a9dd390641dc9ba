import { PenLine } from 'lucide-react';
import type { ListedDraft } from '#shared/contract/window/writing.ts';
import { useWords } from '../../words/reference.tsx';
import { BegunDraft } from './BegunDraft.tsx';
import styles from './Recovery.module.css';

/** Above the list of drafts: what stands on no report of the queue, or on several. */
export function LooseDrafts({ drafts }: { readonly drafts: readonly ListedDraft[] }) {
  const { t } = useWords();
  if (drafts.length === 0) return null;
  return (
    <section className={styles.recovery} aria-label={t('recovery.loose')}>
      <div className={styles.head}>
        <PenLine size={14} aria-hidden="true" />
        <h2 className={styles.title}>{t('recovery.loose')}</h2>
      </div>
      <ul className={styles.list}>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <BegunDraft draft={draft} />
          </li>
        ))}
      </ul>
    </section>
  );
}
