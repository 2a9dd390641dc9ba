import { X } from 'lucide-react';
import { BULK_ACTIONS, doTogether } from '../../core/state/navigation.ts';
import { pickOnly, useSelection } from '../../core/state/selection.ts';
import { Button, IconButton } from '../../kit/Button.tsx';
import { Kbd } from '../../kit/Kbd.tsx';
import { useWords } from '../../words/reference.tsx';
import styles from './BulkBar.module.css';

const WORDS = {
  answer: 'bulk.answer',
  forward: 'command.forward.tab',
  label: 'bulk.with_label',
  snooze: 'bulk.snooze',
  group: 'bulk.group',
} as const;
const KEYS = { answer: 'r', forward: 'f', label: null, snooze: 's', group: null } as const;

/** What can be done to the picked complaints; nothing while none is picked. */
export function BulkBar() {
  const { t } = useWords();
  const count = useSelection((state) => state.picked.length);
  if (count === 0) return null;
  return (
    <section className={styles.bar} aria-label={t('bulk.label')}>
      <b className={styles.count} role="status">
        {t('bulk.count', { count })}
      </b>
      <IconButton icon={X} label={t('bulk.none')} onPress={() => pickOnly([])} />
      <span className={styles.actions}>
        {BULK_ACTIONS.map((action) => (
          <Button key={action} size="small" onPress={() => doTogether(action)}>
            {t(WORDS[action])} {KEYS[action] === null ? null : <Kbd>{KEYS[action]}</Kbd>}
          </Button>
        ))}
      </span>
    </section>
  );
}
