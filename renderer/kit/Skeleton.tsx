import styles from './Skeleton.module.css';

/** The place of a text that is on its way. Purely visual. */
export function Skeleton({ width, height = 12 }: { readonly width: string; readonly height?: number }) {
  return <span className={styles.bone} style={{ width, height }} aria-hidden="true" />;
}
