import styles from './Brand.module.css';

export function Brand() {
  return (
    <span className={styles.brand}>
      <span className={styles.logo} aria-hidden="true">
        P
      </span>
      Penghubung
    </span>
  );
}
