import { CircleDot, TriangleAlert } from 'lucide-react';
import { cx } from '../../kit/cx.ts';
import type { ClockWords } from '../../words/clock-words.ts';
import { useWords } from '../../words/reference.tsx';
import styles from './DueLabel.module.css';

/** A deadline in words, with its colour and the icon that says the same. */
export function DueLabel({
  words: { tone, text },
  estimateYear,
}: {
  readonly words: ClockWords;
  /** The year whose holidays are not known yet: the day is an estimate. */
  readonly estimateYear: number | null;
}) {
  const { t } = useWords();
  const estimate = estimateYear === null ? undefined : t('deadline.estimate', { year: String(estimateYear) });
  return (
    <span className={cx(styles.due, styles[tone])} title={estimate}>
      {tone === 'late' ? <TriangleAlert size={12} strokeWidth={2.5} /> : null}
      {tone === 'soon' ? <CircleDot size={12} strokeWidth={2.5} /> : null}
      {estimate === undefined ? text : `± ${text}`}
      {estimate === undefined ? null : <span className="visually-hidden">, {estimate}</span>}
    </span>
  );
}
