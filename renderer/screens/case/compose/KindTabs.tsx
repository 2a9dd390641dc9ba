import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import type { DraftKind } from '../../../core/drafts/drafts.ts';
import { useIsBegun } from '../../../core/services/use-drafts.ts';
import { cx } from '../../../kit/cx.ts';
import { useWords } from '../../../words/reference.tsx';
import styles from './KindTabs.module.css';

/** Those that have a tab of their own, with their key. */
export const KINDS = ['follow_up', 'internal_note', 'forward', 'return'] as const;
const KEYS = { follow_up: 'r', internal_note: 'n', forward: 'f', return: 'b' } as const;
const MORE = ['ask_reporter', 'finish', 'postpone', 'propose_archive'] as const;
type Tab = (typeof KINDS)[number];
const isTab = (kind: DraftKind): kind is Tab => KINDS.some((tab) => tab === kind);

/**
 * What is being written: for the reporter, for colleagues, or to the Admin Instansi; and whatever is asked
 * for seldom.
 */
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
  const tabs: readonly DraftKind[] = isTab(kind) ? KINDS : [...KINDS, kind];
  return (
    <>
      <ToggleButtonGroup
        aria-label={t('compose.mode')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[kind]}
        onSelectionChange={(keys) => {
          const next = tabs.find((known) => keys.has(known));
          if (next !== undefined) onChange(next);
        }}
        className={cx(styles.kinds)}
      >
        {tabs.map((known) => (
          <ToggleButton key={known} id={known} className="toggle tab small">
            {t(`command.${known}.tab`)}
            {known === kind ? null : <BegunMark complaintId={complaintId} kind={known} />}
            {isTab(known) ? (
              <span aria-hidden="true" className={styles.key}>
                {KEYS[known]}
              </span>
            ) : null}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <select
        className={styles.more}
        aria-label={t('compose.more')}
        value=""
        onChange={(event) => {
          const next = MORE.find((known) => known === event.target.value);
          if (next !== undefined) onChange(next);
        }}
      >
        <option value="">{t('compose.more')}</option>
        {MORE.map((known) => (
          <option key={known} value={known}>
            {t(`command.${known}.tab`)}
          </option>
        ))}
      </select>
    </>
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
