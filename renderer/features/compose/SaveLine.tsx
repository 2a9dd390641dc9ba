import { Check } from 'lucide-react';
import { useWords } from '../../app/reference.tsx';
import { cx } from '../../components/cx.ts';
import type { DraftView } from './drafts.ts';
import styles from './SaveLine.module.css';

/** Whether what is typed is on the disk: said only when the store has said so. */
export function SaveLine({ draft }: { readonly draft: DraftView }) {
  const { t } = useWords();
  if (draft.text === '' && draft.state === 'saved') return null;
  return (
    <span className={cx(styles.line, styles[draft.state])} data-save-state={draft.state}>
      {draft.state === 'saved' ? <Check size={12} strokeWidth={2.5} aria-hidden="true" /> : null}
      {t(`compose.${draft.state}`)}
    </span>
  );
}
