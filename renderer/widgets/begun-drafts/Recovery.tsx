import { useEffect, useRef, useState } from 'react';
import { draftsQuery, sessionQuery } from '../../core/query/queries.ts';
import { useServices } from '../../core/services/services.tsx';
import { useQuery } from '../../core/services/use-query.ts';
import { useView } from '../../core/state/view.ts';
import { useWords } from '../../words/reference.tsx';
import { shownDrafts } from './begun.ts';
import { DraftPanel } from './DraftPanel.tsx';

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
  return (
    <DraftPanel
      title={t('recovery.title', { count: shown.length })}
      note={afterCrash ? t('recovery.after_crash') : null}
      drafts={shown}
      list={list}
      onClose={() => useView.setState({ recovery: 'closed' })}
    />
  );
}
