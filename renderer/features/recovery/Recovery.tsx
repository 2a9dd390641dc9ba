import { PenLine, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ListedDraft } from '#shared/contract/desk-writing.ts';
import { briefMoment } from '../../app/format.ts';
import { useReference, useWords } from '../../app/reference.tsx';
import { useServices } from '../../app/services.tsx';
import { numberOf } from '../../app/text.ts';
import { Button } from '../../components/Button.tsx';
import { draftsQuery, sessionQuery } from '../../state/queries.ts';
import { useQuery } from '../../state/use-query.ts';
import { useView } from '../../state/view.ts';
import { openWords, shownDrafts } from './begun.ts';
import styles from './Recovery.module.css';

/** What was begun before the window was opened, until it is finished or the officer closes the list. */
export function Recovery() {
  const { desk } = useServices();
  const { t } = useWords();
  const begun = useQuery(draftsQuery(desk)).data;
  const afterCrash = useQuery(sessionQuery(desk)).data?.afterCrash === true;
  const recovery = useView((state) => state.recovery);
  const resumed = useView((state) => state.resumed);
  const inDrafts = useView(({ view, search }) => view === 'drafts' && search.trim() === '');
  const [atStart, setAtStart] = useState<ReadonlySet<string> | null>(null);
  const list = useRef<HTMLUListElement>(null);

  if (atStart === null && begun !== undefined) setAtStart(new Set(begun.map(({ id }) => id)));
  const state = recovery !== 'asked' && inDrafts ? 'drafts' : recovery;
  const shown = shownDrafts(begun ?? [], atStart ?? new Set(), state);
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
        {state === 'drafts' ? null : (
          <Button
            look="quiet"
            size="icon"
            className={styles.close}
            label={t('recovery.dismiss')}
            onPress={close}
          >
            <X size={14} aria-hidden="true" />
          </Button>
        )}
      </div>
      {afterCrash ? <p className={styles.crash}>{t('recovery.after_crash')}</p> : null}
      <ul ref={list} className={styles.list}>
        {shown.map((draft) => (
          <li key={draft.id}>
            <Begun draft={draft} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Begun({ draft }: { readonly draft: ListedDraft }) {
  const { drafts } = useServices();
  const { today } = useReference();
  const { t, language } = useWords();
  const { complaintId, kind, title, trackingId, updatedAt } = draft;
  const { joint } = draft.choices;
  return (
    <button
      type="button"
      className={styles.draft}
      onClick={() => {
        drafts.restored(draft);
        useView.getState().write(complaintId, kind);
      }}
    >
      <span className={styles.report}>
        <b className={styles.name}>
          {joint !== undefined
            ? t('joint.begun', { count: joint.reports.length })
            : title === ''
              ? t('queue.untitled')
              : title}
        </b>
        <time className={styles.when} dateTime={updatedAt}>
          {briefMoment(updatedAt, today, language)}
        </time>
      </span>
      <span className={styles.words}>
        {joint === undefined ? `${numberOf(trackingId, t)} · ` : ''}
        {t(`compose.${joint?.as ?? kind}`)} · {openWords(draft, t)}
      </span>
    </button>
  );
}
