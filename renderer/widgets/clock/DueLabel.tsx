import { CircleDot, TriangleAlert } from 'lucide-react';
import { cx } from '../../kit/cx.ts';
import type { ClockWords } from '../../words/clock-words.ts';
import styles from './DueLabel.module.css';

/** A deadline in words, with its colour and the icon that says the same. */
export function DueLabel({
  words,
  estimate,
}: {
  readonly words: ClockWords;
  readonly estimate?: string | undefined;
}) {
  return (
    <span className={cx(styles.due, styles[words.tone])} title={estimate}>
      {words.tone === 'late' ? <TriangleAlert size={12} strokeWidth={2.5} aria-hidden="true" /> : null}
      {words.tone === 'soon' ? <CircleDot size={12} strokeWidth={2.5} aria-hidden="true" /> : null}
      {estimate === undefined ? words.text : `± ${words.text}`}
      {estimate === undefined ? null : <span className="visually-hidden">, {estimate}</span>}
    </span>
  );
}
