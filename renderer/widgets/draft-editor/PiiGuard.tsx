import { ShieldAlert } from 'lucide-react';
import { maskPii, type PiiFinding } from '#shared/domain/pii/pii.ts';
import { Button } from '../../kit/Button.tsx';
import { useWords } from '../../words/reference.tsx';
import styles from './PiiGuard.module.css';

/**
 * Personal data in a text that reporter and public will read: what it is, and one key that makes it
 * unreadable.
 */
export function PiiGuard({
  text,
  findings,
  locked,
  onMask,
}: {
  readonly text: string;
  readonly findings: readonly PiiFinding[];
  readonly locked: boolean;
  readonly onMask: (text: string) => void;
}) {
  const { t } = useWords();
  if (findings.length === 0) return null;
  return (
    <div className={styles.guard} role="status">
      <ShieldAlert size={14} aria-hidden="true" />
      <span>
        {t('pii.found')}{' '}
        {findings.map(({ kind, from, to }) => `${t(`pii.kind.${kind}`)} ${text.slice(from, to)}`).join(', ')}
      </span>
      <Button size="small" disabled={locked} onPress={() => onMask(maskPii(text, findings))}>
        {t('pii.mask')}
      </Button>
    </div>
  );
}
