import { Check, Pause } from 'lucide-react';
import type { Day } from '#shared/domain/calendar/day.ts';
import type { Clock, DueClock } from '#shared/domain/deadlines/clocks.ts';
import { pauseOn } from '#shared/domain/deadlines/pauses.ts';
import { Chip } from '../../kit/Chip.tsx';
import { Tip } from '../../kit/Tip.tsx';
import { dueSentence, stoppedWords } from '../../words/clock-words.ts';
import { useClockWords } from '../../words/reference.tsx';
import styles from './ClockCard.module.css';
import { DueLabel } from './DueLabel.tsx';
import { explainClock } from './explain.ts';
import { cellSentence, Ruler } from './Ruler.tsx';
import { useRuler } from './use-ruler.ts';
import { whatIf } from './what-if.ts';

/**
 * One clock of a complaint: its name, how it stands, and while it runs the ruler of working days. Hovering or
 * focusing explains how the day was counted. The arrow keys, or the pointer, go through the days and say what
 * a promise of that day would mean; Enter, or letting go after dragging, plans it.
 */
export function ClockCard({
  clock,
  planned,
  onPlan,
}: {
  readonly clock: Clock;
  /** The day on which the agency means to do the work. */
  readonly planned: Day | null;
  /** The officer chose another; null: they may not. */
  readonly onPlan: ((day: Day) => void) | null;
}) {
  const context = useClockWords();
  const { t, shortDay } = context;
  const ruler = useRuler(clock, onPlan);
  const { cells, active } = ruler;
  const cell = active === null ? undefined : cells[active];
  const promise = cell === undefined ? null : whatIf(clock, cell.to, context);
  const hint = onPlan === null ? '' : ` ${t('deadline.what_if.plan')}`;
  const sentence = cell && `${cellSentence(cell, context)}${promise === null ? '' : `. ${promise}${hint}`}`;
  const note =
    clock.stopped !== null
      ? t(`deadline.limit_since.${clock.startBasis}`, {
          count: clock.rule.workingDays,
          day: shortDay(clock.startDay),
        })
      : clock.estimateYear === null
        ? null
        : t('deadline.estimate', { year: String(clock.estimateYear) });
  return (
    <Tip tip={<Explained clock={clock} cell={sentence} />}>
      <button
        type="button"
        className={styles.card}
        onKeyDown={ruler.onKeyDown}
        onBlur={() => ruler.setActive(null)}
      >
        <span className={styles.head}>
          <span className={styles.name}>{t(`deadline.${clock.name}`)}</span>
          {clock.stopped === null ? (
            <Standing clock={clock} />
          ) : (
            <Chip tone="ok">
              {stoppedWords(clock, context)} <Check size={12} strokeWidth={2.5} />
            </Chip>
          )}
        </span>
        {clock.stopped === null ? <Ruler ruler={ruler} planned={planned} /> : null}
        {note === null ? null : <span className={styles.basis}>{note}</span>}
      </button>
    </Tip>
  );
}

/** How a running clock stands: by when, or what it waits for. */
function Standing({ clock }: { readonly clock: Clock }) {
  const context = useClockWords();
  const { t, today } = context;
  // Asked today: this day still counts, and yet it waits.
  const pause = clock.dueDay === null ? clock.pauses.at(-1) : pauseOn(clock.pauses, today);
  return (
    <>
      {pause == null ? null : (
        <Chip>
          <Pause size={12} /> {t(`deadline.paused.${pause.cause}`)}
        </Chip>
      )}
      {clock.dueDay === null ? null : (
        <DueLabel words={dueSentence(clock.dueDay, context)} estimateYear={clock.estimateYear} />
      )}
    </>
  );
}

/** When the system will close the complaint, while the reporter has not replied. */
export function AutoCloseLine({ clock }: { readonly clock: DueClock }) {
  const context = useClockWords();
  const { t, today, shortDay } = context;
  const day = shortDay(clock.dueDay);
  return (
    <Tip tip={<Explained clock={clock} />}>
      <button type="button" className={styles.line}>
        {clock.dueDay < today
          ? t('deadline.closed_past', { day })
          : t('deadline.closes', { day, left: dueSentence(clock.dueDay, context).text })}
      </button>
    </Tip>
  );
}

function Explained({ clock, cell }: { readonly clock: Clock; readonly cell?: string | undefined }) {
  const context = useClockWords();
  const explanation = explainClock(clock, context);
  const runs = clock.stopped === null && clock.name !== 'auto_close';
  return (
    <>
      <span className={styles.cellSentence} aria-live="polite">
        {cell}
      </span>
      <span className={styles.arithmetic}>{explanation.arithmetic}</span>
      {explanation.caveats.map((caveat) => (
        <b key={caveat}>{caveat}</b>
      ))}
      <span className={styles.source}>
        {explanation.rule} {explanation.source}
        {runs ? ` ${context.t('deadline.ruler_hint')}` : ''}
      </span>
    </>
  );
}
