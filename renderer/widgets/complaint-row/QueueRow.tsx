import { SquareCheck } from 'lucide-react';
import { memo } from 'react';
import type { QueueRow as Row, SearchHit } from '#shared/contract/window/queue.ts';
import { type RowField, USUAL_FIELDS } from '#shared/contract/window/views.ts';
import { dayOrNull } from '#shared/domain/calendar/day.ts';
import { isSilent } from '#shared/domain/commands/command.ts';
import { useSelection } from '../../core/state/selection.ts';
import { Chip, type ChipTone } from '../../kit/Chip.tsx';
import { cx } from '../../kit/cx.ts';
import { Marked } from '../../kit/Marked.tsx';
import { Skeleton } from '../../kit/Skeleton.tsx';
import { dueWords, type WordsContext } from '../../words/clock-words.ts';
import { inLine } from '../../words/direction.ts';
import { useClockWords } from '../../words/reference.tsx';
import { lowerCase, numberOf, statusWord, titleOf } from '../../words/text.ts';
import { DueLabel } from '../clock/DueLabel.tsx';
import { deliveryWords } from '../delivery/delivery-words.ts';
import { Viewers } from '../presence/Viewers.tsx';
import styles from './QueueRow.module.css';

/** One complaint of a list in two lines; as a search hit with a third that shows where the words stand. */
export const QueueRow = memo(function QueueRow({
  row,
  fields = USUAL_FIELDS,
}: {
  readonly row: Row | SearchHit;
  readonly fields?: readonly RowField[];
}) {
  const context = useClockWords();
  const { t, mediumDay } = context;
  const selected = useSelection(({ selectedId }) => selectedId === row.id);
  const picked = useSelection((selection) => selection.picked.includes(row.id));
  const hit = 'snippet' in row ? row : null;
  const shows = (field: RowField) => fields.includes(field);
  const due = shows('due') ? row.due : null;
  const day = dayOrNull(row.receivedAt);
  const received = day === null ? '' : mediumDay(day);
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
        {hit === null ? (
          titleOf(row, t)
        ) : (
          <Marked text={hit.titleMarks.text} ranges={hit.titleMarks.ranges} />
        )}
        {row.unread ? <span className="visually-hidden">, {t('queue.unread')}</span> : null}
      </div>
      {due === null ? (
        <span className="small muted">{shows('due') || shows('received') ? received : null}</span>
      ) : (
        <DueLabel words={dueWords(due.day, context)} estimateYear={due.estimateYear} />
      )}
      <div className={styles.line}>
        <span className="ellipsis">{inLine(facts)}</span>
        <Viewers names={row.viewers} brief />
        <span className={styles.chips}>
          {chipsOf(row, fields, context).map(({ words, ...chip }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two chips may have the same words
            <Chip key={place} {...chip}>
              {words}
            </Chip>
          ))}
        </span>
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

type RowChip = { readonly words: string; readonly tone?: ChipTone; readonly title?: string };

/** What else there is to know of a complaint, in a word each. */
function chipsOf(
  { pending, priority, assignee, snoozedUntil, ...row }: Row,
  fields: readonly RowField[],
  words: WordsContext,
): readonly RowChip[] {
  const { t, today, mediumDay } = words;
  const chips: readonly (RowChip | false)[] = [
    pending !== null && !isSilent(pending.kind) && pendingChip(pending, words),
    !row.statusKnown && { words: t('status.unknown'), tone: 'soon' },
    (priority === 'high' || priority === 'urgent') && {
      words: t(`casework.priorities.${priority}`),
      tone: 'soon',
    },
    assignee !== null && fields.includes('assignee') && { words: assignee },
    snoozedUntil !== null &&
      snoozedUntil > today && {
        words: t('casework.snoozed', { day: mediumDay(snoozedUntil) }),
      },
    ...(fields.includes('labels') ? row.labels : []).map((label) => ({ words: label })),
    row.hasDraft && { words: t('chip.draft') },
    row.confidential && { words: t('chip.confidential'), tone: 'note' },
    row.anonymous && { words: t('chip.anonymous') },
  ];
  return chips.filter((chip) => chip !== false);
}

/** Where the last command is; a return takes the complaint away, so it is named. */
function pendingChip({ kind, state }: NonNullable<Row['pending']>, words: WordsContext): RowChip {
  const { tone, word, explanation } = deliveryWords({ state }, words);
  const returned = kind === 'return' && state !== 'refused' ? `${words.t('chip.returned')} · ` : '';
  return { words: `${returned}${word}`, tone, title: explanation };
}

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
