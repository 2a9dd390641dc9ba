import type { ReactNode } from 'react';
import styles from './TextCards.module.css';

/** Texts that wait for the officer's decision, one below the other. */
export function TextCards({ children }: { readonly children: ReactNode }) {
  return <div className={styles.texts}>{children}</div>;
}
