import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** Says that there is nothing, what will come, and from where. */
export function EmptyState({
  icon,
  title,
  children,
  level = 2,
}: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly level?: 1 | 2;
}) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className={styles.empty}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <Heading className={styles.title}>{title}</Heading>
      {children === undefined ? null : <div className={styles.text}>{children}</div>}
    </div>
  );
}
