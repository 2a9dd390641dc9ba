import { skipToken, useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, CircleX } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import { useId } from 'react';
import type { DraftAttachment } from '#shared/contract/window/drafts.ts';
import type { ProposalKind } from '#shared/domain/complaint/entry-detail.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import { useServices } from '../../core/services/services.tsx';
import { Button } from '../../kit/Button.tsx';
import { cx } from '../../kit/cx.ts';
import { CitizenPreview } from '../../widgets/draft-editor/CitizenPreview.tsx';
import { useWords } from '../../words/reference.tsx';
import { numberOf } from '../../words/text.ts';
import styles from './Readings.module.css';
import { type Reading, readingWords, stateOf, summaryWords } from './readings.ts';

const MARKS = {
  going: { Icon: CircleCheck, words: 'joint.will' },
  to_confirm: { Icon: CircleAlert, words: 'joint.to_look_at' },
  to_mend: { Icon: CircleAlert, words: 'joint.wrong' },
  left_out: { Icon: CircleX, words: 'joint.will_not' },
} as const;

/** All complaints of one answer, and how the reporter of the chosen one will read it. */
export function Readings({
  readings,
  none,
  as,
  attachments,
  officer,
  list,
  current,
  onCurrent,
  onMove,
  onRelease,
}: {
  readonly readings: readonly Reading[];
  /** No complaint is picked; else they are on their way. */
  readonly none: boolean;
  readonly as: ProposalKind;
  readonly attachments: readonly DraftAttachment[];
  readonly officer: Officer;
  readonly list: RefObject<HTMLDivElement | null>;
  readonly current: number;
  readonly onCurrent: (place: number) => void;
  /** False: the key goes nowhere. */
  readonly onMove: (key: string) => boolean;
  readonly onRelease: (id: string) => void;
}) {
  const { queries } = useServices();
  const { t } = useWords();
  const ids = useId();
  const reading = readings[current];
  const complaint = useQuery(
    queries.case.get.queryOptions({ input: reading === undefined ? skipToken : { id: reading.id } }),
  ).data?.complaint;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { j: 'ArrowDown', k: 'ArrowUp' }[event.key] ?? event.key;
    if ((event.key === 'x' || event.key === 'Delete') && reading !== undefined) onRelease(reading.id);
    else if (!onMove(step)) return;
    event.preventDefault();
  };
  if (reading === undefined) return <p className={styles.none}>{none ? t('joint.none') : null}</p>;
  const number = numberOf(reading.trackingId, t);
  return (
    <section className={styles.readings} aria-label={t('joint.reports')}>
      <div className="spread">
        <p className="small muted" role="status">
          {summaryWords(readings, t)}
        </p>
        <span className="small muted">{t('joint.hint')}</span>
      </div>
      <div
        ref={list}
        role="listbox"
        tabIndex={0}
        className={styles.list}
        aria-label={t('joint.reports')}
        aria-activedescendant={`${ids}-${current}`}
        onKeyDown={onKeyDown}
      >
        {readings.map((one, place) => {
          const state = stateOf(one);
          const { Icon, words } = MARKS[state];
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the list, which keeps the focus
            <div
              key={one.id}
              id={`${ids}-${place}`}
              data-place={place}
              role="option"
              tabIndex={-1}
              aria-selected={place === current}
              className={cx(styles.row, styles[state])}
              onClick={() => onCurrent(place)}
            >
              <Icon size={14} aria-label={t(words)} />
              <b className={styles.title}>{numberOf(one.trackingId, t)}</b>
              <span className={styles.title}>
                {one.title.trim() === '' ? t('queue.untitled') : one.title}
              </span>
              <span className={styles.reason}>{readingWords(one, t)}</span>
            </div>
          );
        })}
      </div>
      <div className="spread">
        <h3 aria-live="polite">
          {t('joint.reading', { n: current + 1, count: readings.length, id: number })}
        </h3>
        <Button size="small" variant="quiet" onPress={() => onRelease(reading.id)}>
          {t('joint.release')}
        </Button>
      </div>
      {complaint === undefined ? null : (
        <CitizenPreview
          kind={as}
          text={reading.text}
          attachments={attachments}
          complaint={complaint}
          officer={officer}
        />
      )}
    </section>
  );
}
