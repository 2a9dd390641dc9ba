import { SquareCheck } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { QueueRow as Row, SearchHit } from '#shared/contract/window/queue.ts';
import { type RowField, USUAL_FIELDS } from '#shared/contract/window/views.ts';
import { dayOf } from '#shared/domain/calendar/day.ts';
import { Chip } from '../../kit/Chip.tsx';
import { cx } from '../../kit/cx.ts';
import { Marked } from '../../kit/Marked.tsx';
import { Skeleton } from '../../kit/Skeleton.tsx';
import { dueWords } from '../../words/clock-words.ts';
import { mediumDay } from '../../words/format.ts';
import { useClockWords } from '../../words/reference.tsx';
import { statusWord } from '../../words/status-word.ts';
import { lowerCase, numberOf } from '../../words/text.ts';
import { DueLabel } from '../clock/DueLabel.tsx';
import { deliveryWords } from '../delivery/delivery-words.ts';
import { Viewers } from '../presence/Viewers.tsx';
import styles from './QueueRow.module.css';

/** Heights in CSS px: the list is virtual, so every row of a kind has the same. */
export const ROW_HEIGHT = 57;
export const HIT_HEIGHT = 75;

/** One report of the list in two lines; as a search hit with a third that shows where the words stand. */
export const QueueRow = memo(function QueueRow({
  row,
  selected,
  picked,
  fields = USUAL_FIELDS,
}: {
  readonly row: Row | SearchHit;
  readonly selected: boolean;
  /** Among those that the officer wants to do something to together. */
  readonly picked: boolean;
  readonly fields?: readonly RowField[];
}) {
  const context = useClockWords();
  const { t, language, today } = context;
  const hit = 'snippet' in row ? row : null;
  const title = row.title.trim() === '' ? t('queue.untitled') : row.title;
  const shows = (field: RowField) => fields.includes(field);
  const due = shows('due') ? row.due : null;
  const received = mediumDay(dayOf(row.receivedAt), today, language);
  const facts = [
    numberOf(row.trackingId, t),
    ...(shows('place') ? [row.district ?? t('queue.no_place')] : []),
    ...(shows('category') && row.category !== null ? [lowerCase(row.category)] : []),
    ...(shows('status') ? [statusWord(row.rawStatus, t)] : []),
    ...(shows('received') && due !== null ? [t('queue.received', { day: received })] : []),
  ];
  return (
    <div className={cx(styles.row, selected && 'chosen', !row.unread && styles.read)}>
      <div className={styles.title}>
        {picked ? <SquareCheck size={14} className={styles.pick} aria-label={t('bulk.picked')} /> : null}
        {hit === null ? title : <Marked text={hit.titleMarks.text} ranges={hit.titleMarks.ranges} />}
        {row.unread ? <span className="visually-hidden">, {t('queue.unread')}</span> : null}
      </div>
      {due === null ? (
        <span className="small muted">{shows('due') || shows('received') ? received : null}</span>
      ) : (
        <DueLabel
          words={dueWords(due.day, context)}
          estimate={
            due.estimateYear === null ? undefined : t('deadline.estimate', { year: String(due.estimateYear) })
          }
        />
      )}
      <div className={styles.line}>
        <span className="ellipsis">{facts.join(' · ')}</span>
        <Viewers names={row.viewers} brief />
        <RowChips row={row} fields={fields} />
      </div>
      {hit === null ? null : (
        <div className={styles.snippet}>
          {hit.foundIn === null ? null : <b>{t(`search.in.${hit.foundIn}`)} </b>}
          <Marked text={hit.snippet.text} ranges={hit.snippet.ranges} />
        </div>
      )}
    </div>
  );
});

function RowChips({ row, fields }: { readonly row: Row; readonly fields: readonly RowField[] }) {
  const { t, language, today } = useClockWords();
  const pending = row.pending?.kind === 'mark_read' ? null : row.pending;
  const returned = pending?.kind === 'return' && pending.state !== 'refused';
  const chips: ReactNode[] = [];
  if (pending !== null) {
    const { tone, word, explanation } = deliveryWords({ state: pending.state }, { t, language });
    chips.push(
      <Chip key="pending" tone={tone} title={explanation}>
        {returned ? `${t('chip.returned')} · ` : ''}
        {word}
      </Chip>,
    );
  }
  if (!row.statusKnown) {
    chips.push(
      <Chip key="status" tone="soon">
        {t('status.unknown')}
      </Chip>,
    );
  }
  if (row.priority === 'high' || row.priority === 'urgent') {
    chips.push(
      <Chip key="priority" tone="soon">
        {t(`casework.priorities.${row.priority}`)}
      </Chip>,
    );
  }
  if (row.assignee !== null && fields.includes('assignee'))
    chips.push(<Chip key="assignee">{row.assignee}</Chip>);
  if (row.snoozedUntil !== null && row.snoozedUntil > today) {
    const day = mediumDay(row.snoozedUntil, today, language);
    chips.push(<Chip key="snoozed">{t('casework.snoozed', { day })}</Chip>);
  }
  for (const label of fields.includes('labels') ? row.labels : [])
    chips.push(<Chip key={`label ${label}`}>{label}</Chip>);
  if (row.hasDraft) chips.push(<Chip key="draft">{t('chip.draft')}</Chip>);
  if (row.confidential) {
    chips.push(
      <Chip key="confidential" tone="note">
        {t('chip.confidential')}
      </Chip>,
    );
  }
  if (row.anonymous) chips.push(<Chip key="anonymous">{t('chip.anonymous')}</Chip>);
  return chips.length === 0 ? null : <span className={styles.chips}>{chips}</span>;
}

/** The place of a row that is not in memory yet. */
export function QueueRowSkeleton() {
  return (
    <div className={styles.row} aria-hidden="true">
      <div className={styles.title}>
        <Skeleton width="62%" height={14} />
      </div>
      <span />
      <div className={styles.line}>
        <Skeleton width="80%" height={10} />
      </div>
    </div>
  );
}
