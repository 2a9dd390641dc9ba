import { Check } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useWords } from '../../app/reference.tsx';
import { useServices } from '../../app/services.tsx';
import { cx } from '../../components/cx.ts';
import type { DraftView } from './drafts.ts';
import styles from './SaveLine.module.css';

/** Whether what is typed is on the disk: said only when the store has said so. */
export function SaveLine({ draft }: { readonly draft: DraftView }) {
  const { t } = useWords();
  const { connection } = useServices();
  const line = useSyncExternalStore(connection.subscribe, connection.state);
  if (draft.text === '' && draft.state === 'saved') return null;
  const state = draft.state === 'saved' || line === 'open' ? draft.state : 'waiting';
  return (
    <span className={cx(styles.line, styles[state])} data-save-state={state}>
      {state === 'saved' ? <Check size={12} strokeWidth={2.5} aria-hidden="true" /> : null}
      {t(`compose.${state}`)}
    </span>
  );
}
