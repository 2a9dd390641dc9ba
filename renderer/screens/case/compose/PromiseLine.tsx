import { lastPromise } from '#shared/domain/commands/promise-keeper.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { cx } from '../../../kit/cx.ts';
import { useClockWords, useReference } from '../../../words/reference.tsx';
import styles from './PromiseLine.module.css';

/** What the last answer promised, above the next one, so that this one can keep it or say why not. */
export function PromiseLine({ complaint }: { readonly complaint: Complaint }) {
  const { t, calendar, today, mediumDay } = useClockWords();
  const { officer } = useReference();
  const promise = lastPromise(complaint, today, calendar);
  if (promise === null) return null;
  const { sentence: text, entry } = promise;
  const day = mediumDay(promise.day);
  const who = entry.author.officerId === officer.id ? 'yours' : 'colleague';
  const words = t(`promise.${who}`, { name: entry.author.name, text, day });
  return (
    <p className={cx(styles.line, promise.day < today && styles.past)}>
      {promise.day < today ? t('promise.past', { words }) : words}
    </p>
  );
}
