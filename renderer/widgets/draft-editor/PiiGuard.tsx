import { ShieldAlert } from 'lucide-react';
import { maskPii } from '#shared/domain/pii/pii.ts';
import { Button } from '../../kit/Button.tsx';
import { useWords } from '../../words/reference.tsx';
import styles from './PiiGuard.module.css';
import type { DraftEditor } from './use-draft-editor.ts';

/** Personal data in a text that the public will read: what it is, and a button that makes it unreadable. */
export function PiiGuard({ editor: { draft, findings, locked, put } }: { readonly editor: DraftEditor }) {
  const { t } = useWords();
  if (findings.length === 0) return null;
  const words = findings.map(
    ({ kind, from, to }) => `${t(`pii.kind.${kind}`)} ${draft.text.slice(from, to)}`,
  );
  return (
    <div className={styles.guard} role="status">
      <ShieldAlert size={14} aria-hidden="true" />
      <span>
        {t('pii.found')} {words.join(', ')}
      </span>
      <Button size="small" disabled={locked} onPress={() => put(maskPii(draft.text, findings))}>
        {t('pii.mask')}
      </Button>
    </div>
  );
}
