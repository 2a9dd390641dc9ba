import { ArrowLeft } from 'lucide-react';
import type { CaseView } from '#shared/contract/window/case.ts';
import { type Day, dayOrNull } from '#shared/domain/calendar/day.ts';
import { caseworkOf } from '#shared/domain/complaint/casework.ts';
import { clocksOrNone } from '#shared/domain/deadlines/clocks.ts';
import { lateClocks } from '#shared/domain/deadlines/delay.ts';
import { setPane, show } from '../../core/state/navigation.ts';
import { Button, IconButton } from '../../kit/Button.tsx';
import { Kbd } from '../../kit/Kbd.tsx';
import { AutoCloseLine, ClockCard } from '../../widgets/clock/ClockCard.tsx';
import { Viewers } from '../../widgets/presence/Viewers.tsx';
import { inLine } from '../../words/direction.ts';
import { useClockWords, useReference } from '../../words/reference.tsx';
import { numberOf, titleOf } from '../../words/text.ts';
import styles from './CaseHeader.module.css';
import { ComplaintChips } from './ComplaintChips.tsx';

/** What a complaint is, where it comes from, and by when what is owed. */
export function CaseHeader({
  view: { complaint, viewers },
  onPlan,
}: {
  readonly view: CaseView;
  /** The officer chose the day of the work; null: they may not. */
  readonly onPlan: ((day: Day) => void) | null;
}) {
  const { basis } = useReference();
  const { t, calendar, today, longDay } = useClockWords();
  const clocks = clocksOrNone(complaint, basis);
  const place = [complaint.village, complaint.district].filter(Boolean).join(', ');
  const received = dayOrNull(complaint.receivedAt);
  const { plannedDay } = caseworkOf(complaint);
  const late = lateClocks(clocks, calendar, today).length > 0;
  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <span className={styles.back}>
          <IconButton icon={ArrowLeft} label={t('queue.back')} onPress={() => setPane('list')} />
        </span>
        <h1 tabIndex={-1} className={styles.title}>
          {titleOf(complaint, t)}
        </h1>
        <span className={styles.keys} aria-hidden="true">
          <Kbd>r</Kbd> {t('case.hint_reply')} <Kbd>n</Kbd> {t('case.hint_note')} <Kbd>b</Kbd>{' '}
          {t('case.hint_return')}
        </span>
      </div>
      <div className={styles.meta}>
        <b>{numberOf(complaint.trackingId, t)}</b>
        <ComplaintChips complaint={complaint} />
        <span role="status" className={styles.viewers}>
          <Viewers names={viewers} />
        </span>
        <span className="muted">
          {inLine([
            place === '' ? t('queue.no_place') : place,
            ...(complaint.channel === '' ? [] : [complaint.channel]),
            ...(received === null ? [] : [t('queue.received', { day: longDay(received) })]),
          ])}
        </span>
      </div>
      {complaint.statusReason === null ? null : (
        <p className={styles.reason}>{t('case.reason', { reason: complaint.statusReason })}</p>
      )}
      <div className={styles.clocks} data-part="clocks">
        {[clocks.firstAnswer, clocks.completion].map((clock) =>
          clock === null ? null : (
            <ClockCard key={clock.name} clock={clock} planned={plannedDay} onPlan={onPlan} />
          ),
        )}
      </div>
      {clocks.autoClose === null && !late ? null : (
        <div className={styles.autoClose}>
          {clocks.autoClose === null ? null : <AutoCloseLine clock={clocks.autoClose} />}
          {late ? (
            <Button size="small" variant="quiet" onPress={() => show('delay')}>
              {t('delay.title')}
            </Button>
          ) : null}
        </div>
      )}
    </header>
  );
}
