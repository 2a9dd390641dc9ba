import { Eye } from 'lucide-react';
import { cx } from '../../kit/cx.ts';
import { useWords } from '../../words/reference.tsx';
import styles from './Viewers.module.css';

/** Colleagues who have the complaint open right now. Nothing is held up by it. */
export function Viewers({
  names,
  brief = false,
}: {
  readonly names: readonly string[];
  /** In a row: the name alone beside the eye; the words are there for whoever cannot see the eye. */
  readonly brief?: boolean;
}) {
  const { t } = useWords();
  const [first] = names;
  if (first === undefined) return null;
  const who = names.length === 1 ? first : t('presence.several', { count: names.length });
  return (
    <span
      className={cx(styles.viewers, brief && styles.brief)}
      title={t('presence.all', { names: names.join(', ') })}
    >
      <Eye size={13} />
      <span className="ellipsis">
        <span className={cx(brief && 'visually-hidden')}>{t('presence.open_at')} </span>
        {who}
      </span>
    </span>
  );
}
