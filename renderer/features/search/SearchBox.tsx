import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import { useWords } from '../../app/reference.tsx';
import { Button } from '../../components/Button.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { useView } from '../../state/view.ts';
import styles from './SearchBox.module.css';

/** Finds reports while one types. Arrow down and Enter lead into the results, Escape ends the search. */
export function SearchBox({
  field,
  onIntoList,
}: {
  readonly field: Ref<HTMLInputElement>;
  readonly onIntoList: () => void;
}) {
  const { t } = useWords();
  const search = useView((state) => state.search);
  const setSearch = useView((state) => state.setSearch);
  return (
    <search className={styles.bar}>
      <div className={styles.box}>
        <Search size={16} className={styles.icon} aria-hidden="true" />
        <input
          ref={field}
          type="text"
          className={styles.input}
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          value={search}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' || event.key === 'Enter') {
              event.preventDefault();
              onIntoList();
            }
          }}
        />
        {search === '' ? (
          <span aria-hidden="true">
            <Kbd>/</Kbd>
          </span>
        ) : (
          <Button
            look="quiet"
            size="icon"
            label={t('search.clear')}
            onPress={() => setSearch('')}
            className={styles.clear}
          >
            <X size={14} aria-hidden="true" />
          </Button>
        )}
      </div>
    </search>
  );
}
