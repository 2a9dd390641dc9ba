import { GraduationCap } from 'lucide-react';
import { isPractising, practise } from '../../core/transport/practice.ts';
import { Button } from '../../kit/Button.tsx';
import { useWords } from '../../words/reference.tsx';
import styles from './PracticeBar.module.css';

/** On every screen of the practice: that it is one, that nothing leaves, and the way out. */
export function PracticeBar() {
  const { t } = useWords();
  if (!isPractising()) return null;
  return (
    <section className={styles.bar} aria-label={t('practice.title')} data-part="practice">
      <GraduationCap size={16} />
      <p className={styles.text}>
        <b>{t('practice.title')}</b> {t('practice.text')}
      </p>
      <Button size="small" onPress={() => practise(false)}>
        {t('practice.end')}
      </Button>
    </section>
  );
}
