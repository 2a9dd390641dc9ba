import { PenLine, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { draftsQuery, sessionQuery } from '../../core/query/queries.ts';
import { useServices } from '../../core/services/services.tsx';
import { useQuery } from '../../core/services/use-query.ts';
import { useView } from '../../core/state/view.ts';
import { Button } from '../../kit/Button.tsx';
import { useWords } from '../../words/reference.tsx';
import { BegunDraft } from './BegunDraft.tsx';
import { shownDrafts } from './begun.ts';
import styles from './Recovery.module.css';

/** What was begun before the window was opened, until it is finished or the officer closes the list. */
export function Recovery() {
  const { desk } = useServices();
  const { t } = useWords();
  const begun = useQuery(draftsQuery(desk)).data;
  const afterCrash = useQuery(sessionQuery(desk)).data?.afterCrash === true;
  const recovery = useView((state) => state.recovery);
  const resumed = useView((state) => state.resumed);
  const [atStart, setAtStart] = useState<ReadonlySet<string> | null>(null);
  const list = useRef<HTMLUListElement>(null);

  if (atStart === null && begun !== undefined) setAtStart(new Set(begun.map(({ id }) => id)));
  const shown = shownDrafts(begun ?? [], atStart ?? new Set(), recovery);
  const any = shown.length > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: once each time it is asked for
  useEffect(() => {
    if (resumed === 0) return;
    if (any) list.current?.querySelector('button')?.focus();
    else useView.getState().say(t('recovery.none'));
  }, [resumed]);

  if (!any) return null;
  const close = () => useView.setState({ recovery: 'closed' });
  const title = t('recovery.title', { count: shown.length });
  return (
    <section className={styles.recovery} aria-label={title}>
      <div className={styles.head}>
        <PenLine size={14} aria-hidden="true" />
        <h2 className={styles.title}>{title}</h2>
        <Button
          look="quiet"
          size="icon"
          className={styles.close}
          label={t('recovery.dismiss')}
          onPress={close}
        >
          <X size={14} aria-hidden="true" />
        </Button>
      </div>
      {afterCrash ? <p className={styles.crash}>{t('recovery.after_crash')}</p> : null}
      <ul ref={list} className={styles.list}>
        {shown.map((draft) => (
          <li key={draft.id}>
            <BegunDraft draft={draft} />
          </li>
        ))}
      </ul>
    </section>
  );
}
