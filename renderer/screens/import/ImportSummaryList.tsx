import type { ImportSummary } from '#shared/contract/window/standalone.ts';
import { useWords } from '../../words/reference.tsx';
import styles from './ImportSummaryList.module.css';

const COUNTS = ['new', 'changed', 'unchanged', 'others', 'rejected'] as const;

/** What an import will do, or did: how many of each, what LAPOR! did meanwhile, which rows are left out. */
export function ImportSummaryList({ summary }: { readonly summary: Extract<ImportSummary, { ok: true }> }) {
  const { t, count } = useWords();
  const more = summary.rejected - summary.named.length;
  return (
    <>
      <h3>{t(summary.applied ? 'import.did' : 'import.will')}</h3>
      <dl className={styles.counts}>
        {COUNTS.filter((name) => summary[name] > 0 || name === 'new').map((name) => (
          // The number first, as one reads it.
          <div key={name} style={{ display: 'contents' }}>
            <dt>{count(summary[name])}</dt>
            <dd>{t(`import.${name}`)}</dd>
          </div>
        ))}
      </dl>
      {summary.happened.length === 0 ? null : (
        <ul className={styles.happened}>
          {summary.happened.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {summary.named.length === 0 ? null : (
        <ul
          className={styles.rows}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the list scrolls, and must do so by keyboard
          tabIndex={0}
          aria-label={t('import.rejected_rows')}
        >
          {summary.named.map(({ row, reason }) => (
            <li key={row}>{t('import.row', { row, reason })}</li>
          ))}
          {more > 0 ? <li>{t('import.more_rows', { count: more })}</li> : null}
        </ul>
      )}
    </>
  );
}
