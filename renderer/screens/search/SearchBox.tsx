import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type Ref, useId, useState } from 'react';
import { setSearch, useNavigation } from '../../core/state/navigation.ts';
import { Button } from '../../kit/Button.tsx';
import { Kbd } from '../../kit/Kbd.tsx';
import { useWords } from '../../words/reference.tsx';
import styles from './SearchBox.module.css';
import { useOfferedValues } from './use-offered-values.ts';

/** Finds complaints while one types. Arrow down and Enter lead into the results, Escape ends the search. */
export function SearchBox({
  field,
  onIntoList,
}: {
  readonly field: Ref<HTMLInputElement>;
  readonly onIntoList: () => void;
}) {
  const { t } = useWords();
  const search = useNavigation((state) => state.search);
  const offered = useOfferedValues(search);
  const [focused, setFocused] = useState(false);
  const listId = useId();
  const shown = focused && offered.values.length > 0;
  const take = (value: string | undefined) => {
    if (value !== undefined) setSearch(offered.with(value));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = ({ ArrowDown: 1, ArrowUp: -1 } as const)[event.key];
    if (shown && step !== undefined) {
      event.preventDefault();
      offered.move(step);
    } else if (shown && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
      event.preventDefault();
      take(offered.values[offered.active]);
    } else if (shown && event.key === 'Escape') {
      event.preventDefault();
      offered.dismiss();
    } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      onIntoList();
    }
  };
  return (
    <search className={styles.bar}>
      <div className={styles.box}>
        <Search size={16} className={styles.icon} />
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={shown ? listId : undefined}
          aria-activedescendant={shown ? `${listId}-${offered.active}` : undefined}
          className={styles.input}
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          value={search}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setSearch(event.target.value)}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          onKeyDown={onKeyDown}
        />
        {search === '' ? (
          <span aria-hidden="true">
            <Kbd>/</Kbd>
          </span>
        ) : (
          <Button
            variant="quiet"
            size="icon-small"
            label={t('search.clear')}
            onPress={() => setSearch('')}
            className={styles.clear}
          >
            <X size={14} aria-hidden="true" />
          </Button>
        )}
      </div>
      {shown ? (
        <div className={styles.offered}>
          <div id={listId} role="listbox" aria-label={t('search.values')}>
            {offered.values.map((value, place) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled in the field, which keeps the focus
              <div
                key={value}
                id={`${listId}-${place}`}
                role="option"
                tabIndex={-1}
                aria-selected={place === offered.active}
                className={styles.value}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => take(value)}
              >
                {value}
              </div>
            ))}
          </div>
          <p className={styles.hint}>{t('search.values_hint')}</p>
        </div>
      ) : null}
    </search>
  );
}
