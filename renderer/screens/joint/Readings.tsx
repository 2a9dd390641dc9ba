import { CircleAlert, CircleCheck, CircleX } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { DraftAttachment } from '#shared/contract/window/drafts.ts';
import { useAnswerOf } from '../../core/services/services.tsx';
import { pick } from '../../core/state/selection.ts';
import { Button } from '../../kit/Button.tsx';
import { cx } from '../../kit/cx.ts';
import type { Options } from '../../kit/Options.tsx';
import { CitizenPreview } from '../../widgets/draft-editor/CitizenPreview.tsx';
import { useWords } from '../../words/reference.tsx';
import { numberOf, titleOf } from '../../words/text.ts';
import styles from './Readings.module.css';
import { type Reading, readingWords, stateOf, summaryWords } from './readings.ts';
import type { useJointDraft } from './use-joint-draft.ts';

const MARKS = {
  going: { Icon: CircleCheck, words: 'joint.will' },
  to_confirm: { Icon: CircleAlert, words: 'joint.to_look_at' },
  to_mend: { Icon: CircleAlert, words: 'joint.wrong' },
  left_out: { Icon: CircleX, words: 'joint.will_not' },
} as const;

/** The complaints that one answer is for, and how the reporter of the chosen one will read it. */
export function Readings({
  joint: { readings, what, as },
  attachments,
  options,
}: {
  readonly joint: ReturnType<typeof useJointDraft>;
  readonly attachments: readonly DraftAttachment[];
  readonly options: Options;
}) {
  const { t } = useWords();
  const { current } = options;
  const reading = readings[current];
  const complaint = useAnswerOf(
    (ask) => ask.case.get,
    reading === undefined ? null : { id: reading.id },
  )?.complaint;
  // Without a picked complaint there is nothing to read; else the readings are on their way.
  if (reading === undefined)
    return <p className={styles.none}>{what.complaints.length === 0 ? t('joint.none') : null}</p>;
  const number = numberOf(reading.trackingId, t);
  return (
    <section className={styles.readings} aria-label={t('joint.reports')}>
      <div className="spread">
        <p className="small muted" role="status">
          {summaryWords(readings, t)}
        </p>
        <span className="small muted">{t('joint.hint')}</span>
      </div>
      <ReadingList readings={readings} options={options} />
      <div className="spread">
        <h3 aria-live="polite">
          {t('joint.reading', { n: current + 1, count: readings.length, id: number })}
        </h3>
        <Button size="small" variant="quiet" onPress={() => pick(reading.id)}>
          {t('joint.release')}
        </Button>
      </div>
      {complaint === undefined ? null : (
        <CitizenPreview kind={as} text={reading.text} attachments={attachments} complaint={complaint} />
      )}
    </section>
  );
}

/** j and k go up and down as in the queue; x leaves a complaint out. */
function ReadingList({
  readings,
  options: { list, activeId, current, setActive, option, move },
}: {
  readonly readings: readonly Reading[];
  readonly options: Options;
}) {
  const { t } = useWords();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { j: 'ArrowDown', k: 'ArrowUp' }[event.key] ?? event.key;
    const reading = readings[current];
    if ((event.key === 'x' || event.key === 'Delete') && reading !== undefined) pick(reading.id);
    else if (!move(step)) return;
    event.preventDefault();
  };
  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={0}
      className={styles.list}
      aria-label={t('joint.reports')}
      aria-activedescendant={activeId}
      onKeyDown={onKeyDown}
    >
      {readings.map((reading, place) => {
        const state = stateOf(reading);
        const { Icon, words } = MARKS[state];
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list, which keeps the focus, handles keys
          <div
            key={reading.id}
            role="option"
            tabIndex={-1}
            {...option(place)}
            className={cx(styles.row, styles[state])}
            onClick={() => setActive(place)}
          >
            <Icon size={14} aria-label={t(words)} />
            <b className={styles.title}>{numberOf(reading.trackingId, t)}</b>
            <span className={styles.title}>{titleOf(reading, t)}</span>
            <span className={styles.reason}>{readingWords(reading, t)}</span>
          </div>
        );
      })}
    </div>
  );
}
