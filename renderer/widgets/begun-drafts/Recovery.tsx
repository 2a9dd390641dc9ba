import { useEffect, useRef, useState } from 'react';
import { useAnswerOf } from '../../core/services/services.tsx';
import { announce } from '../../core/state/announcement.ts';
import { closeBegunList, useBegunList } from '../../core/state/begun-list.ts';
import { useWords } from '../../words/reference.tsx';
import { shownDrafts } from './begun.ts';
import { DraftPanel } from './DraftPanel.tsx';

/** The drafts from before the window was opened, until they are finished or the officer closes the list. */
export function Recovery() {
  const { t } = useWords();
  const begun = useAnswerOf((ask) => ask.draft.list);
  const afterCrash = useAnswerOf((ask) => ask.session.get)?.afterCrash === true;
  const { shows, wantsFocus } = useBegunList();
  const [atStart, setAtStart] = useState<ReadonlySet<string> | null>(null);
  const list = useRef<HTMLUListElement>(null);

  if (atStart === null && begun !== undefined) setAtStart(new Set(begun.map(({ id }) => id)));
  const shown = shownDrafts(begun ?? [], atStart ?? new Set(), shows);
  const any = shown.length > 0;

  useEffect(() => {
    if (!wantsFocus) return;
    useBegunList.setState({ wantsFocus: false });
    if (any) list.current?.querySelector('button')?.focus();
    else announce(t('recovery.none'));
  }, [wantsFocus, any, t]);

  if (!any) return null;
  return (
    <DraftPanel
      title={t('recovery.title', { count: shown.length })}
      note={afterCrash ? t('recovery.after_crash') : null}
      drafts={shown}
      list={list}
      onClose={closeBegunList}
    />
  );
}
