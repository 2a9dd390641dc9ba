import { cx } from './cx.ts';
import styles from './NavItem.module.css';

/** A view in the navigation, with how many stand in it. */
export function NavItem({
  name,
  count,
  title,
  current,
  urgent = false,
  onGo,
}: {
  readonly name: string;
  readonly count: string | null;
  readonly title?: string;
  readonly current: boolean;
  /** The number asks for something. */
  readonly urgent?: boolean;
  readonly onGo: () => void;
}) {
  return (
    <button
      type="button"
      className={cx(styles.item, urgent && styles.urgent)}
      title={title}
      aria-current={current ? 'page' : undefined}
      onClick={onGo}
    >
      <span className={styles.name}>{name}</span>
      {count === null ? null : <span className={styles.count}>{count}</span>}
    </button>
  );
}

export function NavRule() {
  return <li className={styles.rule} aria-hidden="true" />;
}
