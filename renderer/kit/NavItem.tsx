import { useWords } from '../words/reference.tsx';
import { cx } from './cx.ts';
import styles from './NavItem.module.css';

/** A view in the navigation, with how many stand in it. */
export function NavItem({
  name,
  count = 0,
  more = false,
  title,
  current,
  urgent = false,
  onGo,
}: {
  readonly name: string;
  readonly count: number | undefined;
  /** There are more of them. */
  readonly more?: boolean | undefined;
  readonly title?: string;
  readonly current: boolean;
  /** The number asks for something. */
  readonly urgent?: boolean;
  readonly onGo: () => void;
}) {
  const { count: written } = useWords();
  return (
    <button
      type="button"
      className={cx(styles.item, urgent && styles.urgent)}
      title={title}
      aria-current={current ? 'page' : undefined}
      onClick={onGo}
    >
      <span className={styles.name}>{name}</span>
      {count === 0 ? null : <span className={styles.count}>{`${written(count)}${more ? '+' : ''}`}</span>}
    </button>
  );
}

export function NavRule() {
  return <li className={styles.rule} aria-hidden="true" />;
}
