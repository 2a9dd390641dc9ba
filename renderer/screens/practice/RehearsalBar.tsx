import { GraduationCap } from 'lucide-react';
import { isRehearsing, rehearse } from '../../core/transport/rehearsal.ts';
import { Button } from '../../kit/Button.tsx';
import { useWords } from '../../words/reference.tsx';
import styles from './RehearsalBar.module.css';

/** On every screen of the practice: that it is one, that nothing leaves, and the way out. */
export function RehearsalBar() {
  const { t } = useWords();
  if (!isRehearsing()) return null;
  return (
    <section className={styles.bar} aria-label={t('rehearsal.title')} data-part="rehearsal">
      <GraduationCap size={16} />
      <p className={styles.text}>
        <b>{t('rehearsal.title')}</b> {t('rehearsal.text')}
      </p>
      <Button size="small" onPress={() => rehearse(false)}>
        {t('rehearsal.end')}
      </Button>
    </section>
  );
}
