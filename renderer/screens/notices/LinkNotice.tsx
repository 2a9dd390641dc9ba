import { Link } from 'lucide-react';
import { endLink, useLinks } from '../../core/state/link.ts';
import { isPractising } from '../../core/transport/practice.ts';
import { Button } from '../../kit/Button.tsx';
import { useWords } from '../../words/reference.tsx';
import styles from './Notices.module.css';

/** What became of a link to a complaint that could not be opened at once. */
export function LinkNotice() {
  const { t } = useWords();
  const { wanted, said } = useLinks();
  if (wanted === null && said === null) return null;
  const number = wanted ?? (said?.what === 'unknown' ? said.trackingId : null);
  const what = said === null ? 'waiting' : said.what === 'unknown' && isPractising() ? 'practice' : said.what;
  return (
    <section className={styles.notice} aria-label={t('link.title')} data-notice="link">
      <Link className={styles.icon} size={16} />
      <p className={styles.text} role="status">
        {t(`link.${what}`, { number })}
      </p>
      <Button size="small" onPress={() => endLink()}>
        {t(said === null ? 'link.leave' : 'notice.dismiss')}
      </Button>
    </section>
  );
}
