import type { ReactNode } from 'react';
import styles from './TemplateRow.module.css';

/** A template by name, with whose it is and what can be done with it. */
export function TemplateRow({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <li className={styles.row}>
      <span className={styles.name}>{name}</span>
      {children}
    </li>
  );
}
