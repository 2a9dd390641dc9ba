import { X } from 'lucide-react';
import { useMemo } from 'react';
import { parseSearch, withoutFilter } from '#shared/domain/text/search-query.ts';
import { announce } from '../../core/state/announcement.ts';
import { setSearch, useNavigation } from '../../core/state/navigation.ts';
import { Chip } from '../../kit/Chip.tsx';
import { useClockWords } from '../../words/reference.tsx';
import styles from './FilterChips.module.css';
import { filterWords } from './search-words.ts';

/** What the search was understood to ask for; each can be taken off. */
export function FilterChips({ onRemoved }: { readonly onRemoved: () => void }) {
  const context = useClockWords();
  const { t, today } = context;
  const search = useNavigation((state) => state.search);
  const { filters } = useMemo(() => parseSearch(search, today), [search, today]);
  if (filters.length === 0) return null;
  return (
    <ul className={styles.chips} aria-label={t('search.filters')}>
      {filters.map((filter) => {
        const words = filterWords(filter, context);
        const remove = () => {
          setSearch(withoutFilter(search, filter));
          announce(t('search.removed_filter'));
          onRemoved();
        };
        return (
          <li key={filter.start}>
            <button
              type="button"
              className={styles.remove}
              aria-label={t('search.remove_filter', { filter: words })}
              onClick={remove}
              onKeyDown={(event) => {
                if (event.key !== 'Delete' && event.key !== 'Backspace') return;
                // Or the field that gets the focus would take the key.
                event.preventDefault();
                remove();
              }}
            >
              <Chip tone="note">
                {words}
                <X size={12} />
              </Chip>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
