import { Megaphone } from 'lucide-react';
import type { ListedDraft } from '#shared/contract/desk-writing.ts';
import { useWords } from '../../app/reference.tsx';
import { BegunDraft } from './BegunDraft.tsx';
import styles from './Recovery.module.css';

/** Above the list of drafts: complaints that are being recorded, which are no reports of the queue yet. */
export function RecordedDrafts({ drafts }: { readonly drafts: readonly ListedDraft[] }) {
  const { t } = useWords();
  if (drafts.length === 0) return null;
  return (
    <section className={styles.recovery} aria-label={t('intake.begun')}>
      <div className={styles.head}>
        <Megaphone size={14} aria-hidden="true" />
        <h2 className={styles.title}>{t('intake.begun')}</h2>
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
