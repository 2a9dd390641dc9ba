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
  const state = draft.state === 'saved' || line === 'open' ? draft.state : 'waiting';
  // While it is tried again, once a second, the line does not flicker.
  const problem = line === 'open' ? draft.problem : undefined;
  if (problem !== undefined) {
    return (
      <span className={cx(styles.line, styles.waiting)} data-save-state={problem}>
        {t(`compose.${problem}`)}
      </span>
    );
  }
  return (
    <span className={cx(styles.line, styles[state])} data-save-state={state}>
      {state === 'saved' ? <Check size={12} strokeWidth={2.5} aria-hidden="true" /> : null}
      {t(`compose.${state}`)}
    </span>
  );
}
