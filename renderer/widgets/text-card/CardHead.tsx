import type { ReactNode } from 'react';
import { useClockWords } from '../../words/reference.tsx';
import styles from './CardHead.module.css';

/** The first line of a text's card: what kind it is, how it fares, and when it was written. */
export function CardHead({
  kind,
  at,
  children,
}: {
  readonly kind: string;
  readonly at: string;
  readonly children?: ReactNode;
}) {
  const { briefMoment } = useClockWords();
  return (
    <div className="cluster">
      <b>{kind}</b>
      {children}
      <time className={styles.time} dateTime={at}>
        {briefMoment(at)}
      </time>
    </div>
  );
}
