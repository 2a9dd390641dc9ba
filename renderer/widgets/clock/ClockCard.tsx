import { Check, Pause } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { addDays, type Day } from '#shared/domain/calendar/day.ts';
import type { Clock, DueClock } from '#shared/domain/deadlines/clocks.ts';
import { pauseOn } from '#shared/domain/deadlines/pauses.ts';
import { rulerDays } from '#shared/domain/deadlines/ruler.ts';
import { Chip } from '../../kit/Chip.tsx';
import { Tip } from '../../kit/Tip.tsx';
import { dueSentence, type WordsContext } from '../../words/clock-words.ts';
import { shortDay } from '../../words/format.ts';
import { useClockWords } from '../../words/reference.tsx';
import styles from './ClockCard.module.css';
import { DueLabel } from './DueLabel.tsx';
import { explainClock } from './explain.ts';
import { cellSentence, Ruler } from './Ruler.tsx';
import { type RulerCell, rulerCells } from './ruler-cells.ts';
import { whatIf } from './what-if.ts';

/**
 * One clock of a report: its name, how it stands, and while it runs the ruler of working days. Hovering or focusing explains how
 * the day was counted; the arrow keys, or the pointer, go through the days and say what a promise of that day would mean; Enter,
 * or letting go after dragging, plans it.
 */
export function ClockCard({
  clock,
  planned = null,
  onPlan = null,
}: {
  readonly clock: Clock;
  /** The day on which the OPD means to do the work. */
  readonly planned?: Day | null;
  /** The officer chose another; null: they may not. */
  readonly onPlan?: ((day: Day) => void) | null;
}) {
  const context = useClockWords();
  const { t, language, calendar, today } = context;
  const [active, setActive] = useState<number | null>(null);
  /** Days beyond the end of the clock that the officer has asked for. */
  const [until, setUntil] = useState<Day>(clock.startDay);
  const cells = useMemo(
    () => (clock.stopped === null ? rulerCells(rulerDays(calendar, clock, today, until)) : []),
    [clock, calendar, today, until],
  );
  const estimate =
    clock.estimateYear === null ? undefined : t('deadline.estimate', { year: String(clock.estimateYear) });

  const move = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && plan(active)) return event.preventDefault();
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || cells.length === 0) return;
    event.preventDefault();
    const from = active ?? (step > 0 ? -1 : cells.length);
    if (from + step >= cells.length) return further();
    setActive(Math.max(0, from + step));
  };
  /** Up to a week more, as long as the ruler shows what it shows now: single days, or weeks. */
  const further = (): void => {
    const last = cells.at(-1);
    if (last === undefined) return;
    const next = [7, 5, 3, 1]
      .map((days) => addDays(last.to, days))
      .find((day) => isCoarse(rulerCells(rulerDays(calendar, clock, today, day))) === isCoarse(cells));
    if (next === undefined) return;
    setUntil(next);
    setActive(cells.length);
  };
  const plan = (place: number | null): boolean => {
    const day = place === null ? undefined : cells[place]?.to;
    if (onPlan === null || day === undefined || day <= today) return false;
    onPlan(day);
    return true;
  };

  const cell = active === null ? undefined : cells[active];
  const promise = cell === undefined ? null : whatIf(clock, cell.to, context);
  const hint = promise === null || onPlan === null ? '' : ` ${t('deadline.what_if.plan')}`;
  const sentence =
    cell === undefined
      ? null
      : `${cellSentence(cell, context)}${promise === null ? '' : `. ${promise}${hint}`}`;
  return (
    <Tip tip={<Explained clock={clock} cell={sentence} />}>
      <button type="button" className={styles.card} onKeyDown={move} onBlur={() => setActive(null)}>
        <span className={styles.head}>
          <span className={styles.name}>{t(`deadline.${clock.name}`)}</span>
          {clock.stopped === null ? (
            <Standing clock={clock} estimate={estimate} />
          ) : (
            <Chip tone="ok">
              {stoppedWords(clock, context)} <Check size={12} strokeWidth={2.5} aria-hidden="true" />
            </Chip>
          )}
        </span>
        {clock.stopped === null ? (
          <>
            <Ruler
              cells={cells}
              active={active}
              planned={planned}
              onActive={setActive}
              onFurther={onPlan === null ? null : further}
              onDropped={plan}
            />
            {estimate === undefined ? null : <span className={styles.basis}>{estimate}</span>}
          </>
        ) : (
          <span className={styles.basis}>{basisWords(clock, context)}</span>
        )}
      </button>
    </Tip>
  );

  function basisWords(of: Clock, { t: say }: WordsContext): string {
    return say(`deadline.limit_since.${of.startBasis}`, {
      count: of.rule.workingDays,
      day: shortDay(of.startDay, language),
    });
  }
}

/** Does a cell stand for more than its day? */
function isCoarse(cells: readonly RulerCell[]): boolean {
  return cells.some(({ kind }) => kind === 'week' || kind === 'gap');
}

/** How a running clock stands: by when, or what it waits for. */
function Standing({ clock, estimate }: { readonly clock: Clock; readonly estimate: string | undefined }) {
  const context = useClockWords();
  const { t, today } = context;
  // Asked today: this day still counts, and yet it waits.
  const pause = clock.dueDay === null ? clock.pauses.at(-1) : pauseOn(clock.pauses, today);
  return (
    <>
      {pause == null ? null : (
        <Chip>
          <Pause size={12} aria-hidden="true" /> {t(`deadline.paused.${pause.cause}`)}
        </Chip>
      )}
      {clock.dueDay === null ? null : (
        <DueLabel words={dueSentence(clock.dueDay, context)} estimate={estimate} />
      )}
    </>
  );
}

/** When the system will close the report, while the reporter has not replied. */
export function AutoCloseLine({ clock }: { readonly clock: DueClock }) {
  const context = useClockWords();
  const { t, language, today } = context;
  const day = shortDay(clock.dueDay, language);
  return (
    <Tip tip={<Explained clock={clock} cell={null} />}>
      <button type="button" className={styles.line}>
        {clock.dueDay < today
          ? t('deadline.closed_past', { day })
          : t('deadline.closes', { day, left: dueSentence(clock.dueDay, context).text })}
      </button>
    </Tip>
  );
}

function Explained({ clock, cell }: { readonly clock: Clock; readonly cell: string | null }) {
  const context = useClockWords();
  const { t } = context;
  const explanation = explainClock(clock, context);
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
        {clock.stopped === null && clock.name !== 'auto_close' ? ` ${t('deadline.ruler_hint')}` : ''}
      </span>
    </>
  );
}

function stoppedWords(clock: Clock, { t }: WordsContext): string {
  if (clock.name === 'completion') return t('deadline.finished');
  const workingDay = clock.stopped?.workingDay ?? null;
  // A disposition that was recorded after the answer gives no day worth saying.
  if (workingDay === null || workingDay < 0) return t('deadline.answered');
  return workingDay === 0
    ? t('deadline.answered_same_day')
    : t('deadline.answered_on', { count: workingDay });
}
