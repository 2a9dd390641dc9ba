import { Search, X } from 'lucide-react';
import { type KeyboardEvent, type Ref, useMemo, useState } from 'react';
import { completed, parseSearch, STATUS_WORDS } from '#shared/domain/text/search-query.ts';
import { useAnswerOf } from '../../core/services/services.tsx';
import { setSearch, useNavigation } from '../../core/state/navigation.ts';
import { IconButton } from '../../kit/Button.tsx';
import { Kbd } from '../../kit/Kbd.tsx';
import { Option, OptionList, useActiveOption } from '../../kit/Options.tsx';
import { useReference, useWords } from '../../words/reference.tsx';
import styles from './SearchBox.module.css';

const NONE: readonly string[] = [];

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
  const shown = focused && offered.values.length > 0;
  const options = useActiveOption(offered.values.length, search, shown);
  const take = (value: string | undefined) => {
    if (value !== undefined) setSearch(offered.with(value));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (shown && options.move(event.key)) event.preventDefault();
    else if (shown && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
      event.preventDefault();
      take(offered.values[options.current]);
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
          {...options.ofField}
          className={styles.input}
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          value={search}
          maxLength={200}
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
          <IconButton
            icon={X}
            size="icon-small"
            label={t('search.clear')}
            onPress={() => setSearch('')}
            className={styles.clear}
          />
        )}
      </div>
      {shown ? (
        <div className={styles.offered}>
          <OptionList options={options} label={t('search.values')}>
            {offered.values.map((value, place) => (
              <Option key={value} options={options} place={place} onChoose={() => take(value)}>
                <span className="ellipsis">{value}</span>
              </Option>
            ))}
          </OptionList>
          <p className={styles.hint}>{t('search.values_hint')}</p>
        </div>
      ) : null}
    </search>
  );
}

/** Values for the filter that is being typed at the end of a search: `kec:lub` offers "Lubuk Pakam". */
function useOfferedValues(text: string) {
  const { today } = useReference();
  const open = useMemo(() => parseSearch(text, today).open, [text, today]);
  const field = open === null || open.field === 'status' ? null : open.field;
  const known = useAnswerOf(
    (ask) => ask.queue.filterValues,
    field === null ? null : { field, typed: open?.value ?? '' },
  );
  const [dismissed, setDismissed] = useState<string | null>(null);
  const values =
    open === null || dismissed === text
      ? NONE
      : open.field === 'status'
        ? STATUS_WORDS.filter((word) => word.startsWith(open.value.toLowerCase()))
        : (known ?? NONE);
  return {
    values,
    /** The text with a value put in. */
    with: (value: string) => (open === null ? text : completed(text, open.start, value)),
    /** Offers nothing for this text any more. */
    dismiss: () => setDismissed(text),
  };
}
