import type { ReactNode } from 'react';
import type { Day } from '#shared/domain/calendar/day.ts';
import { briefMoment } from '../../words/format.ts';
import { useWords } from '../../words/reference.tsx';
import styles from './CardHead.module.css';

/** The first line of a text's card: what kind it is, how it fares, and when it was written. */
export function CardHead({
  kind,
  at,
  today,
  children,
}: {
  readonly kind: string;
  readonly at: string;
  readonly today: Day;
  /** How it fares. */
  readonly children?: ReactNode;
}) {
  const { language } = useWords();
  return (
    <div className="cluster">
      <b>{kind}</b>
      {children}
      <time className={styles.time} dateTime={at}>
        {briefMoment(at, today, language)}
      </time>
    </div>
  );
}
