import type { ReactNode } from 'react';
import { Brand } from './Brand.tsx';
import { cx } from './cx.ts';
import styles from './Sheet.module.css';

/** A sheet in the middle of an otherwise empty window, where there is no queue to show. */
export function Sheet({ wide = false, children }: { readonly wide?: boolean; readonly children: ReactNode }) {
  return (
    <main className={styles.page}>
      <div className={cx(styles.sheet, wide && styles.wide)}>
        <div className="muted">
          <Brand />
        </div>
        {children}
      </div>
    </main>
  );
}
