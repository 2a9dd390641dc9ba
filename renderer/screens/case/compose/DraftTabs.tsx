import { FilePlus2, Trash2 } from 'lucide-react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import type { Shelf } from '../../../core/drafts/drafts.ts';
import { useServices } from '../../../core/services/services.tsx';
import { Button } from '../../../kit/Button.tsx';
import { cx } from '../../../kit/cx.ts';
import { useWords } from '../../../words/reference.tsx';
import styles from './DraftTabs.module.css';

/** "Draf 1 · Draf 2": which of a complaint's drafts is in the field, where there is more than one. */
export function DraftTabs({
  shelf: { current, ids },
  onSelect,
}: {
  readonly shelf: Shelf;
  readonly onSelect: (id: string) => void;
}) {
  const { t } = useWords();
  const { drafts } = useServices();
  if (ids.length < 2) return null;
  return (
    <ToggleButtonGroup
      aria-label={t('view.drafts')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[current]}
      onSelectionChange={(keys) => {
        const next = ids.find((id) => keys.has(id));
        if (next !== undefined) onSelect(next);
      }}
      className={cx(styles.tabs)}
    >
      {ids.map((id, place) => {
        const { text } = drafts.read(id);
        const name = t('compose.nth_draft', { n: place + 1 });
        return (
          <ToggleButton
            key={id}
            id={id}
            className="toggle tab small"
            aria-label={text === '' ? name : `${name}: ${text.slice(0, 60)}`}
          >
            {name}
          </ToggleButton>
        );
      })}
    </ToggleButtonGroup>
  );
}

/** Begins another draft beside the one in the field, or throws that one away. */
export function DraftTools({
  onBegin,
  onThrowAway,
}: {
  readonly onBegin: () => void;
  readonly onThrowAway: () => void;
}) {
  const { t } = useWords();
  return (
    <span className={styles.tabs}>
      <Button variant="quiet" size="icon" label={t('compose.begin')} onPress={onBegin}>
        <FilePlus2 size={16} aria-hidden="true" />
      </Button>
      <Button variant="quiet" size="icon" label={t('compose.throw_away')} onPress={onThrowAway}>
        <Trash2 size={16} aria-hidden="true" />
      </Button>
    </span>
  );
}
