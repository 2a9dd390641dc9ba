import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Disclosure.module.css';

/** A quiet line that opens what belongs to it. Without `open` it looks after itself. */
export function Disclosure({
  summary,
  open,
  onToggle,
  children,
}: {
  readonly summary: ReactNode;
  readonly open?: boolean;
  readonly onToggle?: (open: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <details
      className={styles.disclosure}
      open={open}
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
    >
      <summary className={styles.summary}>
        <ChevronRight size={14} className={styles.arrow} />
        {summary}
      </summary>
      {children}
    </details>
  );
}
