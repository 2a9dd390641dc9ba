import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

export function EmptyState({
  icon: Icon,
  title,
  text,
  children,
  level: Heading = 'h2',
}: {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: string;
  /** What can be done about it. */
  readonly children?: ReactNode;
  readonly level?: 'h1' | 'h2';
}) {
  return (
    <div className={styles.empty}>
      <span className={styles.icon}>
        <Icon size={20} />
      </span>
      <Heading className={styles.title}>{title}</Heading>
      <div className={styles.text}>
        <p>{text}</p>
        {children}
      </div>
    </div>
  );
}
