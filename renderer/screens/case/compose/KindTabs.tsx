import type { DraftKind } from '../../../core/drafts/drafts.ts';
import { useIsBegun } from '../../../core/services/use-drafts.ts';
import { ChoiceGroup } from '../../../kit/ChoiceGroup.tsx';
import { Select } from '../../../kit/Select.tsx';
import { useWords } from '../../../words/reference.tsx';
import styles from './KindTabs.module.css';

export const KINDS = ['follow_up', 'internal_note', 'forward', 'return'] as const;
const KEYS: Partial<Record<DraftKind, string>> = {
  follow_up: 'r',
  internal_note: 'n',
  forward: 'f',
  return: 'b',
};
const MORE = ['ask_reporter', 'finish', 'postpone', 'propose_archive'] as const;

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
  const tabs: readonly DraftKind[] = KEYS[kind] !== undefined ? KINDS : [...KINDS, kind];
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
              {KEYS[id] === undefined ? null : (
                <span aria-hidden="true" className={styles.key}>
                  {KEYS[id]}
                </span>
              )}
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
