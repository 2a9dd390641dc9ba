import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { useWords } from '../../app/reference.tsx';
import { cx } from '../../components/cx.ts';
import type { DraftKind } from './drafts.ts';
import styles from './KindTabs.module.css';
import { useIsBegun } from './use-drafts.ts';

export const KINDS: readonly DraftKind[] = ['follow_up', 'internal_note', 'return'];
const KEYS: Readonly<Record<DraftKind, string>> = { follow_up: 'r', internal_note: 'n', return: 'b' };

/** What is being written: for the reporter, for colleagues, or back to the Admin Instansi. */
export function KindTabs({
  complaintId,
  kind,
  onChange,
}: {
  readonly complaintId: string;
  readonly kind: DraftKind;
  readonly onChange: (kind: DraftKind) => void;
}) {
  const { t } = useWords();
  return (
    <ToggleButtonGroup
      aria-label={t('compose.mode')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[kind]}
      onSelectionChange={(keys) => {
        const next = KINDS.find((known) => keys.has(known));
        if (next !== undefined) onChange(next);
      }}
      className={cx(styles.modes)}
    >
      {KINDS.map((known) => (
        <ToggleButton key={known} id={known} className={cx(styles.mode)}>
          {t(`compose.${known}`)}
          {known === kind ? null : <BegunMark complaintId={complaintId} kind={known} />}
          <span aria-hidden="true" className={styles.modeKey}>
            {KEYS[known]}
          </span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

function BegunMark({ complaintId, kind }: { readonly complaintId: string; readonly kind: DraftKind }) {
  const { t } = useWords();
  if (!useIsBegun(complaintId, kind)) return null;
  return (
    <span className={styles.begun} title={t('chip.draft')}>
      <span className="visually-hidden">, {t('chip.draft')}</span>
    </span>
  );
}
