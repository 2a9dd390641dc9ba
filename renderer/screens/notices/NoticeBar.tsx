import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './NoticeBar.module.css';

type NoticeBarProps = {
  readonly icon: LucideIcon;
  /** What it is about, for those who do not see it. */
  readonly label: string;
  readonly notice: string;
  /** It is read out when it comes. */
  readonly spoken?: boolean;
  readonly text: ReactNode;
  /** What the officer may do about it. */
  readonly children?: ReactNode;
};

/** A line above the whole window that stays until it is answered. */
export function NoticeBar({ icon: Icon, label, notice, spoken, text, children }: NoticeBarProps) {
  return (
    <section className={styles.notice} aria-label={label} data-notice={notice}>
      <Icon className={styles.icon} size={16} />
      <p className={styles.text} role={spoken === true ? 'status' : undefined}>
        {text}
      </p>
      {children}
    </section>
  );
}
