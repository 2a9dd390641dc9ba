import type { ReactNode } from 'react';
import styles from './Chip.module.css';
import { cx } from './cx.ts';

export type ChipTone = 'plain' | 'note' | 'ok' | 'soon' | 'late';

/** A short mark on a complaint. The colour repeats what the words say. */
export function Chip({
  tone = 'plain',
  title,
  children,
}: {
  readonly tone?: ChipTone;
  readonly title?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <span className={cx(styles.chip, styles[tone])} title={title}>
      {typeof children === 'string' ? <span className="ellipsis">{children}</span> : children}
    </span>
  );
}
