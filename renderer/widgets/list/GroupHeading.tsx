import type { ReactNode } from 'react';
import { count as written } from '../../words/format.ts';
import { useWords } from '../../words/reference.tsx';
import styles from './GroupHeading.module.css';

/** The line over a group of a list, with how many stand in it. */
export function GroupHeading({ children, count }: { readonly children: ReactNode; readonly count: number }) {
  const { language } = useWords();
  return (
    <div className={styles.heading}>
      <b>{children}</b>
      <span>{written(count, language)}</span>
    </div>
  );
}
