import type { DraftKind } from '../../../core/drafts/drafts.ts';
import { useIsBegun } from '../../../core/services/services.tsx';
import { ChoiceGroup } from '../../../kit/ChoiceGroup.tsx';
import { Select } from '../../../kit/Select.tsx';
import { useWords } from '../../../words/reference.tsx';
import styles from './KindTabs.module.css';
import { isTab, MORE, TAB_KEYS, TABS } from './kinds.ts';

/** What is written: to the reporter, to colleagues, or to the Admin Instansi. Rare kinds are in a list. */
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
  const tabs: readonly DraftKind[] = isTab(kind) ? TABS : [...TABS, kind];
  return (
    <>
      <ChoiceGroup
        tabs
        label={t('compose.mode')}
        choices={tabs.map((id) => ({
          id,
          words: (
            <>
              {t(`command.${id}.tab`)}
              {id === kind ? null : <BegunMark complaintId={complaintId} kind={id} />}
              {isTab(id) ? (
                <span aria-hidden="true" className={styles.key}>
                  {TAB_KEYS[id]}
                </span>
              ) : null}
            </>
          ),
        }))}
        value={kind}
        onChoose={onChange}
      />
      <Select
        className={styles.more}
        aria-label={t('compose.more')}
        value=""
        prompt={t('compose.more')}
        options={MORE.map((known) => [known, t(`command.${known}.tab`)] as const)}
        onChoose={onChange}
      />
    </>
  );
}

/** A dot: something of this kind is begun. */
function BegunMark({ complaintId, kind }: { readonly complaintId: string; readonly kind: DraftKind }) {
  const { t } = useWords();
  if (!useIsBegun(complaintId, kind)) return null;
  return (
    <span className={styles.begun} title={t('chip.draft')}>
      <span className="visually-hidden">, {t('chip.draft')}</span>
    </span>
  );
}
