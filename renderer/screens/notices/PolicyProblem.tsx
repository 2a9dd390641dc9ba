import { TriangleAlert } from 'lucide-react';
import type { PolicyProblem as Problem } from '#shared/contract/window/policy.ts';
import { useWords } from '../../words/reference.tsx';
import { NoticeBar } from './NoticeBar.tsx';

/** What the office's IT has decided cannot be read: it stands there until IT has mended the file. */
export function PolicyProblem({ problem }: { readonly problem: Problem | null }) {
  const { t } = useWords();
  if (problem === null) return null;
  const { file, fault, line, field } = problem;
  const text = (
    <>
      <b>{t('policy.title')}</b> {t('policy.file', { path: file })}{' '}
      {line === null ? null : `${t('policy.line', { line })} `}
      {t(`policy.fault.${fault}`, { field })} {t('policy.safe')}
    </>
  );
  return <NoticeBar icon={TriangleAlert} label={t('policy.title')} notice="policy" text={text} />;
}
