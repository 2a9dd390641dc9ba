import { skipToken, useQuery } from '@tanstack/react-query';
import { FileQuestion, Inbox, TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { v7 } from 'uuid';
import type { CaseView } from '#shared/contract/window/case.ts';
import { mayDo } from '#shared/domain/commands/registry.ts';
import { isUnread } from '#shared/domain/complaint/complaint.ts';
import { isRecordedId } from '#shared/domain/complaint/recorded.ts';
import { bucketOf, isClosed } from '#shared/domain/complaint/status.ts';
import { useServices } from '../../core/services/services.tsx';
import { goTo, useNavigation } from '../../core/state/navigation.ts';
import { askComposer, composerRequests } from '../../core/state/requests.ts';
import { useSelection } from '../../core/state/selection.ts';
import { Button } from '../../kit/Button.tsx';
import { SKELETON_MS, useHasLasted } from '../../kit/delays.ts';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { Kbd } from '../../kit/Kbd.tsx';
import { Problem } from '../../kit/Problem.tsx';
import { Skeleton } from '../../kit/Skeleton.tsx';
import { useFileTarget } from '../../widgets/files/use-file-target.ts';
import { UndoBar } from '../../widgets/undo/UndoBar.tsx';
import { useAct } from '../../widgets/undo/use-act.ts';
import { useReference, useWords } from '../../words/reference.tsx';
import { CaseHeader } from './CaseHeader.tsx';
import styles from './CasePane.module.css';
import { ComplaintText } from './ComplaintText.tsx';
import { Casework } from './casework/Casework.tsx';
import { Composer } from './compose/Composer.tsx';
import { Details } from './Details.tsx';
import { LeftDrafts } from './LeftDrafts.tsx';
import { RefusedTexts } from './RefusedTexts.tsx';
import { SimilarComplaints } from './SimilarComplaints.tsx';
import { Timeline } from './Timeline.tsx';

/** Time to look at a complaint before it counts as read: running through the list reads nothing. */
const LOOK_MS = 1_000;

/** The complaint on the right. Until the selected one is read, the one before it stays. */
export function CasePane() {
  const { queries } = useServices();
  const { t } = useWords();
  const selectedId = useSelection((state) => state.selectedId);
  const { data, isError } = useQuery(
    queries.case.get.queryOptions({ input: selectedId === null ? skipToken : { id: selectedId } }),
  );
  const shown = useRef<CaseView | null>(null);
  const waiting = selectedId !== null && data === undefined && !isError;
  const late = useHasLasted(waiting, SKELETON_MS);
  if (!waiting) shown.current = data ?? null;

  useEffect(() => {
    // Nobody is there to answer it, and until then the keys wait for it.
    if (!waiting && data === null) composerRequests.drop();
  }, [waiting, data]);

  const view = waiting && !late ? shown.current : (data ?? null);
  return (
    <section className={styles.pane} aria-label={t('case.label')} data-case={view?.complaint.id}>
      {view !== null ? (
        <Case key={view.complaint.id} view={view} />
      ) : selectedId === null ? (
        <NoneSelected />
      ) : waiting ? (
        <Loading />
      ) : data === null ? (
        <Gone complaintId={selectedId} />
      ) : (
        <EmptyState level="h1" icon={TriangleAlert} title={t('case.failed')} text={t('case.failed_text')} />
      )}
    </section>
  );
}

function NoneSelected() {
  const { t } = useWords();
  return (
    <div className={styles.none}>
      <EmptyState level="h1" icon={Inbox} title={t('case.none')} text={t('case.none_text')}>
        <p className={styles.hints}>
          <span>
            <Kbd>j</Kbd> <Kbd>k</Kbd> {t('keys.move')}
          </span>
          <span>
            <Kbd>/</Kbd> {t('keys.search')}
          </span>
          <span>
            <Kbd>?</Kbd> {t('keys.title')}
          </span>
        </p>
      </EmptyState>
      <UndoBar />
    </div>
  );
}

function Loading() {
  return (
    <div className={styles.skeleton} aria-busy="true">
      <Skeleton width="60%" height={24} />
      <Skeleton width="80%" />
      <Skeleton width="100%" height={64} />
      <Skeleton width="100%" height={120} />
    </div>
  );
}

/** It is no longer known here; what the officer wrote on it is. */
function Gone({ complaintId }: { readonly complaintId: string }) {
  const { t } = useWords();
  const inOutbox = useNavigation((store) => store.view === 'outbox');
  return (
    <div className={styles.gone}>
      <EmptyState level="h1" icon={FileQuestion} title={t('case.gone')} text={t('case.gone_text')}>
        {inOutbox ? null : <Button onPress={() => goTo('outbox')}>{t('view.outbox')}</Button>}
      </EmptyState>
      <LeftDrafts complaintId={complaintId} />
      <RefusedTexts complaintId={complaintId} view={null} />
      <UndoBar />
    </div>
  );
}

function Case({ view }: { readonly view: CaseView }) {
  const { drafts } = useServices();
  const { officer } = useReference();
  const { t } = useWords();
  const { complaint, deliveries, ours } = view;
  const isWaiting = isRecordedId(complaint.id) && complaint.returns === 0;
  const { act, problem } = useAct(complaint.id);
  const mayPlan = ours && mayDo(officer.role, 'plan') && !isClosed(bucketOf(complaint.rawStatus).bucket);
  const body = useShowNewest(Object.keys(deliveries).length);
  // In that list they are what the officer came for, elsewhere the last thing that happened.
  const attention = useNavigation((store) => store.view === 'attention');
  const refused = <RefusedTexts complaintId={complaint.id} view={view} />;

  // Once before the composer first reads them, then with every newer answer.
  useState(() => drafts.learnAll(complaint.id, view));
  useEffect(() => drafts.learnAll(complaint.id, view), [drafts, complaint.id, view]);
  useMarkRead(view);

  const { over, handlers } = useFileTarget((files) => {
    if (files.length > 0) askComposer(complaint.id, files);
  });
  return (
    <div className={styles.case} {...handlers}>
      <div className={styles.scroll}>
        <CaseHeader view={view} onPlan={mayPlan ? (day) => act({ kind: 'plan', payload: { day } }) : null} />
        <Problem className={styles.problem}>{problem}</Problem>
        <div ref={body} className={styles.body}>
          {ours ? null : (
            <p className={styles.notOurs} role="status">
              {t(isWaiting ? 'case.waiting_disposition' : 'case.not_ours')}
            </p>
          )}
          {attention ? refused : null}
          <ComplaintText complaint={complaint} />
          <Details complaint={complaint} />
          <Casework complaint={complaint} ours={ours} />
          <SimilarComplaints complaint={complaint} />
          <Timeline view={view} />
          {attention ? null : refused}
        </div>
      </div>
      <div className={styles.write}>
        <UndoBar />
        <Composer key={complaint.id} complaint={complaint} ours={ours} />
      </div>
      {over ? <p className={styles.drop}>{t('files.drop')}</p> : null}
    </div>
  );
}

/** Scrolls to the end of the history when the officer has just sent something. */
function useShowNewest(sent: number) {
  const body = useRef<HTMLDivElement>(null);
  const before = useRef(sent);
  useEffect(() => {
    if (sent > before.current) body.current?.lastElementChild?.scrollIntoView({ block: 'end' });
    before.current = sent;
  }, [sent]);
  return body;
}

/** Marks a complaint as read when the officer has chosen it and has had time to look at it. */
function useMarkRead({ complaint, ours }: CaseView): void {
  const { backend } = useServices();
  const { officer } = useReference();
  const chosen = useSelection((state) => state.chosen);
  const due =
    chosen &&
    ours &&
    complaint.agency?.id === officer.agency?.id &&
    mayDo(officer.role, 'mark_read') &&
    isUnread(complaint, officer.id);
  useEffect(() => {
    if (!due) return;
    const timer = setTimeout(() => {
      // A mark that is lost with the line is made again at the next look.
      backend.command
        .submit({ complaintId: complaint.id, body: { kind: 'mark_read', payload: {} }, id: v7() })
        .catch(() => {});
    }, LOOK_MS);
    return () => clearTimeout(timer);
  }, [due, complaint.id, backend]);
}
