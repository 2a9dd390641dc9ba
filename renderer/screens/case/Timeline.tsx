import type { ReactNode } from 'react';
import type { CaseView } from '#shared/contract/window/case.ts';
import type { Delivery } from '#shared/contract/window/outbox.ts';
import { promiseToPlan } from '#shared/domain/commands/promise-keeper.ts';
import { caseworkOf, unpublishedAnswers } from '#shared/domain/complaint/casework.ts';
import { isAnswer, type TimelineEntry } from '#shared/domain/complaint/entry.ts';
import { Button } from '../../kit/Button.tsx';
import { Chip } from '../../kit/Chip.tsx';
import { cx } from '../../kit/cx.ts';
import { DeliveryChip } from '../../widgets/delivery/DeliveryChip.tsx';
import { FileList } from '../../widgets/files/FileList.tsx';
import { useUndo } from '../../widgets/undo/use-undo.ts';
import { authorWords, detailWords, headingOf } from '../../words/entry-words.ts';
import { useClockWords, useReference } from '../../words/reference.tsx';
import { PromisedPlan } from './casework/PromisedPlan.tsx';
import { ProposalActions } from './casework/ProposalActions.tsx';
import { Publishing } from './casework/Publishing.tsx';
import { ToldBy } from './Details.tsx';
import styles from './Timeline.module.css';

/** Everything that happened to a complaint, oldest first; the officer's own texts with where they are. */
export function Timeline({ view }: { readonly view: CaseView }) {
  const { officer } = useReference();
  const { t, calendar, today } = useClockWords();
  const { complaint } = view;
  const waiting = caseworkOf(complaint).proposals.filter(({ state }) => state === 'waiting');
  const unpublished = unpublishedAnswers(complaint);
  const promise = promiseToPlan(complaint, officer, today, calendar);
  const actionsOf = (entry: TimelineEntry): ReactNode => {
    const of = { complaintId: complaint.id, entry };
    if (waiting.some((proposal) => proposal.entry === entry)) return <ProposalActions {...of} />;
    return (
      <>
        {unpublished.includes(entry) ? <Publishing {...of} isFirst={entry === unpublished[0]} /> : null}
        {promise?.entry === entry ? <PromisedPlan complaintId={complaint.id} promise={promise} /> : null}
      </>
    );
  };
  return (
    <section aria-label={t('timeline.title')}>
      <h2 className="visually-hidden">{t('timeline.title')}</h2>
      {complaint.timeline.length === 0 ? <p className={styles.none}>{t('timeline.empty')}</p> : null}
      <ol className={styles.timeline}>
        {complaint.timeline.map((entry) => (
          <Entry key={entry.id} entry={entry} view={view} actions={actionsOf(entry)} />
        ))}
      </ol>
    </section>
  );
}

function Entry({
  entry,
  view: { complaint, deliveries, files },
  actions,
}: {
  readonly entry: TimelineEntry;
  readonly view: CaseView;
  /** What the entry waits for, under its text. */
  readonly actions: ReactNode;
}) {
  const { officer } = useReference();
  const words = useClockWords();
  const { t, momentOf } = words;
  const undo = useUndo();
  const delivery = deliveries[entry.id] ?? null;
  const mine = entry.author.officerId === officer.id;
  const heading = headingOf(entry, complaint, words);
  const detail = detailWords(entry, words);
  const ours = isAnswer(entry) || entry.kind === 'return';
  const shown = delivery ?? (mine && entry.receipt !== null ? receiptOf(entry.receipt) : null);
  return (
    <li className={cx(styles.entry, ours && styles.ours, entry.kind === 'reporter_reply' && styles.reply)}>
      <div className={styles.head}>
        <b>{heading}</b>
        <span className="small muted">
          <time dateTime={entry.at}>{momentOf(entry.at)}</time> ·{' '}
          {mine ? t('timeline.you') : authorWords(entry, t)}
        </span>
        {entry.visibility === 'agency' && entry.kind === 'internal_note' ? (
          <Chip tone="note">{t('timeline.only_agency')}</Chip>
        ) : null}
        {detail === null ? null : <span className="small muted">{detail}</span>}
        {entry.detail?.alone === true ? (
          <Chip title={t('timeline.alone_title')}>
            {t('timeline.alone')} {entry.detail.officeReceipt}
          </Chip>
        ) : null}
        {entry.detail?.mentions?.includes(officer.id) === true ? (
          <Chip tone="soon">{t('timeline.mentions_you')}</Chip>
        ) : null}
        {shown === null ? null : <DeliveryChip delivery={shown} />}
        {delivery?.state === 'held' ? (
          <Button
            size="small"
            onPress={() => void undo({ what: 'command', id: entry.id, complaintId: complaint.id })}
          >
            {t('compose.undo')}
          </Button>
        ) : null}
      </div>
      {entry.text.trim() === '' || entry.text.trim() === heading || entry.kind === 'approval' ? null : (
        <p className="prose">{entry.text}</p>
      )}
      {actions}
      <ToldBy entry={entry} />
      <FileList complaintId={complaint.id} attachments={entry.attachments} files={files} />
      {delivery?.state === 'refused' && delivery.code !== null ? (
        <p className={styles.refused}>{t(`refusal.${delivery.code}`)}</p>
      ) : null}
    </li>
  );
}

function receiptOf(receipt: string): Delivery {
  return { state: 'accepted', heldUntil: null, receipt, code: null, upload: null };
}
