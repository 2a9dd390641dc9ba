import { TriangleAlert } from 'lucide-react';
import type { PolicyProblem as Problem } from '#shared/contract/window/policy.ts';
import { useWords } from '../../words/reference.tsx';
import styles from './Notices.module.css';

/** What the office's IT has decided cannot be read: it stands there until IT has mended the file. */
export function PolicyProblem({ problem }: { readonly problem: Problem | null }) {
  const { t } = useWords();
  if (problem === null) return null;
  const { file, fault, line, field } = problem;
  return (
    <section className={styles.notice} aria-label={t('policy.title')} data-notice="policy">
      <TriangleAlert className={styles.icon} size={16} />
      <p className={styles.text}>
        <b>{t('policy.title')}</b> {t('policy.file', { path: file })}{' '}
        {line === null ? null : `${t('policy.line', { line })} `}
        {t(`policy.fault.${fault}`, { field })} {t('policy.safe')}
      </p>
    </section>
  );
}
