import { Check, Pause } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { Clock, DueClock } from '#shared/domain/clocks.ts';
import { pauseOn } from '#shared/domain/pauses.ts';
import { rulerDays } from '#shared/domain/ruler.ts';
import { shortDay } from '../../app/format.ts';
import { useClockWords } from '../../app/reference.tsx';
import { Chip } from '../../components/Chip.tsx';
import { Tip } from '../../components/Tip.tsx';
import styles from './ClockCard.module.css';
import { DueLabel } from './DueLabel.tsx';
import { explainClock } from './explain.ts';
import { cellSentence, Ruler } from './Ruler.tsx';
import { rulerCells } from './ruler-cells.ts';
import { dueSentence, type WordsContext } from './words.ts';

/**
 * One clock of a report: its name, how it stands, and while it runs the ruler of working days. Hovering or focusing explains how
 * the day was counted; the arrow keys, or the pointer, go through the days.
 */
export function ClockCard({ clock }: { readonly clock: Clock }) {
  const context = useClockWords();
  const { t, language, calendar, today } = context;
  const [active, setActive] = useState<number | null>(null);
  const cells = useMemo(
    () => (clock.stopped === null ? rulerCells(rulerDays(calendar, clock, today)) : []),
    [clock, calendar, today],
  );
  const estimate =
    clock.estimateYear === null ? undefined : t('deadline.estimate', { year: String(clock.estimateYear) });

  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || cells.length === 0) return;
    event.preventDefault();
    const from = active ?? (step > 0 ? -1 : cells.length);
    setActive(Math.min(cells.length - 1, Math.max(0, from + step)));
  };

  const cell = active === null ? undefined : cells[active];
  return (
    <Tip tip={<Explained clock={clock} cell={cell === undefined ? null : cellSentence(cell, context)} />}>
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
            <Ruler cells={cells} active={active} onActive={setActive} />
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

/** How a running clock stands: by when, or what it waits for. */
function Standing({ clock, estimate }: { readonly clock: Clock; readonly estimate: string | undefined }) {
  const context = useClockWords();
  const { t, today } = context;
  const pause = pauseOn(clock.pauses, today);
  return (
    <>
      {pause === null ? null : (
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
        <span key={caveat} className={styles.caveat}>
          {caveat}
        </span>
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
