import { Check } from 'lucide-react';
import { type DraftView, isEmpty } from '../../core/drafts/drafts.ts';
import { useConnectionState } from '../../core/services/services.tsx';
import { cx } from '../../kit/cx.ts';
import { useWords } from '../../words/reference.tsx';
import styles from './SaveLine.module.css';

/** Whether what is typed is on the disk: said only when the store has said so. */
export function SaveLine({ draft }: { readonly draft: DraftView }) {
  const { t } = useWords();
  const line = useConnectionState();
  if (isEmpty(draft) && draft.state === 'saved') return null;
  const isOpen = line === 'open';
  // While the save is tried again, once a second, the line does not flicker: the problem stays.
  const problem = isOpen ? draft.problem : undefined;
  const state = problem ?? (isOpen || draft.state === 'saved' ? draft.state : 'waiting');
  const isStuck = problem !== undefined || state === 'waiting';
  return (
    <span className={cx(styles.line, isStuck && styles.waiting)} data-save-state={state}>
      {state === 'saved' ? <Check size={12} strokeWidth={2.5} aria-hidden="true" /> : null}
      {t(`compose.${state}`)}
    </span>
  );
}
