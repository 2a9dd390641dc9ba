import { type KeyboardEvent, useMemo, useState } from 'react';
import { addDays, type Day } from '#shared/domain/calendar/day.ts';
import type { Clock } from '#shared/domain/deadlines/clocks.ts';
import { rulerDays } from '#shared/domain/deadlines/ruler.ts';
import { useClockWords } from '../../words/reference.tsx';
import { type RulerCell, rulerCells } from './ruler-cells.ts';

/** Goes through the days of a running clock, by the arrow keys or the pointer, and plans one of them. */
export function useRuler(clock: Clock, onPlan: ((day: Day) => void) | null) {
  const { calendar, today } = useClockWords();
  const [active, setActive] = useState<number | null>(null);
  /** A day beyond the end of the clock that the officer has asked for. */
  const [until, setUntil] = useState<Day>(clock.startDay);
  const cells = useMemo(
    () => (clock.stopped === null ? rulerCells(rulerDays(calendar, clock, today, until)) : []),
    [clock, calendar, today, until],
  );

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
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && plan(active)) return event.preventDefault();
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || cells.length === 0) return;
    event.preventDefault();
    const from = active ?? (step > 0 ? -1 : cells.length);
    if (from + step >= cells.length) further();
    else setActive(Math.max(0, from + step));
  };
  return {
    cells,
    active,
    setActive,
    /** Null: a day beyond the end is nothing to look for. */
    further: onPlan === null ? null : further,
    plan,
    onKeyDown,
  };
}

/** Does a cell stand for more than its day? */
function isCoarse(cells: readonly RulerCell[]): boolean {
  return cells.some(({ kind }) => kind === 'week' || kind === 'gap');
}
